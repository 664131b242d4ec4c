import {
  DIARY_LIMITS,
  MOST_SECONDS,
  type ComputerKind,
  type DiaryEntry,
  type DiaryResult,
  type Firmware,
  type SecureBoot,
} from '../../src-shared/diary';

/** A note as it is typed. */
export interface DiaryDraft {
  maker: string;
  model: string;
  kind: ComputerKind;
  firmware: Firmware;
  secureBoot: SecureBoot;
  result: DiaryResult;
  seconds: string;
  code: string;
  note: string;
}

export const emptyDraft: DiaryDraft = {
  maker: '',
  model: '',
  kind: 'pc',
  firmware: 'unknown',
  secureBoot: 'unknown',
  result: 'started',
  seconds: '',
  code: '',
  note: '',
};

export type DraftProblem = 'model' | 'seconds';

export function draftProblems({ model, seconds, result }: DiaryDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (model.trim() === '') problems.push('model');
  if (result !== 'did-not-start' && secondsOf(seconds) === undefined) problems.push('seconds');
  return problems;
}

/** What a draft without problems stands for. What is not asked for, given the other answers, is left out. */
export function entryOf(
  draft: DiaryDraft,
  stick: DiaryEntry['stick'],
  { id, when }: Pick<DiaryEntry, 'id' | 'when'>,
): DiaryEntry {
  const { kind, maker, model, firmware, result, code, note } = draft;
  return {
    id,
    when,
    stick: { ...stick, label: stick.label.slice(0, DIARY_LIMITS.label) },
    computer: { kind, maker, model },
    firmware,
    secureBoot: firmware === 'uefi' ? draft.secureBoot : 'unknown',
    result,
    seconds: result === 'did-not-start' ? null : (secondsOf(draft.seconds) ?? null),
    code,
    note,
  };
}

/** Null for nothing, undefined for what is no time. */
function secondsOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  if (!/^\s*\d{1,6}\s*$/.test(text)) return undefined;
  const seconds = Number(text);
  return seconds >= 1 && seconds <= MOST_SECONDS ? seconds : undefined;
}
