import { Disc3, ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImageInfo } from '../../src-shared/image';
import type { Link } from '../../src-shared/ipc';
import { DropZone } from '../components/DropZone';
import { ErrorCallout } from '../components/ErrorCallout';
import { Field } from '../components/Field';
import { Fold } from '../components/Fold';
import { RadioCards } from '../components/RadioCards';
import { Size } from '../components/Size';
import { StepFrame } from '../components/StepFrame';
import { Waiting } from '../components/Waiting';
import { fileName } from '../components/file-name';
import { useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import { ImagesOfStick } from './ventoy/ImagesOfStick';

const kinds = ['windows-to-go', 'ventoy'] as const;

export function ImageStep(): React.JSX.Element {
  const { t } = useTranslation();
  const isVentoy = useWizard((state) => state.answers.kind === 'ventoy');
  return (
    <StepFrame title={t('image.title')}>
      <Kind />
      {isVentoy ? <ImagesOfStick /> : <WindowsImage />}
    </StepFrame>
  );
}

function Kind(): React.JSX.Element {
  const { t } = useTranslation();
  const kind = useWizard((state) => state.answers.kind);
  const noVentoy = useWizard((state) => state.info?.platform === 'win32');
  const { setKind } = useActions();
  return (
    <RadioCards
      label={t('image.kindLabel')}
      inRow
      value={kind}
      options={kinds.map((value) => {
        const disabled = value === 'ventoy' && noVentoy;
        const title = t(`image.kindCards.${value}.title`);
        const text = t(disabled ? 'image.ventoyNotOnWindows' : `image.kindCards.${value}.text`);
        return { value, title, text, disabled };
      })}
      onChange={setKind}
    />
  );
}

function WindowsImage(): React.JSX.Element {
  const { t } = useTranslation();
  const path = useWizard((state) => state.imagePath);
  const inspecting = useWizard((state) => state.inspecting);
  const image = useWizard((state) => state.answers.image);
  const { setImagePath, inspect, chooseImage } = useActions();
  const openTyped = (): void => {
    if (path.trim() !== '') void inspect(path);
  };
  return (
    <>
      <p className="lead">{t('image.lead')}</p>
      <DropZone
        words={t('image.drop')}
        button={t('image.choose')}
        onDrop={([first]) => {
          if (first !== undefined) void inspect(first);
        }}
        onChoose={() => void chooseImage()}
      />
      <Field label={t('image.path')} value={path} onChange={setImagePath} onEnter={openTyped}>
        <button
          type="button"
          className="secondary"
          disabled={path.trim() === ''}
          onClick={openTyped}
        >
          {t('image.open')}
        </button>
      </Field>
      {inspecting.state === 'asking' && <Waiting words={t('image.reading')} />}
      {inspecting.state === 'failed' && (
        <ErrorCallout title={t('image.failedTitle')} error={inspecting.error} />
      )}
      {image !== null && <ImageFacts image={image} />}
      <WhereFrom />
    </>
  );
}

function ImageFacts({ image }: { image: ImageInfo }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const versions = unique(image.editions.map((edition) => edition.version));
  const builds = unique(image.editions.map((edition) => edition.build));
  const architectures = unique(image.editions.map((edition) => edition.architecture));
  const languages = unique(image.editions.flatMap((edition) => edition.languages));
  const [version] = versions;
  const [build] = builds;
  const parts = image.wim.parts.length;
  const kinds = image.kinds.map((kind) =>
    t(kind === 'windows-to-go' ? 'image.kindWindows' : 'image.kindVentoy'),
  );
  const facts: [string, React.ReactNode][] = [
    [t('image.label'), image.label ?? t('image.notNamed')],
    [t('image.version'), versionWords()],
    [
      t('image.languages'),
      format.list(languages.map((tag) => format.language(tag))) || t('image.notNamed'),
    ],
    [t('image.architecture'), format.list(architectures.map((name) => t(`architecture.${name}`)))],
    [t('image.editions'), format.exact(image.editions.length)],
    [
      t('image.size'),
      <>
        <Size bytes={image.sizeBytes} />
        {parts > 1 && ` ${t('image.split', { count: parts })}`}
      </>,
    ],
    [t('image.kinds'), format.list(kinds)],
  ];
  function versionWords(): string {
    if (build === undefined) return version ?? t('image.notNamed');
    return version === undefined
      ? t('image.build', { build: String(build) })
      : t('image.versionAndBuild', { version, build: String(build) });
  }

  return (
    <section className="panel" aria-label={fileName(image.path)}>
      <div className="panel-head">
        <Disc3 className="card-icon" size={24} strokeWidth={1.75} aria-hidden />
        <div>
          <h2>{fileName(image.path)}</h2>
          <p className="quiet">{t(`image.container.${image.container}`)}</p>
        </div>
      </div>
      <dl className="pairs">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function unique<T>(values: readonly (T | null)[]): T[] {
  return [...new Set(values)].filter((value): value is T => value !== null);
}

const pages = ['windows-11', 'windows-10', 'windows-11-arm'] as const satisfies readonly Link[];

function WhereFrom(): React.JSX.Element {
  const { t } = useTranslation();
  const { openLink } = useActions();
  return (
    <Fold label={t('image.where')}>
      <p>{t('image.whereLead')}</p>
      <ul className="links">
        {pages.map((page) => (
          <li key={page}>
            <button type="button" className="link" onClick={() => void openLink(page)}>
              {t(`image.links.${page}`)}
              <ExternalLink size={16} aria-label={t('image.opensBrowser')} />
            </button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
