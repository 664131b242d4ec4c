import { AlertDialog } from 'radix-ui';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { driveName, holdsData } from '../../src-shared/drive';
import type { StickErrorData } from '../../src-shared/errors';
import { useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import { type AskedTest, type RunningTest, testConfirmed } from '../store/drive-tests';
import { ConfirmErasing } from './ConfirmErasing';
import { ErrorCallout } from './ErrorCallout';
import { ProgressBar } from './ProgressBar';
import { useDriveContents } from './use-drive-contents';

/** The id of the button that opens the test of a drive, where the focus goes when it closes. */
export function testButtonId(path: string): string {
  return `test-${path}`;
}

/** Asks before a drive is tested, and shows the test. What it found stands on the drive's card. */
export function DriveTestDialog(): React.JSX.Element {
  const testing = useWizard((state) => state.testing);
  const { closeDriveTest } = useActions();
  // The drive that the dialog is about is no longer known when it gives back the focus.
  const opener = useRef<string | null>(null);
  return (
    <AlertDialog.Root
      open={testing !== null}
      onOpenChange={(open) => {
        if (!open) closeDriveTest();
      }}
    >
      <AlertDialog.Portal>
        {/* Radix's own overlay injects a style element, which the page's policy forbids. */}
        <div className="veil" />
        <AlertDialog.Content
          className="dialog"
          aria-modal
          onOpenAutoFocus={() => {
            opener.current = testing === null ? null : testButtonId(testing.drive.path);
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current !== null) document.getElementById(opener.current)?.focus();
          }}
        >
          {testing?.state === 'asked' && <Ask asked={testing} />}
          {(testing?.state === 'running' || testing?.state === 'cancelling') && (
            <Running running={testing} />
          )}
          {testing?.state === 'failed' && <Failed error={testing.error} />}
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function Ask({ asked }: { asked: AskedTest }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { confirmDriveTest, startDriveTest } = useActions();
  const contentsOf = useDriveContents();
  const { drive } = asked;
  const name = driveName(drive);
  const what = contentsOf(drive);
  const holds = holdsData(drive);
  return (
    <>
      <AlertDialog.Title>{t('test.title', { name })}</AlertDialog.Title>
      <AlertDialog.Description>{t('test.text')}</AlertDialog.Description>
      <p className="erased">
        <strong>
          {t('test.erases', { name, size: format.bytes(drive.sizeBytes), path: drive.path })}
        </strong>{' '}
        {what === null ? t('review.erasedEmpty') : t('review.erasedContents', { what })}
      </p>
      <ConfirmErasing
        names={holds ? [name] : []}
        typed={{ [name]: asked.typed }}
        onType={(_name, typed) => {
          confirmDriveTest({ typed });
        }}
        tick={holds ? null : t('review.tickDrive')}
        ticked={asked.ticked}
        onTick={(ticked) => {
          confirmDriveTest({ ticked });
        }}
      />
      <div className="dialog-actions">
        <AlertDialog.Cancel className="secondary">{t('test.no')}</AlertDialog.Cancel>
        <button
          type="button"
          className="primary"
          data-tone="danger"
          disabled={!testConfirmed(asked)}
          onClick={() => void startDriveTest()}
        >
          {t('test.start')}
        </button>
      </div>
    </>
  );
}

function Running({ running }: { running: RunningTest }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { cancelDriveTest } = useActions();
  const { drive, progress, state } = running;
  const words = progress === null ? t('test.starting') : t(`test.steps.${progress.step}`);
  const percent = progress === null ? '' : format.percent(progress.overall);
  return (
    <>
      <AlertDialog.Title>{t('test.running', { name: driveName(drive) })}</AlertDialog.Title>
      <AlertDialog.Description>{t('test.runningText')}</AlertDialog.Description>
      <p className="row between">
        <span aria-live="polite">{state === 'cancelling' ? t('make.cancelling') : words}</span>
        <span className="numbers">{percent}</span>
      </p>
      <ProgressBar
        label={t('test.progress')}
        value={progress?.overall ?? null}
        valueText={percent}
      />
      <div className="dialog-actions">
        <button
          type="button"
          className="secondary"
          autoFocus
          disabled={state === 'cancelling'}
          onClick={() => void cancelDriveTest()}
        >
          {t('test.cancel')}
        </button>
      </div>
    </>
  );
}

function Failed({ error }: { error: StickErrorData }): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <>
      <AlertDialog.Title>{t('test.failedTitle')}</AlertDialog.Title>
      <AlertDialog.Description>
        {t(error.stick === 'untouched' ? 'stickState.untouched' : 'test.failedErased')}
      </AlertDialog.Description>
      <ErrorCallout title={t('make.happened')} error={error} />
      <div className="dialog-actions">
        <AlertDialog.Cancel className="secondary" autoFocus>
          {t('app.close')}
        </AlertDialog.Cancel>
      </div>
    </>
  );
}
