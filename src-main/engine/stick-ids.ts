import { randomBytes, randomInt } from 'node:crypto';
import { z } from 'zod';
import { newGuid } from '../io';

const GuidSchema = z.guid();
const SignatureSchema = z.number().int().min(1).max(0xffffffff);

/** What tells one stick from every other, so that two of them work in one computer. */
export const StickIdsSchema = z.strictObject({
  disk: GuidSchema,
  /** What an MBR has in place of a GUID; not 0. */
  diskSignature: SignatureSchema,
  /** The MBR inside of a virtual disk. */
  virtualDiskSignature: SignatureSchema,
  /** GUIDs of a VHDX: of its file, its data, and its disk. */
  vhdx: z.strictObject({ file: GuidSchema, data: GuidSchema, disk: GuidSchema }),
  partitions: z.strictObject({
    efi: GuidSchema,
    msr: GuidSchema,
    windows: GuidSchema,
    shared: GuidSchema,
  }),
  /** Objects of the boot store. */
  loader: GuidSchema,
  resume: GuidSchema,
  /** Volume serial numbers: FAT32's and exFAT's of 32 bits, NTFS's of 64 bits as 16 hexadecimal digits. */
  efiSerial: SignatureSchema,
  exfatSerial: SignatureSchema,
  ntfsSerial: z.string().regex(/^[0-9a-f]{16}$/),
});
export type StickIds = z.infer<typeof StickIdsSchema>;

export function newStickIds(): StickIds {
  return {
    disk: newGuid(),
    diskSignature: newSignature(),
    virtualDiskSignature: newSignature(),
    vhdx: { file: newGuid(), data: newGuid(), disk: newGuid() },
    partitions: { efi: newGuid(), msr: newGuid(), windows: newGuid(), shared: newGuid() },
    loader: newGuid(),
    resume: newGuid(),
    efiSerial: newSignature(),
    exfatSerial: newSignature(),
    ntfsSerial: randomBytes(8).toString('hex'),
  };
}

function newSignature(): number {
  return randomInt(1, 0x1_0000_0000);
}
