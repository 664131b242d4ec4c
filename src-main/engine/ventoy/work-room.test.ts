import { mkdir, mkdtemp, rm } from 'node:fs/promises';
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

it('is asked for image files of one disk together, wherever they lie on it', async () => {
  for (const name of ['one', 'two']) await mkdir(join(base, name));
  const targets = [fileTarget(join(base, 'one/a.img')), fileTarget(join(base, 'two/b.img'))];
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
  host.free = 200 * MiB;
  await requireVentoyRoom(plan, prepared, tools);
  host.free = 200 * MiB - 1;
  await expect(requireVentoyRoom(plan, prepared, tools)).rejects.toMatchObject({
    code: 'work/full',
    params: { needed: 200 * MiB, missing: 1 },
  });
});
