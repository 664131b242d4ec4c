import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { messageOf, stickError } from '../../../src-shared/errors';
import { ventoyWindowsLayout } from '../../../src-shared/layout';
import {
  targetBytes,
  type Target,
  type VentoyPlan,
  type WindowsPlan,
} from '../../../src-shared/plan';
import { SECTOR } from '../../../src-shared/units';
import type { VentoyInstall, VentoyWindows } from '../../../src-shared/ventoy-recipe';
import { roomForFiles, ventoyPartitions } from '../../../src-shared/ventoy-space';
import { recipeDefaults } from '../../../src-shared/windows-recipe';
import { prepareTargets, readPlan, type PlanContent, type Prepared } from '../prepare';
import type { VentoyContent } from './prepare';

/** Ventoy takes no smaller file for what starts virtual disks. */
const SMALLEST_VHD_BOOT_BYTES = 32 * 1024;

/** The Windows in a virtual disk, as the parts of the engine that unpack Windows see it. */
export interface PreparedWindows {
  plan: WindowsPlan;
  prepared: Prepared;
}

/**
 * Looks at the image of a plan's Windows. Null where there is no Windows. Throws what readPlan throws, and `ventoy/vhd-boot`.
 */
export async function readVentoyWindows(
  plan: VentoyPlan,
  signal: AbortSignal,
): Promise<PlanContent | null> {
  const { windows, install } = plan;
  if (!windows || install.way !== 'erase') return null;
  await requireVhdBoot(windows);
  const content = await readPlan(windowsPlanOf(plan, windows), signal);
  const { architecture } = content.edition;
  if (architecture !== 'x64') {
    throw stickError('plan/invalid', {
      message: `windows.edition.index: Ventoy starts virtual disks on x64 computers only, and this Windows is for ${architecture}`,
    });
  }
  return content;
}

/** Finds the place of the virtual disk on every target of a plan. Throws what prepareTargets throws. */
export function prepareVentoyWindows(
  plan: VentoyPlan,
  { windows: content, addedBytes }: Pick<VentoyContent, 'windows' | 'addedBytes'>,
): PreparedWindows | null {
  const { windows, install } = plan;
  if (!windows || !content || install.way !== 'erase') return null;
  const windowsPlan = windowsPlanOf(plan, windows);
  const prepared = prepareTargets(windowsPlan, content, (target, minimumWindowsBytes) =>
    layOut(target, install, windows, minimumWindowsBytes, addedBytes),
  );
  return { plan: windowsPlan, prepared };
}

/** The same Windows as a plan of its own; the layout of its sticks is Ventoy's. */
function windowsPlanOf(plan: VentoyPlan, windows: VentoyWindows): WindowsPlan {
  return {
    ...recipeDefaults,
    image: windows.image,
    edition: windows.edition,
    layout: { scheme: 'gpt', container: 'vhdx' },
    space: { ...recipeDefaults.space, windowsBytes: windows.bytes },
    windows: windows.windows,
    targets: plan.targets,
    way: 'staged',
    secrets: plan.secrets,
  };
}

function layOut(
  target: Target,
  install: Extract<VentoyInstall, { way: 'erase' }>,
  windows: VentoyWindows,
  minimumWindowsBytes: number,
  addedBytes: number,
): ReturnType<typeof ventoyWindowsLayout> {
  const diskBytes = targetBytes(target);
  const partitions = ventoyPartitions(diskBytes, install);
  if (!partitions) return { problem: 'too-small', neededBytes: minimumWindowsBytes };
  const { data } = partitions;
  const dataBytes = data.sectors * SECTOR;
  return ventoyWindowsLayout({
    scheme: install.scheme,
    diskSectors: Math.floor(diskBytes / SECTOR),
    data,
    windowsBytes: windows.bytes,
    minimumWindowsBytes,
    otherBytes: addedBytes + dataBytes - roomForFiles(dataBytes, install.fileSystem),
  });
}

async function requireVhdBoot({ vhdBoot }: VentoyWindows): Promise<void> {
  const path = resolve(vhdBoot);
  try {
    const { size } = await stat(path);
    if (size >= SMALLEST_VHD_BOOT_BYTES) return;
    throw new Error(`it has ${String(size)} bytes, and Ventoy takes none below 32 KiB`);
  } catch (cause) {
    throw stickError('ventoy/vhd-boot', { path, message: messageOf(cause) }, { cause });
  }
}
