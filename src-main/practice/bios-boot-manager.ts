import { SECTOR } from '../../src-shared/units';

/**
 * A program of 16 bits for the place that `ntldr` of GRUB, like a boot sector of Windows, gives to bootmgr: it is loaded to
 * 2000:0000 and entered there in real mode, with the number of the drive in DL. It moves the GRUB that follows it to
 * where a GRUB expects itself, as GRUB's own diskboot.img does, and enters it. It first moves itself out of the
 * way: what it copies may reach to where it was loaded.
 *
 * Its last bytes are zeros up to a whole sector, so that what follows starts at a paragraph of memory.
 */
function stub(sectors: number): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  bytes.set([
    ...[0xfa, 0xfc], //             cli; cld
    ...[0x31, 0xc0], //             xor ax, ax
    ...[0x8e, 0xd0], //             mov ss, ax
    ...[0xbc, 0x00, 0x7c], //       mov sp, 7C00h
    ...[0x8e, 0xc0], //             mov es, ax
    ...[0x8c, 0xc8], //             mov ax, cs
    ...[0x8e, 0xd8], //             mov ds, ax
    ...[0x31, 0xf6], //             xor si, si
    ...[0xbf, 0x00, 0x06], //       mov di, 0600h
    ...[0xb9, 0x00, 0x01], //       mov cx, 0100h (words)
    ...[0xf3, 0xa5], //             rep movsw
    ...[0xea, 0x1e, 0x06, 0x00, 0x00], // jmp 0000:061E
    // At 1Eh, now in the copy at 0600h. One sector at a time, so that no piece is longer than a segment.
    ...[0xbd, sectors & 0xff, sectors >> 8], // mov bp, sectors
    ...[0xb8, 0x20, 0x20], //       mov ax, 2020h (from 20200h)
    ...[0xbb, 0x20, 0x08], //       mov bx, 0820h (to 8200h)
    // At 27h:
    ...[0x8e, 0xd8], //             mov ds, ax
    ...[0x8e, 0xc3], //             mov es, bx
    ...[0x31, 0xf6], //             xor si, si
    ...[0x31, 0xff], //             xor di, di
    ...[0xb9, 0x00, 0x01], //       mov cx, 0100h
    ...[0xf3, 0xa5], //             rep movsw
    ...[0x83, 0xc0, 0x20], //       add ax, 20h
    ...[0x83, 0xc3, 0x20], //       add bx, 20h
    ...[0x4d], //                   dec bp
    ...[0x75, 0xea], //             jnz 27h
    ...[0xea, 0x00, 0x82, 0x00, 0x00], // jmp 0000:8200
  ]);
  return bytes;
}

/** Conventional memory that surely is there ends at 9F000h; the program is loaded to 20000h. */
const LARGEST = 0x9f000 - 0x20000;

/** A stand-in for bootmgr made of a core.img of GRUB. */
export function biosBootManager(coreImage: Buffer): Buffer {
  // The first sector would load the others from the disk.
  const loaded = coreImage.subarray(SECTOR);
  const sectors = Math.ceil(loaded.length / SECTOR);
  const program = Buffer.alloc((1 + sectors) * SECTOR);
  stub(sectors).copy(program);
  loaded.copy(program, SECTOR);
  if (program.length > LARGEST) {
    throw new Error(`a boot manager of ${String(program.length)} bytes does not fit into memory`);
  }
  return program;
}
