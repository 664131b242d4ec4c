import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStandInVentoy } from '../../e2e/stand-in-ventoy/make.mjs';
import { exampleVentoyRecipe } from '../../src-shared/example-recipe';
import type { VentoyReport } from '../../src-shared/job';
import { GiB, MiB } from '../../src-shared/units';
import type { VentoyStickContent } from '../../src-shared/ventoy-stick-content';
import { attachLoop, type LoopDevice } from '../helper/test-support/loop-device';
import { CLI, runCli, type CliOptions, type CliRun } from './testing';

const exec = promisify(execFile);
const PRECIOUS = 'precious data, not a stick';
const PASSWORD = 'open sesame';

let base: string;
let release: string;
let sums: string;
let image: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-ventoy-cli-'));
  ({ linux: release, sums } = await makeStandInVentoy({ folder: join(base, 'release') }));
  const tree = join(base, 'tree');
  await mkdir(tree);
  await writeFile(join(tree, 'file'), 'x'.repeat(100_000));
  image = join(base, 'small.iso');
  await exec('xorriso', ['-as', 'mkisofs', '-V', 'SMALL', '-o', image, tree]);
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** With a work folder of the tests' own, in the user's cache. */
function run(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const env = { STICKSMITH_ALLOW_LOOP: '1', XDG_CACHE_HOME: join(base, 'cache') };
  return runCli(args, { ...options, env });
}

function result(from: CliRun): Record<string, unknown> {
  const found = from.lines.find(({ type }) => type === 'result');
  if (!found) throw new Error(`no result: ${from.stdout}${from.stderr}`);
  return found;
}

function stickOf(from: CliRun): VentoyReport['sticks'][number] {
  const [stick] = (result(from)['report'] as VentoyReport).sticks;
  if (!stick) throw new Error(`no stick was made: ${from.stdout}${from.stderr}`);
  return stick;
}

describe('make --kind ventoy, before anything is changed', () => {
  it.each([
    [[], 'usage', /needs --ventoy-package/],
    [['--ventoy-package', 'RELEASE', '--container', 'vhdx'], 'usage', /no option for Ventoy/],
    [['--ventoy-package', 'RELEASE', '--direct'], 'usage', /--direct/],
    [['--ventoy-package', 'RELEASE', '--label', 'two words'], 'plan/invalid', /install\.label/],
    [['--install', 'none', '--remove', 'a.iso', '--size', '1G'], 'usage', /--size/],
    [['--ventoy-package', 'RELEASE', '--expect-file', 'x'], 'usage', /an image with Windows/],
  ])('refuses %j', async (args, code, message) => {
    const target = join(base, 'precious.img');
    await writeFile(target, PRECIOUS);
    const words = args.map((word) => (word === 'RELEASE' ? release : word));
    const refused = await run(['make', '--kind', 'ventoy', '--target', target, '--yes', ...words]);
    expect(refused.error).toMatchObject({ code, stick: 'untouched' });
    expect(refused.error?.params['message']).toMatch(message);
    expect(await readFile(target, 'utf8')).toBe(PRECIOUS);
  });

  it('refuses options for Ventoy sticks without the kind, and another kind than the recipe’s', async () => {
    const without = await run(['make', '--target', join(base, 'x.img'), '--add', image]);
    expect(without.error?.params['message']).toMatch(/--add is no option for sticks with a portab/);
    const recipe = join(base, 'ventoy.json');
    await writeFile(recipe, JSON.stringify(exampleVentoyRecipe));
    const args = ['--kind', 'windows-to-go', '--recipe', recipe, '--target', join(base, 'x.img')];
    expect((await run(['make', ...args])).error?.params['message']).toMatch(/of the kind ventoy/);
  });

  it('needs a size for a new image file, and one that is there for changes', async () => {
    const target = join(base, 'new.img');
    const args = ['make', '--kind', 'ventoy', '--target', target];
    const sizeless = await run([...args, '--ventoy-package', release]);
    expect(sizeless.error?.params['message']).toMatch(/--size/);
    const absent = await run([...args, '--install', 'none', '--remove', 'a.iso']);
    expect(absent.error?.code).toBe('target/not-found');
    const virtual = join(base, 'new.vhdx');
    const vhdx = await run(['make', '--kind', 'ventoy', '--target', virtual, '--size', '1G']);
    expect(vhdx.error?.params['message']).toMatch(/--ventoy-package/);
    const other = ['--size', '1G', '--ventoy-package', release];
    const refused = await run(['make', '--kind', 'ventoy', '--target', virtual, ...other]);
    expect(refused.error?.code).toBe('target/not-a-drive');
  });

  it('lists what it would do, and needs no password for that', async () => {
    const dry = await run([
      ...['make', '--kind', 'ventoy', '--target', join(base, 'dry.img'), '--size', '1G'],
      ...['--ventoy-package', release, '--add', `${image}=a/b.iso`, '--password', 'boot'],
      '--dry-run',
    ]);
    expect(dry.error).toBeUndefined();
    const operations = (result(dry)['operations'] as string[]).join('\n');
    expect(operations).toContain(`copy ${image} to a/b.iso`);
    expect(operations).toContain('-L Ventoy');
  });
});

