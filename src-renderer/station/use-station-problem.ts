import { useTranslation } from 'react-i18next';
import { PASSWORD_LENGTH } from '../../src-shared/protect';
import { STATION_AT_ONCE } from '../../src-shared/station';
import { useFormat } from '../i18n/format';
import type { StationProblem } from '../store/station/draft';

/** What is missing or wrong: about secrets and Ventoy in the words of the wizard, about all else in words of its own. */
export function useStationProblem(): (problem: StationProblem) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (problem) => {
    switch (problem) {
      case 'password-missing':
      case 'password-too-short':
      case 'password-too-long':
      case 'password-control-character':
      case 'password-differs':
        return t(`problems.${problem}`, {
          shortest: format.exact(PASSWORD_LENGTH.least),
          longest: format.exact(PASSWORD_LENGTH.most),
        });
      case 'ventoy-label-exfat':
        return t('problems.ventoy-label-exfat');
      case 'at-once':
        return t('station.problems.at-once', { most: format.exact(STATION_AT_ONCE.most) });
      default:
        return t(`station.problems.${problem}`);
    }
  };
}
