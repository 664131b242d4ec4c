import { Slider } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { windowsVolume } from '../../src-shared/layout';
import { MiB, alignDown } from '../../src-shared/units';
import { Callout } from '../components/Callout';
import { Field } from '../components/Field';
import { Size } from '../components/Size';
import { StepFrame } from '../components/StepFrame';
import { Tick } from '../components/Tick';
import { fromGigabytes, inGigabytes } from '../components/gigabytes';
import { useProblemWords } from '../components/use-problem-words';
import { useFormat } from '../i18n/format';
import { targetsOf } from '../store/answers';
import { useActions, useWizard } from '../store/context';
import { SHARED_STEP_BYTES, type SpaceLimits, layoutOf, spaceLimits } from '../store/space';
import { problemOf } from '../store/wizard';
import { HowItStarts } from './space/HowItStarts';

/** The slider moves in steps a person can aim at; the field takes any size. */
const SLIDER_STEPS = 100;

export function SpaceStep(): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  const limits = spaceLimits(answers);
  const several = answers.windowsBytes === null ? 'space.several' : 'space.severalFixed';
  return (
    <StepFrame title={t('space.title')} lead={t('space.lead')}>
      {limits !== null && targetsOf(answers).length > 1 && (
        <p>{t(several, { size: format.bytes(limits.diskBytes) })}</p>
      )}
      {limits !== null && limits.maximumSharedBytes === 0 && answers.sharedBytes === 0 ? (
        <Callout tone="info">
          <p>{t('space.noRoom')}</p>
        </Callout>
      ) : (
        <SharedPartition maximumBytes={limits?.maximumSharedBytes ?? 0} />
      )}
      {limits !== null && <WindowsSize limits={limits} />}
      <HowItStarts limits={limits} />
    </StepFrame>
  );
}

function SharedPartition({ maximumBytes }: { maximumBytes: number }): React.JSX.Element {
  const { t } = useTranslation();
  const { sharedBytes, sharedLabel, windowsBytes } = useWizard((state) => state.answers);
  const problem = useWizard((state) => problemOf('space', state.answers, state.job));
  const words = useProblemWords(problem);
  const { changeSpace } = useActions();
  return (
    <section className="panel stack">
      <h2 id="shared-label">{t('space.shared')}</h2>
      {windowsBytes !== null && (
        <Tick
          label={t('space.sharedRest')}
          text={t('space.sharedRestText')}
          checked={sharedBytes === 'rest'}
          onChange={(rest) => {
            changeSpace({ sharedBytes: rest ? 'rest' : 0 });
          }}
        />
      )}
      {sharedBytes !== 'rest' && <SharedSlider bytes={sharedBytes} maximumBytes={maximumBytes} />}
      <div className="pair-of-fields">
        {sharedBytes !== 'rest' && <SharedSize bytes={sharedBytes} />}
        <Field
          label={t('space.label')}
          value={sharedLabel}
          hint={t('space.labelHint')}
          disabled={sharedBytes === 0}
          error={problem === 'shared-label' ? words : undefined}
          onChange={(label) => {
            changeSpace({ sharedLabel: label });
          }}
        />
      </div>
    </section>
  );
}

function SharedSlider(props: { bytes: number; maximumBytes: number }): React.JSX.Element {
  const { bytes, maximumBytes } = props;
  const format = useFormat();
  const { changeSpace } = useActions();
  const step = Math.max(
    SHARED_STEP_BYTES,
    alignDown(maximumBytes / SLIDER_STEPS, SHARED_STEP_BYTES),
  );
  return (
    <Slider.Root
      className="slider"
      min={0}
      max={alignDown(maximumBytes, step)}
      step={step}
      value={[Math.min(bytes, maximumBytes)]}
      onValueChange={([chosen]) => {
        if (chosen !== undefined) changeSpace({ sharedBytes: chosen });
      }}
    >
      <Slider.Track className="slider-track">
        <Slider.Range className="slider-range" />
      </Slider.Track>
      <Slider.Thumb
        className="slider-thumb"
        aria-labelledby="shared-label"
        aria-valuetext={format.bytes(bytes)}
      />
    </Slider.Root>
  );
}

function SharedSize({ bytes }: { bytes: number }): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const problem = useWizard((state) => problemOf('space', state.answers, state.job));
  const words = useProblemWords(problem);
  const { changeSpace } = useActions();
  const [typed, setTyped] = useState(() => inGigabytes(bytes, i18n.language));
  // What was typed stays as it is; a size that came from elsewhere, as from the slider, replaces it.
  const shown = typedBytes(typed) === bytes ? typed : inGigabytes(bytes, i18n.language);
  return (
    <Field
      label={t('space.sharedSize')}
      value={shown}
      unit={t('space.unit')}
      inputMode="decimal"
      hint={t('space.sharedHint')}
      error={problem === 'shared-too-small' || problem === 'shared-too-large' ? words : undefined}
      onChange={(text) => {
        setTyped(text);
        changeSpace({ sharedBytes: typedBytes(text) });
      }}
    />
  );
}

/** What is no size is the smallest there is, which is refused. */
function typedBytes(text: string): number {
  const bytes = fromGigabytes(text);
  if (bytes === null) return 1;
  return bytes === 0 ? 0 : Math.max(MiB, alignDown(bytes, SHARED_STEP_BYTES));
}

/** What Windows gets, and the numbers that say whether that is enough. */
function WindowsSize({ limits }: { limits: SpaceLimits }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  const layout = layoutOf(answers);
  const minimum = format.bytes(limits.minimumWindowsBytes);
  if (layout === null) {
    return (
      <Callout tone="danger" title={t('space.tooLittleTitle')} role="status">
        <p>{t('space.tooLittle', { minimum })}</p>
        <Needs limits={limits} gets={null} />
      </Callout>
    );
  }
  const { bytes } = windowsVolume(layout);
  const tight = bytes < limits.comfortableWindowsBytes;
  return (
    <Callout
      tone={tight ? 'caution' : 'info'}
      title={t('space.windowsGets', { size: format.bytes(bytes) })}
    >
      <p>{t(tight ? 'space.belowComfortable' : 'space.minimum', { minimum, size: minimum })}</p>
      <Needs limits={limits} gets={bytes} />
    </Callout>
  );
}

/** A sum: what Windows takes, part by part, and what it has. */
function Needs(props: { limits: SpaceLimits; gets: number | null }): React.JSX.Element {
  const { t } = useTranslation();
  const { needs, comfortableWindowsBytes } = props.limits;
  const parts = [
    { words: t('space.sumUnpacked'), bytes: needs.unpackedBytes },
    { words: t('space.sumAdded'), bytes: needs.addedBytes },
    { words: t('space.sumPageFile'), bytes: needs.pageFileBytes },
    { words: t('space.sumHeadroom'), bytes: needs.headroomBytes },
  ].filter(({ bytes }) => bytes > 0);
  return (
    <dl className="sum" aria-label={t('space.sumLabel')}>
      {parts.map(({ words, bytes }) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>
            <Size bytes={bytes} />
          </dd>
        </div>
      ))}
      <div className="sum-total">
        <dt>{t('space.sumComfortable')}</dt>
        <dd>
          <Size bytes={comfortableWindowsBytes} />
        </dd>
      </div>
      {props.gets !== null && (
        <div>
          <dt>{t('space.sumGets')}</dt>
          <dd>
            <Size bytes={props.gets} />
          </dd>
        </div>
      )}
    </dl>
  );
}
