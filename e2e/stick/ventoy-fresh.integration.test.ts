import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MiB, SECTOR } from '../../src-shared/units';
import {
  VentoySticks,
  diskHash,
  efiNames,
  mounted,
  partitionAt,
  partitions,
  reportOf,
  requireSoundFileSystems,
  sha256,
  stickOf,
  supportsSecureBoot,
  tool,
  versionOn,
  withPartition,
} from './ventoy-sticks';

/** What Ventoy looks for in LBA 0 at start (Ventoy’s boot-time validation). */
const BOOT_CODE = `eb6390${'00'.repeat(45)}`;
const BOOT_MARK = '5654004765004844005264002045720d';
const DATA_GUID = 'EBD0A0A2-B9E5-4433-87C0-68B6B72699C7';

let sticks: VentoySticks;
let image: string;
beforeAll(async () => {
  sticks = await VentoySticks.begin();
  image = await sticks.liveIso('debian-live.iso');
});
afterEach(() => sticks.detachAll());
afterAll(() => sticks.end());

async function requireBootCode(disk: string): Promise<void> {
  const printed = await tool('xxd', '-p', '-c', '512', '-l', '512', disk);
  expect(printed.slice(0, 96)).toBe(BOOT_CODE.slice(0, 96));
  expect(printed.slice(0x190 * 2, 0x1a0 * 2)).toBe(BOOT_MARK);
}

async function labelOn(disk: string): Promise<string> {
  return (
    await withPartition(disk, 0, (device) =>
      tool('blkid', '--probe', '-s', 'LABEL', '-o', 'value', device),
    )
  ).trim();
}

