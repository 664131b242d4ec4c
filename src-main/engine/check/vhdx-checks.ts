import type { ByteRange } from '../../disk';
import type { Container } from './container';
import { AGAIN, fail, pass, warn, type Check, type Finding } from './finding';
import type { Stick } from './stick';

/** The virtual disk that Windows lies in, and what holds it. */
export const vhdxChecks: Check[] = [
  {
    id: 'vhdx.host-volume',
    next: AGAIN,
    run: (stick) => onContainer(stick, hostVolume),
  },
  {
    id: 'vhdx.host-clean',
    next: 'Start Windows from the stick and shut it down properly, or let Windows check the drive.',
    run: (stick) =>
      onContainer(stick, ({ volume }) => {
        if (!volume.ok) return null;
        return volume.value.dirty()
          ? warn('The volume with the virtual disk was not closed properly and wants to be checked')
          : pass('The volume with the virtual disk was closed properly');
      }),
  },
  {
    id: 'vhdx.file',
    next: 'Windows starts, but more slowly. Make the stick again to change that.',
    run: (stick) => onContainer(stick, inOnePiece),
  },
  {
    id: 'vhdx.disk',
    next: AGAIN,
    run: (stick) =>
      onContainer(stick, ({ path, disk }) =>
        disk.ok
          ? pass(`${path} is a virtual disk of fixed size, ${String(disk.value.size)} bytes`)
          : fail(`${path} is no virtual disk that Windows starts from: ${disk.problem}`),
      ),
  },
  {
    id: 'vhdx.table',
    next: AGAIN,
    run: (stick) =>
      onContainer(stick, ({ disk, windows }) => {
        if (!disk.ok) return null;
        return windows.ok
          ? pass('The virtual disk has an MBR with a partition for Windows')
          : fail(`The virtual disk can’t be used: ${windows.problem}`);
      }),
  },
];

async function hostVolume({ path, volume }: Container): Promise<Finding> {
  if (!volume.ok) return fail(`The partition with ${path} holds no NTFS volume: ${volume.problem}`);
  return (await volume.value.bootSectorCopyMatches())
    ? pass(`The partition with ${path} holds an NTFS volume`)
    : fail('The copy of the boot sector behind the volume is not there or differs');
}

function inOnePiece({ path, ranges }: Container): Finding | null {
  if (!ranges.ok) return null;
  const pieces = piecesOf(ranges.value);
  return pieces === 1
    ? pass(`${path} lies in one piece`)
    : warn(`${path} lies in ${String(pieces)} pieces`);
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
