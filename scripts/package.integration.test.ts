import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from './lib/paths.mjs';

const execute = promisify(execFile);
const program = join(projectRoot, 'release/linux-unpacked/sticksmith');
const commandLine = join(projectRoot, 'release/linux-unpacked/resources/app.asar/dist/main/cli.js');

describe('the package', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sticksmith-package-'));
    await execute(process.execPath, [join(projectRoot, 'scripts/package.mjs')]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const sticksmith = async (...args: string[]) => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    return (await execute(program, [commandLine, ...args], { cwd: folder, env })).stdout;
  };

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
});
