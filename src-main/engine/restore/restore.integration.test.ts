import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toStickError } from '../../../src-shared/errors';
import type { RestoreReport } from '../../../src-shared/restore';
import { MiB } from '../../../src-shared/units';
import { buildScripts } from '../../host/linux/test-support/build-scripts';
import { runTool } from '../../host/run-tool';
import {
  simulatedWindowsComputer,
  thisLinuxComputer,
  type Computer,
} from '../test-support/computers';
import { driveTarget } from '../test-support/making';
import { restoreDrives, type RestoreRequest } from '.';

const STICK_BYTES = 512 * MiB;

let removeScripts: () => Promise<void>;
let base: string;
beforeAll(async () => {
  process.env['STICKSMITH_ALLOW_LOOP'] = '1';
  removeScripts = await buildScripts();
  base = await mkdtemp(join(tmpdir(), 'restore-on-hosts-'));
});
afterAll(async () => {
  await removeScripts();
  await rm(base, { recursive: true, force: true });
});

const computers = [
  ['a computer with Linux', thisLinuxComputer],
  ['a simulated computer with Windows', simulatedWindowsComputer],
] as const;

async function requireOrdinary(image: string): Promise<void> {
  await runTool('sync', [image]);
  const { stdout } = await runTool('sfdisk', ['--dump', image]);
  expect(stdout).toMatch(/label: dos/);
  expect(stdout).toMatch(/start= +8192, size= +1038336, type=7\n/);
  expect((await runTool('sgdisk', ['--verify', image])).stdout).toContain('No problems found');
}

describe.each(computers)('on %s', (_, start) => {
  let computer: Computer;
  beforeEach(async () => {
    computer = await start(base);
  });
  afterEach(async () => {
    const left = computer.leftovers();
    expect(await readdir(computer.workFolder)).toEqual([]);
    await computer.close();
    expect(left).toEqual([]);
  });

  function restore(
    targets: RestoreRequest['targets'],
    abort = new AbortController(),
    onEvent: Parameters<typeof restoreDrives>[2]['onEvent'] = () => undefined,
  ): Promise<RestoreReport> {
    const { host, workFolder, appFolder } = computer;
    const request = { targets, label: 'KINGSTON', scheme: null };
    const tools = { host, workFolder, appFolder, program: 'test' };
    return restoreDrives(request, tools, { signal: abort.signal, onEvent });
  }

  it('two drives become ordinary ones at the same time', async () => {
    const sticks = [await computer.addStick(STICK_BYTES), await computer.addStick(STICK_BYTES)];
    const { drives, failed } = await restore(sticks.map(({ drive }) => driveTarget(drive)));
    expect(failed).toEqual([]);
    expect(drives.map(({ target }) => target)).toEqual(sticks.map(({ drive }) => drive.path));
    for (const { image } of sticks) await requireOrdinary(image);
  });

  it('a drive with a GPT becomes one', async () => {
    const { drive, image } = await computer.addStick(STICK_BYTES);
    await runTool('sgdisk', ['--new=1:2048:', image]);
    const { failed } = await restore([driveTarget(drive)]);
    expect(failed).toEqual([]);
    await requireOrdinary(image);
  });

  it('a drive has no table when writing is cancelled', async () => {
    const { drive, image } = await computer.addStick(STICK_BYTES);
    await runTool('sgdisk', ['--new=1:2048:', image]);
    const abort = new AbortController();
    const thrown = await restore([driveTarget(drive)], abort, (event) => {
      if (event.type === 'phase' && event.phase === 'writing') abort.abort();
    }).catch((error: unknown) => error);
    const { code, stick } = toStickError(thrown);
    expect([code, stick]).toEqual(['cancelled', 'unfinished']);
    await runTool('sync', [image]);
    expect((await runTool('wipefs', ['--no-act', image])).stdout).toBe('');
  });
});
