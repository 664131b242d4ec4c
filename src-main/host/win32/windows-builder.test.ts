import { expect, it } from 'vitest';
import { stickError } from '../../../src-shared/errors';
import type { WindowsVolumeRequest } from '../index';
import { windowsBuilder } from './windows-builder';

const request: WindowsVolumeRequest = {
  ...{ wimParts: ['D:\\install.wim'], index: 1, place: 'new-file' },
  ...{ volumePath: 'E:\\work\\windows.ntfs', volumeBytes: 4096, fenceBytes: null },
  ...{ startLba: 2048, label: '', edits: { registry: [], files: [], removals: [] } },
  ...{ extractPaths: [], extractTo: 'E:\\work\\boot' },
};

it('a work place that can’t be opened is tried again, and nothing is built without one', async () => {
  let opened = 0;
  const builder = windowsBuilder(() => {
    opened += 1;
    return Promise.reject(stickError('tool/failed', { tool: 'icacls.exe', message: 'denied' }));
  });
  await expect(builder.tidyUp()).rejects.toMatchObject({ code: 'tool/failed' });
  const running = { signal: new AbortController().signal, onProgress: () => undefined };
  await expect(builder.buildWindows(request, running)).rejects.toMatchObject({
    code: 'tool/failed',
  });
  expect(opened).toBe(2);
});
