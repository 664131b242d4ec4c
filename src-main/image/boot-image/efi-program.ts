import type { ByteSource } from '../../io';

/** Machines of EFI programs (Microsoft PE format, “Machine Types”). */
const MACHINES: Readonly<Record<number, EfiMachine>> = {
  0x8664: 'x64',
  0x14c: 'ia32',
  0xaa64: 'aa64',
};
const EFI_APPLICATION = 10;
/** From the PE signature to the end of the field that names the subsystem. */
const HEADERS_BYTES = 24 + 70;

export type EfiMachine = 'x64' | 'ia32' | 'aa64';

/** The machine that a program of UEFI is for; `other` is one this program doesn't know. */
export async function readEfiMachine(
  file: ByteSource,
): Promise<EfiMachine | 'other' | { problem: string }> {
  if (file.size < 64) return { problem: 'it does not start as a program' };
  const start = await file.read(0, 64);
  if (start.toString('latin1', 0, 2) !== 'MZ') {
    return { problem: 'it does not start as a program' };
  }
  const at = start.readUInt32LE(60);
  if (at + HEADERS_BYTES > file.size) return { problem: 'it has no PE header' };
  const headers = await file.read(at, HEADERS_BYTES);
  if (headers.toString('latin1', 0, 4) !== 'PE\0\0') return { problem: 'it has no PE header' };
  if (headers.readUInt16LE(24 + 68) !== EFI_APPLICATION) {
    return { problem: 'it is a program, but not one that firmware starts' };
  }
  return MACHINES[headers.readUInt16LE(4)] ?? 'other';
}
