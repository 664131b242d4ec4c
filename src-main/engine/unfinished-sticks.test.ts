import { chmod, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DriveIdentity } from '../../src-shared/drive';
import { newStickIds } from './stick-ids';
import { UnfinishedSticks } from './unfinished-sticks';

const drive: DriveIdentity = {
  ...{ path: '/dev/sdb', sizeBytes: 16e9, serial: 'A1', model: 'Stick', bus: 'usb' },
};
const folderName = '.sticksmith-unfinished';

let base: string;
let sticks: UnfinishedSticks;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'unfinished-test-'));
  sticks = new UnfinishedSticks(base);
});
afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

it('remembers what a drive was begun with, also under another path', async () => {
  const ids = newStickIds();
  await sticks.begin(drive, 'content', ids);
  for (const path of ['/dev/sdb', '/dev/sdc']) {
    const after = new UnfinishedSticks(base);
    expect(await after.find({ ...drive, path }, 'content')).toEqual(ids);
  }
});

it('knows nothing of other content, other drives and finished sticks', async () => {
  await sticks.begin(drive, 'content', newStickIds());
  expect(await sticks.find(drive, 'other content')).toBeNull();
  expect(await sticks.find({ ...drive, serial: 'A2' }, 'content')).toBeNull();
  expect(await sticks.find({ ...drive, sizeBytes: 17e9 }, 'content')).toBeNull();
  await sticks.end(drive);
  expect(await sticks.find(drive, 'content')).toBeNull();
});

it('tells drives without a serial number apart by their path', async () => {
  const nameless = { ...drive, serial: null };
  await sticks.begin(nameless, 'content', newStickIds());
  expect(await sticks.find({ ...nameless, path: '/dev/sdc' }, 'content')).toBeNull();
});

it('gives identifiers to one drive of a job only, though cheap drives may have all the same serial number', async () => {
  const ids = newStickIds();
  await sticks.begin(drive, 'content', ids);
  const twin = { ...drive, path: '/dev/sdc' };
  const later = new UnfinishedSticks(base);
  const found = await Promise.all([later.find(drive, 'content'), later.find(twin, 'content')]);
  expect(found.filter((one) => one !== null)).toEqual([ids]);
});

it('begins many drives at the same time', async () => {
  const drives = Array.from({ length: 40 }, (_, at) => ({ ...drive, serial: String(at) }));
  await Promise.all(drives.map((one) => sticks.begin(one, 'content', newStickIds())));
  expect(await readdir(join(base, folderName))).toHaveLength(40);
});

it('neither trusts nor touches a folder of that name that others can write to', async () => {
  await sticks.begin(drive, 'content', newStickIds());
  const old = join(base, folderName, 'letter.txt');
  await writeFile(old, 'precious');
  await utimes(old, new Date(0), new Date(0));
  await chmod(join(base, folderName), 0o777);
  const later = new UnfinishedSticks(base);
  expect(await later.find(drive, 'content')).toBeNull();
  await expect(later.begin(drive, 'content', newStickIds())).rejects.toThrow();
  expect((await stat(old)).size).toBe(8);
});

it('leaves nothing behind once every stick is finished', async () => {
  const other = { ...drive, serial: 'B' };
  await sticks.begin(drive, 'content', newStickIds());
  await sticks.begin(other, 'content', newStickIds());
  await sticks.end(drive);
  expect(await readdir(join(base, folderName))).toHaveLength(1);
  await sticks.end(other);
  expect(await readdir(base)).toEqual([]);
});

it('keeps its records private, and counts damaged ones as none', async () => {
  await sticks.begin(drive, 'content', newStickIds());
  const [name = ''] = await readdir(join(base, folderName));
  const path = join(base, folderName, name);
  expect((await stat(join(base, folderName))).mode & 0o777).toBe(0o700);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  for (const text of ['', '{', '{"version":1}', 'x'.repeat(100_000)]) {
    await writeFile(path, text);
    expect(await sticks.find(drive, 'content')).toBeNull();
  }
});

it('forgets sticks that nobody came back to for more than a month', async () => {
  await sticks.begin(drive, 'content', newStickIds());
  const [name = ''] = await readdir(join(base, folderName));
  const old = new Date(Date.now() - 31 * 24 * 3600 * 1000);
  await utimes(join(base, folderName, name), old, old);
  await sticks.begin({ ...drive, serial: 'B' }, 'content', newStickIds());
  expect(await sticks.find(drive, 'content')).toBeNull();
});
