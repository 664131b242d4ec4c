import { useTranslation } from 'react-i18next';
import { type ConfigNote, problemWords } from '../../../src-shared/ventoy-json';
import { useFormat } from '../../i18n/format';
import { textsIn } from '../../i18n/spoken';

/** What is wrong with a ventoy.json, and where, in the language of the window. */
export function useConfigWords(): (note: ConfigNote) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ place, ...note }) => {
    const problem = problemWords(note, textsIn(format.locale).ventoyProblems);
    if ('path' in place) return t('ventoy.preview.problem', { place: place.path, problem });
    const [line, column] = [format.exact(place.line), format.exact(place.column)];
    return t('ventoy.preview.problemAt', { line, column, problem });
  };
}
