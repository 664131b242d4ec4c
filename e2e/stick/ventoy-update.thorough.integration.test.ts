import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src-shared/check';
import { MiB } from '../../src-shared/units';
import {
  VentoySticks,
  diskHash,
  mounted,
  partitionHash,
  partitions,
  stickOf,
  supportsSecureBoot,
  tool,
  versionOn,
  withPartition,
} from './ventoy-sticks';

let sticks: VentoySticks;
let newer: string;
let image: string;
beforeAll(async () => {
  sticks = await VentoySticks.begin();
  newer = await sticks.releaseOf('1.1.18');
  image = await sticks.liveIso('debian-live.iso');
});
afterEach(() => sticks.detachAll());
afterAll(() => sticks.end());

async function failing(disk: string): Promise<string[]> {
  const run = await sticks.run(['check', disk]);
  const result = run.lines.find(({ type }) => type === 'result');
  const checks = result?.['checks'] as CheckResult[];
  return checks.filter(({ status }) => status === 'fail').map(({ id }) => id);
}

describe('an update', () => {
  it.each([
    ['mbr', '--no-secure-boot', false],
    ['gpt', '--no-secure-boot', false],
    ['gpt', '--secure-boot', true],
  ] as const)(
    'with %s and %s keeps both, and every byte of the images',
    async (scheme, option, on) => {
      const drive = await sticks.loop();
      const args = ['--scheme', scheme, option, '--add', image];
      stickOf(await sticks.fresh(drive, args));
      expect(await supportsSecureBoot(drive)).toBe(on);
      const before = await partitionHash(drive, 0);
      const table = await partitions(drive);
      const ids = await identifiers(drive);
      const updated = await sticks.change('update', drive, ['--ventoy-package', newer]);
      expect(stickOf(updated).ventoy).toMatchObject({ version: '1.1.18', secureBoot: on, scheme });
      expect(await partitionHash(drive, 0)).toBe(before);
      expect(await partitions(drive)).toEqual(table);
      expect(await identifiers(drive)).toBe(ids);
      expect(await versionOn(drive)).toBe('1.1.18');
      expect(await supportsSecureBoot(drive)).toBe(on);
      await sticks.requireNothingLeft();
    },
  );

  it('is how “repair” repairs a Ventoy stick, with a release that it asks for', async () => {
    const disk = await sticks.disk('repaired.img');
    stickOf(await sticks.fresh(disk, ['--add', image]));
    const before = await partitionHash(disk, 0);
    // Ventoy's core.img begins in sector 1.
    await tool('dd', 'if=/dev/zero', `of=${disk}`, 'bs=512', 'seek=1', 'count=64', 'conv=notrunc');
    const damaged = await diskHash(disk);
    expect(await failing(disk)).toContain('ventoy.core');

    const work = ['--yes', '--work-dir', join(sticks.folder, 'work')];
    const refused = await sticks.run(['repair', disk, ...work]);
    expect([refused.error?.code, refused.code]).toEqual(['repair/ventoy', 3]);
    expect(await diskHash(disk)).toBe(damaged);
    const repaired = await sticks.run(['repair', disk, ...work, '--ventoy-package', newer]);
    expect(stickOf(repaired).ventoy.version).toBe('1.1.18');
    expect(await failing(disk)).toEqual([]);
    expect(await partitionHash(disk, 0)).toBe(before);
  });

  it('changes Secure Boot support when that is asked for', async () => {
    const disk = await sticks.disk('secure.img');
    stickOf(await sticks.fresh(disk));
    const args = ['--ventoy-package', newer, '--secure-boot', 'off'];
    expect(stickOf(await sticks.change('update', disk, args)).ventoy.secureBoot).toBe(false);
    expect(await supportsSecureBoot(disk)).toBe(false);
  });

  it.each(['empty', 'partitioned'])(
    'of a disk that is %s is refused, and changes nothing',
    async (what) => {
      const disk = await sticks.disk(`${what}.img`);
      if (what === 'partitioned') {
        await tool('sgdisk', '--new=1:2048:+100M', '--new=2:0:+32M', disk);
      }
      const before = await diskHash(disk);
      const refused = await sticks.change('update', disk, ['--ventoy-package', newer]);
      expect(refused.error, refused.stderr).toMatchObject({
        code: 'ventoy/not-found',
        stick: 'untouched',
      });
      expect(await diskHash(disk)).toBe(before);
      await sticks.requireNothingLeft();
    },
  );

  /** The disk’s signature and Ventoy’s own identifier of it, in LBA 0. */
  async function identifiers(disk: string): Promise<string> {
    const uuid = await tool('xxd', '-p', '-s', '384', '-l', '16', disk);
    return uuid + (await tool('xxd', '-p', '-s', '440', '-l', '4', disk));
  }
});

