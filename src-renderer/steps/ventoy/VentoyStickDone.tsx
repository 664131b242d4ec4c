import { useTranslation } from 'react-i18next';
import type { VentoyReport, VentoyStickReport } from '../../../src-shared/job';
import { checksPassed } from '../../../src-shared/check';
import { stickIdOfVentoy } from '../../../src-shared/diary';
import { BootTests } from '../../components/BootTests';
import { Callout } from '../../components/Callout';
import { Checks } from '../../components/Checks';
import { Compatibility } from '../../components/Compatibility';
import { StickDiary } from '../../components/Diary';
import { Fold } from '../../components/Fold';
import { Size } from '../../components/Size';
import { StickName } from '../../components/StickName';
import { EnrolmentSteps } from '../../components/ventoy/EnrolmentSteps';
import { useConfigWords } from '../../components/ventoy/use-config-words';
import { useFormat } from '../../i18n/format';
import { useWizard } from '../../store/context';
import { madeStick } from '../../store/sticks/chosen-stick';

/** What to do when a finished Ventoy stick is started for the first time; nothing without Secure Boot support. */
export function FirstStart({ report }: { report: VentoyReport }): React.JSX.Element | null {
  const { t } = useTranslation();
  if (!report.sticks.some(({ ventoy }) => ventoy.secureBoot)) return null;
  return (
    <section className="panel">
      <h2>{t('ventoy.done.firstStart')}</h2>
      <EnrolmentSteps />
    </section>
  );
}

/** One finished Ventoy stick: what it is, what was copied, and what its checks found. */
export function VentoyStickDone(props: {
  stick: VentoyStickReport;
  oneOfSeveral: boolean;
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { stick, oneOfSeveral } = props;
  const answers = useWizard((state) => state.answers);
  const known = madeStick(answers, stick.target);
  const { version, scheme, data } = stick.ventoy;
  return (
    <section className="stack" aria-label={stick.target}>
      {oneOfSeveral && <StickName target={stick.target} />}
      <Callout tone={stick.verifiedBytes > 0 ? 'success' : 'info'}>
        <p>
          {t('ventoy.done.version', {
            version: version ?? t('ventoy.stick.unknownVersion'),
            scheme: t(`ventoy.scheme.${scheme}`),
            fileSystem: t(`ventoy.fileSystems.${data.fileSystem}`),
          })}
        </p>
        {stick.files.length > 0 && (
          <p>
            {t('ventoy.done.files', {
              count: stick.files.length,
              size: format.bytes(stick.verifiedBytes),
            })}
          </p>
        )}
      </Callout>
      <Contents stick={stick} />
      {checksPassed(stick.checks) ? (
        <Fold label={t('done.checksPassed', { count: stick.checks.length })}>
          <Checks checks={stick.checks} />
        </Fold>
      ) : (
        <Checks checks={stick.checks} />
      )}
      <Compatibility predictions={stick.compatibility} stickId={stickIdOfVentoy(stick.ventoy)} />
      <Fold label={t('boot.title')}>
        <BootTests stick={known} />
      </Fold>
      <StickDiary stickId={stickIdOfVentoy(stick.ventoy)} target={stick.target} />
    </section>
  );
}

function Contents({ stick }: { stick: VentoyStickReport }): React.JSX.Element | null {
  const { t } = useTranslation();
  const format = useFormat();
  const configWords = useConfigWords();
  const { files, persistence, windows, removed, renamed, configNotes } = stick;
  const computerName = windows?.computerName ?? null;
  const lines = [
    ...persistence.map(({ image, bytes, grown }) =>
      t(grown ? 'ventoy.done.persistenceGrown' : 'ventoy.done.persistence', {
        name: image,
        size: format.bytes(bytes),
      }),
    ),
    ...(windows === null
      ? []
      : [t('ventoy.done.windows', { path: windows.path, size: format.bytes(windows.bytes) })]),
    ...(computerName === null ? [] : [t('done.computerName', { name: computerName })]),
    ...removed.map((name) => t('ventoy.done.removed', { name })),
    ...renamed.map(({ from, to }) => t('ventoy.done.renamed', { from, to })),
    ...configNotes.map(configWords),
  ];
  return (
    <>
      {lines.length > 0 && (
        <ul className="facts">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <Fold label={t('ventoy.done.fileList', { count: files.length })}>
          <ul className="hashes">
            {files.map((file) => (
              <li key={file.path}>
                <p>
                  <strong>{file.path}</strong>, <Size bytes={file.sizeBytes} />
                </p>
                <code>{file.sha256}</code>
                {file.hashExpected && <p className="quiet">{t('ventoy.done.hashExpected')}</p>}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}
