import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bootFirmwares } from '../../src-shared/boot-test';
import { knownStickName, type KnownStick } from '../../src-shared/stick-check';
import { useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import type { AskedFirmware, RunningBootTest } from '../store/sticks/boot-test-actions';
import { BootTestResult } from './BootTestResult';
import { Callout } from './Callout';
import { Choices } from './Choices';
import { ErrorCallout } from './ErrorCallout';
import { Fold } from './Fold';
import { ProgressBar } from './ProgressBar';

const firmwares: readonly AskedFirmware[] = ['all', ...bootFirmwares];

/** Starts a stick in virtual computers, and shows how it behaved there. */
export function BootTests({ stick }: { stick: KnownStick }): React.JSX.Element {
  const { t } = useTranslation();
  const target = knownStickName(stick);
  const isWindows = useWizard((state) => state.info?.platform === 'win32');
  const running = useWizard((state) => state.bootTest);
  const outcome = useWizard((state) => state.bootOutcomes[target]);
  const [firmware, setFirmware] = useState<AskedFirmware>('all');
  const { startBootTest } = useActions();
  if (isWindows) {
    return (
      <Callout tone="info">
        <p>{t('boot.windowsCannot')}</p>
      </Callout>
    );
  }
  const ended = outcome?.ended ?? null;
  return (
    <div className="stack">
      <p className="quiet">{t('boot.lead')}</p>
      {running?.target === target ? (
        <Running running={running} />
      ) : (
        <>
          <Choices
            compact
            label={t('boot.firmware')}
            value={firmware}
            options={firmwares.map((value) => ({ value, label: t(`boot.firmwares.${value}`) }))}
            onChange={setFirmware}
          />
          <div className="row">
            <button
              type="button"
              className="secondary"
              disabled={running !== null}
              onClick={() => void startBootTest(stick, firmware)}
            >
              {t('boot.start')}
            </button>
          </div>
        </>
      )}
      <div role="status">
        {ended === 'cancelled' && <p>{t('boot.cancelled')}</p>}
        {outcome !== undefined && outcome.tests.length > 0 && (
          <ul className="boot-tests" aria-label={t('boot.results')}>
            {outcome.tests.map((test) => (
              <BootTestResult key={test.firmware} test={test} />
            ))}
          </ul>
        )}
      </div>
      {ended !== null && ended !== 'cancelled' && (
        <ErrorCallout title={t('boot.failedTitle')} error={ended} />
      )}
      <Fold label={t('boot.meaning')}>
        <Sentences title={t('boot.provesTitle')} of={t('boot.proves', { returnObjects: true })} />
        <Sentences
          title={t('boot.doesNotProveTitle')}
          of={t('boot.doesNotProve', { returnObjects: true })}
        />
      </Fold>
    </div>
  );
}

function Sentences(props: { title: string; of: readonly string[] }): React.JSX.Element {
  const id = useId();
  return (
    <>
      <p id={id}>
        <strong>{props.title}</strong>
      </p>
      <ul className="boot-meaning" aria-labelledby={id}>
        {props.of.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function Running({ running }: { running: RunningBootTest }): React.JSX.Element {
  const { t } = useTranslation();
  const { cancelBootTest } = useActions();
  const { current, state } = running;
  const words =
    current === null
      ? t('boot.preparing')
      : t('boot.running', { firmware: t(`boot.firmwares.${current.firmware}`) });
  return (
    <div className="stack">
      <p className="row between">
        <span role="status">{state === 'cancelling' ? t('make.cancelling') : words}</span>
        {current !== null && <SecondsSince since={current.since} />}
      </p>
      <ProgressBar label={t('boot.progress')} value={null} valueText={words} />
      <div className="row">
        <button
          type="button"
          className="secondary"
          // The button that was pressed is gone, and the focus with it.
          autoFocus
          disabled={state === 'cancelling'}
          onClick={() => void cancelBootTest()}
        >
          {t('boot.cancel')}
        </button>
      </div>
    </div>
  );
}

/** Seconds that have passed; not read out as they pass. */
function SecondsSince({ since }: { since: number }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  return <span className="numbers">{t('boot.seconds', { seconds: format.exact(seconds) })}</span>;
}
