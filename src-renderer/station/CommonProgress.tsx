import { useTranslation } from 'react-i18next';
import type { StationProgress } from '../../src-shared/station';
import { ProgressBar } from '../components/ProgressBar';
import { useTimeLeft } from '../components/use-time-left';
import { useFormat } from '../i18n/format';

/** How far something is that is done once for all sticks. `waiting` is said until it has begun. */
export function CommonProgress(props: {
  progress: StationProgress | null;
  label: string;
  waiting: string;
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { progress } = props;
  const left = useTimeLeft(progress?.secondsLeft ?? null);
  const words = progress === null ? props.waiting : t(`make.phaseNow.${progress.phase}`);
  const counted = progress !== null && progress.totalBytes > 0;
  return (
    <>
      <p role="status">{words}</p>
      <ProgressBar
        label={props.label}
        value={counted ? progress.doneBytes / progress.totalBytes : null}
        valueText={words}
      />
      {counted && (
        <p className="row between quiet numbers">
          <span>
            {t('make.bytes', {
              done: format.bytes(progress.doneBytes),
              total: format.bytes(progress.totalBytes),
            })}
          </span>
          <span>{left}</span>
        </p>
      )}
    </>
  );
}
