import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import type { Answers } from '../store/answers';
import { computerNames } from '../store/yours';

/** More names than this are said by the first and the last. */
const NAMED = 3;

/** The names of the sticks' computers, in a few words; null while there are none. */
export function useComputerNames(): (answers: Answers) => string | null {
  const { t } = useTranslation();
  const format = useFormat();
  return (answers) => {
    const names = computerNames(answers).filter((name) => name !== null);
    const different = [...new Set(names)];
    const [first] = different;
    const last = different.at(-1);
    if (first === undefined || last === undefined) return null;
    return different.length > NAMED
      ? t('yours.answers.previewRange', { first, last })
      : format.list(different);
  };
}
