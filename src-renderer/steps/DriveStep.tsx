import { Check, FileBox, HardDrive, MemoryStick, RefreshCw, Usb } from 'lucide-react';
import { Checkbox } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { type Bus, type Drive, type JudgedDrive, driveName } from '../../src-shared/drive';
import { Callout } from '../components/Callout';
import { ErrorCallout } from '../components/ErrorCallout';
import { Field } from '../components/Field';
import { Fold } from '../components/Fold';
import { Size } from '../components/Size';
import { StepFrame } from '../components/StepFrame';
import { Waiting } from '../components/Waiting';
import { useDriveContents } from '../components/use-drive-contents';
import { errorWords, useFormat } from '../i18n/format';
import { fileBytes } from '../store/answers';
import { useActions, useWizard } from '../store/context';
import { sameIdentity } from '../store/wizard';

export function DriveStep(): React.JSX.Element {
  const { t } = useTranslation();
  const drives = useWizard((state) => state.drives);
  const { refreshDrives } = useActions();
  const list =
    drives.state === 'ready' ? drives.value : drives.state === 'loading' ? drives.last : null;
  return (
    <StepFrame title={t('drive.title')} lead={t('drive.lead')}>
      <div className="row between">
        <h2 id="drives-label">{t('drive.listLabel')}</h2>
        <button type="button" className="quiet-button" onClick={() => void refreshDrives()}>
          <RefreshCw size={16} aria-hidden />
          {t('drive.refresh')}
        </button>
      </div>
      {drives.state === 'failed' && (
        <ErrorCallout title={t('drive.failedTitle')} error={drives.error} />
      )}
      {drives.state === 'loading' && list === null && <Waiting words={t('drive.looking')} />}
      {list !== null && <DriveList list={list} />}
      <FileCard />
      {list !== null && <MissingDrives list={list} />}
    </StepFrame>
  );
}

function DriveList({ list }: { list: JudgedDrive[] }): React.JSX.Element {
  const { t } = useTranslation();
  const offered = list.filter(({ reasons }) => reasons.length === 0);
  if (offered.length === 0) {
    return (
      <div className="empty">
        <Usb size={24} aria-hidden />
        <div>
          <h3>{t('drive.emptyTitle')}</h3>
          <p className="quiet">{t('drive.emptyText')}</p>
        </div>
      </div>
    );
  }
  return (
    <ul className="cards" aria-labelledby="drives-label">
      {offered.map(({ drive }) => (
        <li key={drive.path}>
          <DriveCard drive={drive} />
        </li>
      ))}
    </ul>
  );
}

function DriveCard({ drive }: { drive: Drive }): React.JSX.Element {
  const { t } = useTranslation();
  const ticked = useWizard((state) =>
    state.answers.drives.some((other) => sameIdentity(other, drive)),
  );
  const { toggleDrive } = useActions();
  const contents = useDriveContents()(drive);
  return (
    <Checkbox.Root
      className="card"
      checked={ticked}
      onCheckedChange={() => {
        toggleDrive(drive);
      }}
    >
      <BusIcon bus={drive.bus} />
      <span className="card-body">
        <span className="card-title">{driveName(drive)}</span>
        <span className="card-facts">
          <Size bytes={drive.sizeBytes} /> · {t(`bus.${drive.bus}`)} · {drive.path}
        </span>
        <span className="card-text">
          {contents === null ? t('drive.contentsEmpty') : t('drive.contents', { what: contents })}
        </span>
      </span>
      <CardMark />
    </Checkbox.Root>
  );
}

function CardMark(): React.JSX.Element {
  return (
    <span className="card-mark" aria-hidden>
      <Checkbox.Indicator>
        <Check size={16} strokeWidth={3} />
      </Checkbox.Indicator>
    </span>
  );
}

function BusIcon({ bus }: { bus: Bus }): React.JSX.Element {
  const Icon = bus === 'usb' ? Usb : bus === 'mmc' ? MemoryStick : HardDrive;
  return <Icon className="card-icon" size={24} strokeWidth={1.75} aria-hidden />;
}

function FileCard(): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const file = useWizard((state) => state.answers.file);
  const asking = useWizard((state) => state.fileTarget);
  const { changeFile, chooseFile } = useActions();
  const pathError = asking.state === 'failed' ? errorWords(asking.error, format) : null;
  return (
    <div className="card-group">
      <Checkbox.Root
        className="card"
        checked={file.chosen}
        onCheckedChange={(checked) => {
          changeFile({ chosen: checked === true });
        }}
      >
        <FileBox className="card-icon" size={24} strokeWidth={1.75} aria-hidden />
        <span className="card-body">
          <span className="card-title">{t('drive.fileTitle')}</span>
          <span className="card-text">{t('drive.fileText')}</span>
        </span>
        <CardMark />
      </Checkbox.Root>
      {file.chosen && (
        <div className="card-more">
          <Field
            label={t('drive.filePath')}
            value={file.pathText}
            hint={
              asking.state === 'asking'
                ? t('drive.fileChecking')
                : file.checked === null
                  ? t('drive.filePathHint')
                  : t('drive.fileFree', { free: format.bytes(file.checked.freeBytes) })
            }
            error={pathError === null ? undefined : `${pathError.what} ${pathError.next}`}
            onChange={(pathText) => {
              changeFile({ pathText });
            }}
          >
            <button type="button" className="secondary" onClick={() => void chooseFile()}>
              {t('drive.fileChoose')}
            </button>
          </Field>
          <Field
            label={t('drive.fileSize')}
            value={file.sizeText}
            hint={t('drive.fileSizeHint')}
            error={fileBytes(file) === null ? t('drive.fileSizeBad') : undefined}
            onChange={(sizeText) => {
              changeFile({ sizeText });
            }}
          />
          {file.checked?.exists === true && (
            <Callout tone="caution">
              <p>{t('drive.fileExists')}</p>
            </Callout>
          )}
        </div>
      )}
    </div>
  );
}

function MissingDrives({ list }: { list: JudgedDrive[] }): React.JSX.Element {
  const { t } = useTranslation();
  const others = list.filter(({ reasons }) => reasons.length > 0);
  return (
    <Fold label={t('drive.missing')}>
      {others.length === 0 ? (
        <p>{t('drive.missingNone')}</p>
      ) : (
        <>
          <p>{t('drive.missingLead')}</p>
          <ul className="facts">
            {others.map(({ drive, reasons }) => (
              <li key={drive.path}>
                <strong>{driveName(drive)}</strong>{' '}
                <span className="quiet">
                  <Size bytes={drive.sizeBytes} /> · {t(`bus.${drive.bus}`)} · {drive.path}
                </span>
                <br />
                {reasons.map((reason) => t(`reasons.${reason}`)).join(' ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Fold>
  );
}
