import { readFile, truncate, writeFile, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tar, tarGz, linuxEntries, type TestEntry } from '../../src-main/ventoy/package/testing';
import { MiB } from '../../src-shared/units';
import { VentoySticks, diskHash, sha256 } from './ventoy-sticks';

let sticks: VentoySticks;
let disk: string;
let before: string;
beforeAll(async () => {
  sticks = await VentoySticks.begin();
  disk = await sticks.disk('precious.img', 110 * MiB);
  await writeFile(disk, 'precious data, not a stick');
  await truncate(disk, 110 * MiB);
  before = await diskHash(disk);
});
afterAll(() => sticks.end());

/** A release in a folder of its own, with or without a list of hashes beside it. */
async function put(what: string, archive: Buffer, sums?: string): Promise<string> {
  const folder = join(sticks.folder, what.replaceAll(/\W/g, '-'));
  await mkdir(folder);
  const path = join(folder, 'ventoy-1.1.17-linux.tar.gz');
  await writeFile(path, archive);
  if (sums !== undefined) await writeFile(join(folder, 'sha256.txt'), sums);
  return path;
}

const TOP = './ventoy-1.1.17';
const withEntry = (entry: TestEntry): Promise<Buffer> => tarGz([...linuxEntries(), entry]);
const genuine = (): Promise<Buffer> => readFile(sticks.release);

describe('a release that is not to be trusted', () => {
  it.each<[string, string, () => Promise<Buffer>, string?]>([
    [
      'its sha256.txt says another hash',
      'ventoy/package-hash-mismatch',
      genuine,
      `${'a'.repeat(64)}  ventoy-1.1.17-linux.tar.gz\n`,
    ],
    ['it is cut off', 'ventoy/package-damaged', async () => (await genuine()).subarray(0, 100_000)],
    [
      'a byte in the middle is another',
      'ventoy/package-damaged',
      async () => {
        const bytes = await genuine();
        const at = Math.floor(bytes.length / 2);
        bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
        return bytes;
      },
    ],
    [
      'it is no archive',
      'ventoy/package-not-recognised',
      () => Promise.resolve(Buffer.alloc(9000)),
    ],
    [
      'a file leads out of it',
      'ventoy/package-unsafe',
      () => withEntry({ name: `${TOP}/../../../etc/sticksmith-escaped`, content: 'x' }),
    ],
    [
      'a file has a path from the root',
      'ventoy/package-unsafe',
      () => withEntry({ name: '/etc/sticksmith-escaped', content: 'x' }),
    ],
    [
      'it has a symbolic link',
      'ventoy/package-unsafe',
      () => withEntry({ name: `${TOP}/link`, type: 'symlink', linkname: '/etc/passwd' }),
    ],
    [
      'it has a hard link',
      'ventoy/package-unsafe',
      () => withEntry({ name: `${TOP}/link`, type: 'link', linkname: '/etc/passwd' }),
    ],
    [
      'it has a device',
      'ventoy/package-unsafe',
      () => withEntry({ name: `${TOP}/disk`, type: 'block-device' }),
    ],
    [
      'it unpacks to far more than a release',
      'ventoy/package-unsafe',
      async () => {
        const zeros = { name: `${TOP}/zeros`, content: Buffer.alloc(600 * MiB) };
        return gzipSync(await tar([...linuxEntries(), zeros]), { level: 1 });
      },
    ],
    [
      'it has no script',
      'ventoy/package-not-recognised',
      () => tarGz(linuxEntries().filter(({ name }) => !name.endsWith('Ventoy2Disk.sh'))),
    ],
  ])('is refused because %s, and nothing on the disk changes', async (what, code, make, sums) => {
    const release = await put(what, await make(), sums);
    const refused = await sticks.fresh(disk, ['--ventoy-package', release]);
    expect(refused.error, refused.stderr).toMatchObject({ code, stick: 'untouched' });
    expect(await diskHash(disk)).toBe(before);
    await expect(readFile('/etc/sticksmith-escaped')).rejects.toThrow('ENOENT');
    await sticks.requireNothingLeft();
  });

  it('is refused because it has not the hash that was given', async () => {
    const refused = await sticks.fresh(disk, ['--ventoy-sha256', 'b'.repeat(64)]);
    expect(refused.error, refused.stderr).toMatchObject({ stick: 'untouched' });
    expect(refused.error?.code).toMatch(/^ventoy\/package-hash/);
    expect(await diskHash(disk)).toBe(before);
  });

  it('is used when it has the hash that was given', async () => {
    const alone = join(sticks.folder, 'alone');
    await mkdir(alone);
    const release = join(alone, 'ventoy-1.1.17-linux.tar.gz');
    await copyFile(sticks.release, release);
    expect(gunzipSync(await readFile(release)).length).toBeGreaterThan(100_000);
    const made = join(sticks.folder, 'made.img');
    const args = ['--ventoy-package', release, '--ventoy-sha256', await sha256(release)];
    const run = await sticks.fresh(made, [...args, '--size', '160M']);
    expect(run.error, run.stderr).toBeUndefined();
  });
});
