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
import { prepareWindows, type Prepared } from '../prepare';
import type { PreparedVentoy } from './prepare';

/** Ventoy takes no smaller file for what starts virtual disks. */
const SMALLEST_VHD_BOOT_BYTES = 32 * 1024;

/** The Windows in a virtual disk, as the parts of the engine that unpack Windows see it. */
export interface PreparedWindows {
  plan: WindowsPlan;
  prepared: Prepared;
}

/**
 * Looks at the image of a plan's Windows and finds the place of its virtual disk on every target. Null where there is no
 * Windows. Throws what preparePlan throws, and `ventoy/vhd-boot`.
 */
export async function prepareVentoyWindows(
  plan: VentoyPlan,
  { addedBytes }: Pick<PreparedVentoy, 'addedBytes'>,
  signal: AbortSignal,
): Promise<PreparedWindows | null> {
  const { windows, install } = plan;
  if (!windows || install.way !== 'erase') return null;
  await requireVhdBoot(windows);
  const windowsPlan = windowsPlanOf(plan, windows);
  const prepared = await prepareWindows(
    windowsPlan,
    (target, minimumWindowsBytes) =>
      layOut(target, install, windows, minimumWindowsBytes, addedBytes),
    signal,
  );
  if (prepared.edition.architecture !== 'x64') {
    throw stickError('plan/invalid', {
      message: `windows.edition.index: Ventoy starts virtual disks on x64 computers only, and this Windows is for ${prepared.edition.architecture}`,
    });
  }
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
