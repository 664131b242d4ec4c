import { ExternalLink, PackageCheck } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { compareVentoyVersions, type VentoyPackage } from '../../../src-shared/ventoy-package';
import { SECTOR } from '../../../src-shared/units';
import { Callout } from '../../components/Callout';
import { Choices } from '../../components/Choices';
import { ErrorCallout } from '../../components/ErrorCallout';
import { Field } from '../../components/Field';
import { Fold } from '../../components/Fold';
import { ProgressBar } from '../../components/ProgressBar';
import { RadioCards } from '../../components/RadioCards';
import { Size } from '../../components/Size';
import { StepFrame } from '../../components/StepFrame';
import { Tick } from '../../components/Tick';
import { Waiting } from '../../components/Waiting';
import { StickOnDrive } from '../../components/ventoy/StickOnDrive';
import { useFormat } from '../../i18n/format';
import { pastedHash } from '../../store/answers';
import { useActions, useWizard } from '../../store/context';
import { type VentoyAnswers, besideOf, foundVentoy } from '../../store/ventoy/answers';
import { waysOf } from '../../store/ventoy/stick';

export function PackageStep(): React.JSX.Element {
  const { t } = useTranslation();
  const way = useWizard((state) => state.answers.ventoy.way);
  return (
    <StepFrame title={t('ventoy.package.title')} lead={t('ventoy.package.lead')}>
      <StickOnDrive />
      <Way />
      {way !== 'none' && (
        <>
          <Chosen />
          <Kept />
          <FromFile />
          <FromAddress />
          <SecureBoot />
        </>
      )}
      {way === 'erase' && <Advanced />}
    </StepFrame>
  );
}

/** What becomes of what is on the drive; asked only where something can stay. */
function Way(): React.JSX.Element | null {
  const { t } = useTranslation();
  const ventoy = useWizard((state) => state.answers.ventoy);
  const { changeInstall } = useActions();
  const textOf = useWayTexts();
  const ways = waysOf(ventoy);
  if (ways.length === 1 && (ventoy.stick === null || ways[0] === ventoy.way)) return null;
  return (
    <RadioCards
      label={t('ventoy.way.label')}
      value={ventoy.way}
      options={ways.map((value) => ({
        value,
        title: t(`ventoy.way.${value}.title`),
        text: textOf(value),
      }))}
      onChange={(way) => {
        changeInstall({ way });
      }}
    />
  );
}

/** What each way does, in words that fit what is on the drive. */
function useWayTexts(): (way: VentoyAnswers['way']) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const stick = useWizard((state) => state.answers.ventoy.stick);
  return (way) => {
    if (way !== 'beside') return t(`ventoy.way.${way}.text`);
    const beside = stick === null ? null : besideOf(stick.contents);
    if (beside?.possible !== true) return '';
    const { fileSystem, sectors } = beside.data;
    const partition = t('ventoy.way.partition', {
      fileSystem: t(`ventoy.fileSystems.${fileSystem}`),
      size: format.bytes(sectors * SECTOR),
    });
    return t(`ventoy.way.beside.${beside.shrinks ? 'shrinks' : 'room'}`, { partition });
  };
}

function Chosen(): React.JSX.Element | null {
  const { t } = useTranslation();
  const archive = useWizard((state) => state.answers.ventoy.package);
  const looking = useWizard((state) => state.lookingAtPackage);
  if (looking.state === 'asking') return <Waiting words={t('ventoy.package.reading')} />;
  if (looking.state === 'failed') {
    return <ErrorCallout title={t('ventoy.package.failedTitle')} error={looking.error} />;
  }
  return archive === null ? null : <Verdict archive={archive} />;
}

function Verdict({ archive }: { archive: VentoyPackage }): React.JSX.Element {
  const { t } = useTranslation();
  const ventoy = useWizard((state) => state.answers.ventoy);
  const present = ventoy.way === 'update' ? (foundVentoy(ventoy)?.layout.version ?? null) : null;
  const isOlder = present !== null && compareVentoyVersions(archive.version, present) < 0;
  return (
    <>
      <section className="panel" aria-label={archive.fileName}>
        <div className="panel-head">
          <PackageCheck className="card-icon" size={24} strokeWidth={1.75} aria-hidden />
          <div>
            <h2>{t('ventoy.package.version', { version: archive.version })}</h2>
            <p className="quiet">
              {archive.fileName}, <Size bytes={archive.sizeBytes} />
            </p>
          </div>
        </div>
        <p>{t(`ventoy.package.hash.${archive.hash}`)}</p>
        <div className="hash">
          <span className="quiet">{t('ventoy.package.sha256')}</span>
          <code>{archive.sha256}</code>
        </div>
      </section>
      {isOlder && (
        <Callout tone="caution">
          <p>{t('ventoy.package.older', { present, version: archive.version })}</p>
        </Callout>
      )}
    </>
  );
}

