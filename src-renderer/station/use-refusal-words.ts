import { useTranslation } from 'react-i18next';
import type { StationRow } from '../../src-shared/station';
import { errorWords, useFormat } from '../i18n/format';

/** Why a drive is left alone, in sentences. */
export function useRefusalWords(): (row: StationRow & { state: 'refused' }) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ refusal, drive }) => {
    switch (refusal.why) {
      case 'unsuitable':
        return refusal.reasons.map((reason) => t(`reasons.${reason}`)).join(' ');
      case 'size':
        return t('station.refusals.size', {
          size: format.bytes(drive.identity.sizeBytes),
          smallest: format.bytes(refusal.smallestBytes),
          largest: format.bytes(refusal.largestBytes),
        });
      case 'not-empty':
        return t('station.refusals.not-empty', { what: refusal.what });
      case 'made-already':
        return t('station.refusals.made-already', { number: format.exact(refusal.number) });
      case 'unreadable':
        return t('station.refusals.unreadable', { what: errorWords(refusal.error, format).what });
      case 'port':
      case 'binned':
        return t(`station.refusals.${refusal.why}`);
    }
  };
}
