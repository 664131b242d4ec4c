import type { AnswerNote } from '../../src-shared/answer-notes';
import { computerNameOf } from '../../src-shared/computer-name';
import type { DriverReport } from '../../src-shared/drivers';
import type { Edition } from '../../src-shared/image';
import { resolveLean } from '../../src-shared/lean-presets';
import type { WindowsPlan } from '../../src-shared/plan';
import type { WindowsChoices } from '../../src-shared/windows-choices';
import {
  ANSWER_FILE_PATH,
  FIRST_START_COMMAND,
  FIRST_START_WIFI,
  buildAnswerFile,
  choiceEdits,
  firstStartFiles,
  requireBootable,
  type FileEdit,
  type GuestEdits,
  type OwnFile,
} from '../guest';
import type { Materials } from './materials';
import { padOwnFiles, type PaddedFile } from './own-files';

/** What is put into the Windows of a plan. */
export interface GuestContent {
  /** The same for all sticks. Holds no secret. */
  edits: GuestEdits;
  /** One for each target, in the plan's order. */
  sticks: readonly StickContent[];
  /** What was taken of the folder with drivers, and what not; null without one. */
  drivers: DriverReport | null;
  /** What a person should know about their own answer file. */
  answerNotes: readonly AnswerNote[];
  /** Bytes that all of it adds to a stick's volume. */
  addedBytes: number;
}

/** What belongs to one stick. */
export interface StickContent {
  /** Null where Windows makes one up, or the domain join brings one. */
  computerName: string | null;
  /** May hold secrets. */
  ownFiles: readonly PaddedFile[];
}

/** Throws `plan/invalid` for a text that can't be where it belongs, and `answers/invalid`. */
export function guestContent(
  plan: WindowsPlan,
  edition: Edition,
  materials: Materials,
): GuestContent {
  const { windows, protect } = plan;
  const started = firstStartFiles({
    windows,
    protect,
    lean: resolveLean(windows.lean, null),
    hasDrivers: materials.drivers !== null,
    wifiProfiles: materials.wifiProfiles.length,
    secretAnswers:
      plan.secrets.productKey !== null ||
      materials.domainJoin !== null ||
      materials.userFile !== null,
  });
  const names = plan.targets.map((_, index) => computerName(plan, index));
  const answers = names.map((name) => answerFile(plan, edition, materials, name, started));
  const profiles = materials.wifiProfiles.map((content, index) => ({
    path: `${FIRST_START_WIFI}/${String(index + 1)}.xml`,
    content,
  }));
  const own = padOwnFiles(answers.map(({ file }) => [file, ...profiles]));
  const edits = choiceEdits({ windows, protect, build: edition.build });
  const files = [...edits.files, ...started, ...(materials.drivers?.files ?? [])];
  return {
    edits: { ...edits, files },
    sticks: own.map((ownFiles, index) => ({ computerName: names[index] ?? null, ownFiles })),
    drivers: materials.drivers?.report ?? null,
    answerNotes: answers[0]?.notes ?? [],
    addedBytes: bytesOf(files, own[0] ?? []),
  };
}

function answerFile(
  { windows, secrets }: WindowsPlan,
  edition: Edition,
  { userFile, domainJoin }: Materials,
  name: string | null,
  started: readonly FileEdit[],
): { file: OwnFile; notes: AnswerNote[] } {
  const { bytes, notes } = buildAnswerFile({
    answers: windows.answers,
    removeRecovery: !windows.portable.recovery,
    architecture: requireBootable(edition.architecture, edition.name),
    build: edition.build,
    computerName: name,
    productKey: secrets.productKey,
    domainJoin,
    // Of an account without rights Windows would ask an administrator's password; the script has other ways.
    firstStartCommand: started.length > 0 && mayAdminister(windows) ? FIRST_START_COMMAND : null,
    userFile,
  });
  return { file: { path: ANSWER_FILE_PATH, content: bytes }, notes };
}

/** The account that Windows asks a person for at first start is an administrator's. */
function mayAdminister({ answers }: WindowsChoices): boolean {
  return answers.account?.administrator ?? true;
}

/** The plan's conflicts were looked at before, so that a number always fits its pattern. */
function computerName({ windows }: WindowsPlan, index: number): string | null {
  const chosen = windows.answers.computerName;
  return chosen && computerNameOf(chosen.pattern, chosen.firstNumber + index);
}

function bytesOf(files: readonly FileEdit[], ownFiles: readonly PaddedFile[]): number {
  const common = files.map(({ content }) =>
    content.kind === 'bytes' ? content.bytes.length : content.sizeBytes,
  );
  const own = ownFiles.map(({ bytes }) => bytes.length);
  return [...common, ...own].reduce((sum, bytes) => sum + bytes, 0);
}
