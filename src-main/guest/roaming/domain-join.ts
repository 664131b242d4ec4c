import { stickError } from '../../../src-shared/errors';
import { withoutEnd } from '../../io';

/** A blob has a few kilobytes; with policies and certificates in it, some hundred. */
const LARGEST = 4 * 2 ** 20;
const MARK = Buffer.from([0xff, 0xfe]);

/**
 * What every blob begins with: the header of a type serialized by RPC, version 1, little-endian ([MS-RPCE] 2.2.6.1).
 * A text file of another kind hasn't got it.
 */
const SERIALIZED = Buffer.from([0x01, 0x10, 0x08, 0x00, 0xcc, 0xcc, 0xcc, 0xcc]);

/**
 * The account data in what `djoin /provision /savefile` wrote: base64 in UTF-16 with a mark and a closing NUL. It is
 * a secret, the password of the computer's account, and stands for one computer. Throws `domain/invalid`, which
 * repeats nothing of it.
 */
export function readDomainJoin(bytes: Buffer, path: string): string {
  const refuse = (message: string) => stickError('domain/invalid', { path, message });
  if (bytes.length > LARGEST) throw refuse('it is larger than 4 MiB');
  if (!bytes.subarray(0, 2).equals(MARK) || bytes.length % 2 !== 0) {
    throw refuse('it is not in UTF-16, as djoin writes it');
  }
  const text = withoutEnd(bytes.subarray(2).toString('utf16le'), (unit) =>
    '\0\r\n '.includes(unit),
  );
  if (text === '') throw refuse('it is empty');
  const decoded = Buffer.from(text, 'base64');
  if (decoded.toString('base64') !== text) throw refuse('it holds something else than base64');
  if (!decoded.subarray(0, SERIALIZED.length).equals(SERIALIZED)) {
    throw refuse('what it holds was not made by djoin');
  }
  return text;
}
