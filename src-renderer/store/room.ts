import type { WorkRoom } from '../../src-shared/ipc';
import type { Answers } from './answers';
import type { Loadable } from './loadable';

/** Whether the work folder has room: for the usual way, and, where that lacks room, for the direct one. */
export interface Room {
  staged: WorkRoom;
  /** Null while it is not needed or not possible. */
  direct: WorkRoom | null;
}

export function fits({ freeBytes, neededBytes }: WorkRoom): boolean {
  return freeBytes >= neededBytes;
}

/**
 * Windows can be unpacked straight onto one drive only, and into its partition, not into a virtual disk or what is
 * encrypted on its way.
 */
export function mayGoDirect(answers: Answers): boolean {
  const { drives, file, layout, protect } = answers;
  const alone = drives.length === 1 && !file.chosen;
  return alone && layout.container === 'none' && protect.kind !== 'now';
}

/** The job may start: there is room for it, the way it was chosen to go. */
export function roomAllows(room: Loadable<Room>, answers: Answers): boolean {
  if (room.state !== 'ready') return false;
  const { staged, direct } = room.value;
  return fits(staged) || (answers.way === 'direct' && direct !== null && fits(direct));
}
