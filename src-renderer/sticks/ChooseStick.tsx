import { Usb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../components/Callout';
import { DriveListHead } from '../components/DriveListHead';
import { Field } from '../components/Field';
import { MissingDrives } from '../components/MissingDrives';
import { RadioCards } from '../components/RadioCards';
import { StepFrame } from '../components/StepFrame';
import { useDriveOption } from '../components/use-drive-option';
import { useActions, useWizard } from '../store/context';
import { lastKnown } from '../store/loadable';

const FILE = 'file';

/** The drives that are plugged in, and a file, of which one is to be looked at. */
export function ChooseStick({ wasCancelled }: { wasCancelled: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const drives = useWizard((state) => state.checkDrives);
  const picked = useWizard((state) => state.picked);
  const { loadCheckDrives, pick } = useActions();
  const optionOf = useDriveOption();
  const list = lastKnown(drives);
  const offered = (list ?? []).filter(({ reasons }) => reasons.length === 0);
  return (
    <StepFrame title={t('check.title')} lead={t('check.lead')}>
      <div role="status">
        {wasCancelled && (
          <Callout tone="info">
            <p>{t('check.cancelled')}</p>
          </Callout>
        )}
      </div>
      <DriveListHead
        label={t('check.listLabel')}
        drives={drives}
        onRefresh={() => void loadCheckDrives()}
      />
      {list !== null && offered.length === 0 && (
        <div className="empty">
          <Usb size={24} aria-hidden />
          <div>
            <h3>{t('check.emptyTitle')}</h3>
            <p className="quiet">{t('check.emptyText')}</p>
          </div>
        </div>
      )}
      <RadioCards
        label={t('check.listLabel')}
        value={picked === null ? '' : picked.kind === 'file' ? FILE : picked.path}
        options={[
          ...offered.map(({ drive }) => optionOf(drive)),
          { value: FILE, title: t('check.fileTitle'), text: t('check.fileText') },
        ]}
        onChange={(value) => {
          pick(value === FILE ? { kind: 'file' } : { kind: 'drive', path: value });
        }}
      />
      {picked?.kind === 'file' && <FilePath />}
      {list !== null && <MissingDrives list={list} />}
    </StepFrame>
  );
}

function FilePath(): React.JSX.Element {
  const { t } = useTranslation();
  const path = useWizard((state) => state.checkPath);
  const { setCheckPath, chooseCheckFile, checkPicked } = useActions();
  return (
    <Field
      label={t('check.filePath')}
      hint={t('check.filePathHint')}
      value={path}
      onChange={setCheckPath}
      onEnter={() => void checkPicked()}
    >
      <button type="button" className="secondary" onClick={() => void chooseCheckFile()}>
        {t('drive.fileChoose')}
      </button>
    </Field>
  );
}
