import { StickError, stickError } from '../../../src-shared/errors';
import { SECTOR } from '../../../src-shared/units';
import {
  besideRefusalText,
  type BesideRefusal,
  type VentoyBeside,
} from '../../../src-shared/ventoy-beside';
import { VENTOY_EFI_SECTORS } from '../../../src-shared/ventoy-space';
import type { MountedRange, OpenTarget } from '../../host';
import { judgeBeside } from '../../ventoy';
import { StickFolder } from './stick-folder';

/** What mounting throws, as a reason. A lost drive or a cancelled job is none. */
const REASONS: Readonly<Record<string, BesideRefusal>> = {
  'mount/unsupported': 'file-system',
  'mount/unclean': 'unclean',
  'mount/failed': 'not-opened',
  'tool/missing': 'not-opened',
};

/**
 * Whether Ventoy can be put beside what is on a disk that has none, and its first partition be used here afterwards. Mounts that
 * one for reading only, and changes nothing. Throws what opening a range throws, but for what speaks against Ventoy there.
 */
export async function lookBeside(
  open: Pick<OpenTarget, 'source' | 'mount'>,
  name: string,
  signal: AbortSignal,
): Promise<VentoyBeside> {
  const judged = await judgeBeside(open.source);
  if (!judged.possible) return judged;
  const { data, shrinks } = judged;
  const range = { offset: data.startLba * SECTOR, length: data.sectors * SECTOR };
  let mounted: MountedRange;
  try {
    mounted = await open.mount(range, { readOnly: true }, signal);
  } catch (error) {
    if (!(error instanceof StickError)) throw error;
    const reason = REASONS[error.code];
    if (reason === undefined) throw error;
    return { possible: false, reason, detail: detailOf(error) };
  }
  try {
    // Windows may remember what it had there, and comes back to it.
    if (data.fileSystem === 'ntfs' && mounted.unclean) {
      return { possible: false, reason: 'unclean', detail: '' };
    }
    const present = await new StickFolder(name, mounted).freeBytes();
    const freeBytes = present - (shrinks ? VENTOY_EFI_SECTORS * SECTOR : 0);
    if (freeBytes < 0) return { possible: false, reason: 'too-full', detail: '' };
    return { ...judged, freeBytes };
  } finally {
    await mounted.giveBack();
  }
}

/** What the error says in particular: what is missing, or what the driver said. */
function detailOf({ params }: StickError): string {
  const { message, tool } = params;
  return tool === undefined ? String(message ?? '') : `${String(tool)} is missing`;
}

/** Throws `ventoy/beside-impossible` and what lookBeside throws. */
export async function requireBesidePossible(
  open: Pick<OpenTarget, 'source' | 'mount'>,
  target: string,
  signal: AbortSignal,
): Promise<void> {
  const found = await lookBeside(open, target, signal);
  if (found.possible) return;
  throw stickError('ventoy/beside-impossible', { target, message: besideRefusalText(found) });
}