describe('Ventoy beside files that are there', () => {
  const content = randomBytes(5 * MiB);

  /** A disk with one partition of 96 MiB, whose file system holds a file, and free space behind it. */
  async function withFile(fileSystem: 'ext4' | 'ntfs', scheme: 'dos' | 'gpt'): Promise<string> {
    const drive = await sticks.loop(192 * MiB);
    const table = join(sticks.folder, 'table');
    await writeFile(table, `label: ${scheme}\nstart=2048, size=196608\n`);
    await tool('sh', '-c', 'sfdisk --no-reread "$0" < "$1"', drive, table);
    const format = (device: string): Promise<string> =>
      fileSystem === 'ext4'
        ? tool('mkfs.ext4', '-q', device)
        : tool('mkntfs', '-Q', '-F', '-q', device);
    await withPartition(drive, 0, format, { write: true });
    await mounted(
      drive,
      async (folder) => {
        await mkdir(join(folder, 'a folder'));
        await writeFile(join(folder, 'a folder/Précieux.bin'), content);
      },
      { write: true },
    );
    return drive;
  }

  const beside = (drive: string) =>
    sticks.make(drive, ['--install', 'beside', '--ventoy-package', sticks.release]);

  it.each([
    ['ext4', 'gpt'],
    ['ext4', 'dos'],
    ['ntfs', 'dos'],
  ] as const)('on %s with a table of the kind %s keeps them', async (fileSystem, scheme) => {
    const drive = await withFile(fileSystem, scheme);
    const made = stickOf(await beside(drive));
    expect(made.ventoy).toMatchObject({ state: 'whole', version: '1.1.17' });
    const [data, efi] = await partitions(drive);
    expect(data).toMatchObject({ startLba: 2048, sectors: 196608 });
    expect(efi).toMatchObject({ startLba: 2048 + 196608, sectors: 65536 });
    await mounted(drive, async (folder) => {
      const kept = await readFile(join(folder, 'a folder/Précieux.bin'));
      expect(kept.equals(content)).toBe(true);
    });
    if (fileSystem === 'ext4')
      await withPartition(drive, 0, (device) => tool('e2fsck', '-fn', device));
    await sticks.requireNothingLeft();
    const before = await diskHash(drive);
    const again = await beside(drive);
    expect(again.error).toMatchObject({ code: 'ventoy/already-there', stick: 'untouched' });
    expect(await diskHash(drive)).toBe(before);
  });

  it.each<[string, string]>([
    // Ventoy's own check takes the third partition for free room then.
    [
      'start=64, size=1024\nstart=198656, size=65536',
      'another partition lies before the first one in the table',
    ],
    ['start=198656, size=2048\nstart=200704, size=2048\nstart=202752, size=2048', 'no free entry'],
  ])('is refused before anything is changed, with other partitions %s', async (others, why) => {
    const drive = await sticks.loop(192 * MiB);
    const table = join(sticks.folder, 'table');
    await writeFile(table, `label: dos\nstart=2048, size=196608\n${others}\n`);
    await tool('sh', '-c', 'sfdisk --no-reread "$0" < "$1"', drive, table);
    await withPartition(drive, 0, (device) => tool('mkfs.ext4', '-q', device), { write: true });
    const before = await diskHash(drive);
    const refused = await beside(drive);
    expect(refused.error).toMatchObject({ code: 'ventoy/beside-impossible', stick: 'untouched' });
    expect(refused.error?.params['message']).toContain(why);
    expect(await diskHash(drive)).toBe(before);
    await sticks.requireNothingLeft();
  });

  it('is refused while that is mounted, as is a fresh one, and done once it may be unmounted', async () => {
    const drive = await withFile('ext4', 'dos');
    await tool('partx', '--update', drive);
    const folder = await mkdtemp(join(tmpdir(), 'sticksmith-in-use-'));
    await tool('mount', '-t', 'ext4', `${drive}p1`, folder);
    try {
      const before = await diskHash(drive);
      for (const refused of [await beside(drive), await sticks.fresh(drive)]) {
        expect(refused.error, refused.stderr).toMatchObject({
          code: 'target/mounted',
          stick: 'untouched',
        });
        expect(await diskHash(drive)).toBe(before);
        expect(await readFile('/proc/mounts', 'utf8')).toContain(folder);
      }
      const args = ['--install', 'beside', '--ventoy-package', sticks.release, '--unmount'];
      stickOf(await sticks.make(drive, args));
      expect(await readFile('/proc/mounts', 'utf8')).not.toContain(folder);
    } finally {
      await tool('umount', folder).catch(() => undefined);
      await rmdir(folder);
    }
    await mounted(drive, async (place) => {
      const kept = await readFile(join(place, 'a folder/Précieux.bin'));
      expect(kept.equals(content)).toBe(true);
    });
  });
});
