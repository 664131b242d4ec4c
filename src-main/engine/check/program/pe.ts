/** Computers that Windows is made for, by the machine type in a program's header (Microsoft, “PE Format”). */
const MACHINES = { 0x8664: 'x64', 0xaa64: 'arm64', 0x014c: 'ia32' } as const;

export type ProgramArchitecture = (typeof MACHINES)[keyof typeof MACHINES] | 'another architecture';

/** A program that is started before Windows runs: a PE image. */
export interface BootProgram {
  architecture: ProgramArchitecture;
  /** Firmware starts EFI applications (UEFI 2.1.1); the boot manager starts boot applications, too. */
  kind: 'EFI application' | 'boot application';
  /** Bytes that a signature doesn't cover: they change when it is added. */
  unsigned: readonly ByteSpan[];
  /** Signatures, which lie behind everything else; null without. */
  certificates: ByteSpan | null;
}

export interface ByteSpan {
  offset: number;
  length: number;
}

const COFF_HEADER = 24;
const SECTION_HEADER = 40;
/** Offsets in the optional header; `directories` is the number of data directories, which follow it. */
const CHECKSUM_AT = 64;
const SUBSYSTEM_AT = 68;
const FORMATS = {
  0x10b: { name: 'PE32', directories: 92 },
  0x20b: { name: 'PE32+', directories: 108 },
} as const;
const KINDS = { 10: 'EFI application', 16: 'boot application' } as const;
/** Number of the data directory that names the certificates, and its bytes. */
const CERTIFICATES = 4;
const DIRECTORY_BYTES = 8;
const SMALLEST_BYTES = 64;

/** Reads the headers of a program and whether all of it is there. Never throws. */
export function readBootProgram(file: Buffer): BootProgram | { problem: string } {
  if (file.length < SMALLEST_BYTES || file.toString('latin1', 0, 2) !== 'MZ') {
    return { problem: 'it does not start as a program' };
  }
  const pe = file.readUInt32LE(60);
  const optional = pe + COFF_HEADER;
  if (optional + 96 > file.length || file.toString('latin1', pe, pe + 4) !== 'PE\0\0') {
    return { problem: 'it has no PE header' };
  }
  const machine = file.readUInt16LE(pe + 4);
  const architecture = has(MACHINES, machine) ? MACHINES[machine] : 'another architecture';
  const magic = file.readUInt16LE(optional);
  if (!has(FORMATS, magic)) return { problem: 'its header is of no known format' };
  if (architecture !== 'another architecture' && (magic === 0x10b) !== (architecture === 'ia32')) {
    return { problem: `it claims to be ${FORMATS[magic].name}, which is not for ${architecture}` };
  }
  const subsystem = file.readUInt16LE(optional + SUBSYSTEM_AT);
  if (!has(KINDS, subsystem)) {
    return { problem: 'it is a program, but not one that firmware starts' };
  }
  const sections = optional + file.readUInt16LE(pe + 20);
  const end = endOfSections(file, sections, file.readUInt16LE(pe + 6));
  if (end > file.length) {
    return { problem: `it is cut short: ${String(file.length)} of ${String(end)} bytes` };
  }
  const place = certificatesPlace(file, optional + FORMATS[magic].directories);
  const unsigned = [{ offset: optional + CHECKSUM_AT, length: 4 }];
  if (place === null) {
    return { architecture, kind: KINDS[subsystem], unsigned, certificates: null };
  }
  const certificates = { offset: file.readUInt32LE(place), length: file.readUInt32LE(place + 4) };
  unsigned.push({ offset: place, length: DIRECTORY_BYTES });
  if (certificates.length === 0) {
    return { architecture, kind: KINDS[subsystem], unsigned, certificates: null };
  }
  if (certificates.offset < end || certificates.offset + certificates.length !== file.length) {
    return { problem: 'its signature does not lie behind its content, up to the end' };
  }
  return { architecture, kind: KINDS[subsystem], unsigned, certificates };
}

/** Where the data directory for certificates lies; null where the header has none. */
function certificatesPlace(file: Buffer, directories: number): number | null {
  const place = directories + 4 + CERTIFICATES * DIRECTORY_BYTES;
  if (place + DIRECTORY_BYTES > file.length) return null;
  return file.readUInt32LE(directories) > CERTIFICATES ? place : null;
}

/** First byte after the content of the last section. */
function endOfSections(file: Buffer, at: number, count: number): number {
  const headersEnd = at + count * SECTION_HEADER;
  let end = headersEnd;
  for (
    let header = at;
    header < headersEnd && headersEnd <= file.length;
    header += SECTION_HEADER
  ) {
    const bytes = file.readUInt32LE(header + 16);
    if (bytes > 0) end = Math.max(end, file.readUInt32LE(header + 20) + bytes);
  }
  return end;
}

function has<T extends object>(table: T, key: number): key is number & keyof T {
  return key in table;
}
