import { listed, sentence, type Said, type Sentence } from '../../../../src-shared/findings';
import type { VentoyFileSystem, VentoyScheme } from '../../../../src-shared/ventoy-stick';
import type { DataVolume, VentoyDisk, VentoyReference } from '../../../ventoy';
import type { Check } from '../finding';
import type { DataFiles } from './data-files';

export type ReleaseContent = Pick<VentoyReference, 'bootImg' | 'coreImg' | 'diskImg'>;

/** What a stick with Ventoy should be. What is left out, or null, is taken as it is found. */
export interface ExpectedVentoy {
  version: string | null;
  scheme?: VentoyScheme;
  secureBoot?: boolean;
  /** Kept free after Ventoy's partitions; a multiple of 1 MiB. */
  reserveBytes?: number;
  fileSystem?: VentoyFileSystem;
  /** Of the data partition. */
  label?: string;
  /** A release's own content, which the stick is to hold. */
  reference?: ReleaseContent | null;
  /** Images are compared with the hashes beside them, until this is aborted. Left out: they are not read. */
  images?: AbortSignal;
}

/** A stick with Ventoy as it was found, and as it should be. */
export interface VentoySubject {
  disk: VentoyDisk;
  /** What partition 1 holds; null where there is none. */
  volume: DataVolume | null;
  /** Its files; null where they can't be read here. */
  files: DataFiles | null;
  expected: ExpectedVentoy;
}

export type VentoyCheck = Check<VentoySubject>;

/** Ventoy's own words at the start, by the number that it shows (`ventoy_check_official_device`). */
export function startError(number: number): Sentence {
  return sentence('ventoy.stops', { number });
}

/** The first of several sentences, and how many more there are. */
export function firstOf(most: number, sentences: readonly Sentence[]): Said {
  const named = listed('semicolon', sentences.slice(0, most));
  const count = sentences.length - most;
  return count > 0 ? sentence('ventoy.and-more', { named, count }) : named;
}
