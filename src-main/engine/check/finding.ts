import { StickError } from '../../../src-shared/errors';
import { FileSystemError } from '../../disk';
import { HiveError } from '../../guest';
import type { Stick } from './stick';

/** What one check found out. `evidence` is for a person. */
export interface Finding {
  status: 'pass' | 'warn' | 'fail';
  evidence: string;
}

/** One question about a finished stick. */
export interface Check<Subject = Stick> {
  /** Stable name, `subject.what`. */
  id: string;
  /** What to do when the finding is not a pass. */
  next: string;
  /**
   * Null when what it would look at isn't there: then another check has failed, or the stick is
   * made without it. May throw what `damageOf` knows; that is a failure with the message as evidence.
   */
  run: (subject: Subject) => Finding | null | Promise<Finding | null>;
}

/** For what a repair of the stick can put right (engine/repair). */
export const REPAIR = 'Repair the stick; if that doesn’t help, make it again.';

export const AGAIN = 'Make the stick again; if it fails again, use another drive.';

export function pass(evidence: string): Finding {
  return { status: 'pass', evidence };
}

export function warn(evidence: string): Finding {
  return { status: 'warn', evidence };
}

export function fail(evidence: string): Finding {
  return { status: 'fail', evidence };
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
