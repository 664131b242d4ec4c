import { stickError } from '../../../src-shared/errors';

/** Eight groups of six digits, each 11 times a number of 16 bits (libbde, "BDE format", recovery password). */
const GROUPS = 8;
const FACTOR = 11;
export const RECOVERY_BYTES = GROUPS * 2;

/** The 48 digits of 16 bytes, as Windows shows them: groups of six, with hyphens. Throws RangeError for other lengths. */
export function formatRecoveryPassword(value: Buffer): string {
  if (value.length !== RECOVERY_BYTES) {
    throw new RangeError(`a recovery password of ${String(value.length)} bytes`);
  }
  const groups = Array.from({ length: GROUPS }, (_, i) => value.readUInt16LE(i * 2) * FACTOR);
  return groups.map((group) => String(group).padStart(6, '0')).join('-');
}

/**
 * The 16 bytes of a recovery password as a person enters it: groups may be apart by hyphens, spaces or not at all. Throws
 * `bitlocker/recovery-password`, which says which group is wrong and repeats none of the digits.
 */
export function parseRecoveryPassword(text: string): Buffer {
  const groups = groupsOf(text.trim());
  const value = Buffer.alloc(RECOVERY_BYTES);
  groups.forEach((group, i) => {
    const number = Number(group);
    if (number % FACTOR !== 0 || number / FACTOR > 0xffff) {
      throw invalid(`group ${String(i + 1)} of ${String(GROUPS)} has a wrong digit`);
    }
    value.writeUInt16LE(number / FACTOR, i * 2);
  });
  return value;
}

function groupsOf(text: string): string[] {
  const separated = /[\s-]/.test(text);
  if (/[^\d\s-]/.test(text)) throw invalid('it consists of digits only');
  const groups = separated ? text.split(/[\s-]+/) : (text.match(/\d{1,6}/g) ?? []);
  if (groups.length !== GROUPS) {
    throw invalid(`it has ${String(GROUPS)} groups of six digits, not ${String(groups.length)}`);
  }
  groups.forEach((group, i) => {
    if (group.length === 6) return;
    throw invalid(
      `group ${String(i + 1)} of ${String(GROUPS)} has ${String(group.length)} digits, not six`,
    );
  });
  return groups;
}

function invalid(message: string): Error {
  return stickError('bitlocker/recovery-password', { message });
}
