import { useTranslation } from 'react-i18next';
import { MINIMUM_SHARED_BYTES, VHDX_MAXIMUM_BYTES } from '../../src-shared/layout';
import { PASSWORD_LENGTH } from '../../src-shared/protect';
import { useFormat } from '../i18n/format';
import { useWizard } from '../store/context';
import { spaceLimits } from '../store/space';
import type { Problem } from '../store/wizard';

/** Why one can't go on, as a sentence; empty when one can. */
export function useProblemWords(problem: Problem | null): string {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  if (problem === null) return '';
  const limits = spaceLimits(answers);
  return t(`problems.${problem}`, {
    shortest: format.exact(PASSWORD_LENGTH.least),
    longest: format.exact(PASSWORD_LENGTH.most),
    minimum: format.bytes(MINIMUM_SHARED_BYTES),
    maximumVhdx: format.bytes(VHDX_MAXIMUM_BYTES),
    maximum: format.bytes(limits?.maximumSharedBytes ?? 0),
    minimumWindows: format.bytes(limits?.minimumWindowsBytes ?? 0),
    maximumWindows: format.bytes(limits?.maximumWindowsBytes ?? 0),
  });
}
