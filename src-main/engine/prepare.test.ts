import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recipeDefaults } from '../../src-shared/windows-recipe';
import { type WindowsPlan } from '../../src-shared/plan';
import { GiB } from '../../src-shared/units';
import { noSecrets } from '../../src-shared/windows-choices';
import { buildWim, windowsXml } from '../image/testing';
import { preparePlan } from './prepare';
import { driveTarget, fileTarget } from './test-support/simulated-job';

/** `ARCH` of a WIM's XML: PROCESSOR_ARCHITECTURE_… of Windows. */
const ARCH = { x86: 0, x64: 9, arm64: 12 } as const;

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'prepare-test-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function planFor(
  architecture: keyof typeof ARCH,
  more: Partial<WindowsPlan> = {},
): Promise<WindowsPlan> {
  const path = join(base, `${architecture}.wim`);
  const xml = windowsXml('Pro').replace(
    '<ARCH>9</ARCH>',
    `<ARCH>${String(ARCH[architecture])}</ARCH>`,
  );
  await writeFile(path, buildWim({ xml }));
  return {
    ...recipeDefaults,
    image: { path, sha256: null },
    edition: { index: 1 },
    targets: [driveTarget('/dev/a', 64 * GiB)],
    way: 'staged',
    secrets: noSecrets,
    ...more,
  };
}

const mbr = { scheme: 'mbr', container: 'none' } as const;

it('refuses an MBR for ARM64 computers, which have no BIOS', async () => {
  const error = { code: 'plan/invalid', stick: 'untouched' };
  const message = expect.stringMatching(/^layout\.scheme: .*ARM64/) as unknown;
  for (const container of ['none', 'vhdx'] as const) {
    const plan = await planFor('arm64', { layout: { scheme: 'mbr', container } });
    await expect(preparePlan(plan)).rejects.toMatchObject({ ...error, params: { message } });
  }
});

it('takes a GPT for both, and an MBR for x64', async () => {
  const prepared = [
    await preparePlan(await planFor('arm64')),
    await preparePlan(await planFor('x64')),
    await preparePlan(await planFor('x64', { layout: mbr })),
  ];
  expect(
    prepared.map(({ edition, targets }) => [edition.architecture, targets[0]?.layout.scheme]),
  ).toEqual([
    ['arm64', 'gpt'],
    ['x64', 'gpt'],
    ['x64', 'mbr'],
  ]);
});

it('refuses what can’t be had, and says which answer to change', async () => {
  const refused: [Partial<WindowsPlan>, RegExp][] = [
    [{ way: 'direct', targets: [fileTarget('/a.img')] }, /^way: .*one drive only/],
    [{ way: 'direct', layout: { scheme: 'gpt', container: 'vhdx' } }, /^layout\.container: /],
    [
      { layout: { scheme: 'gpt', container: 'vhdx' }, targets: [fileTarget('/a.vhdx', 64 * GiB)] },
      /^layout\.container: .*can’t lie in another one/,
    ],
    [
      {
        layout: { scheme: 'mbr', container: 'none' },
        space: { windowsBytes: 2.5 * 1024 * GiB, sharedBytes: 0, sharedLabel: 'x' },
        targets: [driveTarget('/dev/a', 4096 * GiB)],
      },
      /^space\.windowsBytes: with an MBR/,
    ],
    [
      {
        layout: { scheme: 'mbr', container: 'none' },
        space: { windowsBytes: null, sharedBytes: 2048 * GiB, sharedLabel: 'x' },
        targets: [driveTarget('/dev/a', 4096 * GiB)],
      },
      /^space\.sharedBytes: with an MBR/,
    ],
    [{ targets: [fileTarget('/a.vhdx', 64 * GiB + 512)] }, /^targets\.0: .*multiple/],
  ];
  for (const [more, pattern] of refused) {
    const message = expect.stringMatching(pattern) as unknown;
    const error = { code: 'plan/invalid', params: { message } };
    await expect(preparePlan(await planFor('x64', more))).rejects.toMatchObject(error);
  }
});

it('refuses a 32-bit Windows, an edition that isn’t there and a drive that is too small', async () => {
  await expect(preparePlan(await planFor('x86'))).rejects.toMatchObject({
    code: 'wim/unsupported',
  });
  const other = await planFor('x64', { edition: { index: 2 } });
  await expect(preparePlan(other)).rejects.toMatchObject({ code: 'wim/edition-missing' });
  const small = await planFor('x64', { targets: [driveTarget('/dev/a', 2 * GiB)] });
  await expect(preparePlan(small)).rejects.toMatchObject({ code: 'target/too-small' });
});
