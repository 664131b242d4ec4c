import { mkdir, mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runTool } from '../run-tool';
import { formatExfat } from './format-exfat';

const MiB = 1024 * 1024;
const signal = new AbortController().signal;

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'format-exfat-')), '-Größe 视窗 "q\'');
  await mkdir(folder);
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

describe('formatExfat', () => {
  it.each(['SHARED', 'Größe 视窗', '-dash', 'a b', 'elevenchars'])(
    'makes a clean volume labelled %j that takes hardly any space yet',
    async (label) => {
      const path = join(folder, 'shared.exfat');
      await formatExfat({ path, bytes: 4096 * MiB, label }, signal);
      expect((await runTool('fsck.exfat', ['-n', path])).stdout).toContain('clean');
      expect((await runTool('tune.exfat', ['-l', path])).stdout).toContain(`label: ${label}\n`);
      const { size, blocks } = await stat(path);
      expect(size).toBe(4096 * MiB);
      expect(blocks * 512).toBeLessThan(16 * MiB);
    },
  );

  it('uses the whole volume', async () => {
    const path = join(folder, 'shared.exfat');
    await formatExfat({ path, bytes: 100 * MiB, label: 'SHARED' }, signal);
    const file = await open(path);
    const { buffer } = await file.read(Buffer.alloc(512), 0, 512, 0);
    await file.close();
    // VolumeLength, in sectors: exFAT specification, section 3.1.4.
    expect(buffer.readBigUInt64LE(72)).toBe(BigInt((100 * MiB) / 512));
  });

  it('refuses a label that is too long', async () => {
    const volume = { path: join(folder, 'x'), bytes: 100 * MiB, label: 'twelve chars' };
    await expect(formatExfat(volume, signal)).rejects.toMatchObject({ code: 'plan/invalid' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses to replace a file', async () => {
    const path = join(folder, 'x');
    await writeFile(path, 'precious');
    const volume = { path, bytes: 100 * MiB, label: 'x' };
    await expect(formatExfat(volume, signal)).rejects.toMatchObject({ code: 'work/unusable' });
    expect((await stat(path)).size).toBe(8);
  });

  it('leaves nothing when the tool fails or the job is cancelled', async () => {
    const path = join(folder, 'x');
    await expect(formatExfat({ path, bytes: 512, label: 'x' }, signal)).rejects.toMatchObject({
      code: 'tool/failed',
    });
    await expect(
      formatExfat({ path, bytes: 100 * MiB, label: 'x' }, AbortSignal.abort()),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });
});
