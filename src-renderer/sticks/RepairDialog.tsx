import { AlertDialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { ErrorCallout } from '../components/ErrorCallout';
import { ProgressBar } from '../components/ProgressBar';
import { SecretField } from '../components/SecretField';
import { errorWords, useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import type { Repair } from '../store/sticks/repair-actions';
import { REPAIR_BUTTON } from './CheckedStick';
import { RepairForeseen } from './RepairForeseen';
import { RepairResult } from './RepairResult';
import { StageTitle } from '../components/StageTitle';
import { StagedDialog } from '../components/StagedDialog';

/** From the question what a repair would do to what it did. Escape closes it, but not while the stick is written to. */
export function RepairDialog(): React.JSX.Element {
  const repair = useWizard((state) => state.repair);
  const { closeRepair } = useActions();
  return (
    <StagedDialog
      isOpen={repair !== null}
      opener={REPAIR_BUTTON}
      onClose={closeRepair}
      className="repair"
    >
      {repair !== null && <Stage repair={repair} />}
    </StagedDialog>
  );
}

function Stage({ repair }: { repair: Repair }): React.JSX.Element {
  switch (repair.state) {
    case 'foreseeing':
      return <Foreseeing name={repair.chosen.name} />;
    case 'locked':
      return <Locked repair={repair} />;
    case 'ventoy':
      return <OfVentoy isDrive={repair.chosen.stick.kind === 'drive'} />;
    case 'foreseen':
      return <RepairForeseen {...repair} />;
    case 'running':
    case 'cancelling':
      return <Running {...repair} />;
    case 'done':
      return <RepairResult report={repair.report} name={repair.chosen.name} />;
    case 'cancelled':
      return <Cancelled />;
    case 'failed':
      return <Failed error={repair.error} />;
  }
}

function Foreseeing({ name }: { name: string }): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <>
      <StageTitle>{t('repair.foreseeing', { name })}</StageTitle>
      <AlertDialog.Description>{t('repair.foreseeingText')}</AlertDialog.Description>
      <ProgressBar
        label={t('repair.progress')}
        value={null}
        valueText={t('repair.foreseeingText')}
      />
      <div className="dialog-actions">
        <AlertDialog.Cancel className="secondary">{t('make.cancel')}</AlertDialog.Cancel>
      </div>
    </>
  );
}

function Locked({ repair }: { repair: Repair & { state: 'locked' } }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { setRepairSecret, unlockRepair } = useActions();
  const words = repair.error === null ? null : errorWords(repair.error, format);
  return (
    <>
      <StageTitle>{t('repair.lockedTitle')}</StageTitle>
      <AlertDialog.Description>{t('repair.lockedText')}</AlertDialog.Description>
      <SecretField
        label={t('repair.secret')}
        what={t('repair.secretWhat')}
        value={repair.secret}
        error={words === null ? undefined : `${words.what} ${words.next}`}
        onChange={setRepairSecret}
      />
      <div className="dialog-actions">
        <AlertDialog.Cancel className="secondary">{t('repair.leave')}</AlertDialog.Cancel>
        <button
          type="button"
          className="primary"
          disabled={repair.secret === ''}
          onClick={() => void unlockRepair()}
        >
          {t('repair.unlock')}
        </button>
      </div>
    </>
  );
}

function OfVentoy({ isDrive }: { isDrive: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const { updateVentoy } = useActions();
  return (
    <>
      <StageTitle>{t('repair.ventoyTitle')}</StageTitle>
      <AlertDialog.Description>
        {t(isDrive ? 'repair.ventoyText' : 'repair.ventoyFileText')}
      </AlertDialog.Description>
      <div className="dialog-actions">
        <AlertDialog.Cancel className="secondary">{t('app.close')}</AlertDialog.Cancel>
        {isDrive && (
          <button type="button" className="primary" onClick={updateVentoy}>
            {t('repair.ventoyGo')}
          </button>
        )}
      </div>
    </>
  );
}

function Running({
  chosen,
  state,
  progress,
}: Repair & { state: 'running' | 'cancelling' }): React.JSX.Element {
  const { t } = useTranslation();
  const { cancelRepair } = useActions();
  const counted = progress !== null && progress.totalBytes > 0;
  const words = progress === null ? t('repair.opening') : t(`make.phaseNow.${progress.phase}`);
  return (
    <>
      <StageTitle>{t('repair.running', { name: chosen.name })}</StageTitle>
      <AlertDialog.Description>{t('repair.runningText')}</AlertDialog.Description>
      <p role="status">{state === 'cancelling' ? t('repair.takingBack') : words}</p>
      <ProgressBar
        label={t('repair.progress')}
        value={counted ? progress.doneBytes / progress.totalBytes : null}
        valueText={words}
      />
      <div className="dialog-actions">
        <button
          type="button"
          className="secondary"
          disabled={state === 'cancelling'}
          onClick={() => void cancelRepair()}
        >
          {t('make.cancel')}
        </button>
      </div>
    </>
  );
}

function Cancelled(): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <>
      <StageTitle>{t('repair.cancelledTitle')}</StageTitle>
      <AlertDialog.Description>{t('repair.cancelledText')}</AlertDialog.Description>
      <Close />
    </>
  );
}

function Failed({ error }: Pick<Repair & { state: 'failed' }, 'error'>): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <>
      <StageTitle>{t('repair.failedTitle')}</StageTitle>
      <AlertDialog.Description>{t(`stickState.${error.stick}`)}</AlertDialog.Description>
      <ErrorCallout title={t('make.happened')} error={error} />
      <Close />
    </>
  );
}

function Close(): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <div className="dialog-actions">
      <AlertDialog.Cancel className="secondary">{t('app.close')}</AlertDialog.Cancel>
    </div>
  );
}
