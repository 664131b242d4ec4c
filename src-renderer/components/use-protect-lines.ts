import { useTranslation } from 'react-i18next';
import type { Protect } from '../../src-shared/protect';

/** Whether Windows is encrypted, by whom, and where the keys go. */
export function useProtectLines(): (protect: Protect) => string[] {
  const { t } = useTranslation();
  return (protect) => {
    if (protect.kind === 'none') return [t('review.madeNotEncrypted')];
    const cipher = t(`protect.ciphers.${protect.cipher}`);
    if (protect.kind === 'first-start') {
      const folder = protect.recoveryFolder;
      return [
        t('review.madeFirstStart', { cipher }),
        folder === null
          ? t('review.madeFirstStartAsks')
          : t('review.madeFirstStartKeys', { folder }),
      ];
    }
    const keys = t('review.madeEncryptedNowKeys', { folder: protect.recoveryFolder });
    if (protect.kind === 'after-writing') {
      return [
        t('review.madeAfterWriting', { cipher }),
        keys,
        ...(protect.usedSpaceOnly ? [] : [t('review.madeWholeEncrypted')]),
      ];
    }
    return [
      t('review.madeEncryptedNow', { cipher }),
      keys,
      ...(protect.clearFreeSpace ? [t('review.madeCleared')] : []),
    ];
  };
}
