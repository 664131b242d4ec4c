import { resolve } from 'node:path';
import { computerNames } from '../../../src-shared/compatibility';
import {
  ComputerKindSchema,
  DiaryEntrySchema,
  FirmwareSchema,
  MOST_SECONDS,
  SecureBootSchema,
  StickIdSchema,
  summarise,
  type ClassSummary,
  type Diary,
  type DiaryEntry,
  type DiaryResult,
  type StickId,
} from '../../../src-shared/diary';
import { stickError } from '../../../src-shared/errors';
import { targetName, type Target } from '../../../src-shared/plan';
import { DiaryStore, exportDiary, readDiaryFile, stickIdentity } from '../../engine';
import { dataFolder, newGuid } from '../../io';
import { usageError, type Context } from '../context';
import { oneOf, wholeNumber } from '../option-values';
import { table } from '../output';
import { existingTarget } from '../targets';

export interface StickOptions {
  stick?: string;
}

export interface AddEntryOptions extends StickOptions {
  model: string;
  maker?: string;
  computer: string;
  firmware: string;
  secureBoot: string;
  result: string;
  seconds?: string;
  code?: string;
  note?: string;
  label?: string;
}

/** Digits of an entry's ID that are shown, and the fewest that name it. */
const SHOWN_DIGITS = 8;
const FEWEST_DIGITS = 4;

/** `sticksmith diary add [TARGET]`: notes how a stick fared on a computer. */
export async function diaryAdd(
  text: string | undefined,
  options: AddEntryOptions,
  context: Context,
): Promise<void> {
  const diary = openDiary();
  // What was typed is looked at first: asking for rights to read a drive, only to refuse then, would be rude.
  const noted = notedBy(options);
  const stick = await requireStick(text, options, context);
  const label = options.label ?? stick.label;
  const entry = parsed({ ...noted, stick: { id: stick.id, label } });
  const kept = await diary.add([entry], context.signal);
  const lines = [`Noted as ${shownId(entry)}.`, ...summaryLines(ofStick(kept.entries, stick.id))];
  context.output.result({ entry, damaged: kept.damaged }, [...lines, ...damageLines(kept)]);
}

/** `sticksmith diary list [TARGET]`: what was noted, of all sticks or of one. */
export async function diaryList(
  text: string | undefined,
  options: StickOptions,
  context: Context,
): Promise<void> {
  const diary = openDiary();
  const stick = await namedStick(text, options, context);
  const kept = await diary.read(context.signal);
  const entries = stick === null ? kept.entries : ofStick(kept.entries, stick.id);
  const summary = summarise(entries);
  context.output.result({ entries, summary, damaged: kept.damaged }, [
    ...(entries.length === 0 ? ['Nothing was noted.'] : entryLines(entries)),
    ...summaryLines(entries),
    ...damageLines(kept),
  ]);
}

/** `sticksmith diary export FILE`: writes a table (.csv, .html), or a file that `import` reads (.json). */
export async function diaryExport(
  file: string,
  options: StickOptions,
  context: Context,
): Promise<void> {
  const path = resolve(file);
  const stick = stickOption(options);
  const kept = await openDiary().read(context.signal);
  const entries = stick === null ? kept.entries : ofStick(kept.entries, stick);
  await exportDiary(path, entries);
  context.output.result({ path, entries: entries.length, damaged: kept.damaged }, [
    `${counted(entries.length)} written to ${path}.`,
    ...damageLines(kept),
  ]);
}

/** `sticksmith diary import FILE`: adds the entries of an exported diary that aren't there yet. */
export async function diaryImport(file: string, context: Context): Promise<void> {
  const path = resolve(file);
  const more = await readDiaryFile(path);
  const diary = openDiary();
  const before = new Set((await diary.read(context.signal)).entries.map(({ id }) => id));
  const kept = await diary.add(more, context.signal);
  const added = more.filter(({ id }) => !before.has(id)).length;
  const known = more.length - added;
  context.output.result({ path, added, known, damaged: kept.damaged }, [
    `${counted(added)} added, ${String(known)} known before.`,
    ...damageLines(kept),
  ]);
}

/** `sticksmith diary remove ID`: removes one entry. The first digits of its ID are enough. */
export async function diaryRemove(digits: string, context: Context): Promise<void> {
  const diary = openDiary();
  const { entries } = await diary.read(context.signal);
  const entry = entryNamed(digits, entries);
  const kept = await diary.remove(entry.id, context.signal);
  context.output.result({ entry, damaged: kept.damaged }, [
    `Removed: ${computerText(entry)}, ${resultWords[entry.result]}.`,
    ...damageLines(kept),
  ]);
}

/** Throws `usage` for a user without a home folder. */
function openDiary(): DiaryStore {
  const folder = dataFolder(process.env);
  if (folder === null) throw usageError('you have no home folder, where a diary could be kept');
  return new DiaryStore(folder);
}

interface NamedStick {
  id: StickId;
  /** The drive's or the file's name; empty for a stick that isn't at hand. */
  label: string;
}

async function namedStick(
  text: string | undefined,
  options: StickOptions,
  context: Context,
): Promise<NamedStick | null> {
  const id = stickOption(options);
  if (id !== null && text !== undefined) throw usageError('name a target or --stick, not both');
  if (id !== null) return { id, label: '' };
  if (text === undefined) return null;
  const target = await existingTarget(text, context);
  return { id: await stickIdentity(target, context.host, context.signal), label: labelOf(target) };
}

