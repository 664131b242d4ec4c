import { execFile } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProgram } from '../bench/start-program';
import { measurePackage } from './lib/package-parts.mjs';
import { projectRoot } from './lib/paths.mjs';

const execute = promisify(execFile);
const packaged = join(projectRoot, 'release/linux-unpacked');
const program = join(packaged, 'sticksmith');
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const commandLine = join(packaged, 'command-line/sticksmith');

describe('the package', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sticksmith-package-'));
    await execute(process.execPath, [join(projectRoot, 'scripts/package.mjs')]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const sticksmith = async (...args: string[]) =>
    (await execute(commandLine, args, { cwd: folder })).stdout;

  it('holds all that making and checking a stick needs', async () => {
    const stick = join(folder, 'a stick.img');
    await sticksmith('practice', folder);
    await sticksmith(
      ...['make', '--image', join(folder, 'practice.iso'), '--edition', '1'],
      ...['--target', stick, '--size', '4G', '--yes'],
    );
    expect(await sticksmith('check', stick)).toContain('Nothing failed.');
  });

  it('lists drives with the native package that comes with it', async () => {
    const [line = ''] = (await sticksmith('drives', '--all', '--json')).split('\n');
    expect(JSON.parse(line)).toMatchObject({
      type: 'result',
      drives: expect.any(Array) as unknown,
    });
  });

  it('has a command that can be linked to from anywhere, with its man page', async () => {
    const link = join(folder, 'a link');
    await symlink(commandLine, link);
    const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect((await execute(link, ['--version'], { cwd: '/' })).stdout.trim()).toBe(version);
    const manual = await readFile(join(packaged, 'command-line/sticksmith.1'), 'utf8');
    expect(manual).toMatch(/^\.TH STICKSMITH 1/im);
  });

  it('can run as Node for its helper, and takes code neither from the environment nor from an inspector', async () => {
    const wire = await getCurrentFuseWire(program);
    const isOn = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] ?? 0) === '1';
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspector: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    }).toEqual({
      runAsNode: true,
      onlyAsar: true,
      asarIntegrity: true,
      nodeOptions: false,
      inspector: false,
    });
  });

  it('holds only what it needs, and no more of it than was agreed', () => {
    const { measured, unknown } = measurePackage(packaged);
    const grown = measured
      .filter(({ part, bytes }) => bytes > part.mostBytes)
      .map(({ part, bytes, files }) => ({
        name: part.name,
        bytes,
        mostBytes: part.mostBytes,
        largest: files.slice(0, 5),
      }));
    expect({ grown, unknown }).toEqual({ grown: [], unknown: [] });
    const empty = measured.filter(({ files }) => files.length === 0);
    expect(empty.map(({ part }) => part.name)).toEqual([]);
    const all = measured.flatMap(({ files }) => files.map(({ path }) => path));
    expect(all.filter((path) => /\.map$|\.tsx?$|\.test\.|README|CHANGELOG/i.test(path))).toEqual(
      [],
    );
    const languages = all.filter((path) => path.startsWith('locales/'));
    expect(languages).toHaveLength(6);
  });

  it('brings the licences of all that is in it', async () => {
    const text = await readFile(join(packaged, 'LICENSES.packages.md'), 'utf8');
    for (const name of ['react-dom', 'zod', 'koffi', 'drivelist', 'electron-log']) {
      expect(text).toContain(`\n## ${name} - `);
    }
    await access(join(packaged, 'LICENSES.chromium.html'));
    expect(await readFile(join(packaged, 'LICENSE.sticksmith.txt'), 'utf8')).toContain('MIT');
  });

  describe('with a folder for its data beside it', () => {
    let portable: string;
    let home: string;
    let data: string;
    beforeAll(async () => {
      portable = join(folder, 'a portable ünit');
      home = join(folder, 'home');
      data = join(portable, 'sticksmith-data');
      await cp(packaged, portable, { recursive: true, verbatimSymlinks: true });
      await mkdir(data);
      await mkdir(home);
      await mkdir(join(folder, 'runtime'), { mode: 0o700 });
    });

    /** As on somebody else's computer: nothing of this one's user is known. */
    const environment = () => ({
      ...{ HOME: home, XDG_CONFIG_HOME: '', XDG_CACHE_HOME: '', XDG_DATA_HOME: '' },
      // GTK's settings are cached there in memory, for as long as a person is signed in.
      ...{ XDG_RUNTIME_DIR: join(folder, 'runtime'), STICKSMITH_DATA: '' },
    });

    it('starts, keeps everything there, and leaves nothing in the home folder', async () => {
      const executable = join(portable, 'sticksmith');
      const milliseconds = await startProgram({
        ...{ executable, args: sandbox, env: environment(), data },
      });
      console.log(`The packaged program could be used after ${String(milliseconds)} ms.`);
      expect(await readdir(data)).toEqual(expect.arrayContaining(['logs', 'Local Storage']));
      expect(await readdir(home, { recursive: true })).toEqual([]);
    });

    it('keeps what the command line does there, too', async () => {
      const env = { ...process.env, ...environment() };
      await execute(join(portable, 'command-line/sticksmith'), ['cache'], { env });
      expect(await readdir(join(data, 'logs'))).toContain('command-line.log');
      expect(await readdir(home, { recursive: true })).toEqual([]);
    });

    it('says why it can’t start where that folder can’t be written to', async (context) => {
      const mounted = await execute('mount', ['-t', 'tmpfs', '-o', 'ro', 'sticksmith-test', data])
        .then(() => true)
        .catch(() => false);
      if (!mounted) {
        context.skip('mounting takes root');
        return;
      }
      try {
        const args = ['-a', join(portable, 'sticksmith'), ...sandbox];
        const env = { ...process.env, ...environment() };
        const child = execute('timeout', ['-k', '5', '15', 'xvfb-run', ...args], { env });
        const { stderr } = await child.catch((error: unknown) => error as { stderr: string });
        expect(stderr).toContain('where Sticksmith keeps its settings and logs');
        expect(stderr).toContain('EROFS');
        expect(await readdir(home, { recursive: true })).toEqual([]);
      } finally {
        await execute('umount', [data]);
      }
    });
  });
});
