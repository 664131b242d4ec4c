import { StickError } from '../../../src-shared/errors';
import {
  sentence,
  type FindingKey,
  type PlainKey,
  type Said,
  type SentenceParams,
} from '../../../src-shared/findings';
import { FileSystemError } from '../../disk';
import { HiveError } from '../../guest';
import type { Stick } from './stick';

/** What one check found out. `evidence` is for a person: sentences are in languages/en/findings. */
export interface Finding {
  status: 'pass' | 'warn' | 'fail';
  evidence: Said;
}

/** One question about a finished stick. */
export interface Check<Subject = Stick> {
  /** Stable name, `subject.what`. */
  id: string;
  /** What to do when the finding is not a pass: a sentence of languages/en/findings/advice. */
  next: PlainKey;
  /**
   * Null when what it would look at isn't there: then another check has failed, or the stick is
   * made without it. May throw what `damageOf` knows; that is a failure with the message as evidence.
   */
  run: (subject: Subject) => Finding | null | Promise<Finding | null>;
}

export function pass<Key extends FindingKey>(key: Key, ...params: SentenceParams<Key>): Finding {
  return { status: 'pass', evidence: sentence(key, ...params) };
}

export function warn<Key extends FindingKey>(key: Key, ...params: SentenceParams<Key>): Finding {
  return { status: 'warn', evidence: sentence(key, ...params) };
}

export function fail<Key extends FindingKey>(key: Key, ...params: SentenceParams<Key>): Finding {
  return { status: 'fail', evidence: sentence(key, ...params) };
}

/**
 * The message of an error that means damaged content, or null for any other. Readers report damage
 * by errors of their own; a reference past the end of the medium is a RangeError.
 */
export function damageOf(thrown: unknown): string | null {
  if (thrown instanceof StickError) return null;
  const damage =
    thrown instanceof FileSystemError ||
    thrown instanceof HiveError ||
    thrown instanceof RangeError;
  return damage ? thrown.message : null;
}
