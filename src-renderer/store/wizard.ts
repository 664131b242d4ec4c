import type { Drive, DriveIdentity, JudgedDrive } from '../../src-shared/drive';
import type { HashVerdict, ImageInfo } from '../../src-shared/image';
import type { JobState } from '../../src-shared/job';
import { MINIMUM_SHARED_BYTES, VHDX_MAXIMUM_BYTES, neededDiskBytes } from '../../src-shared/layout';
import { WindowsRecipeSchema } from '../../src-shared/windows-recipe';
import { targetName } from '../../src-shared/plan';
import { minimumWindowsBytes } from '../../src-shared/space';
import { isVhdxPath } from '../../src-shared/vhdx';
import {
  type Answers,
  type FileAnswer,
  chosenEdition,
  fileBytes,
  firstAnswers,
  hasVhdxTarget,
  nameMatches,
  namesToType,
  targetsOf,
  tickNeeded,
  usableEditions,
  usualEdition,
} from './answers';
import { type ProtectProblem, protectProblem, withoutPassword } from './protect';
import { layoutOf, smallestTargetBytes, spaceLimits } from './space';
import { withoutStick } from './ventoy/stick';
import {
  type VentoyProblem,
  imagesProblem,
  menuProblem,
  packageProblem,
  ventoySpaceProblem,
} from './ventoy/problems';
import { type YoursProblem, countedFrom, withChoices, yoursProblems } from './yours';

/** The wizard's screens, in order, for each kind of stick. */
const stepsOfKind = {
  'windows-to-go': [
    'drive',
    'image',
    'verify',
    'edition',
    'space',
    'protect',
    'yours',
    'review',
    'make',
    'done',
  ],
  ventoy: ['drive', 'image', 'package', 'space', 'menu', 'review', 'make', 'done'],
} as const;
export type StepId = (typeof stepsOfKind)[Answers['kind']][number];

export function stepsOf({ kind }: Pick<Answers, 'kind'>): readonly StepId[] {
  return stepsOfKind[kind];
}

/** Why a step's answer does not do yet. The window has a sentence for each. */
export type Problem =
  | 'no-target'
  | 'file-path'
  | 'file-size'
  | 'vhdx-size'
  | 'no-image'
  | 'no-usable-edition'
  | 'not-hashed'
  | 'mismatch'
  | 'unverified'
  | 'no-edition'
  | 'target-too-small'
  | 'shared-too-small'
  | 'shared-too-large'
  | 'shared-label'
  | 'windows-too-small'
  | 'windows-too-large'
  | 'disk-too-small'
  | 'bios-arm'
  | 'vhdx-nested'
  | 'extras-too-large'
  | ProtectProblem
  | YoursProblem
  | VentoyProblem
  | 'not-confirmed'
  | 'not-finished';

/** `done`: answered and behind; `current`: on screen; `open`: may be gone to; `closed`: not yet. */
export type StepState = 'done' | 'current' | 'open' | 'closed';

const sharedLabelSchema = WindowsRecipeSchema.shape.space.shape.sharedLabel;

/** What is missing in one step's own answer; null when it is complete. */
export function problemOf(step: StepId, answers: Answers, job: JobState): Problem | null {
  const forVentoy = answers.kind === 'ventoy';
  switch (step) {
    case 'drive':
      return driveProblem(answers);
    case 'image':
      if (forVentoy) return imagesProblem(answers);
      if (answers.image === null) return 'no-image';
      return usableEditions(answers.image).length === 0 ? 'no-usable-edition' : null;
    case 'verify':
      return verifyProblem(answers);
    case 'edition':
      return editionProblem(answers);
    case 'space':
      return forVentoy ? ventoySpaceProblem(answers) : spaceProblem(answers);
    case 'package':
      return packageProblem(answers);
    case 'menu':
      return menuProblem(answers);
    case 'protect':
      return protectProblem(answers);
    case 'yours':
      if (extrasTooLarge(answers)) return 'extras-too-large';
      return yoursProblems(answers)[0]?.problem ?? null;
    case 'review':
      return isConfirmed(answers) ? null : 'not-confirmed';
    case 'make':
      return job.state === 'done' ? null : 'not-finished';
    case 'done':
      return null;
  }
}

/** The steps a person may go to now: each opens only when all before it are answered. */
export function openSteps(answers: Answers, job: JobState): ReadonlySet<StepId> {
  if (job.state === 'running' || job.state === 'cancelling') return new Set<StepId>(['make']);
  if (job.state === 'done') return new Set<StepId>(['done']);
  const open = new Set<StepId>();
  const steps = stepsOf(answers);
  for (const step of steps.slice(0, steps.indexOf('make'))) {
    open.add(step);
    if (problemOf(step, answers, job) !== null) break;
  }
  // A job that ended badly keeps its screen until it is started again or left.
  if (job.state === 'failed' || job.state === 'cancelled') open.add('make');
  return open;
}

