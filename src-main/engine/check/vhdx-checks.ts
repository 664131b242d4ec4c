import type { ByteRange } from '../../disk';
import type { Container } from './container';
import { fail, pass, warn, type Check, type Finding } from './finding';
import type { Stick } from './stick';

/** The virtual disk that Windows lies in, and what holds it. */
export const vhdxChecks: Check[] = [
  {
    id: 'vhdx.host-volume',
    next: 'next.again',
    run: (stick) => onContainer(stick, hostVolume),
  },
  {
    id: 'vhdx.host-clean',
    next: 'next.volume-open',
    run: (stick) =>
      onContainer(stick, ({ volume }) => {
        if (!volume.ok) return null;
        return volume.value.dirty() ? warn('vhdx.host-clean.open') : pass('vhdx.host-clean.closed');
      }),
  },
  {
    id: 'vhdx.file',
    next: 'next.vhdx.file',
    run: (stick) => onContainer(stick, inOnePiece),
  },
  {
    id: 'vhdx.disk',
    next: 'next.again',
    run: (stick) =>
      onContainer(stick, ({ path, disk }) =>
        disk.ok
          ? pass('vhdx.disk.right', { path, bytes: disk.value.size })
          : fail('vhdx.disk.wrong', { path, problem: disk.problem }),
      ),
  },
  {
    id: 'vhdx.table',
    next: 'next.again',
    run: (stick) =>
      onContainer(stick, ({ disk, windows }) => {
        if (!disk.ok) return null;
        return windows.ok
          ? pass('vhdx.table.right')
          : fail('vhdx.table.wrong', { problem: windows.problem });
      }),
  },
];

async function hostVolume({ path, volume }: Container): Promise<Finding> {
  if (!volume.ok) return fail('vhdx.host-volume.missing', { path, problem: volume.problem });
  return (await volume.value.bootSectorCopyMatches())
    ? pass('vhdx.host-volume.there', { path })
    : fail('ntfs.boot-sector-copy.different');
}

function inOnePiece({ path, ranges }: Container): Finding | null {
  if (!ranges.ok) return null;
  const pieces = piecesOf(ranges.value);
  return pieces === 1
    ? pass('vhdx.file.whole', { path })
    : warn('vhdx.file.pieces', { path, count: pieces });
}

/** Ranges that don't go on where the one before ends. */
function piecesOf(ranges: readonly ByteRange[]): number {
  let end = -1;
  let pieces = 0;
  for (const { offset, length } of ranges) {
    if (offset !== end) pieces += 1;
    end = offset + length;
  }
  return pieces;
}

function onContainer<T>({ container }: Stick, look: (container: Container) => T): T | null {
  return container && look(container);
}
