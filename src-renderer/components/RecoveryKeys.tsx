import { Copy, FolderOpen, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BitLockerReport, StickReport } from '../../src-shared/job';
import { useActions } from '../store/context';
import { StickName } from './StickName';
import { useTargetName } from './use-target-name';

/**
 * Where the recovery keys of finished sticks are; nothing when none was encrypted. The keys themselves are not shown, their IDs in
 * capitals, as on the screen that asks for one.
 */
export function RecoveryKeys(props: { sticks: readonly StickReport[] }): React.JSX.Element | null {
  const { t } = useTranslation();
  const { printRecoveryKeys } = useActions();
  const encrypted = props.sticks.flatMap(({ target, bitLocker }) =>
    bitLocker === null ? [] : [{ target, bitLocker }],
  );
  const count = encrypted.length;
  if (count === 0) return null;
  return (
    <section className="panel recovery-keys">
      <div className="row between">
        <h2>{t('done.keysTitle', { count })}</h2>
        {count > 1 && (
          <button
            type="button"
            className="secondary small"
            onClick={() => void printRecoveryKeys(encrypted.map(({ target }) => target))}
          >
            <Printer size={16} aria-hidden />
            {t('done.keysPrintAll')}
          </button>
        )}
      </div>
      <p>{t('done.keysText', { count })}</p>
      <ul className="facts">
        {encrypted.map(({ target, bitLocker }) => (
          <li key={target}>
            {count > 1 && <StickName target={target} />}
            <RecoveryKey target={target} bitLocker={bitLocker} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RecoveryKey(props: { target: string; bitLocker: BitLockerReport }): React.JSX.Element {
  const { t } = useTranslation();
  const { target } = props;
  const { recoveryKeyId, recoveryKeyFile } = props.bitLocker;
  const { name: stickName, device } = useTargetName()(target);
  const name = device === null ? stickName : `${stickName} (${device})`;
  const { copyRecoveryKey, printRecoveryKeys, showRecoveryKey } = useActions();
  return (
    <>
      <dl className="pairs">
        <div>
          <dt>{t('done.keyId')}</dt>
          <dd className="mono">{recoveryKeyId.toUpperCase()}</dd>
        </div>
        <div>
          <dt>{t('done.keyFile')}</dt>
          <dd className="path">{recoveryKeyFile}</dd>
        </div>
      </dl>
      <div className="row">
        <button
          type="button"
          className="secondary small"
          aria-label={t('done.keyCopyOf', { name })}
          onClick={() => void copyRecoveryKey(target)}
        >
          <Copy size={16} aria-hidden />
          {t('done.keyCopy')}
        </button>
        <button
          type="button"
          className="secondary small"
          aria-label={t('done.keyPrintOf', { name })}
          onClick={() => void printRecoveryKeys([target])}
        >
          <Printer size={16} aria-hidden />
          {t('done.keyPrint')}
        </button>
        <button
          type="button"
          className="secondary small"
          aria-label={t('done.keyShowOf', { name })}
          onClick={() => void showRecoveryKey(target)}
        >
          <FolderOpen size={16} aria-hidden />
          {t('done.keyShow')}
        </button>
      </div>
    </>
  );
}
