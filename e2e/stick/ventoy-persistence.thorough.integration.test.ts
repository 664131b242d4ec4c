import { mkdir, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';
import {
  VentoySticks,
  diskHash,
  mounted,
  partitionHash,
  requireSoundFileSystems,
  stickOf,
  tool,
} from './ventoy-sticks';

let sticks: VentoySticks;
let image: string;
beforeAll(async () => {
  sticks = await VentoySticks.begin();
  image = await sticks.liveIso('debian-live.iso');
});
afterEach(() => sticks.detachAll());
afterAll(() => sticks.end());

/** Sizes in bytes, as e2fsck, blkid and debugfs see the file that is kept on a stick. */
async function requireKept(disk: string, bytes: number): Promise<void> {
  await mounted(disk, async (folder) => {
    const config = JSON.parse(await readFile(join(folder, 'ventoy/ventoy.json'), 'utf8')) as {
      persistence: { image: string; backend: string | string[] }[];
    };
    const [entry] = config.persistence;
    expect(entry?.image).toBe('/debian-live.iso');
    const [backend = ''] = [entry?.backend ?? ''].flat();
    const file = join(folder, backend);
    const { size, blocks } = await stat(file);
    expect(size).toBe(bytes);
    // Ventoy finds it by its list of clusters, so there must be no hole.
    expect(blocks * 512).toBeGreaterThanOrEqual(bytes);
    await tool('e2fsck', '-fn', file);
    expect(await tool('blkid', '--probe', '-s', 'LABEL', '-o', 'value', file)).toBe(
      'persistence\n',
    );
    expect(await tool('debugfs', '-R', 'cat /persistence.conf', file)).toBe('/ union\n');
  });
}

async function fileOf(disk: string): Promise<string> {
  const { persistence } = JSON.parse(
    await mounted(disk, (folder) => readFile(join(folder, 'ventoy/ventoy.json'), 'utf8')),
  ) as { persistence: { backend: string | string[] }[] };
  return [persistence[0]?.backend ?? ''].flat()[0] ?? '';
}

describe('what a live Linux keeps', () => {
  it('is a whole ext4 file, and grows with what is in it', async () => {
    const disk = await sticks.disk('keeps.img', 384 * MiB);
    const args = ['--add', image, '--persistence', 'debian-live.iso=64M'];
    const made = stickOf(await sticks.fresh(disk, args));
    expect(made.persistence).toMatchObject([
      { bytes: 64 * MiB, label: 'persistence', grown: false },
    ]);
    expect(made.verifiedBytes).toBeGreaterThan(64 * MiB);
    await requireKept(disk, 64 * MiB);
    const notes = join(sticks.folder, 'notes.txt');
    await writeFile(notes, 'what a person wrote\n');
    const path = await fileOf(disk);
    await mounted(
      disk,
      (folder) => tool('debugfs', '-w', '-R', `write ${notes} notes.txt`, join(folder, path)),
      { write: true },
    );
    const grow = ['--install', 'none', '--persistence', 'debian-live.iso=128M'];
    const grown = stickOf(await sticks.make(disk, grow));
    expect(grown.persistence).toMatchObject([{ bytes: 128 * MiB, grown: true }]);
    expect(grown.verifiedBytes).toBeGreaterThanOrEqual(128 * MiB);
    await requireKept(disk, 128 * MiB);
    await mounted(disk, async (folder) => {
      const kept = await tool('debugfs', '-R', 'cat /notes.txt', join(folder, path));
      expect(kept).toBe('what a person wrote\n');
    });
    await requireSoundFileSystems(disk);
    await sticks.requireNothingLeft();
    const before = await diskHash(disk);
    const smaller = await sticks.make(disk, [
      '--install',
      'none',
      '--persistence',
      'debian-live.iso=64M',
    ]);
    expect(smaller.error, smaller.stderr).toMatchObject({
      code: 'ventoy/persistence-shrinks',
      stick: 'untouched',
      params: { bytes: 128 * MiB },
    });
    const full = await sticks.make(disk, [
      '--install',
      'none',
      '--persistence',
      'debian-live.iso=1G',
    ]);
    expect(full.error, full.stderr).toMatchObject({ code: 'ventoy/no-room', stick: 'untouched' });
    expect(await diskHash(disk)).toBe(before);
  });

  it('of two images of one name in two folders is two files', async () => {
    const disk = await sticks.disk('two.img', 384 * MiB);
    const names = ['a/live.iso', 'b/live.iso'];
    const args = names.flatMap((name) => [
      '--add',
      `${image}=${name}`,
      '--persistence',
      `${name}=64M`,
    ]);
    const made = stickOf(await sticks.fresh(disk, args));
    expect(new Set(made.persistence.map(({ path }) => path)).size).toBe(2);
    await mounted(disk, async (folder) => {
      for (const { path } of made.persistence) await tool('e2fsck', '-fn', join(folder, path));
    });
  });

  it('can’t be for Manjaro, for what nobody knows, and for what is not there', async () => {
    const disk = await sticks.disk('refused.img');
    const tree = await mkdtemp(join(sticks.folder, 'tree-'));
    await mkdir(join(tree, 'manjaro/x86_64'), { recursive: true });
    await mkdir(join(tree, 'boot'));
    await writeFile(join(tree, 'manjaro/x86_64/livefs.sfs'), 'x'.repeat(100_000));
    const manjaro = await sticks.iso('manjaro.iso', tree, 'MANJARO_XFCE_2400');
    const plain = await mkdtemp(join(sticks.folder, 'tree-'));
    await writeFile(join(plain, 'file'), 'x'.repeat(100_000));
    const unknown = await sticks.iso('unknown.iso', plain, 'UNKNOWN');
    const before = await diskHash(disk);
    for (const [path, name, code] of [
      [manjaro, 'manjaro.iso', 'ventoy/persistence-unsupported'],
      [unknown, 'unknown.iso', 'ventoy/persistence-unsupported'],
      [image, 'other.iso', 'plan/invalid'],
    ] as const) {
      const args = ['--add', path, '--persistence', `${name}=64M`];
      const refused = await sticks.fresh(disk, args);
      expect(refused.error, name + refused.stderr).toMatchObject({ code, stick: 'untouched' });
      expect(await diskHash(disk)).toBe(before);
    }
    stickOf(await sticks.fresh(disk, ['--add', unknown]));
    const kept = await partitionHash(disk, 0);
    const args = ['--install', 'none', '--persistence', 'unknown.iso=64M'];
    const refused = await sticks.make(disk, args);
    expect(refused.error, refused.stderr).toMatchObject({
      code: 'ventoy/persistence-unsupported',
      stick: 'untouched',
    });
    expect(await partitionHash(disk, 0)).toBe(kept);
  });
});
