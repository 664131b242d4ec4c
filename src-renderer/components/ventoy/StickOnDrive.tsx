import { useTranslation } from 'react-i18next';
import { type Drive, driveName } from '../../../src-shared/drive';
import { MiB } from '../../../src-shared/units';
import type { VentoyBeside } from '../../../src-shared/ventoy-beside';
import { useActions, useWizard } from '../../store/context';
import { besideOf, foundVentoy } from '../../store/ventoy/answers';
import { Callout } from '../Callout';
import { ErrorCallout } from '../ErrorCallout';
import { Fold } from '../Fold';
import { Waiting } from '../Waiting';

/** Whether a drive looks, from outside, as one that Ventoy was put on. */
function looksLikeVentoy({ partitions }: Drive): boolean {
  const [, second] = partitions;
  return partitions.some(({ label }) => label === 'VTOYEFI') || second?.sizeBytes === 32 * MiB;
}

function isMounted({ mountPoints, partitions }: Drive): boolean {
  return [mountPoints, ...partitions.map((partition) => partition.mountPoints)].flat().length > 0;
}

/** Offers to look at what is on the one drive that is ticked, and says what was found. */
export function StickOnDrive(): React.JSX.Element | null {
  const { t } = useTranslation();
  const drives = useWizard((state) => state.answers.drives);
  const withFile = useWizard((state) => state.answers.file.chosen);
  const ventoy = useWizard((state) => state.answers.ventoy);
  const reading = useWizard((state) => state.readingStick);
  const { readStick } = useActions();
  const [drive, ...more] = drives;
  if (drive === undefined || more.length > 0 || withFile || drive.partitions.length === 0)
    return null;
  const name = driveName(drive);
  // A mounted one is unmounted only once it is known that it can't be read otherwise.
  const unmount = reading.state === 'failed' && isMounted(drive);
  const look = (
    <button
      type="button"
      className="secondary small"
      disabled={reading.state === 'asking'}
      onClick={() => void readStick(drive, unmount)}
    >
      {t(unmount ? 'ventoy.stick.unmountAndLook' : 'ventoy.stick.look')}
    </button>
  );
  if (reading.state === 'failed') {
    return (
      <ErrorCallout title={t('ventoy.stick.failed', { name })} error={reading.error}>
        {look}
      </ErrorCallout>
    );
  }
  if (reading.state === 'asking') return <Waiting words={t('ventoy.stick.looking', { name })} />;
  const found = foundVentoy(ventoy);
  if (found !== null) {
    const version = found.layout.version ?? t('ventoy.stick.unknownVersion');
    if (found.layout.state === 'damaged') {
      const repairs = found.layout.updateRepairs;
      return (
        <Callout tone="caution" title={t('ventoy.stick.damaged', { name })}>
          <p>{t(repairs ? 'ventoy.stick.damagedRepairs' : 'ventoy.stick.damagedErase')}</p>
          <ul className="bullets">
            {found.layout.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Callout>
      );
    }
    return (
      <Callout tone="info" title={t('ventoy.stick.found', { name, version })}>
        <p>{t(ventoy.way === 'erase' ? 'ventoy.stick.foundErased' : 'ventoy.stick.foundKept')}</p>
      </Callout>
    );
  }
  const beside = ventoy.stick === null ? null : besideOf(ventoy.stick.contents);
  if (beside !== null) return <OtherOnDrive name={name} beside={beside} />;
  if (looksLikeVentoy(drive)) {
    return (
      <Callout tone="info" title={t('ventoy.stick.seems', { name })}>
        <p>{t('ventoy.stick.seemsText')}</p>
        {look}
      </Callout>
    );
  }
  return (
    <Fold label={t('ventoy.stick.keep')}>
      <p>{t('ventoy.stick.keepText', { name })}</p>
      <div className="row">{look}</div>
    </Fold>
  );
}

/** A drive without Ventoy: what becomes of it, and whether Ventoy could be put beside what is there. */
function OtherOnDrive(props: { name: string; beside: VentoyBeside }): React.JSX.Element {
  const { t } = useTranslation();
  const way = useWizard((state) => state.answers.ventoy.way);
  const { name, beside } = props;
  if (beside.possible) {
    return (
      <Callout tone="info">
        <p>
          {t(way === 'beside' ? 'ventoy.stick.otherKept' : 'ventoy.stick.otherBeside', { name })}
        </p>
      </Callout>
    );
  }
  const { reason, detail } = beside;
  const key = detail === '' ? 'ventoy.stick.notBeside' : 'ventoy.stick.notBesideDetail';
  return (
    <Callout tone="info">
      <p>{t('ventoy.stick.other', { name })}</p>
      <p className="quiet">{t(key, { reason: t(`ventoy.stick.refusals.${reason}`), detail })}</p>
    </Callout>
  );
}