describe('a fresh Ventoy stick', () => {
  it.each([
    ['a:b.iso', 'ventoy/file-name'],
    [`${'x'.repeat(245)}.iso`, 'ventoy/file-name'],
    ['ventoy/ventoy.json', 'ventoy/file-name'],
    ['../a.iso', 'plan/invalid'],
    ['debian-live.iso/x.iso', 'plan/invalid'],
  ])('is not begun for a file that could not be named %s', async (name, code) => {
    const disk = await sticks.disk('precious.img');
    const before = await diskHash(disk);
    const refused = await sticks.fresh(disk, [
      ...['--add', image, '--add', `${image}=${name}`, '--checksums'],
    ]);
    expect(refused.error, refused.stderr).toMatchObject({ code, stick: 'untouched' });
    expect(refused.code).toBe(2);
    expect(await diskHash(disk)).toBe(before);
  });

  it.each(['mbr', 'gpt'] as const)('with %s on a drive', async (scheme) => {
    const drive = await sticks.loop();
    const run = await sticks.fresh(drive, [
      ...['--scheme', scheme, '--label', 'STICK'],
      ...['--add', image, '--checksums', '--alias', 'debian-live.iso=A live Debian'],
    ]);
    expect(stickOf(run)).toMatchObject({
      ventoy: { state: 'whole', scheme, version: '1.1.17', secureBoot: true },
      files: [{ path: 'debian-live.iso', sha256: await sha256(image) }],
    });
    const [data, efi, ...more] = await partitions(drive);
    expect(more).toEqual([]);
    expect(data?.startLba).toBe(2048);
    expect(efi).toMatchObject({ startLba: 2048 + (data?.sectors ?? 0), sectors: 65536 });
    if (scheme === 'gpt') {
      expect(data).toMatchObject({ type: DATA_GUID, name: 'Ventoy' });
      expect(efi).toMatchObject({ type: DATA_GUID, name: 'VTOYEFI', attributes: 'GUID:63' });
      expect(await tool('sgdisk', '--verify', drive)).toContain('No problems found');
    } else {
      expect(data).toMatchObject({ type: '7', active: true });
      expect(efi).toMatchObject({ type: 'ef', active: false });
    }
    await requireBootCode(drive);
    await requireSoundFileSystems(drive);
    expect(await labelOn(drive)).toBe('STICK');
    expect(await versionOn(drive)).toBe('1.1.17');
    expect(await supportsSecureBoot(drive)).toBe(true);
    await mounted(drive, async (folder) => {
      expect(await sha256(join(folder, 'debian-live.iso'))).toBe(await sha256(image));
      await tool('sh', '-c', 'cd "$0" && sha256sum -c *.sha256', folder);
      expect(JSON.parse(await readFile(join(folder, 'ventoy/ventoy.json'), 'utf8'))).toEqual({
        menu_alias: [{ image: '/debian-live.iso', alias: 'A live Debian' }],
      });
      expect((await readdir(folder)).sort()).toEqual(
        ['debian-live.iso', 'debian-live.iso.sha256', 'ventoy'].sort(),
      );
    });
    await sticks.requireNothingLeft();
  });

  it('in an image file, with reserved space and without Secure Boot', async () => {
    const disk = join(sticks.folder, 'fresh.img');
    const run = await sticks.fresh(disk, [
      ...['--size', '256M', '--no-secure-boot', '--reserve', '64M', '--scheme', 'gpt'],
    ]);
    expect(stickOf(run).ventoy).toMatchObject({ secureBoot: false, scheme: 'gpt' });
    const end = await partitionAt(disk, 1);
    expect(end.startLba + end.sectors).toBeLessThanOrEqual((192 * MiB) / SECTOR);
    expect(end.startLba + end.sectors).toBeGreaterThan((190 * MiB) / SECTOR);
    expect((await stat(disk)).size).toBe(256 * MiB);
    expect(await tool('sgdisk', '--verify', disk)).toContain('No problems found');
    expect(await supportsSecureBoot(disk)).toBe(false);
    const left = await efiNames(disk, '::/');
    expect(left).not.toContain('ENROLL_THIS_KEY_IN_MOKMANAGER.cer');
    expect((await efiNames(disk, '::/EFI/BOOT')).filter((name) => name.startsWith('mm'))).toEqual(
      [],
    );
    await requireSoundFileSystems(disk);
    await expect(stat(`${disk}.unfinished`)).rejects.toThrow('ENOENT');
    await sticks.requireNothingLeft();
  });

  it('with NTFS, whose other sectors are as Ventoy’s programs left them', async () => {
    const drive = await sticks.loop(512 * MiB);
    const run = await sticks.fresh(drive, [
      ...['--fs', 'ntfs', '--label', 'NTFS STICK', '--add', image, '--scheme', 'gpt'],
    ]);
    expect(stickOf(run).files).toHaveLength(1);
    await requireBootCode(drive);
    expect(await tool('sgdisk', '--verify', drive)).toContain('No problems found');
    await requireSoundFileSystems(drive);
    expect(await labelOn(drive)).toBe('NTFS STICK');
    expect(await versionOn(drive)).toBe('1.1.17');
    await mounted(drive, async (folder) => {
      expect(await sha256(join(folder, 'debian-live.iso'))).toBe(await sha256(image));
    });
    await sticks.requireNothingLeft();
  });

  it('is made on two drives and in a file at once, with names of every kind', async () => {
    const drives = [await sticks.loop(), await sticks.loop(320 * MiB)];
    const file = await sticks.disk('third.img');
    const names = [
      'linux/Größe 内容 🐧/débian.iso',
      `${'long'.repeat(61)}.iso`,
      `${'内'.repeat(120)}.iso`,
      'deep/er/and/deep er/x.iso',
      'it’s $(plain) %name & more.iso',
    ];
    const added = names.flatMap((name) => ['--add', `${image}=${name}`]);
    const run = await sticks.fresh(
      [...drives, file],
      [...[...added, '--checksums'], ...['--alias', `${names[0] ?? ''}=Ein „Debian“ = 内`]],
    );
    expect(run.error, run.stderr).toBeUndefined();
    const { sticks: made, failed } = reportOf(run);
    expect(failed).toEqual([]);
    expect(made.map(({ target }) => target)).toEqual([...drives, file]);
    const hash = await sha256(image);
    for (const disk of [...drives, file]) {
      await requireSoundFileSystems(disk);
      await mounted(disk, async (folder) => {
        for (const name of names) {
          expect(await sha256(join(folder, name)), name).toBe(hash);
          const beside = await readFile(join(folder, `${name}.sha256`), 'utf8');
          expect(beside).toBe(`${hash}  ${name.replace(/^.*\//, '')}\n`);
        }
        const config = await readFile(join(folder, 'ventoy/ventoy.json'), 'utf8');
        expect(JSON.parse(config)).toEqual({
          menu_alias: [{ image: `/${names[0] ?? ''}`, alias: 'Ein „Debian“ = 内' }],
        });
      });
    }
    // Which stick is which is told by the identifiers that Ventoy’s script made.
    const ids = await Promise.all(
      [...drives, file].map((disk) => tool('xxd', '-p', '-s', '384', '-l', '16', disk)),
    );
    expect(new Set(ids).size).toBe(3);
    await sticks.requireNothingLeft();
  });

  it('takes the place of another Ventoy, and of anything else', async () => {
    const drive = await sticks.loop();
    await tool('sgdisk', '--new=1:2048:+64M', '--new=2:0:0', drive);
    await tool('dd', 'if=/dev/urandom', `of=${drive}`, 'bs=1M', 'seek=2', 'count=150');
    stickOf(await sticks.fresh(drive, ['--scheme', 'mbr', '--no-secure-boot']));
    stickOf(await sticks.fresh(drive, ['--scheme', 'gpt', '--label', 'AGAIN']));
    expect(await labelOn(drive)).toBe('AGAIN');
    expect(await supportsSecureBoot(drive)).toBe(true);
    await requireSoundFileSystems(drive);
    const check = await sticks.run(['check', drive]);
    expect(check.code, check.stdout).toBe(0);
  });
});
