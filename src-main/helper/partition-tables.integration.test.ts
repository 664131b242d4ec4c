import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planLayout } from '../../src-shared/layout';
import { plainRequest } from '../../src-shared/testing';
import { MiB } from '../../src-shared/units';
import { encodeMbr } from '../disk';
import { tool, withFolder } from '../disk/testing';
import { memoryMedium, memorySources, writeFrom } from './test-support/memory-medium';

describe('a drive that had a GPT', () => {
  it('has nothing left of it after an MBR was written, not even the copy at its end', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'drive.img');
      const diskBytes = 512 * MiB + 12345 * 512;
      await writeFile(path, Buffer.alloc(diskBytes));
      await tool('sgdisk', '-n', '1:2048:0', '-t', '1:0700', path);
      const old = await readFile(path);
      expect(old.indexOf('EFI PART', diskBytes - MiB, 'latin1')).toBe(diskBytes - 512);

      const request = plainRequest({ diskBytes, sharedBytes: 0, minimumWindowsBytes: 64 * MiB });
      const layout = planLayout({ ...request, layout: { scheme: 'mbr', container: 'none' } });
      if ('problem' in layout) throw new Error(layout.problem);
      const table = encodeMbr({ layout, diskSignature: 0xddba6bbb });
      const medium = memoryMedium(diskBytes, {}, old);
      const { supply } = memorySources(new Map());
      await writeFrom(supply, medium, { maps: [], ...table, resume: false });
      await writeFile(path, medium.bytes);

      expect(medium.bytes.includes('EFI PART', 0, 'latin1')).toBe(false);
      const seen = await tool('sgdisk', '-p', path);
      expect(seen).toContain('Found invalid GPT and valid MBR');
      expect(await tool('sfdisk', '--verify', path)).toContain('No errors detected');
      const signatures = await tool('wipefs', '--noheadings', '--output', 'TYPE', path);
      expect(signatures.trim().split(/\s+/)).toEqual(['dos']);
    });
  });
});
