import type { BootFamily } from '../../../src-shared/boot-image';
import { GiB, MiB } from '../../../src-shared/units';
import type { StickImage } from './images';

/** Less is no use to any live system. */
export const MINIMUM_PERSISTENCE_BYTES = 64 * MiB;
export const USUAL_PERSISTENCE_BYTES = 4 * GiB;

/** What becomes of a live system’s changes with a file for them. */
export interface Persistence {
  state: 'works' | 'doubtful' | 'unsupported' | 'unknown';
  /** Whether a file for it can be had at all. */
  possible: boolean;
}

const states: Partial<Record<BootFamily, Persistence['state']>> = {
  ubuntu: 'works',
  'debian-live': 'works',
  kali: 'works',
  mx: 'works',
  antix: 'works',
  arch: 'works',
  kaos: 'works',
  systemrescue: 'works',
  gentoo: 'works',
  fedora: 'doubtful',
  manjaro: 'unsupported',
};

/** Images on the stick aren’t looked into, so nothing is known about them. */
export function persistenceOf({ info }: StickImage): Persistence {
  const state = info === null ? 'unknown' : (states[info.family] ?? 'unknown');
  return { state, possible: state === 'works' || state === 'doubtful' };
}
