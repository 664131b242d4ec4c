import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planLayout } from '../../src-shared/layout';
import { GiB, MiB } from '../../src-shared/units';
import { newGuid, openFileSource } from '../io';
import { encodeGpt } from './gpt-encode';
import { chooseTable, readGpt } from './gpt-read';
import { tool, withFolder } from './testing';
import { plainRequest } from '../../src-shared/testing';

describe('a partition table, seen by other tools', () => {
  it('is flawless to sgdisk and has the planned partitions to sfdisk', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'disk.img');
      const layout = planLayout(
        plainRequest({
          diskBytes: 8 * GiB + 12345 * 512,
          sharedBytes: 256 * MiB,
          minimumWindowsBytes: GiB,
        }),
      );
      if ('problem' in layout) throw new Error(layout.problem);
      const guids = { efi: newGuid(), msr: newGuid(), windows: newGuid(), shared: newGuid() };
      const diskGuid = newGuid();
      const { head, tail } = encodeGpt({ layout, diskGuid, guids });
      const file = await open(path, 'w');
      await file.truncate(layout.diskSectors * 512);
      await file.write(head, 0, head.length, 0);
      await file.write(tail, 0, tail.length, layout.diskSectors * 512 - tail.length);
      await file.close();

      expect(await tool('sgdisk', '-v', path)).toContain('No problems found');
      const types = (await tool('sfdisk', '-l', '-q', '-o', 'type', path)).trim().split('\n');
      expect(types.slice(1)).toEqual([
        'EFI System',
        'Microsoft reserved',
        'Microsoft basic data',
        'Microsoft basic data',
      ]);
      const json: unknown = JSON.parse(await tool('sfdisk', '-J', path));
      expect(json).toMatchObject({
        partitiontable: {
          label: 'gpt',
          id: diskGuid.toUpperCase(),
          firstlba: 34,
          partitions: layout.partitions.map(({ role, startLba, sectors }) => ({
            start: startLba,
            size: sectors,
            uuid: guids[role].toUpperCase(),
          })),
        },
      });
    });
  });

  it('is understood when sgdisk made it', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'disk.img');
      const file = await open(path, 'w');
      await file.truncate(GiB);
      await file.close();
      const guid = newGuid();
      await tool('sgdisk', '-n', '3:4096:8191', '-t', '3:0700', '-u', `3:${guid}`, path);
      await tool('sgdisk', '-c', '3:Größe 磁盘', path);
      const source = await openFileSource(path);
      try {
        const gpt = await readGpt(source);
        expect(gpt.agree).toBe(true);
        expect(chooseTable(gpt)?.entries).toEqual([
          {
            index: 2,
            typeGuid: 'ebd0a0a2-b9e5-4433-87c0-68b6b72699c7',
            guid,
            firstLba: 4096,
            lastLba: 8191,
            attributes: 0n,
            name: 'Größe 磁盘',
          },
        ]);
      } finally {
        await source.close();
      }
    });
  });
});
