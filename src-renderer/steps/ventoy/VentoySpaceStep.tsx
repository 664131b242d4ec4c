import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BootFamily } from '../../../src-shared/boot-image';
import { persistenceSizes } from '../../../src-shared/persistence';
import { MiB, alignDown } from '../../../src-shared/units';
import { Choices } from '../../components/Choices';
import { Field } from '../../components/Field';
import { StepFrame } from '../../components/StepFrame';
import { Tick } from '../../components/Tick';
import { fromGigabytes, inGigabytes } from '../../components/gigabytes';
import { useProblemWords } from '../../components/use-problem-words';
import { RoomBar } from '../../components/ventoy/RoomBar';
import { useActions, useWizard } from '../../store/context';
import { smallestTargetBytes } from '../../store/space';
import { keepsFiles } from '../../store/ventoy/answers';
import { type StickImage, stickImages } from '../../store/ventoy/images';
import { isPersistenceSize, persistenceOf } from '../../store/ventoy/persistence';
import { ventoyRoom } from '../../store/ventoy/room';
import { problemOf } from '../../store/wizard';
import { WindowsOnVentoy } from './WindowsOnVentoy';

export function VentoySpaceStep(): React.JSX.Element {
  const { t } = useTranslation();
  const ventoy = useWizard((state) => state.answers.ventoy);
  const { changeInstall } = useActions();
  return (
    <StepFrame title={t('ventoy.space.title')} lead={t('ventoy.space.lead')}>
      <RoomBar />
      {!keepsFiles(ventoy) && <FileSystem />}
      <PersistentImages />
      {!keepsFiles(ventoy) && <WindowsOnVentoy />}
      <section className="panel">
        <Tick
          label={t('ventoy.space.checksums')}
          text={t('ventoy.space.checksumsText')}
          checked={ventoy.checksums}
          onChange={(checksums) => {
            changeInstall({ checksums });
          }}
        />
      </section>
    </StepFrame>
  );
}

function FileSystem(): React.JSX.Element {
  const { t } = useTranslation();
  const ventoy = useWizard((state) => state.answers.ventoy);
  const problem = useWizard((state) => problemOf('space', state.answers, state.job));
  const words = useProblemWords(problem);
  const { changeInstall } = useActions();
  return (
    <section className="panel stack">
      <h2>{t('ventoy.space.partition')}</h2>
      <Choices
        label={t('ventoy.fileSystem.label')}
        compact
        text={t(`ventoy.fileSystem.text.${ventoy.fileSystem}`)}
        value={ventoy.fileSystem}
        options={(['exfat', 'ntfs'] as const).map((value) => ({
          value,
          label: t(`ventoy.fileSystem.${value}`),
        }))}
        onChange={(fileSystem) => {
          changeInstall({ fileSystem });
        }}
      />
      {problem === 'windows-file-system' && <p className="field-error">{words}</p>}
      <div className="pair-of-fields">
        <Field
          label={t('space.label')}
          value={ventoy.label}
          hint={t('space.labelHint')}
          error={problem === 'ventoy-label' || problem === 'ventoy-label-exfat' ? words : undefined}
          onChange={(label) => {
            changeInstall({ label });
          }}
        />
        <GigabytesField
          label={t('ventoy.space.reserve')}
          hint={t('ventoy.space.reserveHint')}
          bytes={ventoy.reserveBytes}
          error={problem === 'ventoy-reserve' ? words : undefined}
          onChange={(bytes) => {
            changeInstall({ reserveBytes: bytes });
          }}
        />
      </div>
    </section>
  );
}

/** Live systems that can keep what is changed in them. */
function PersistentImages(): React.JSX.Element {
  const { t } = useTranslation();
  const ventoy = useWizard((state) => state.answers.ventoy);
  const known = stickImages(ventoy).filter((image) => isLiveSystem(image));
  return (
    <section className="panel stack">
      <div>
        <h2>{t('ventoy.persistence.title')}</h2>
        <p className="quiet">{t('ventoy.persistence.text')}</p>
      </div>
      {known.length === 0 ? (
        <p className="quiet">{t('ventoy.persistence.none')}</p>
      ) : (
        known.map((image) => <PersistentImage key={image.id} image={image} />)
      )}
    </section>
  );
}

/** Of a Windows or a tool nobody expects that it keeps anything. */
function isLiveSystem({ info }: StickImage): boolean {
  return info !== null && info.kind === 'iso' && info.live !== false && !notLive.has(info.family);
}
const notLive: ReadonlySet<BootFamily> = new Set(['windows', 'memtest', 'other']);

function PersistentImage({ image }: { image: StickImage }): React.JSX.Element {
  const { t } = useTranslation();
  const answers = useWizard((state) => state.answers);
  const { ventoy } = answers;
  const room = ventoyRoom(ventoy, smallestTargetBytes(answers));
  const { setPersistence } = useActions();
  const { notes, possible } = persistenceOf(image);
  const bytes = ventoy.persistence[image.id];
  const label = image.info?.title ?? image.name;
  const said = notes.map((note) => t(`ventoy.persistence.notes.${note}`)).join(' ');
  const sizes = persistenceSizes(Math.max(0, room?.freeBytes ?? 0), ventoy.fileSystem);
  return (
    <div>
      <Tick
        label={label}
        text={said === '' ? image.name : said}
        checked={bytes !== undefined}
        disabled={!possible || (bytes === undefined && sizes === null)}
        onChange={(wanted) => {
          setPersistence(image.id, wanted && sizes !== null ? sizes.suggested : null);
        }}
      />
      {bytes !== undefined && (
        <div className="tick-more">
          <GigabytesField
            label={t('ventoy.persistence.size', { name: label })}
            hint={t('ventoy.persistence.sizeHint')}
            bytes={bytes}
            error={isPersistenceSize(ventoy, bytes) ? undefined : t('problems.persistence-size')}
            onChange={(chosen) => {
              setPersistence(image.id, chosen);
            }}
          />
        </div>
      )}
    </div>
  );
}

/** A size in GB that becomes whole MiB. What is no size is 0. */
export function GigabytesField(props: {
  label: string;
  hint?: string;
  bytes: number;
  error?: string | undefined;
  onChange: (bytes: number) => void;
}): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const { bytes, onChange, ...field } = props;
  const [typed, setTyped] = useState(() => inGigabytes(bytes, i18n.language));
  const shown = wholeBytes(typed) === bytes ? typed : inGigabytes(bytes, i18n.language);
  return (
    <Field
      {...field}
      value={shown}
      unit={t('space.unit')}
      inputMode="decimal"
      onChange={(text) => {
        setTyped(text);
        onChange(wholeBytes(text));
      }}
    />
  );
}

function wholeBytes(text: string): number {
  return alignDown(fromGigabytes(text) ?? 0, MiB);
}
