import {
  type PersistenceNoteCode,
  type PersistenceState,
  persistenceFor,
  persistenceSizeProblem,
} from '../../../src-shared/persistence';
import type { VentoyAnswers } from './answers';
import { keptPartition } from './answers';
import type { StickImage } from './images';

/** What becomes of a live system’s changes with a file for them. */
export interface ImagePersistence {
  state: PersistenceState;
  notes: readonly PersistenceNoteCode[];
  /** Whether a file for it can be had at all. */
  possible: boolean;
}

/** Images on the stick aren’t looked into here, so nothing is known about them. */
export function persistenceOf({ info }: StickImage): ImagePersistence {
  if (info === null) return { state: 'unknown', notes: [], possible: false };
  const { state, notes, label } = persistenceFor(info);
  return { state, notes, possible: label !== null && state !== 'unsupported' };
}

/** Whether a size does for what an image keeps. */
export function isPersistenceSize(ventoy: VentoyAnswers, bytes: number): boolean {
  const there = keptPartition(ventoy)?.fileSystem ?? ventoy.fileSystem;
  return persistenceSizeProblem(bytes, there) === null;
}
