import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { MiB } from '../../../src-shared/units';
import { attachLoop } from '../../helper/test-support/loop-device';
import { deviceNumbers } from './drives';

const run = promisify(execFile);

it('A drive knows its partitions, and by which numbers what lies on them is told.', async () => {
  const drive = await attachLoop(64 * MiB);
  try {
    expect((await drive.drive()).partitions).toEqual([]);
    await run('parted', ['-s', drive.path, 'mklabel', 'gpt', 'mkpart', 'a', '1MiB', '32MiB']);
    await run('partx', ['--update', drive.path]);
    const found = await drive.drive();
    const path = `${drive.path}p1`;
    expect(found.partitions).toMatchObject([{ path, sizeBytes: 31 * MiB, mountPoints: [] }]);
    expect(found.deviceNumbers).toEqual([
      deviceNumbers((await stat(drive.path)).rdev),
      deviceNumbers((await stat(path)).rdev),
    ]);
  } finally {
    await drive.detach();
  }
});

it('A drive knows its port, and each attaching of it has a number of its own.', async () => {
  const first = await attachLoop(MiB);
  const { port, attachment } = await first.drive();
  expect(port).toBe(first.path.slice('/dev/'.length));
  expect(attachment).toMatch(/^\d+$/);
  await first.detach();
  const second = await attachLoop(MiB);
  expect((await second.drive()).attachment).not.toBe(attachment);
  await second.detach();
});