/** Releases that were used before. */
function Kept(): React.JSX.Element | null {
  const { t } = useTranslation();
  const format = useFormat();
  const kept = useWizard((state) => state.keptPackages);
  const chosen = useWizard((state) => state.answers.ventoy.package);
  const { loadPackages, lookAtPackage, forgetPackage } = useActions();
  useEffect(() => {
    void loadPackages();
  }, [loadPackages]);
  if (kept.state === 'failed') {
    return <ErrorCallout title={t('ventoy.package.keptFailed')} error={kept.error} />;
  }
  const packages = kept.state === 'ready' ? kept.value : (kept.last ?? []);
  if (packages.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t('ventoy.package.kept')}</h2>
      <ul className="builds" aria-label={t('ventoy.package.kept')}>
        {packages.map((archive) => (
          <li key={archive.path}>
            <div className="build-words">
              <p className="build-name">
                {t('ventoy.package.version', { version: archive.version })}
              </p>
              <p className="quiet">
                {t('ventoy.package.keptSince', {
                  date: format.date(archive.keptAt),
                  size: format.bytes(archive.sizeBytes),
                })}
              </p>
            </div>
            <div className="row">
              {archive.sha256 === chosen?.sha256 ? (
                <span className="badge">{t('ventoy.package.chosen')}</span>
              ) : (
                <button
                  type="button"
                  className="secondary small"
                  aria-label={t('ventoy.package.useVersion', { version: archive.version })}
                  onClick={() => void lookAtPackage(archive.path)}
                >
                  {t('ventoy.package.use')}
                </button>
              )}
              <button
                type="button"
                className="quiet-button"
                aria-label={t('ventoy.package.forgetVersion', { version: archive.version })}
                onClick={() => void forgetPackage(archive.version)}
              >
                {t('ventoy.package.forget')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FromFile(): React.JSX.Element {
  const { t } = useTranslation();
  const path = useWizard((state) => state.packagePath);
  const { setPackagePath, lookAtPackage, choosePackage } = useActions();
  const open = (): void => {
    if (path.trim() !== '') void lookAtPackage(path.trim());
  };
  return (
    <section className="panel stack">
      <Field
        label={t('ventoy.package.path')}
        value={path}
        hint={t('ventoy.package.pathHint')}
        onChange={setPackagePath}
        onEnter={open}
      >
        <button type="button" className="secondary" disabled={path.trim() === ''} onClick={open}>
          {t('image.open')}
        </button>
        <button type="button" className="secondary" onClick={() => void choosePackage()}>
          {t('yours.choose')}
        </button>
      </Field>
      <ExpectedHash />
    </section>
  );
}

function ExpectedHash(): React.JSX.Element {
  const { t } = useTranslation();
  const typed = useWizard((state) => state.packageHash);
  const { setPackageHash } = useActions();
  const isBad = typed.trim() !== '' && pastedHash(typed) === null;
  return (
    <Field
      label={t('ventoy.package.expected')}
      value={typed}
      mono
      hint={t('ventoy.package.expectedHint')}
      error={isBad ? t('verify.pasteBad') : undefined}
      onChange={setPackageHash}
    />
  );
}

function FromAddress(): React.JSX.Element {
  const { t } = useTranslation();
  const url = useWizard((state) => state.downloadUrl);
  const download = useWizard((state) => state.download);
  const { setDownloadUrl, downloadPackage, openLink } = useActions();
  return (
    <Fold label={t('ventoy.package.download')} open={download.state !== 'idle'}>
      <p>{t('ventoy.package.downloadText')}</p>
      <button type="button" className="link" onClick={() => void openLink('ventoy-releases')}>
        {t('ventoy.package.releases')}
        <ExternalLink size={16} aria-label={t('image.opensBrowser')} />
      </button>
      <Field
        label={t('ventoy.package.url')}
        value={url}
        hint={t('ventoy.package.urlHint')}
        disabled={download.state === 'running'}
        onChange={setDownloadUrl}
        onEnter={() => void downloadPackage()}
      >
        <button
          type="button"
          className="secondary"
          disabled={url.trim() === '' || download.state === 'running'}
          onClick={() => void downloadPackage()}
        >
          {t('ventoy.package.startDownload')}
        </button>
      </Field>
      <DownloadState />
    </Fold>
  );
}

function DownloadState(): React.JSX.Element | null {
  const { t } = useTranslation();
  const format = useFormat();
  const download = useWizard((state) => state.download);
  const { cancelDownload } = useActions();
  if (download.state === 'idle') return null;
  if (download.state === 'failed') {
    return <ErrorCallout title={t('ventoy.package.downloadFailed')} error={download.error} />;
  }
  const { progress } = download;
  const total = progress?.totalBytes ?? null;
  const value = progress === null || total === null ? null : progress.doneBytes / total;
  const done = format.bytes(progress?.doneBytes ?? 0);
  const words = total === null ? done : t('app.progressOf', { done, total: format.bytes(total) });
  return (
    <div className="stack">
      <ProgressBar label={t('ventoy.package.downloading')} value={value} valueText={words} />
      <div className="row between">
        <span className="quiet">{words}</span>
        <button type="button" className="secondary small" onClick={() => void cancelDownload()}>
          {t('ventoy.package.cancelDownload')}
        </button>
      </div>
    </div>
  );
}

function SecureBoot(): React.JSX.Element {
  const { t } = useTranslation();
  const secureBoot = useWizard((state) => state.answers.ventoy.secureBoot);
  const { changeInstall } = useActions();
  return (
    <section className="panel">
      <Tick
        label={t('ventoy.secureBoot.label')}
        text={t('ventoy.secureBoot.text')}
        checked={secureBoot}
        onChange={(wanted) => {
          changeInstall({ secureBoot: wanted });
        }}
      />
    </section>
  );
}

function Advanced(): React.JSX.Element {
  const { t } = useTranslation();
  const scheme = useWizard((state) => state.answers.ventoy.scheme);
  const { changeInstall } = useActions();
  return (
    <Fold label={t('ventoy.package.advanced')} open={scheme === 'gpt'}>
      <Choices
        label={t('ventoy.scheme.label')}
        text={t(`ventoy.scheme.text.${scheme}`)}
        value={scheme}
        options={(['mbr', 'gpt'] as const).map((value) => ({
          value,
          label: t(`ventoy.scheme.${value}`),
        }))}
        onChange={(chosen) => {
          changeInstall({ scheme: chosen });
        }}
      />
    </Fold>
  );
}