async function requireStick(
  text: string | undefined,
  options: StickOptions,
  context: Context,
): Promise<NamedStick> {
  const stick = await namedStick(text, options, context);
  if (stick !== null) return stick;
  throw usageError('name the stick: a drive, an image file, or its ID with --stick');
}

function labelOf(target: Target): string {
  const name = target.kind === 'drive' ? target.identity.model : null;
  return name ?? targetName(target).replace(/^.*[/\\]/, '');
}

function stickOption({ stick }: StickOptions): StickId | null {
  if (stick === undefined) return null;
  const read = StickIdSchema.safeParse(stick);
  if (read.success) return read.data;
  throw usageError('--stick takes gpt: and a GUID, mbr: and 8 digits, or ventoy: and 32 digits');
}

const results: Readonly<Record<'started' | 'trouble' | 'failed', DiaryResult>> = {
  started: 'started',
  trouble: 'started-with-trouble',
  failed: 'did-not-start',
};

const resultWords: Readonly<Record<DiaryResult, string>> = {
  started: 'started',
  'started-with-trouble': 'started with trouble',
  'did-not-start': 'did not start',
};

/** All of an entry but its stick. Throws `usage`, naming the option. */
function notedBy(options: AddEntryOptions): Omit<DiaryEntry, 'stick'> {
  const result = oneOf('--result', options.result, ['started', 'trouble', 'failed'] as const);
  const { seconds } = options;
  const { stick: _stick, ...noted } = parsed({
    id: newGuid(),
    // Any stick does until the right one is known.
    stick: { id: 'mbr:00000001', label: options.label ?? '' },
    when: new Date().toISOString(),
    computer: {
      kind: oneOf('--computer', options.computer, ComputerKindSchema.options),
      maker: options.maker ?? '',
      model: options.model,
    },
    firmware: oneOf('--firmware', options.firmware, FirmwareSchema.options),
    secureBoot: oneOf('--secure-boot', options.secureBoot, SecureBootSchema.options),
    result: results[result],
    seconds: seconds === undefined ? null : wholeNumber('--seconds', seconds, 1),
    code: options.code ?? '',
    note: options.note ?? '',
  });
  return noted;
}

/** Throws `usage`, naming the option by the last part of the field that it fills. */
function parsed(entry: DiaryEntry): DiaryEntry {
  const read = DiaryEntrySchema.safeParse(entry);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = String(issue?.path.at(-1) ?? '');
  const message =
    field === 'seconds' && (entry.seconds ?? 0) > MOST_SECONDS
      ? `it takes ${String(MOST_SECONDS)} at most`
      : (issue?.message ?? '');
  const option = field === 'secureBoot' ? 'secure-boot' : field;
  throw usageError(`--${option}: ${message}`);
}

function ofStick(entries: readonly DiaryEntry[], id: StickId): DiaryEntry[] {
  return entries.filter(({ stick }) => stick.id === id);
}

function entryNamed(digits: string, entries: readonly DiaryEntry[]): DiaryEntry {
  if (!new RegExp(`^[0-9a-f-]{${String(FEWEST_DIGITS)},36}$`, 'i').test(digits)) {
    throw usageError(`an entry is named by at least ${String(FEWEST_DIGITS)} digits of its ID`);
  }
  const found = entries.filter(({ id }) => id.startsWith(digits.toLowerCase()));
  const [entry] = found;
  if (entry === undefined) throw stickError('diary/not-found', { id: digits });
  if (found.length > 1) throw usageError(`more than one entry begins with ${digits}`);
  return entry;
}

function entryLines(entries: readonly DiaryEntry[]): string[] {
  return table(
    entries.map((entry) => [
      shownId(entry),
      entry.when.slice(0, 10),
      computerText(entry),
      firmwareText(entry),
      entry.seconds === null
        ? resultWords[entry.result]
        : `${resultWords[entry.result]}, desktop after ${String(entry.seconds)} s`,
      [entry.stick.label || entry.stick.id, entry.code, entry.note].filter(Boolean).join('; '),
    ]),
  );
}

function shownId({ id }: DiaryEntry): string {
  return id.slice(0, SHOWN_DIGITS);
}

function computerText({ computer }: DiaryEntry): string {
  return `${computer.maker} ${computer.model}`.trim();
}

function firmwareText({ firmware, secureBoot }: DiaryEntry): string {
  if (firmware === 'bios') return 'BIOS';
  if (firmware === 'unknown') return 'firmware unknown';
  return secureBoot === 'unknown' ? 'UEFI' : `UEFI, Secure Boot ${secureBoot}`;
}

function summaryLines(entries: readonly DiaryEntry[]): string[] {
  const summaries = summarise(entries);
  return summaries.length === 0 ? [] : ['', ...table(summaries.map(summaryRow))];
}

function summaryRow({ computer, tries, started, withTrouble, uncertain }: ClassSummary): string[] {
  const notes = [
    ...(withTrouble > 0 ? [`${String(withTrouble)} with trouble`] : []),
    ...(uncertain > 0 ? [`certificates unknown of ${String(uncertain)}`] : []),
  ];
  const more = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return [computerNames[computer], `started on ${String(started)} of ${String(tries)}${more}`];
}

function damageLines({ damaged }: Diary): string[] {
  if (damaged.length === 0) return [];
  return ['', 'A diary was damaged. As it was, it is kept here:', ...damaged];
}

function counted(entries: number): string {
  return entries === 1 ? '1 entry' : `${String(entries)} entries`;
}
