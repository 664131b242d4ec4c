import { stickError } from '../../src-shared/errors';
import type { Edition, ImageInfo } from '../../src-shared/image';
import { planLayout, type StickLayout } from '../../src-shared/layout';
import { targetBytes, targetName, type StickPlan, type Target } from '../../src-shared/plan';
import { minimumWindowsBytes, unpackedBytes } from '../../src-shared/space';
import { inspectImage } from '../image';
import { requirePossibleVirtualDisks } from './vhdx-plan';

export interface PreparedTarget {
  target: Target;
  name: string;
  layout: StickLayout;
}

/** A plan held against the image and the targets: everything that can be known before work begins. */
export interface Prepared {
  info: ImageInfo;
  edition: Edition;
  /** Bytes that Windows takes once unpacked, estimated from the WIM's own figures. */
  unpackedBytes: number;
  targets: PreparedTarget[];
}

/**
 * Looks at the image and lays out every target. Reads only metadata and changes nothing.
 * Throws the image's errors, `plan/invalid`, `wim/edition-missing`, `wim/unsupported` and `target/too-small`.
 */
export async function preparePlan(plan: StickPlan): Promise<Prepared> {
  requireDifferentTargets(plan);
  requireDirectForOneDrive(plan);
  requirePossibleVirtualDisks(plan);
  const info = await inspectImage(plan.image.path);
  const edition = chooseEdition(info, plan.edition.index);
  requireBiosArchitecture(plan, edition);
  const targets = plan.targets.map((target) => layOut(target, edition, plan));
  return { info, edition, unpackedBytes: unpackedBytes(edition), targets };
}

function requireDifferentTargets(plan: StickPlan): void {
  const names = plan.targets.map(targetName);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw stickError('plan/invalid', { message: `targets: ${twice} is named more than once` });
  }
}

function requireDirectForOneDrive({ way, targets }: StickPlan): void {
  const [target, ...others] = targets;
  if (way === 'staged' || (target?.kind === 'drive' && others.length === 0)) return;
  const message =
    'way: Windows can be unpacked straight onto one drive only, not onto several or into a file';
  throw stickError('plan/invalid', { message });
}

/** No computer with an ARM processor has a BIOS. */
function requireBiosArchitecture({ layout }: StickPlan, { architecture }: Edition): void {
  if (layout.scheme === 'gpt' || architecture === 'x64') return;
  const message = 'layout.scheme: a Windows for ARM starts with UEFI alone, so it needs gpt';
  throw stickError('plan/invalid', { message });
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

function layOut(target: Target, edition: Edition, plan: StickPlan): PreparedTarget {
  const name = targetName(target);
  const layout = planLayout({
    diskBytes: targetBytes(target),
    layout: plan.layout,
    space: plan.space,
    minimumWindowsBytes: minimumWindowsBytes(edition),
  });
  if ('scheme' in layout) return { target, name, layout };
  if (layout.problem === 'too-small') {
    throw stickError('target/too-small', {
      target: name,
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
