import { describe, expect, it } from 'vitest';
import { stickError } from '../../../src-shared/errors';
import { GiB } from '../../../src-shared/units';
import type { WindowsVolumeRequest } from '../index';
import { explainLackOfSpace } from './lack-of-space';

const staged: WindowsVolumeRequest = {
  ...{ wimParts: ['D:\\install.wim'], index: 1, place: 'new-file' },
  ...{ volumePath: 'E:\\work\\windows.ntfs', volumeBytes: 20 * GiB, fenceBytes: 16 * GiB },
  ...{ startLba: 2048, label: '', edits: { registry: [], files: [], removals: [] } },
  ...{ extractPaths: [], extractTo: 'F:\\work\\boot' },
};
const direct: WindowsVolumeRequest = {
  ...staged,
  ...{ place: 'device', volumePath: '\\\\.\\PhysicalDrive3' },
};

const dism = (message: string): Error => stickError('tool/failed', { tool: 'Dism.exe', message });
const full = dism('There is not enough space on the disk. (112)');

describe('a lack of space on a Windows host', () => {
  const explain = (error: unknown, request: WindowsVolumeRequest, free: number) => {
    const asked: string[] = [];
    return explainLackOfSpace(error, request, 0.25, (folder) => {
      asked.push(folder);
      return Promise.resolve(free);
    }).then((explained) => ({ explained, asked }));
  };

  it('is the work folder’s when nothing is left there, else the volume’s', async () => {
    expect(await explain(full, staged, 0)).toMatchObject({
      asked: ['E:\\work'],
      explained: {
        code: 'work/full',
        params: { path: 'E:\\work', needed: 16 * GiB, missing: 12 * GiB },
      },
    });
    for (const error of [
      full,
      dism('Zu wenig Platz. (0x80070070)'),
      Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }),
    ]) {
      expect((await explain(error, staged, GiB)).explained).toMatchObject({
        code: 'wim/too-large',
        params: { size: 20 * GiB },
      });
    }
    expect(await explain(full, direct, GiB)).toMatchObject({
      asked: ['F:\\work'],
      explained: { code: 'wim/too-large' },
    });
    expect((await explain(full, direct, 0)).explained).toMatchObject({ code: 'work/full' });
  });

  it('is behind every failure of a program on a virtual disk that can’t grow', async () => {
    const other = dism('The request could not be performed because of an I/O device error. (1117)');
    expect((await explain(other, staged, 0)).explained).toMatchObject({ code: 'work/full' });
    expect((await explain(other, staged, GiB)).explained).toBe(other);
    expect((await explain(other, direct, 0)).explained).toBe(other);
  });

  it('is nothing that other errors speak of', async () => {
    const others = [
      stickError('cancelled', {}),
      new Error('(112)'),
      dism('line 112 is wrong (87)'),
    ];
    for (const error of others) {
      expect((await explain(error, staged, GiB)).explained).toBe(error);
    }
  });
});
