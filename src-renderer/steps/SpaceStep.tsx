import { Slider } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partitionOf } from '../../src-shared/layout';
import { SECTOR, alignDown } from '../../src-shared/units';
import { Callout } from '../components/Callout';
import { Field } from '../components/Field';
import { StepFrame } from '../components/StepFrame';
import { useProblemWords } from '../components/use-problem-words';
import { useFormat } from '../i18n/format';
import { targetsOf } from '../store/answers';
import { useActions, useWizard } from '../store/context';
import { SHARED_STEP_BYTES, layoutOf, spaceLimits } from '../store/space';
import { problemOf } from '../store/wizard';

const GB = 1e9;
/** The slider moves in steps a person can aim at; the field takes any size. */
const SLIDER_STEPS = 100;

export function SpaceStep(): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  const limits = spaceLimits(answers);
  return (
    <StepFrame title={t('space.title')} lead={t('space.lead')}>
      {limits !== null && targetsOf(answers).length > 1 && (
        <p>{t('space.several', { size: format.bytes(limits.diskBytes) })}</p>
      )}
      {limits !== null && limits.maximumSharedBytes === 0 ? (
        <Callout tone="info">
          <p>{t('space.noRoom')}</p>
        </Callout>
      ) : (
        <SharedPartition maximumBytes={limits?.maximumSharedBytes ?? 0} />
      )}
      <WindowsSize />
    </StepFrame>
  );
}

function SharedPartition({ maximumBytes }: { maximumBytes: number }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  const job = useWizard((state) => state.job);
  const { changeSpace } = useActions();
  const [typed, setTyped] = useState(() => inGigabytes(answers.sharedBytes));
  const problem = problemOf('space', answers, job);
  const words = useProblemWords(problem);
  const step = Math.max(
    SHARED_STEP_BYTES,
    alignDown(maximumBytes / SLIDER_STEPS, SHARED_STEP_BYTES),
  );

  const setBytes = (bytes: number): void => {
    changeSpace({ sharedBytes: alignDown(bytes, SHARED_STEP_BYTES) });
  };
  return (
    <section className="panel stack">
      <h2 id="shared-label">{t('space.shared')}</h2>
      <Slider.Root
        className="slider"
        min={0}
        max={alignDown(maximumBytes, step)}
        step={step}
        value={[Math.min(answers.sharedBytes, maximumBytes)]}
        onValueChange={([bytes]) => {
          if (bytes === undefined) return;
          setBytes(bytes);
          setTyped(inGigabytes(bytes));
        }}
      >
        <Slider.Track className="slider-track">
          <Slider.Range className="slider-range" />
        </Slider.Track>
        <Slider.Thumb
          className="slider-thumb"
          aria-labelledby="shared-label"
          aria-valuetext={format.bytes(answers.sharedBytes)}
        />
      </Slider.Root>
      <div className="pair-of-fields">
        <Field
          label={t('space.sharedSize')}
          value={typed}
          unit={t('space.unit')}
          inputMode="decimal"
          hint={t('space.sharedHint')}
          error={
            problem === 'shared-too-small' || problem === 'shared-too-large' ? words : undefined
          }
          onChange={(text) => {
            setTyped(text);
            const gigabytes = Number(text.trim().replace(',', '.'));
            if (Number.isFinite(gigabytes) && gigabytes >= 0) setBytes(gigabytes * GB);
          }}
        />
        <Field
          label={t('space.label')}
          value={answers.sharedLabel}
          hint={t('space.labelHint')}
          disabled={answers.sharedBytes === 0}
          error={problem === 'shared-label' ? words : undefined}
          onChange={(sharedLabel) => {
            changeSpace({ sharedLabel });
          }}
        />
      </div>
    </section>
  );
}

function WindowsSize(): React.JSX.Element | null {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  const limits = spaceLimits(answers);
  const layout = layoutOf(answers);
  const windows = layout === null ? undefined : partitionOf(layout, 'windows');
  if (limits === null || windows === undefined) return null;
  const bytes = windows.sectors * SECTOR;
  const comfortable = format.bytes(limits.comfortableWindowsBytes);
  return (
    <Callout
      tone={bytes < limits.comfortableWindowsBytes ? 'caution' : 'info'}
      title={t('space.windowsGets', { size: format.bytes(bytes) })}
    >
      <p>
        {bytes < limits.comfortableWindowsBytes
          ? t('space.belowComfortable', { size: comfortable })
          : `${t('space.minimum', { size: format.bytes(limits.minimumWindowsBytes) })} ${t('space.comfortable', { size: comfortable })}`}
      </p>
    </Callout>
  );
}

/** At most two places, without a trailing zero: what a person would type. */
function inGigabytes(bytes: number): string {
  return String(Math.round((bytes / GB) * 100) / 100);
}