export function stepState(
  step: StepId,
  current: StepId,
  open: ReadonlySet<StepId>,
  answers: Answers,
  job: JobState,
): StepState {
  if (step === current) return 'current';
  if (job.state === 'done' && step !== 'done') return 'done';
  const steps = stepsOf(answers);
  if (steps.indexOf(step) < steps.indexOf(current)) {
    return problemOf(step, answers, job) === null ? 'done' : 'open';
  }
  return open.has(step) ? 'open' : 'closed';
}

/**
 * Where a person belongs who is on `step`: there while it is open, else on the last step that is. What “Make it yours”
 * adds to Windows may leave too little space; that is said there, where it can be taken back.
 */
export function settle(step: StepId, answers: Answers, job: JobState): StepId {
  const open = openSteps(answers, job);
  if (open.has(step)) return step;
  if (step === 'yours' && open.has('space') && extrasTooLarge(answers)) return step;
  return (
    stepsOf(answers)
      .filter((candidate) => open.has(candidate))
      .at(-1) ?? 'drive'
  );
}

export function nextStep(step: StepId, answers: Answers): StepId {
  const steps = stepsOf(answers);
  return steps[steps.indexOf(step) + 1] ?? step;
}

export function previousStep(step: StepId, answers: Answers): StepId {
  const steps = stepsOf(answers);
  return steps[Math.max(0, steps.indexOf(step) - 1)] ?? step;
}

/** Everything that is erased was confirmed: names typed, ticks set. */
export function isConfirmed(answers: Answers): boolean {
  const named = namesToType(answers).every((name) => nameMatches(name, answers.typedNames[name]));
  return named && (!tickNeeded(answers) || answers.ticked);
}

export function withDrives(answers: Answers, drives: Drive[]): Answers {
  return withStickOfDrive(fitted(unconfirmed({ ...answers, drives })));
}

/** What was read of one drive says nothing about another, or about several. */
function withStickOfDrive(answers: Answers): Answers {
  const { drives, file, ventoy } = answers;
  const [drive, ...more] = drives;
  const alone = drive !== undefined && more.length === 0 && !file.chosen ? drive : null;
  if (ventoy.stick === null) return answers;
  return alone !== null && identityKey(alone) === ventoy.stick.key
    ? answers
    : { ...answers, ventoy: withoutStick(ventoy) };
}

export function withFile(answers: Answers, change: Partial<FileAnswer>): Answers {
  const file = { ...answers.file, ...change };
  // Facts about one path say nothing about another.
  if (file.pathText !== answers.file.pathText && change.checked === undefined) file.checked = null;
  return withStickOfDrive(fitted(unconfirmed({ ...answers, file })));
}

/** A new image makes everything that was said about the old one void. */
export function withImage(answers: Answers, image: ImageInfo | null): Answers {
  return unconfirmed({
    ...answers,
    image,
    verdict: null,
    goOnUnverified: false,
    edition: image === null ? null : usualEdition(image),
    sharedBytes: firstAnswers.sharedBytes,
  });
}

export function withVerdict(answers: Answers, verdict: HashVerdict | null): Answers {
  return unconfirmed({ ...answers, verdict, goOnUnverified: false });
}

export function withEdition(answers: Answers, edition: number): Answers {
  return fitted(unconfirmed({ ...answers, edition }));
}

export function withSpace(answers: Answers, change: Partial<Pick<Answers, SpaceAnswer>>): Answers {
  const changed = { ...answers, ...change };
  // Windows that takes all it can get leaves nothing.
  const nothingLeft = changed.windowsBytes === null && changed.sharedBytes === 'rest';
  return unconfirmed(nothingLeft ? { ...changed, sharedBytes: 0 } : changed);
}
export type SpaceAnswer = 'layout' | 'windowsBytes' | 'sharedBytes' | 'sharedLabel';

/**
 * The same stick again, on other drives: the answers stay, the targets, confirmations and the password go. Computers are
 * counted on, and a computer that has joined its domain can't join it again.
 */
export function forAnother(answers: Answers): Answers {
  const counted = countedFrom(withoutPassword(answers), targetsOf(answers).length);
  return unconfirmed({
    ...withChoices(counted, 'roaming', { domainJoinFile: null }),
    ventoy: withoutStick(counted.ventoy),
    drives: [],
    file: { ...answers.file, chosen: false, pathText: '', checked: null },
  });
}

/**
 * Only what the failed targets of a job were, to be confirmed and made again. They keep the names of their computers
 * where their numbers follow one another; else they get numbers that no finished stick has.
 */
