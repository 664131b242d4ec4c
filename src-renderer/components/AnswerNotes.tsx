import { useTranslation } from 'react-i18next';
import type { AnswerNote } from '../../src-shared/answer-notes';
import { useFormat } from '../i18n/format';
import { Callout } from './Callout';

/** What a person should know about an answer file of their own; nothing when there is nothing to know. */
export function AnswerNotes({ notes }: { notes: readonly AnswerNote[] }): React.JSX.Element | null {
  const { t } = useTranslation();
  const wordsOf = useNoteWords();
  if (notes.length === 0) return null;
  return (
    <Callout tone="caution" title={t('done.notes.title')}>
      <ul className="facts">
        {notes.map((note) => (
          <li key={JSON.stringify(note)}>{wordsOf(note)}</li>
        ))}
      </ul>
    </Callout>
  );
}

function useNoteWords(): (note: AnswerNote) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (note) => {
    switch (note.kind) {
      case 'file-wins':
        return t('done.notes.fileWins', { setting: note.setting, pass: note.pass });
      case 'pass-not-run':
        return t('done.notes.passNotRun', { pass: note.pass });
      case 'other-architecture':
        return t('done.notes.otherArchitecture', { names: format.list(note.architectures) });
    }
  };
}
