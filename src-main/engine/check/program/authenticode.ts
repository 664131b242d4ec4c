import { createHash } from 'node:crypto';
import { DerError } from './der';
import type { BootProgram, ByteSpan } from './pe';
import { readSignedData } from './signed-data';

/** Who signed a program. */
export interface ProgramSignature {
  signer: string;
  issuer: string;
}

export type SignatureState =
  | { kind: 'unsigned' }
  /** There is at least one that fits the program. */
  | { kind: 'signed'; signatures: ProgramSignature[] }
  /** None of those that are there fits. */
  | { kind: 'broken'; problem: string };

/** WIN_CERTIFICATE (Microsoft, “PE Format”): length, revision, type, and the signature itself. */
const HEADER_BYTES = 8;
const ALIGNMENT = 8;
const PKCS_SIGNED_DATA = 2;
/** Microsoft's programs have one or two. */
const MAXIMUM_SIGNATURES = 8;

/** Reads the signatures of a program and compares their digests with its content. Never throws. */
export function readSignatures(file: Buffer, program: BootProgram): SignatureState {
  const { certificates } = program;
  if (!certificates) return { kind: 'unsigned' };
  const digest = authenticodeDigest(file, program, certificates);
  const signatures: ProgramSignature[] = [];
  const problems: string[] = [];
  for (const bytes of entriesIn(file, certificates)) {
    try {
      const { sha256, signer, issuer } = readSignedData(bytes);
      if (sha256 === digest) signatures.push({ signer, issuer });
      else problems.push('the program was changed after it was signed');
    } catch (error) {
      if (!(error instanceof DerError)) throw error;
      problems.push(error.message);
    }
  }
  if (signatures.length > 0) return { kind: 'signed', signatures };
  return { kind: 'broken', problem: problems[0] ?? 'it has no signature of the usual kind' };
}

/** Everything counts but what changes when a signature is added, and the signatures. */
function authenticodeDigest(file: Buffer, { unsigned }: BootProgram, end: ByteSpan): string {
  const hash = createHash('sha256');
  let at = 0;
  for (const { offset, length } of [...unsigned, { offset: end.offset, length: 0 }]) {
    hash.update(file.subarray(at, offset));
    at = offset + length;
  }
  return hash.digest('hex');
}

/** The signatures of the kind that firmware knows. */
function entriesIn(file: Buffer, { offset, length }: ByteSpan): Buffer[] {
  const table = file.subarray(offset, offset + length);
  const entries: Buffer[] = [];
  for (let at = 0; at + HEADER_BYTES <= table.length && entries.length < MAXIMUM_SIGNATURES;) {
    const bytes = table.readUInt32LE(at);
    if (bytes < HEADER_BYTES || at + bytes > table.length) break;
    if (table.readUInt16LE(at + 6) === PKCS_SIGNED_DATA) {
      entries.push(table.subarray(at + HEADER_BYTES, at + bytes));
    }
    at += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
  }
  return entries;
}
