import { useTranslation } from 'react-i18next';
import type { AnswerNote } from '../../src-shared/answer-notes';
import { useFormat } from '../i18n/format';
import { Callout } from './Callout';

/** What a person should know about an answer file of their own; nothing when there is nothing to know. */
export function AnswerNotes({ notes }: { notes: readonly AnswerNote[] }): React.JSX.Element | null {
  const { t } = useTranslation();
  const words = useNoteWords();
  if (notes.length === 0) return null;
  return (
    <Callout tone="caution" title={t('yours.notes.title')} role="status">
      <ul className="bullets">
        {notes.map((note) => (
          <li key={JSON.stringify(note)}>{words(note)}</li>
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
        return t('yours.notes.fileWins', {
          choice: t(`yours.notes.choices.${note.choice}`),
          setting: note.setting,
        });
      case 'pass-not-run':
        return t('yours.notes.passNotRun', { pass: note.pass });
      case 'other-architecture':
        return t('yours.notes.otherArchitecture', { names: format.list(note.architectures) });
    }
  };
}
