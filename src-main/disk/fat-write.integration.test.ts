import { createHash } from 'node:crypto';
import { open, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';
import type { FatFile } from './fat-tree';
import { writeFat32Volume } from './fat-write';
import { tool, toolBytes, withFolder } from './testing';

const BYTES = 300 * MiB;

function file(path: string, bytes: Buffer): FatFile {
  return { path, content: { kind: 'buffer', bytes } };
}

function pattern(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let i = 0; i < length; i += 1) bytes[i] = (i * 31 + seed * 17 + (i >> 8)) & 0xff;
  return bytes;
}

const FILES: FatFile[] = [
  file('/EFI/Boot/bootx64.efi', pattern(1_500_001, 1)),
  file('/EFI/Microsoft/Boot/BCD', pattern(32768, 2)),
  file('/EFI/Microsoft/Boot/bootmgfw.efi', pattern(4096, 3)),
  file('/EFI/Microsoft/Boot/de-DE/bootmgfw.efi.mui', pattern(4097, 4)),
  file('/EFI/Microsoft/Boot/zh-CN/a long name with spaces.mui', pattern(1, 5)),
  file('/EFI/Microsoft/Boot/zh-CN/a long name with dots.a.b.c.mui', pattern(2, 6)),
  file("/EFI/Microsoft/Boot/Größe 磁盘 “quoted” and 'single'.txt", pattern(3, 7)),
  file('/EFI/Microsoft/Boot/-dash.txt', pattern(4, 8)),
  file('/EFI/Microsoft/Boot/.hidden', pattern(5, 9)),
  file('/EFI/Microsoft/Boot/LONGNA~1.TXT', pattern(6, 10)),
  file('/EFI/Microsoft/Boot/longname taken.txt', pattern(7, 11)),
  file(`/EFI/${'n'.repeat(251)}.txt`, pattern(8, 12)),
  file('/empty.bin', Buffer.alloc(0)),
  file('/UPPER.TXT', pattern(9, 13)),
  ...Array.from({ length: 600 }, (_, i) =>
    file(`/many/file with a number ${String(i)}.dat`, pattern(i, i)),
  ),
];

describe('a FAT32 volume, seen by other tools', () => {
  it('is clean to fsck.fat, labelled or not', async () => {
    await withFolder(async (folder) => {
      for (const label of [null, 'EFI STICK']) {
        const path = join(folder, 'esp.img');
        await writeFat32Volume({
          path,
          bytes: BYTES,
          startLba: 2048,
          label,
          serial: 7,
          files: FILES,
        });
        const said = (await tool('fsck.fat', '-n', '-v', path)).replaceAll(path, '');
        expect(said).toContain('4096 bytes per cluster');
        expect(said).toContain('2048 hidden sectors');
        expect(said).not.toMatch(/differ|wrong|bad|error|dirty|Label|Long filename/i);
      }
    });
  });

  it('has exactly the files that were put in, to mcopy and to 7zz', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'esp.img');
      await writeFat32Volume({
        path,
        bytes: BYTES,
        startLba: 2048,
        label: null,
        serial: 0xdeadbeef,
        files: FILES,
      });
      await tool('7zz', 'x', '-y', `-o${join(folder, 'by 7zz')}`, path);
      await tool('mcopy', '-s', '-n', '-i', path, '::/', join(folder, 'by mcopy'));
      for (const by of ['by 7zz', 'by mcopy']) {
        expect(await hashes(join(folder, by))).toEqual(
          new Map(FILES.map(({ path: name, content }) => [name, hashOf(content)])),
        );
      }
      expect(await tool('mdir', '-i', path, '::/')).toContain('Volume Serial Number is DEAD-BEEF');
      const found = await toolBytes('mtype', '-i', path, '::/efi/BOOT/BOOTX64.EFI');
      expect(found.equals(pattern(1_500_001, 1))).toBe(true);
    });
  });

  it('takes the content of files and keeps everything it must write in the allocated ranges', async () => {
    await withFolder(async (folder) => {
      const from = join(folder, '-source file.efi');
      await writeFile(from, pattern(3 * MiB + 5, 3));
      const path = join(folder, 'esp.img');
      const { allocated } = await writeFat32Volume({
        path,
        bytes: BYTES,
        startLba: 2048,
        label: null,
        serial: 1,
        files: [
          {
            path: '/EFI/Boot/bootx64.efi',
            content: { kind: 'file', path: from, size: 3 * MiB + 5 },
          },
        ],
      });
      expect((await stat(path)).blocks * 512).toBeLessThan(8 * MiB);

      const copy = join(folder, 'copy.img');
      const target = await open(copy, 'w');
      const source = await open(path, 'r');
      for (const { offset, length } of allocated) {
        const { buffer } = await source.read(Buffer.alloc(length), 0, length, offset);
        await target.write(buffer, 0, length, offset);
      }
      await target.truncate(BYTES);
      await Promise.all([target.close(), source.close()]);
      await tool('cmp', path, copy);
      const read = await toolBytes('mtype', '-i', copy, '::/EFI/Boot/bootx64.efi');
      expect(read.equals(await readFile(from))).toBe(true);
    });
  });
});

function hashOf(content: FatFile['content']): string {
  if (content.kind !== 'buffer') throw new Error('only buffers are compared');
  return createHash('sha256').update(content.bytes).digest('hex');
}

async function hashes(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const hash = createHash('sha256').update(await readFile(path));
    found.set(path.slice(folder.length), hash.digest('hex'));
  }
  return found;
}
