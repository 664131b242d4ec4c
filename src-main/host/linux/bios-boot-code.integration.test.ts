import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { EFI_BYTES } from '../../../src-shared/layout';
import { MiB, SECTOR } from '../../../src-shared/units';
import { encodeMbr, writeFat32Volume } from '../../disk';
import { withFolder } from '../../disk/testing';
import { openFileSource } from '../../io';
import { biosBootCode } from './bios-boot-code';
import { bootTest } from './test-support/boot-test';

const signal = new AbortController().signal;

/**
 * A stand-in for bootmgr in 16 bits: prints a line on the first serial port and halts.
 */
function talker(line: string): Buffer {
  const text = Buffer.from(`\r\n${line}\r\nhalted\r\n\0`, 'latin1');
  const code = Buffer.from([
    ...[0x8c, 0xc8, 0x8e, 0xd8], //       mov ax, cs; mov ds, ax
    ...[0xbe, 0x20, 0x00], //             mov si, 20h
    ...[0xac, 0x84, 0xc0, 0x74, 0x11], // next: lodsb; test al, al; jz end
    ...[0x88, 0xc4, 0xba, 0xfd, 0x03], // mov ah, al; mov dx, 3FDh
    ...[0xec, 0xa8, 0x20, 0x74, 0xfb], // wait: in al, dx; test al, 20h; jz wait
    ...[0x88, 0xe0, 0xb2, 0xf8], //       mov al, ah; mov dl, F8h
    ...[0xee, 0xeb, 0xea], //             out dx, al; jmp next
    ...[0xf4, 0xeb, 0xfd], //             end: hlt; jmp end
  ]);
  return Buffer.concat([code, Buffer.alloc(0x20 - code.length), text]);
}

/** A disk with an MBR whose one partition, FAT32, holds these files. */
async function makeDisk(folder: string, name: string, bootmgr: Buffer | null): Promise<string> {
  const path = join(folder, `${name}.img`);
  const volumePath = join(folder, `${name}.fat`);
  const sectors = EFI_BYTES / SECTOR;
  const bytes = bootmgr ?? Buffer.from('nothing to start');
  const { allocated } = await writeFat32Volume({
    ...{ path: volumePath, bytes: sectors * SECTOR, startLba: 2048, label: null, serial: 1 },
    files: [{ path: bootmgr ? '/bootmgr' : '/readme', content: { kind: 'buffer', bytes } }],
  });
  const layout = {
    ...{ scheme: 'mbr' as const, vhdx: null, diskSectors: 2048 + sectors },
    partitions: [{ role: 'efi' as const, startLba: 2048, sectors }],
  };
  const bootCode = await biosBootCode(signal);
  const { head } = encodeMbr({ layout, diskSignature: 0x12345678, bootCode });
  const disk = await open(path, 'w');
  const volume = await openFileSource(volumePath);
  try {
    await disk.truncate(layout.diskSectors * SECTOR);
    await disk.write(head, 0, head.length, 0);
    for (const { offset, length } of allocated) {
      await disk.write(await volume.read(offset, length), 0, length, MiB + offset);
    }
  } finally {
    await volume.close();
    await disk.close();
  }
  return path;
}

describe('boot code for a BIOS', () => {
  it('is that of GRUB, fits before the first partition, and is the same every time', async () => {
    const first = await biosBootCode(signal);
    const second = await biosBootCode(signal);
    expect(first.coreImage.equals(second.coreImage)).toBe(true);
    expect(first.coreImage.length).toBeLessThan(2047 * SECTOR);
    expect(first.bootImage.toString('latin1')).toContain('GRUB \0');
  });

  it.each([
    ['of another form', 'head -c 65536 /dev/zero', 'loads other sectors'],
    ['too large for the gap', 'head -c 2097152 /dev/zero', '2097152 bytes does not fit'],
    ['empty', 'true', '0 bytes does not fit'],
  ])('%s is refused before a drive is touched', async (_, command, problem) => {
    await withFolder(async (folder) => {
      const path = join(folder, 'grub-mkimage');
      const script = `#!/bin/sh
for it; do case $it in --output=*) ${command} > "\${it#--output=}";; esac; done
`;
      await writeFile(path, script, { mode: 0o755 });
      vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
      try {
        await expect(biosBootCode(signal)).rejects.toMatchObject({
          code: 'boot-code/missing',
          params: { message: expect.stringContaining(problem) as unknown },
        });
      } finally {
        vi.unstubAllEnvs();
      }
    });
  });

  it('starts the bootmgr of the stick itself, not that of an internal disk', async () => {
    await withFolder(async (folder) => {
      const stick = await makeDisk(folder, 'stick', talker('STICKSMITH-PRACTICE OK'));
      const foreign = await makeDisk(
        folder,
        'foreign',
        talker('STICKSMITH-PRACTICE FAILED foreign'),
      );
      const request = { firmware: 'bios', timeoutSeconds: 60 } as const;
      const mine = await bootTest({ ...request, imagePath: stick, otherDrives: [foreign] });
      expect(mine.outcome, mine.transcript).toBe('started');
      const theirs = await bootTest({ ...request, imagePath: foreign, otherDrives: [stick] });
      expect(theirs.evidence, theirs.transcript).toContain('FAILED foreign');
    });
  }, 180_000);

  it('says why when the stick has no bootmgr, and does not take that of an internal disk', async () => {
    await withFolder(async (folder) => {
      const stick = await makeDisk(folder, 'stick', null);
      const foreign = await makeDisk(folder, 'foreign', talker('STICKSMITH-PRACTICE OK'));
      const request = { firmware: 'bios', timeoutSeconds: 60 } as const;
      const result = await bootTest({ ...request, imagePath: stick, otherDrives: [foreign] });
      expect(result.outcome, result.transcript).toBe('no-boot');
      expect(result.transcript).toContain("This stick can't start Windows");
    });
  }, 180_000);
});
