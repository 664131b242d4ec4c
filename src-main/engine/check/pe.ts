/** An EFI program: a PE32+ image with the EFI application subsystem (Microsoft PE format; UEFI 2.1.1). */
export interface EfiProgram {
  architecture: 'x64' | 'arm64' | 'another architecture';
}

const MACHINE_X64 = 0x8664;
const MACHINE_ARM64 = 0xaa64;
const PE32_PLUS = 0x20b;
const EFI_APPLICATION = 10;
const COFF_HEADER = 24;
const SECTION_HEADER = 40;

/** Reads the headers of a program and whether all its sections are there. Never throws. */
export function readEfiProgram(file: Buffer): EfiProgram | { problem: string } {
  if (file.length < 64 || file.toString('latin1', 0, 2) !== 'MZ') {
    return { problem: 'it does not start as a program' };
  }
  const pe = file.readUInt32LE(60);
  const optional = pe + COFF_HEADER;
  if (optional + 70 > file.length || file.toString('latin1', pe, pe + 4) !== 'PE\0\0') {
    return { problem: 'it has no PE header' };
  }
  if (file.readUInt16LE(optional) !== PE32_PLUS) return { problem: 'it is not for 64 bits' };
  if (file.readUInt16LE(optional + 68) !== EFI_APPLICATION) {
    return { problem: 'it is a program, but not one that firmware starts' };
  }
  const sections = optional + file.readUInt16LE(pe + 20);
  const end = endOfSections(file, sections, file.readUInt16LE(pe + 6));
  if (end > file.length) {
    return { problem: `it is cut short: ${String(file.length)} of ${String(end)} bytes` };
  }
  return { architecture: architectureOf(file.readUInt16LE(pe + 4)) };
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

function architectureOf(machine: number): EfiProgram['architecture'] {
  if (machine === MACHINE_X64) return 'x64';
  return machine === MACHINE_ARM64 ? 'arm64' : 'another architecture';
}
