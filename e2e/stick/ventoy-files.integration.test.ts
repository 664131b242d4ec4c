import { randomBytes } from 'node:crypto';
import { appendFile, copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';
import {
  VentoySticks,
  diskHash,
  firstWork,
  mounted,
  partitionHash,
  requireSoundFileSystems,
  sha256,
  stickOf,
  tool,
} from './ventoy-sticks';

let sticks: VentoySticks;
let image: string;
let other: string;
beforeAll(async () => {
  sticks = await VentoySticks.begin();
  image = await sticks.liveIso('debian-live.iso');
  other = await sticks.liveIso('other.iso');
});
afterEach(() => sticks.detachAll());
afterAll(() => sticks.end());

/** A fresh stick in a file, with one image. */
async function stickWith(name: string, bytes?: number): Promise<string> {
  const disk = await sticks.disk(name, bytes);
  stickOf(await sticks.fresh(disk, ['--add', image]));
  return disk;
}

async function names(disk: string): Promise<string[]> {
  return mounted(disk, async (folder) => {
    const all = await readdir(folder, { recursive: true, withFileTypes: true });
    return all
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  });
}

function configOn(disk: string): Promise<unknown> {
  return mounted(
    disk,
    async (folder) =>
      JSON.parse(await readFile(join(folder, 'ventoy/ventoy.json'), 'utf8')) as unknown,
  );
}

async function putConfig(disk: string, text: string): Promise<void> {
  await mounted(
    disk,
    async (folder) => {
      await mkdir(join(folder, 'ventoy'), { recursive: true });
      await writeFile(join(folder, 'ventoy/ventoy.json'), text);
    },
    { write: true },
  );
}

describe('images on a Ventoy stick', () => {
  it('that are refused leave every byte as it was', async () => {
    const disk = await stickWith('refusals.img');
    const before = await diskHash(disk);
    const large = join(sticks.folder, 'large.iso');
    await copyFile(image, large);
    await appendFile(large, randomBytes(130 * MiB));
    const cases = [
      ['add', [image, '--as', 'x.iso', '--sha256', '0'.repeat(64)], 'ventoy/file-mismatch'],
      ['add', [other, '--as', 'debian-live.iso'], 'ventoy/file-exists'],
      ['add', [other, '--as', 'DEBIAN-LIVE.ISO'], 'ventoy/file-exists'],
      ['add', [other, '--as', 'debian-live.iso/x.iso'], 'ventoy/file-name'],
      ['add', [other, '--as', 'a:b.iso'], 'ventoy/file-name'],
      ['add', [join(sticks.folder, 'gone.iso')], 'ventoy/file-unreadable'],
      ['add', [large], 'ventoy/no-room'],
      ['remove', ['gone.iso'], 'ventoy/file-missing'],
      ['rename', ['gone.iso', 'new.iso'], 'ventoy/file-missing'],
      ['rename', ['debian-live.iso', 'a|b.iso'], 'ventoy/file-name'],
    ] as const;
    for (const [command, args, code] of cases) {
      const refused = await sticks.change(command, disk, args);
      const what = `${command} ${args.join(' ')}`;
      expect(refused.error, what + refused.stderr).toMatchObject({ code, stick: 'untouched' });
      expect(await diskHash(disk), what).toBe(before);
      if (code !== 'ventoy/no-room') continue;
      expect(Number(refused.error?.params['needed'])).toBeGreaterThan(130 * MiB);
      expect(Number(refused.error?.params['free'])).toBeLessThan(130 * MiB);
    }
    await rm(large);
    await sticks.requireNothingLeft();
  });

  it('too large for a fresh stick are refused with numbers, and nothing is changed', async () => {
    const disk = await sticks.disk('too-small.img');
    const large = join(sticks.folder, 'large.iso');
    await copyFile(image, large);
    await appendFile(large, randomBytes(130 * MiB));
    const before = await diskHash(disk);
    const refused = await sticks.fresh(disk, ['--add', large]);
    expect(refused.error, refused.stderr).toMatchObject({
      code: 'target/too-small',
      stick: 'untouched',
      params: { actual: 160 * MiB },
    });
    expect(Number(refused.error?.params['needed'])).toBeGreaterThan(166 * MiB);
    expect(await diskHash(disk)).toBe(before);
    await rm(large);
  });

  it('are followed by the settings, of which what is not known stays', async () => {
    const disk = await stickWith('settings.img');
    await putConfig(
      disk,
      JSON.stringify({
        of_tomorrow: { keep: [1, 2] },
        menu_alias: [{ image: '/debian-live.iso', alias: 'Debian', extra: 1 }],
        control: [{ VTOY_DEFAULT_IMAGE: '/debian-live.iso' }, { VTOY_UNHEARD_OF: 'x' }],
      }),
    );
    stickOf(await sticks.change('rename', disk, ['debian-live.iso', 'linux/Débian.iso']));
    expect(await configOn(disk)).toEqual({
      of_tomorrow: { keep: [1, 2] },
      menu_alias: [{ image: '/linux/Débian.iso', alias: 'Debian', extra: 1 }],
      control: [{ VTOY_DEFAULT_IMAGE: '/linux/Débian.iso' }, { VTOY_UNHEARD_OF: 'x' }],
    });
    stickOf(await sticks.change('config', disk, ['--timeout', '7']));
    stickOf(await sticks.change('remove', disk, ['linux/Débian.iso']));
    const left = (await configOn(disk)) as Record<string, unknown>;
    expect(left).toMatchObject({ of_tomorrow: { keep: [1, 2] } });
    expect(left['control']).toEqual(
      expect.arrayContaining([{ VTOY_UNHEARD_OF: 'x' }, { VTOY_MENU_TIMEOUT: '7' }]),
    );
    expect(JSON.stringify(left)).not.toContain('bian.iso');
    expect(await names(disk)).toEqual(['ventoy/ventoy.json']);
    await requireSoundFileSystems(disk);
  });

  it('go with their hashes, named in any letters, and leave what they kept unless that is to go', async () => {
    const disk = await sticks.disk('goes.img', 384 * MiB);
    const keeps = ['--add', image, '--checksums', '--persistence', 'debian-live.iso=64M'];
    stickOf(await sticks.fresh(disk, keeps));
    stickOf(await sticks.change('rename', disk, ['DEBIAN-LIVE.iso', 'linux/new.iso']));
    await mounted(disk, async (folder) => {
      await tool('env', '-C', join(folder, 'linux'), 'sha256sum', '-c', 'new.iso.sha256');
    });
    const removed = stickOf(await sticks.change('remove', disk, ['Linux/NEW.iso']));
    const file = { path: 'persistence/debian-live.dat', bytes: 64 * MiB };
    expect(removed).toMatchObject({
      removed: ['linux/new.iso', 'linux/new.iso.sha256'],
      keptPersistence: [{ image: 'linux/new.iso', ...file }],
    });
    expect(await names(disk)).toEqual([file.path, 'ventoy/ventoy.json']);
    const again = ['--install', 'none', ...keeps];
    expect(stickOf(await sticks.make(disk, again)).persistence).toMatchObject([file]);
    const all = stickOf(
      await sticks.change('remove', disk, ['debian-live.iso', '--with-persistence']),
    );
    expect(all).toMatchObject({ keptPersistence: [] });
    expect(await names(disk)).toEqual(['ventoy/ventoy.json']);
    await requireSoundFileSystems(disk);
  });

  it('are not changed where the settings can’t be read', async () => {
    const disk = await stickWith('broken.img');
    await putConfig(disk, '{ "control": [');
    const before = await partitionHash(disk, 0);
    const refused = await sticks.change('add', disk, [other]);
    expect(refused.error, refused.stderr).toMatchObject({
      code: 'ventoy/config-unreadable',
      stick: 'untouched',
    });
    expect(await partitionHash(disk, 0)).toBe(before);
  });

  it('half copied when Ctrl+C comes are nowhere, and copied when it is done again', async () => {
    const disk = await stickWith('interrupted.img', 768 * MiB);
    const large = join(sticks.folder, 'large.iso');
    await copyFile(image, large);
    await appendFile(large, randomBytes(400 * MiB));
    const stopped = await sticks.change('add', disk, [other, large], {
      interruptWhen: firstWork('copying'),
    });
    expect(stopped.error, stopped.stderr).toMatchObject({ code: 'cancelled', stick: 'partial' });
    expect(stopped.code).toBe(130);
    await sticks.requireNothingLeft();
    await requireSoundFileSystems(disk);
    expect(await names(disk)).not.toContain('large.iso');
    for (const name of await names(disk)) expect(name).toMatch(/^(debian-live|other)\.iso$/);
    stickOf(await sticks.change('add', disk, [other, large]));
    expect(await names(disk)).toEqual(['debian-live.iso', 'large.iso', 'other.iso']);
    await mounted(disk, async (folder) => {
      expect(await sha256(join(folder, 'large.iso'))).toBe(await sha256(large));
      expect(await sha256(join(folder, 'other.iso'))).toBe(await sha256(other));
    });
    await requireSoundFileSystems(disk);
    await rm(large);
  });

  it('whose file changes after it was read are not kept', async () => {
    const disk = await stickWith('changed.img', 768 * MiB);
    const large = join(sticks.folder, 'changing.iso');
    await copyFile(image, large);
    await appendFile(large, randomBytes(300 * MiB));
    const copying = firstWork('copying');
    const appended: Promise<void>[] = [];
    const run = await sticks.change('add', disk, [large], {
      interruptWhen: (line) => {
        if (copying(line)) appended.push(appendFile(large, 'one more byte'));
        return false;
      },
    });
    await Promise.all(appended);
    expect(appended).toHaveLength(1);
    expect(run.error, run.stderr).toMatchObject({
      code: 'ventoy/source-changed',
      stick: 'partial',
    });
    expect(await names(disk)).toEqual(['debian-live.iso']);
    await requireSoundFileSystems(disk);
    await rm(large);
    await sticks.requireNothingLeft();
  });
});
