import { errorCatalogue, fillIn } from '../../src-shared/errors';
import {
  editionOf,
  type MadeRecord,
  type Outcome,
  type RecordImage,
  type RecordSummary,
  type RecordTarget,
  type StickRecord,
  type Verification,
} from '../../src-shared/records';
import { slowestOf, slowestText } from '../../src-shared/timing';
import { formatBytes } from '../../src-shared/units';
import { marks, phaseNames, stickStates, table } from './output';

/** Digits of a record's ID that are shown in a list. */
export const SHOWN_DIGITS = 8;

/** A record in a list. */
export function recordRow(record: RecordSummary): string[] {
  const { id, startedAt, outcome, target } = record;
  return [
    id.slice(0, SHOWN_DIGITS),
    localTime(startedAt),
    outcome.result === 'failed' ? `failed, ${outcome.error.code}` : resultWords[outcome.result],
    driveText(target),
    contentTexts(record).filter(Boolean).join(', '),
  ];
}

/** All that is kept of one stick, but for its recipe. */
export function recordLines(record: StickRecord): string[] {
  const { target, outcome } = record;
  const slowest = slowestOf(record.timings, target.path);
  const rows: Row[] = [
    ['Record', record.id],
    ['Job', record.jobId],
    ['Made by', record.program],
    ['Started', localTime(record.startedAt)],
    ['Ended', record.endedAt === null ? null : localTime(record.endedAt)],
    ['Drive', `${driveText(target)}, ${formatBytes(target.sizeBytes)}`],
    ['Serial', target.kind === 'drive' ? target.serial : null],
    ['Path', target.path],
    ['Label', record.label],
    ...rowsOfKind(record),
    ['Written', formatBytes(record.writtenBytes)],
    ['Read back', verificationText(record)],
  ];
  const known = rows.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return [
    ...outcomeLines(outcome, jobWords(record)),
    '',
    ...table(known),
    ...(record.kind === 'ordinary-drive' ? [] : notPassedLines(record)),
    ...(slowest ? ['', slowestText(slowest)] : []),
  ];
}

type Row = [name: string, value: string | null];

function rowsOfKind(record: StickRecord): Row[] {
  if (record.kind === 'ordinary-drive') {
    return [
      ['File system', 'exFAT'],
      ['Table', record.scheme?.toUpperCase() ?? null],
    ];
  }
  const { computerName, stickId, recipeName, images, recoveryKeyId } = record;
  return [
    ['Name', computerName],
    ['Stick ID', stickId],
    ['Recipe', recipeName],
    ...images.map((image): Row => ['Image', imageText(image)]),
    ['Edition', editionOf(images)],
    ['Checks', checksText(record)],
    ['BitLocker', recoveryKeyId === null ? null : `recovery key ${recoveryKeyId}`],
  ];
}

/** What a stick or a drive is called, and what went onto it. */
function contentTexts(record: RecordSummary): (string | null)[] {
  return record.kind === 'ordinary-drive'
    ? [record.label, 'an ordinary drive again']
    : [record.computerName, record.label, ...record.images.map(({ name }) => name)];
}

const resultWords: Record<Outcome['result'], string> = {
  running: 'being made',
  'broken-off': 'broke off',
  finished: 'finished',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** How a kind of job is spoken of. */
interface JobWords {
  finished: string;
  running: string;
  failed: string;
  again: string;
}

const makingWords: JobWords = {
  finished: 'The stick was finished.',
  running: 'The stick is being made.',
  failed: 'The stick failed',
  again: 'Make the stick again.',
};

const restoringWords: JobWords = {
  finished: 'The drive became an ordinary one again.',
  running: 'The drive is being made an ordinary one again.',
  failed: 'The drive did not become an ordinary one',
  again: 'Run “sticksmith restore” on the drive again.',
};

function jobWords({ kind }: StickRecord): JobWords {
  return kind === 'ordinary-drive' ? restoringWords : makingWords;
}

function outcomeLines(outcome: Outcome, words: JobWords): string[] {
  switch (outcome.result) {
    case 'finished':
      return [words.finished];
    case 'running':
      return [words.running];
    case 'broken-off':
      return [
        `The job broke off${inPhase(outcome)}: the computer or the program stopped.`,
        words.again,
      ];
    case 'cancelled':
      return [`The job was cancelled${inPhase(outcome)}.`, stickStates[outcome.stick]];
    case 'failed': {
      const { code, params, stick } = outcome.error;
      const { what, next } = errorCatalogue[code];
      const filled = [what, next].map((text) => fillIn(text, params, formatBytes));
      return [`${words.failed}${inPhase(outcome)}. [${code}]`, ...filled, stickStates[stick]];
    }
  }
}

function inPhase({ phase }: Pick<Extract<Outcome, { result: 'failed' }>, 'phase'>): string {
  return phase === null ? '' : ` in the phase “${phaseNames[phase]}”`;
}

function driveText(target: RecordTarget): string {
  return target.kind === 'drive' ? (target.model ?? target.path) : target.path;
}

function imageText({ name, sizeBytes, sha256 }: RecordImage): string {
  const size = sizeBytes === null ? '' : `, ${formatBytes(sizeBytes)}`;
  return `${name}${size}${sha256 === null ? ', not read to its end' : `, SHA-256 ${sha256}`}`;
}

const verificationWords: Record<Verification, string> = {
  compared: 'and compared',
  'left-out': 'not compared: this kind of target or of making leaves it out',
  'not-reached': 'the job ended before all was compared',
};

function verificationText({ verifiedBytes, verification }: RecordSummary): string {
  return `${formatBytes(verifiedBytes)}, ${verificationWords[verification]}`;
}

function checksText({ checks }: MadeRecord): string {
  if (!checks) return 'not reached';
  const { passed, warned, failed } = checks;
  return `${String(passed)} passed, ${String(warned)} to look at, ${String(failed)} failed`;
}

function notPassedLines({ notPassed }: MadeRecord): string[] {
  if (notPassed.length === 0) return [];
  return ['', ...table(notPassed.map(({ status, id, evidence }) => [marks[status], id, evidence]))];
}

/** `2026-03-01 10:20` by this computer's clock. */
function localTime(iso: string): string {
  const time = new Date(iso);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
