import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { VentoyPlan } from '../../../src-shared/plan';
import { MiB } from '../../../src-shared/units';
import { ventoyDefaults } from '../../../src-shared/ventoy-recipe';
import { noSecrets } from '../../../src-shared/windows-choices';
import { fileTarget, imageInfo, sampleImage, simulatedJob } from '../test-support/simulated-job';
import type { PreparedVentoy } from './prepare';
import { requireVentoyRoom } from './work-room';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'ventoy-room-test-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

/** A job that adds 100 MiB to each image file. */
async function adding(paths: readonly string[]) {
  const targets = paths.map((path) => fileTarget(path));
  const { path } = await sampleImage(base, 'an image');
  const { host, tools } = simulatedJob(base, imageInfo(path, null, MiB), targets);
  const plan: VentoyPlan = {
    ...ventoyDefaults,
    install: { way: 'none' },
    targets,
    secrets: noSecrets,
  };
  const prepared: PreparedVentoy = {
    release: null,
    files: [],
    persistence: new Map(),
    windows: null,
    addedBytes: 100 * MiB,
    targets: targets.map((target) => ({ target, name: target.kind })),
  };
  return { host, require: () => requireVentoyRoom(plan, prepared, tools) };
}

it('is asked for image files of one disk together, wherever they lie on it', async () => {
  for (const name of ['one', 'two']) await mkdir(join(base, name));
  const { host, require } = await adding([join(base, 'one/a.img'), join(base, 'two/b.img')]);
  host.free = 200 * MiB;
  await require();
  host.free = 200 * MiB - 1;
  await expect(require()).rejects.toMatchObject({
    code: 'work/full',
    params: { needed: 200 * MiB, missing: 1 },
  });
});

it('is asked only for what image files have no blocks for yet', async () => {
  const [full, half] = [join(base, 'full.img'), join(base, 'half.img')];
  await writeFile(full, Buffer.alloc(8 * MiB, 1));
  await writeFile(half, Buffer.alloc(4 * MiB, 1));
  await truncate(half, 12 * MiB);
  const { host, require } = await adding([full, half]);
  host.free = 8 * MiB;
  await require();
  host.free = 7 * MiB;
  await expect(require()).rejects.toMatchObject({ code: 'work/full' });
});