export function forFailed(answers: Answers, failed: readonly string[]): Answers {
  const { drives, file } = answers;
  const fileFailed = file.checked !== null && failed.includes(file.checked.path);
  const all = targetsOf(answers);
  const indexes = all.flatMap((target, index) =>
    failed.includes(targetName(target)) ? [index] : [],
  );
  const [first = 0] = indexes;
  const inARow = indexes.every((index, place) => index === first + place);
  return unconfirmed({
    ...countedFrom(answers, inARow ? first : all.length),
    drives: drives.filter(({ path }) => failed.includes(path)),
    file: fileFailed ? file : { ...file, chosen: false },
  });
}

/** Without what was deliberately agreed to: that drives are erased, and the slow way. */
export function unconfirmed(answers: Answers): Answers {
  return { ...answers, typedNames: {}, ticked: false, way: 'staged' };
}

/**
 * Brings the ticked drives up to date with a new list: one that was pulled, changed or became
 * unsuitable is no longer a target. The same answers come back when nothing changed.
 */
export function withDriveList(answers: Answers, list: JudgedDrive[]): Answers {
  const kept = answers.drives.flatMap((ticked) => {
    const now = list.find(
      ({ drive, reasons }) => reasons.length === 0 && sameIdentity(drive, ticked),
    );
    return now === undefined ? [] : [now.drive];
  });
  if (kept.length !== answers.drives.length) return withDrives(answers, kept);
  const unchanged = JSON.stringify(kept) === JSON.stringify(answers.drives);
  return unchanged ? answers : withDrives(answers, kept);
}

export function sameIdentity(one: Drive, other: Drive): boolean {
  return identityKey(one) === identityKey(other);
}

/** A text that is the same for one and the same drive only. */
export function identityKey({ path, sizeBytes, serial, model, bus }: DriveIdentity): string {
  return JSON.stringify([path, sizeBytes, serial, model, bus]);
}

/** Sizes that no longer fit are forgotten rather than silently made others. */
function fitted(answers: Answers): Answers {
  const limits = spaceLimits(answers);
  if (limits === null || layoutOf(answers) !== null) return answers;
  const { sharedBytes, windowsBytes } = firstAnswers;
  const unshared = { ...answers, sharedBytes };
  return layoutOf(unshared) === null ? { ...unshared, windowsBytes } : unshared;
}

function driveProblem(answers: Answers): Problem | null {
  if (answers.file.chosen) {
    if (answers.file.checked === null) return 'file-path';
    const bytes = fileBytes(answers.file);
    if (bytes === null) return 'file-size';
    if (isVhdxPath(answers.file.pathText) && bytes > VHDX_MAXIMUM_BYTES) return 'vhdx-size';
  }
  return targetsOf(answers).length === 0 ? 'no-target' : null;
}

function verifyProblem({ verdict, goOnUnverified }: Answers): Problem | null {
  if (verdict === null) return 'not-hashed';
  if (verdict.verdict === 'mismatch') return 'mismatch';
  return verdict.verdict === 'unknown' && !goOnUnverified ? 'unverified' : null;
}

function editionProblem(answers: Answers): Problem | null {
  const edition = chosenEdition(answers);
  const diskBytes = smallestTargetBytes(answers);
  if (edition === null) return 'no-edition';
  const needed = neededDiskBytes(minimumWindowsBytes(edition), 0);
  return diskBytes !== null && diskBytes < needed ? 'target-too-small' : null;
}

function spaceProblem(answers: Answers): Problem | null {
  const { windowsBytes, sharedBytes } = answers;
  const limits = spaceLimits(answers);
  if (!sharedLabelSchema.safeParse(answers.sharedLabel).success) return 'shared-label';
  if (sharedBytes !== 'rest' && sharedBytes > 0 && sharedBytes < MINIMUM_SHARED_BYTES) {
    return 'shared-too-small';
  }
  if (answers.layout.scheme === 'mbr' && chosenEdition(answers)?.architecture === 'arm64') {
    return 'bios-arm';
  }
  if (answers.layout.container === 'vhdx' && hasVhdxTarget(answers)) return 'vhdx-nested';
  if (layoutOf(answers) !== null) return null;
  if (layoutOf({ ...answers, windowsBytes: null, sharedBytes: 0 }) === null) {
    return 'disk-too-small';
  }
  if (windowsBytes !== null && windowsBytes < (limits?.minimumWindowsBytes ?? 0)) {
    return 'windows-too-small';
  }
  return layoutOf({ ...answers, sharedBytes: 0 }) !== null && sharedBytes !== 'rest'
    ? 'shared-too-large'
    : 'windows-too-large';
}

/** Whether Windows would fit without its drivers and with a page file that adapts itself. */
function extrasTooLarge(answers: Answers): boolean {
  const slim = withChoices(answers, 'drivers', { folder: null });
  const slimmer = withChoices(slim, 'portable', { pageFile: { kind: 'automatic' } });
  return spaceProblem(answers) !== null && spaceProblem(slimmer) === null;
}
