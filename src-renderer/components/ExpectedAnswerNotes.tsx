import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerNote } from '../../src-shared/answer-notes';
import type { StickErrorData } from '../../src-shared/errors';
import { ask } from '../store/ask';
import { useApi, useWizard } from '../store/context';
import { planOf } from '../store/plan';
import { AnswerNotes } from './AnswerNotes';
import { ErrorCallout } from './ErrorCallout';

type Answered =
  { state: 'notes'; notes: readonly AnswerNote[] } | { state: 'failed'; error: StickErrorData };

/** Names are typed letter by letter; the file is looked at when nothing was typed for so many milliseconds. */
const PAUSE = 300;

/** What is to be known about the person's own answer file, held against the answers; nothing when there is none. */
export function ExpectedAnswerNotes(): React.JSX.Element | null {
  const { t } = useTranslation();
  const answered = useAnswered();
  if (answered === null) return null;
  if (answered.state === 'failed') {
    return <ErrorCallout title={t('yours.notes.failedTitle')} error={answered.error} />;
  }
  const { notes } = answered;
  return notes.length > 0 ? (
    <AnswerNotes notes={notes} />
  ) : (
    <p className="quiet" role="status">
      {t('yours.notes.none')}
    </p>
  );
}

/** What the program found; null while it isn't known, or while other answers keep it from being. */
function useAnswered(): Answered | null {
  const api = useApi();
  const wanted = useWizard((state) =>
    state.answers.windows.answers.answerFile === null
      ? null
      : JSON.stringify(planOf(state.answers)),
  );
  const plan = useWizard((state) => state.answers);
  const [found, setFound] = useState<{ wanted: string; answered: Answered | null } | null>(null);
  useEffect(() => {
    const asked = wanted === null ? null : planOf(plan);
    if (wanted === null || asked === null) return;
    let isLeft = false;
    const pause = setTimeout(() => {
      void ask(api, 'answers:notes', asked).then((reply) => {
        if (!isLeft) setFound({ wanted, answered: answeredBy(reply) });
      });
    }, PAUSE);
    return () => {
      isLeft = true;
      clearTimeout(pause);
    };
    // The plan is what `wanted` says; answers that make no other plan ask for nothing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, wanted]);
  return found !== null && found.wanted === wanted ? found.answered : null;
}

type Reply = Awaited<ReturnType<typeof ask<'answers:notes'>>>;

/** Other answers that don't do are said elsewhere. */
function answeredBy(reply: Reply): Answered | null {
  if (reply.ok) return { state: 'notes', notes: reply.value };
  const { code } = reply.error;
  const isAboutFile = code === 'answers/invalid' || code.startsWith('files/');
  return isAboutFile ? { state: 'failed', error: reply.error } : null;
}