describe('sticksmith ventoy', () => {
  let drive: LoopDevice;
  beforeAll(async () => {
    drive = await attachLoop(GiB);
    const made = await run(
      [
        ...['make', '--kind', 'ventoy', '--target', drive.path, '--yes'],
        ...['--ventoy-package', release, '--add', image, '--no-secure-boot', '--password', 'boot'],
        '--secrets-stdin',
      ],
      { stdin: JSON.stringify({ menuPasswords: { boot: PASSWORD } }) },
    );
    expect(made.error, made.stderr).toBeUndefined();
    expect(made.stdout + made.stderr).not.toContain(PASSWORD);
  });
  afterAll(() => drive.detach());

  async function list(): Promise<VentoyStickContent> {
    return result(await run(['ventoy', 'list', drive.path])) as unknown as VentoyStickContent;
  }

  async function settings(): Promise<Record<string, unknown>> {
    const printed = result(await run(['ventoy', 'config', drive.path]));
    return printed['config'] as Record<string, unknown>;
  }

  it('list tells what is on a stick, and config its settings', async () => {
    const { layout, files, freeBytes } = await list();
    expect(layout).toMatchObject({ state: 'whole', scheme: 'mbr', secureBoot: false });
    expect(files.map(({ path }) => path).sort()).toEqual(['small.iso', 'ventoy/ventoy.json']);
    expect(freeBytes).toBeGreaterThan(800 * MiB);
    const { password } = (await settings()) as { password: { bootpwd: string } };
    expect(password.bootpwd).toMatch(/^md5#[0-9a-f]+#[0-9a-f]{32}$/);
  });

  it('add, rename and remove change files, and settings that name them', async () => {
    const as = ['--as', '/linux/other.iso', '--checksums', '--yes'];
    const added = await run(['ventoy', 'add', drive.path, image, ...as]);
    expect(stickOf(added).files.map(({ path }) => path)).toEqual(['linux/other.iso']);
    const alias = ['--alias', 'linux/other.iso=Other = it', '--timeout', '10', '--yes'];
    expect(stickOf(await run(['ventoy', 'config', drive.path, ...alias])).checks).not.toEqual([]);
    const names = ['linux/other.iso', 'linux/new.iso'];
    const renamed = await run(['ventoy', 'rename', drive.path, ...names, '--yes']);
    expect(stickOf(renamed).renamed).toEqual([
      { from: names[0], to: names[1] },
      { from: `${String(names[0])}.sha256`, to: `${String(names[1])}.sha256` },
    ]);
    expect(await settings()).toMatchObject({
      menu_alias: [{ image: '/linux/new.iso', alias: 'Other = it' }],
      control: [{ VTOY_MENU_TIMEOUT: '10' }],
    });
    const removed = await run(['ventoy', 'remove', drive.path, 'linux/new.iso', '--yes']);
    expect(stickOf(removed).removed).toEqual(['linux/new.iso', 'linux/new.iso.sha256']);
    expect(JSON.stringify(await settings())).not.toContain('new.iso');
  });

  it('update renews Ventoy and leaves Secure Boot support and files as they are', async () => {
    const before = (await list()).files;
    const args = ['--ventoy-package', release, '--yes'];
    const updated = await run(['ventoy', 'update', drive.path, ...args]);
    expect(stickOf(updated).ventoy).toMatchObject({ secureBoot: false });
    expect((await list()).files).toEqual(before);
  });

  it('update warns of a release older than what is there, and asks', async () => {
    const { linux } = await makeStandInVentoy({ folder: join(base, 'older'), version: '1.0.99' });
    const refused = await run(['ventoy', 'update', drive.path, '--ventoy-package', linux]);
    expect(refused.error).toMatchObject({
      code: 'target/change-not-confirmed',
      stick: 'untouched',
    });
    expect(refused.stderr).toMatch(/is Ventoy 1\.1\.17; the release 1\.0\.99 is older/);
    const same = await run(['ventoy', 'update', drive.path, '--ventoy-package', release]);
    expect(same.stderr).not.toMatch(/is older/);
    expect((await list()).layout.version).toBe('1.1.17');
  });

  it('says what images and the stick need, to people and programs', async () => {
    const secure = ['update', drive.path, '--ventoy-package', release, '--secure-boot', 'on'];
    const updated = result(await run(['ventoy', ...secure, '--yes']));
    expect(updated['needs']).toMatchObject([
      { target: drive.path, code: 'secure-boot-enrolment', level: 'note', images: [] },
    ]);
    expect(updated['firstStart']).toContainEqual({
      seen: '“Enroll the key(s)?”',
      action: 'Choose “Yes”.',
    });
    const add = ['ventoy', 'add', drive.path, image, '--as', 'again.iso', '--yes'];
    const added = result(await run(add));
    expect(added).not.toHaveProperty('firstStart');
    expect(added['needs']).toMatchObject([
      { code: 'starts-nowhere', level: 'warning', images: ['again.iso'] },
    ]);
    const back = ['update', drive.path, '--ventoy-package', release, '--secure-boot', 'off'];
    stickOf(await run(['ventoy', ...back, '--yes']));
    stickOf(await run(['ventoy', 'remove', drive.path, 'again.iso', '--yes']));
  });

  it('asks before it changes anything', async () => {
    const unasked = await run(['ventoy', 'remove', drive.path, 'small.iso']);
    expect(unasked.error).toMatchObject({
      code: 'target/change-not-confirmed',
      stick: 'untouched',
    });
    expect(unasked.code).toBe(3);
    expect((await list()).files.map(({ path }) => path)).toContain('small.iso');
  });

  it('takes settings out again, and only those', async () => {
    const before = await settings();
    expect(before).toHaveProperty('password.bootpwd');
    const { password: _, ...others } = before;
    stickOf(await run(['ventoy', 'config', drive.path, '--no-password', 'boot', '--yes']));
    expect(await settings()).toEqual(others);
  });

  it('asks at a terminal for a yes, where nothing is erased', async () => {
    const words = [process.execPath, CLI, 'ventoy', 'remove', drive.path, 'small.iso'];
    const env = { ...process.env, STICKSMITH_ALLOW_LOOP: '1', XDG_CACHE_HOME: join(base, 'cache') };
    const terminal = spawn('script', ['-qec', words.join(' '), '/dev/null'], { env });
    let shown = '';
    let answered = false;
    terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
      if (answered || !shown.includes('Go on? (y/n) ')) return;
      answered = true;
      terminal.stdin.write('n\r');
    });
    await new Promise((resolve) => terminal.on('close', resolve));
    expect(shown).toContain('delete small.iso');
    expect(shown).toContain('[target/change-not-confirmed]');
    expect((await list()).files.map(({ path }) => path)).toContain('small.iso');
  });

  it('refuses what is no Ventoy stick', async () => {
    const other = join(base, 'other.img');
    await writeFile(other, '');
    await truncate(other, 64 * MiB);
    expect((await run(['ventoy', 'list', other])).error?.code).toBe('ventoy/not-found');
  });

  it('package looks into archives and keeps copies', async () => {
    const about = { version: '1.1.17', platform: 'linux' };
    expect(result(await run(['ventoy', 'package', 'inspect', release]))['package']).toMatchObject({
      ...about,
      hash: 'beside',
    });
    expect(await readFile(sums, 'utf8')).toContain('linux.tar.gz');
    expect(result(await run(['ventoy', 'package', 'list']))['packages']).toEqual([]);
    const kept = result(await run(['ventoy', 'package', 'keep', release]))['package'];
    expect(kept).toMatchObject(about);
    expect(result(await run(['ventoy', 'package', 'list']))['packages']).toEqual([kept]);
    await run(['ventoy', 'package', 'forget', '1.1.17']);
    expect(result(await run(['ventoy', 'package', 'list']))['packages']).toEqual([]);
    const again = await run(['ventoy', 'package', 'forget', '1.1.17']);
    expect(again.error?.code).toBe('ventoy/package-not-kept');
    const wrong = ['--sha256', 'a'.repeat(64)];
    const refused = await run(['ventoy', 'package', 'inspect', release, ...wrong]);
    expect(refused.error?.code).toMatch(/^ventoy\/package-hash/);
  });

  it('explain tells what lines mean, from a file or stdin, and guesses nothing', async () => {
    const stdin = 'nonsense\nVerification failed: (0x1A) Security Violation\n';
    const [known] = result(await runCli(['ventoy', 'explain'], { stdin }))['explanations'] as {
      line: string;
    }[];
    expect(known?.line).toBe('Verification failed: (0x1A) Security Violation');
    const log = join(base, 'log.txt');
    await writeFile(log, 'nonsense');
    expect(result(await runCli(['ventoy', 'explain', log]))['explanations']).toEqual([]);
  });
});
