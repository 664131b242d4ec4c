import { createHash, createPublicKey, verify } from 'node:crypto';
import { DerError, DerTag, expectTag, objectIdOf, partsOf, readDer, type DerValue } from './der';

/** What a signature says, once it was found to be in order. */
export interface SignedDigest {
  /** Of the program, in lower-case hexadecimal. */
  sha256: string;
  /** Common names: of who signed, and of the authority that certifies them. */
  signer: string;
  issuer: string;
}

/** RFC 2315 (PKCS #7), RFC 5652, RFC 5280, and Microsoft, “Windows Authenticode Portable Executable Signature Format”. */
const Oid = {
  signedData: '1.2.840.113549.1.7.2',
  indirectData: '1.3.6.1.4.1.311.2.1.4',
  messageDigest: '1.2.840.113549.1.9.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  commonName: '2.5.4.3',
} as const;
const { sequence, set, context0, octetString, integer, bitString } = DerTag;

/**
 * Reads a signature of a program, and proves that who holds the signer's key has signed it. Whether the signer is to be
 * trusted is another question: certificates are not followed up to a root. Throws DerError.
 */
export function readSignedData(bytes: Buffer): SignedDigest {
  const [type, wrapped] = partsOf(readDer(bytes), sequence);
  if (objectIdOf(type) !== Oid.signedData) throw new DerError('it is no signed data');
  const [signedData] = partsOf(wrapped, context0);
  const [, , content, ...rest] = partsOf(signedData, sequence);
  const [contentType, wrappedContent] = partsOf(content, sequence);
  if (objectIdOf(contentType) !== Oid.indirectData) throw new DerError('it signs no program');
  const [indirect] = partsOf(wrappedContent, context0);

  const certificates = rest.find(({ tag }) => tag === context0);
  const signers = partsOf(rest.at(-1), set);
  const [signerInfo] = signers;
  if (!signerInfo || signers.length !== 1) throw new DerError('it has not one signer');
  const signer = signerOf(signerInfo, certificates ? partsOf(certificates, context0) : []);
  requireSigned(signer, expectTag(indirect, sequence).content);
  const { subject, issuer } = signer.certificate;
  return {
    sha256: programDigest(indirect),
    signer: commonName(subject),
    issuer: commonName(issuer),
  };
}

interface Certificate {
  serial: DerValue;
  issuer: DerValue;
  subject: DerValue;
  publicKey: DerValue;
}

interface Signer {
  certificate: Certificate;
  /** What is signed, among it the digest of the content. */
  attributes: DerValue;
  signature: Buffer;
}

function signerOf(signerInfo: DerValue, certificates: readonly DerValue[]): Signer {
  const [, id, digestAlgorithm, attributes, , signature] = partsOf(signerInfo, sequence);
  requireSha256(digestAlgorithm);
  const [issuer, serial] = partsOf(id, sequence);
  const certificate = certificates
    .map(readCertificate)
    .find((one) => isSame(one.issuer, issuer) && isSame(one.serial, serial));
  if (!certificate) throw new DerError('the signer’s certificate is missing');
  return {
    certificate,
    attributes: expectTag(attributes, context0),
    signature: expectTag(signature, octetString).content,
  };
}

/** RFC 5280, 4.1. Only the names and the key count here. */
function readCertificate(value: DerValue): Certificate {
  const [toBeSigned] = partsOf(value, sequence);
  const parts = partsOf(toBeSigned, sequence);
  // The version comes first unless it is the first version.
  const [serial, , issuer, , subject, publicKey] =
    parts[0]?.tag === context0 ? parts.slice(1) : parts;
  return {
    serial: expectTag(serial, integer),
    issuer: expectTag(issuer, sequence),
    subject: expectTag(subject, sequence),
    publicKey: expectTag(publicKey, sequence),
  };
}

/** The attributes hold the content's digest, and the signature is over the attributes. */
function requireSigned({ certificate, attributes, signature }: Signer, content: Buffer): void {
  const digest = partsOf(attributes, context0)
    .map((attribute) => partsOf(attribute, sequence))
    .find(([name]) => objectIdOf(name) === Oid.messageDigest);
  const [value] = partsOf(digest?.[1], set);
  const wanted = createHash('sha256').update(content).digest();
  if (!expectTag(value, octetString).content.equals(wanted)) {
    throw new DerError('what was signed was changed');
  }
  // RFC 2315, 9.3: they are signed as the set that they are, not under the tag that they are stored with.
  const signed = Buffer.concat([Buffer.from([set]), attributes.whole.subarray(1)]);
  if (!isSignedBy(certificate, signed, signature)) {
    throw new DerError('the signer’s key does not fit the signature');
  }
}

function isSignedBy({ publicKey }: Certificate, signed: Buffer, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: publicKey.whole, format: 'der', type: 'spki' });
    return verify('sha256', signed, key, signature);
  } catch {
    throw new DerError('the signer’s key can’t be read');
  }
}

/** The digest of the program, in what Microsoft calls SpcIndirectDataContent. */
function programDigest(indirect: DerValue | undefined): string {
  const [, digestInfo] = partsOf(indirect, sequence);
  const [algorithm, digest] = partsOf(digestInfo, sequence);
  requireSha256(algorithm);
  return expectTag(digest, octetString).content.toString('hex');
}

function requireSha256(algorithm: DerValue | undefined): void {
  const [name] = partsOf(algorithm, sequence);
  if (objectIdOf(name) !== Oid.sha256) throw new DerError('its digest is no SHA-256');
}

/** Names are sets of pairs in a list. The last common name counts; empty without one. */
function commonName(name: DerValue): string {
  const pairs = partsOf(name, sequence)
    .flatMap((part) => partsOf(part, set))
    .map((pair) => partsOf(pair, sequence));
  const found = pairs.filter(([type]) => objectIdOf(type) === Oid.commonName).at(-1)?.[1];
  return found && found.tag !== bitString ? textOf(found) : '';
}

/** BMPString is big-endian UTF-16; the others are read as UTF-8, which contains ASCII. */
function textOf({ tag, content }: DerValue): string {
  if (tag !== 0x1e) return content.toString('utf8');
  return Buffer.from(content.subarray(0, content.length & ~1))
    .swap16()
    .toString('utf16le');
}

function isSame(one: DerValue, other: DerValue | undefined): boolean {
  return other !== undefined && one.whole.equals(other.whole);
}
