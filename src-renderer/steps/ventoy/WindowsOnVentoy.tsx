import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choices } from '../../components/Choices';
import { ErrorCallout } from '../../components/ErrorCallout';
import { Field } from '../../components/Field';
import { FileChoice } from '../../components/FileChoice';
import { SelectField } from '../../components/SelectField';
import { Tick } from '../../components/Tick';
import { Waiting } from '../../components/Waiting';
import { useProblemWords } from '../../components/use-problem-words';
import { useFormat } from '../../i18n/format';
import { usableEditions } from '../../store/answers';
import { useActions, useWizard } from '../../store/context';
import { GiB, MiB, alignUp } from '../../../src-shared/units';
import type { DiskWithWindows } from '../../store/ventoy/answers';
import { smallestDiskBytes } from '../../store/ventoy/problems';
import { problemOf } from '../../store/wizard';
import { GigabytesField } from './VentoySpaceStep';

const limits = ['bitlocker', 'hibernation', 'ntfs', 'size', 'uefi64'] as const;

/** A Windows that lies in a virtual disk among the images. */
export function WindowsOnVentoy(): React.JSX.Element {
  const { t } = useTranslation();
  const windows = useWizard((state) => state.answers.ventoy.windows);
  const { setWithWindows } = useActions();
  return (
    <section className="panel stack">
      <Tick
        label={t('ventoy.windows.label')}
        text={t('ventoy.windows.text')}
        checked={windows !== null}
        onChange={setWithWindows}
      />
      {windows !== null && (
        <>
          <WindowsImage windows={windows} />
          <VhdBoot windows={windows} />
          <DiskSize windows={windows} />
          <div>
            <h3>{t('ventoy.windows.limitsTitle')}</h3>
            <ul className="bullets">
              {limits.map((limit) => (
                <li key={limit}>{t(`ventoy.windows.limits.${limit}`)}</li>
              ))}
            </ul>
          </div>
        </>
      )}
    </section>
  );
}

function WindowsImage({ windows }: { windows: DiskWithWindows }): React.JSX.Element {
  const { t } = useTranslation();
  const looking = useWizard((state) => state.lookingAtWindows);
  const { lookAtWindows, chooseWindowsImage, changeDisk } = useActions();
  const [path, setPath] = useState(windows.image?.path ?? '');
  // A file that was chosen in the dialog shows its path.
  const [shownFor, setShownFor] = useState(windows.image?.path ?? null);
  if (windows.image !== null && windows.image.path !== shownFor) {
    setShownFor(windows.image.path);
    setPath(windows.image.path);
  }
  const open = (): void => {
    if (path.trim() !== '') void lookAtWindows(path.trim());
  };
  return (
    <>
      <Field
        label={t('ventoy.windows.image')}
        value={path}
        hint={t('ventoy.windows.imageHint')}
        onChange={setPath}
        onEnter={open}
      >
        <button type="button" className="secondary" disabled={path.trim() === ''} onClick={open}>
          {t('image.open')}
        </button>
        <button type="button" className="secondary" onClick={() => void chooseWindowsImage()}>
          {t('yours.choose')}
        </button>
      </Field>
      {looking.state === 'asking' && <Waiting words={t('image.reading')} />}
      {looking.state === 'failed' && (
        <ErrorCallout title={t('image.failedTitle')} error={looking.error} />
      )}
      {windows.image !== null && (
        <SelectField
          label={t('ventoy.windows.edition')}
          value={windows.edition === null ? null : String(windows.edition)}
          open={t('ventoy.windows.editionOpen')}
          options={usableEditions(windows.image).map(({ index, name }) => ({
            value: String(index),
            label: name,
          }))}
          onChange={(value) => {
            changeDisk({ edition: value === null ? null : Number(value) });
          }}
        />
      )}
    </>
  );
}

function VhdBoot({ windows }: { windows: DiskWithWindows }): React.JSX.Element {
  const { t } = useTranslation();
  const { chooseVhdBoot, openLink } = useActions();
  return (
    <div>
      <FileChoice
        label={t('ventoy.windows.vhdBoot')}
        text={t('ventoy.windows.vhdBootText')}
        path={windows.vhdBoot}
        onChoose={() => void chooseVhdBoot()}
        onRemove={null}
      />
      <button type="button" className="link" onClick={() => void openLink('ventoy-vhdboot')}>
        {t('ventoy.windows.vhdBootLink')}
        <ExternalLink size={16} aria-label={t('image.opensBrowser')} />
      </button>
    </div>
  );
}

function DiskSize({ windows }: { windows: DiskWithWindows }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const problem = useWizard((state) => problemOf('space', state.answers, state.job));
  const words = useProblemWords(problem);
  const { changeDisk } = useActions();
  const minimum = smallestDiskBytes(windows);
  return (
    <>
      <div className="pair-of-fields">
        <Field
          label={t('ventoy.windows.name')}
          value={windows.name}
          unit=".vhdx"
          error={problem === 'windows-name' ? words : undefined}
          onChange={(name) => {
            changeDisk({ name });
          }}
        />
        <Choices
          label={t('ventoy.windows.size')}
          compact
          value={windows.bytes === null ? 'rest' : 'own'}
          options={(['rest', 'own'] as const).map((value) => ({
            value,
            label: t(`ventoy.windows.sizes.${value}`),
          }))}
          onChange={(value) => {
            changeDisk({ bytes: value === 'rest' ? null : alignUp(minimum + 20 * GiB, MiB) });
          }}
        />
      </div>
      {windows.bytes !== null && (
        <GigabytesField
          label={t('ventoy.windows.ownSize')}
          hint={t('ventoy.windows.minimum', { size: format.bytes(minimum) })}
          bytes={windows.bytes}
          error={problem === 'windows-size' ? words : undefined}
          onChange={(bytes) => {
            changeDisk({ bytes });
          }}
        />
      )}
      {problem === 'windows-room' && <p className="field-error">{words}</p>}
    </>
  );
}
