import { stickError } from '../../src-shared/errors';
import type { Edition, ImageInfo } from '../../src-shared/image';
import { planLayout, type LayoutProblem, type StickLayout } from '../../src-shared/layout';
import { networksWithoutKey, planConflicts } from '../../src-shared/plan-conflicts';
import { problemText } from '../../src-shared/plan-problems';
import { targetBytes, targetName, type WindowsPlan, type Target } from '../../src-shared/plan';
import { isProtectedHere } from '../../src-shared/protect';
import {
  requiredWindowsBytes,
  unpackedBytes,
  windowsNeeds,
  type WindowsNeeds,
} from '../../src-shared/space';
import { requireBootable } from '../guest';
import { inspectImage } from '../image';
import { guestContent, type GuestContent, type StickContent } from './guest-content';
import { readMaterials, type Materials } from './materials';

export interface PreparedTarget {
  target: Target;
  name: string;
  layout: StickLayout;
  content: StickContent;
}

/** What a plan says of its image and names on this computer, read and understood. */
export interface PlanContent {
  info: ImageInfo;
  edition: Edition;
  materials: Materials;
}

/** A plan held against the image and the targets: everything that can be known before work begins. */
export interface Prepared {
  info: ImageInfo;
  edition: Edition;
  /** Bytes that Windows takes once unpacked, estimated from the WIM's own figures. */
  unpackedBytes: number;
  guest: GuestContent;
  /** What Windows needs of its volume, and what it should have. */
  needs: WindowsNeeds;
  targets: PreparedTarget[];
}

/**
 * Looks at the image and at the files that the plan names, and lays out every target. Reads little and changes nothing.
 * Throws the image's errors, readMaterials', `plan/invalid`, `wim/edition-missing`, `wim/unsupported` and `target/too-small`.
 */
export async function preparePlan(
  plan: WindowsPlan,
  signal: AbortSignal = new AbortController().signal,
): Promise<Prepared> {
  return prepareTargets(plan, await readPlan(plan, signal));
}

type LayOut = (target: Target, minimumWindowsBytes: number) => StickLayout | LayoutProblem;

/** The whole disk becomes the stick. */
function layOutDisk({ layout, space }: WindowsPlan): LayOut {
  return (target, minimumWindowsBytes) =>
    planLayout({ diskBytes: targetBytes(target), layout, space, minimumWindowsBytes });
}

/** Reads what a plan is about. Throws as preparePlan, but for what is wrong with a target. */
export async function readPlan(plan: WindowsPlan, signal: AbortSignal): Promise<PlanContent> {
  requireNoConflict(plan, null);
  const info = await inspectImage(plan.image.path);
  const edition = chooseEdition(info, plan.edition.index);
  requireNoConflict(plan, edition);
  const architecture = requireBootable(edition.architecture, edition.name);
  return { info, edition, materials: await readMaterials(plan, architecture, signal) };
}

/** Lays out every target of a plan whose content was read, by `layOut` where the stick isn't the whole disk. Throws `plan/invalid`, `answers/invalid` and `target/too-small`. */
export function prepareTargets(
  plan: WindowsPlan,
  { info, edition, materials }: PlanContent,
  layOut: LayOut = layOutDisk(plan),
): Prepared {
  requireNoConflict(plan, edition);
  const guest = guestContent(plan, edition, materials);
  const needs = windowsNeeds(edition, plan.windows, guest.addedBytes);
  const targets = plan.targets.map((target, index) => ({
    target,
    name: targetName(target),
    layout: requireLayout(target, layOut(target, requiredWindowsBytes(edition, needs))),
    content: guest.sticks[index] ?? { computerName: null, ownFiles: [] },
  }));
  return {
    info,
    edition,
    unpackedBytes: unpackedBytes(edition) + guest.addedBytes,
    guest,
    needs,
    targets,
  };
}

function requireNoConflict(plan: WindowsPlan, edition: Edition | null): void {
  const [conflict] = planConflicts(plan, { edition, targets: plan.targets, way: plan.way });
  if (conflict) throw stickError('plan/invalid', { message: problemText(conflict) });
}

/** What a job needs besides, but looking at its plan does not. Throws `wifi/invalid` and `bitlocker/password`. */
export function requireSecrets(plan: WindowsPlan): void {
  if (isProtectedHere(plan.protect) && plan.secrets.bitLockerPassword === null) {
    throw stickError('bitlocker/password', { message: 'it is missing' });
  }
  const [name] = networksWithoutKey(plan);
  if (name !== undefined) throw stickError('wifi/invalid', { name, message: 'its key is missing' });
}

function chooseEdition(info: ImageInfo, index: number): Edition {
  const edition = info.editions.find((candidate) => candidate.index === index);
  if (!edition) {
    const available = info.editions.map((candidate) => String(candidate.index)).join(', ');
    throw stickError('wim/edition-missing', { index, available });
  }
  if (!isUsableEdition(edition)) {
    const message = edition.windows
      ? `edition ${String(index)} is for ${edition.architecture} computers`
      : `image ${String(index)} is not an installed Windows`;
    throw stickError('wim/unsupported', { path: info.path, message });
  }
  return edition;
}

function isUsableEdition(edition: Edition): boolean {
  return edition.windows && (edition.architecture === 'x64' || edition.architecture === 'arm64');
}

function requireLayout(target: Target, layout: StickLayout | LayoutProblem): StickLayout {
  if ('scheme' in layout) return layout;
  if (layout.problem === 'too-small') {
    throw stickError('target/too-small', {
      target: targetName(target),
      needed: layout.neededBytes,
      actual: targetBytes(target),
    });
  }
  if (layout.problem === 'windows-too-small') {
    throw stickError('plan/invalid', {
      message: `space.windowsBytes: this Windows needs at least ${String(layout.minimumBytes)} bytes`,
    });
  }
  throw stickError('plan/invalid', {
    message: `space.sharedBytes: a shared partition has at least ${String(layout.minimumBytes)} bytes`,
  });
}
