import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { HashVerdict } from '../../src-shared/image';
import { Callout } from '../components/Callout';
import { ErrorCallout } from '../components/ErrorCallout';
import { Field } from '../components/Field';
import { ProgressBar } from '../components/ProgressBar';
import { StepFrame } from '../components/StepFrame';
import { Tick } from '../components/Tick';
import { fileName } from '../components/file-name';
import { useTimeLeft } from '../components/use-time-left';
import { useFormat } from '../i18n/format';
import { pastedHash } from '../store/answers';
import { useActions, useWizard } from '../store/context';

export function VerifyStep(): React.JSX.Element {
  const { t } = useTranslation();
  const hashing = useWizard((state) => state.hashing);
  const verdict = useWizard((state) => state.answers.verdict);
  const { startHash } = useActions();
  const untouched = verdict === null && hashing.state === 'idle';
  useEffect(() => {
    if (untouched) void startHash();
  }, [untouched, startHash]);
  return (
    <StepFrame title={t('verify.title')} lead={t('verify.lead')}>
      {hashing.state === 'running' && <HashRun />}
      {hashing.state === 'cancelled' && (
        <Callout tone="info">
          <p>{t('verify.cancelled')}</p>
          <button type="button" className="secondary small" onClick={() => void startHash()}>
            {t('verify.start')}
          </button>
        </Callout>
      )}
      {hashing.state === 'failed' && (
        <ErrorCallout title={t('verify.failedTitle')} error={hashing.error}>
          <button type="button" className="secondary small" onClick={() => void startHash()}>
            {t('app.retry')}
          </button>
        </ErrorCallout>
      )}
      {verdict !== null && <Verdict verdict={verdict} />}
      {verdict?.verdict !== 'match' && <CompareWith />}
      {verdict?.verdict === 'unknown' && <GoOn />}
    </StepFrame>
  );
}

function HashRun(): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const hashing = useWizard((state) => state.hashing);
  const { cancelHash } = useActions();
  const progress = hashing.state === 'running' ? hashing.progress : null;
  const left = useTimeLeft(progress?.secondsLeft ?? null);
  const bytes =
    progress === null
      ? ''
      : t('app.progressOf', {
          done: format.bytes(progress.doneBytes),
          total: format.bytes(progress.totalBytes),
        });
  return (
    <section className="panel">
      <div className="row between">
        <h2>{t('verify.running')}</h2>
        <button type="button" className="secondary small" onClick={() => void cancelHash()}>
          {t('verify.cancel')}
        </button>
      </div>
      <ProgressBar
        label={t('verify.running')}
        value={
          progress === null || progress.totalBytes === 0
            ? null
            : progress.doneBytes / progress.totalBytes
        }
        valueText={bytes}
      />
      <p className="row between quiet numbers">
        <span>{bytes}</span>
        <span>{left}</span>
      </p>
    </section>
  );
}

function Verdict({ verdict }: { verdict: HashVerdict }): React.JSX.Element {
  const { t } = useTranslation();
  const { trustImage } = useActions();
  switch (verdict.verdict) {
    case 'match':
      return (
        <Callout tone="success" title={t('verify.matchTitle')} role="status">
          <p>{t(`verify.matchBy.${verdict.by}`)}</p>
          <Hash label={t('verify.value')} value={verdict.sha256} />
          {verdict.by !== 'trusted' && (
            <button type="button" className="secondary small" onClick={() => void trustImage()}>
              {t('verify.trust')}
            </button>
          )}
        </Callout>
      );
    case 'mismatch':
      return (
        <Callout tone="danger" title={t('verify.mismatchTitle')} role="alert">
          <p>{t('verify.mismatchText')}</p>
          <p>{t('verify.mismatchNext')}</p>
          <Hash label={t('verify.value')} value={verdict.sha256} />
          <Hash label={t('verify.expected')} value={verdict.expected} />
          <OtherImage />
        </Callout>
      );
    case 'unknown':
      return (
        <Callout tone="info" title={t('verify.unknownTitle')} role="status">
          <p>{t('verify.unknownText')}</p>
          <Hash label={t('verify.value')} value={verdict.sha256} />
        </Callout>
      );
  }
}

function OtherImage(): React.JSX.Element {
  const { t } = useTranslation();
  const { go } = useActions();
  return (
    <button
      type="button"
      className="secondary small"
      onClick={() => {
        go('image');
      }}
    >
      {t('verify.chooseOther')}
    </button>
  );
}

function Hash(props: { label: string; value: string }): React.JSX.Element {
  return (
    <p className="hash">
      <span className="quiet">{props.label}</span>
      {/* Where it doesn't fit on one line it breaks in the middle, so that halves can be compared. */}
      <code>
        {props.value.slice(0, 32)}
        <wbr />
        {props.value.slice(32)}
      </code>
    </p>
  );
}

function CompareWith(): React.JSX.Element {
  const { t } = useTranslation();
  const pasted = useWizard((state) => state.pasted);
  const checksumFile = useWizard((state) => state.checksumFile);
  const { setPasted, chooseChecksumFile } = useActions();
  const bad = pasted.trim() !== '' && pastedHash(pasted) === null;
  return (
    <div className="stack">
      <Field
        label={t('verify.paste')}
        value={pasted}
        mono
        hint={t('verify.pasteHint')}
        error={bad ? t('verify.pasteBad') : undefined}
        onChange={setPasted}
      />
      <div className="row">
        <button type="button" className="secondary small" onClick={() => void chooseChecksumFile()}>
          {t('verify.chooseFile')}
        </button>
        {checksumFile !== null && (
          <span className="quiet">
            {t('verify.checksumFile', { name: fileName(checksumFile) })}
          </span>
        )}
      </div>
    </div>
  );
}

function GoOn(): React.JSX.Element {
  const { t } = useTranslation();
  const goOn = useWizard((state) => state.answers.goOnUnverified);
  const { setGoOnUnverified } = useActions();
  return (
    <div className="panel">
      <Tick
        label={t('verify.goOn')}
        text={t('verify.goOnText')}
        checked={goOn}
        onChange={setGoOnUnverified}
      />
    </div>
  );
}
