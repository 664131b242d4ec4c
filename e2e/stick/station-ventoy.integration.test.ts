import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { VentoyReport } from '../../src-shared/job';
import { MadeRecordSchema } from '../../src-shared/records';
import { GiB, KiB, MiB } from '../../src-shared/units';
import { ventoyDefaults, ventoyEraseDefaults } from '../../src-shared/ventoy-recipe';
import { practiceIso, type CliRun } from '../../src-main/cli/testing';
import { defaultWindowsChoices } from '../../src-shared/windows-choices';
import { LoopPorts } from './loop-ports';
import {
  mounted,
  requireSoundFileSystems,
  sha256,
  tool,
  VentoySticks,
  withPartition,
} from './ventoy-sticks';

const PORTS = ['loop218', 'loop219'] as const;
/** Small, so that a whole stick is read in a second. */
const DISK_BYTES = 160 * MiB;
/** With room for a small Windows. */
const LARGER_BYTES = 2 * GiB;

let sticks: VentoySticks;
let image: string;
const ports = new LoopPorts(() => sticks.folder);

beforeAll(async () => {
  sticks = await VentoySticks.begin();
  image = await sticks.liveIso('debian-live.iso');
});
afterEach(async () => {
  await ports.pullAll();
  for (const port of PORTS) await rm(ports.file(port), { force: true });
});
afterAll(() => sticks.end());

/** Makes a series of what is plugged in once it has begun. */
async function series(
  change: object,
  more: readonly string[] = [],
  bytes = DISK_BYTES,
): Promise<CliRun> {
  const recipe = join(sticks.folder, 'classroom.json');
  await writeFile(
    recipe,
    JSON.stringify({
      ...ventoyDefaults,
      install: { ...ventoyEraseDefaults, package: { path: sticks.release, sha256: null } },
      files: [{ source: image, name: 'linux/debian-live.iso', sha256: await sha256(image) }],
      checksums: true,
      ...change,
    }),
  );
  const plugged: Promise<void>[] = [];
  const run = await sticks.run(
    [
      ...['station', '--recipe', recipe, '--yes', '--limit', '2'],
      ...['--work-dir', join(sticks.folder, 'work')],
      ...PORTS.flatMap((port) => ['--port', port]),
      ...more,
    ],
    {
      interruptWhen: ({ phase }) => {
        if (phase === 'preparing' && plugged.length === 0) {
          plugged.push(...PORTS.map((port) => ports.plug(port, bytes)));
        }
        return false;
      },
    },
  );
  await Promise.all(plugged);
  return run;
}

it('Two drives of a series become Ventoy sticks with labels, identifiers and records of their own.', async () => {
  const lines = join(sticks.folder, 'records.jsonl');
  const run = await series({}, ['--label', 'CLASS-##', '--record-to', lines]);
  expect(run.error, run.stderr).toBeUndefined();
  expect(run.code, run.stderr).toBe(0);
  const { reports } = run.lines.at(-1) as unknown as { reports: VentoyReport[] };
  expect(
    new Set(reports.flatMap((one) => one.sticks.map(({ ventoy }) => ventoy.diskUuid))).size,
  ).toBe(2);
  const kept = (await readFile(lines, 'utf8')).trim().split('\n');
  const records = kept.map((line) => MadeRecordSchema.parse(JSON.parse(line)));
  expect(records.map(({ label }) => label).sort()).toEqual(['CLASS-01', 'CLASS-02']);
  for (const { target, label, kind, outcome, images, recipeName } of records) {
    expect({ kind, outcome, recipeName, images }).toMatchObject({
      ...{ kind: 'ventoy', outcome: { result: 'finished' }, recipeName: 'classroom' },
      images: [{ name: basename(image), sha256: await sha256(image) }],
    });
    const disk = ports.file(basename(target.path));
    const found = await withPartition(disk, 0, (device) =>
      tool('blkid', '--probe', '-s', 'LABEL', '-o', 'value', device),
    );
    expect(found.trim()).toBe(label);
    await mounted(disk, async (folder) => {
      expect(await sha256(join(folder, 'linux/debian-live.iso'))).toBe(await sha256(image));
    });
  }
  await ports.pullAll();
  await sticks.requireNothingLeft();
});

it('Windows in a virtual disk is unpacked once, and has a computer name of its own on each Ventoy stick.', async () => {
  const windows = await practiceIso(join(sticks.folder, 'practice'), '8M');
  const vhdBoot = join(sticks.folder, 'simulated_vhdboot.img');
  await writeFile(vhdBoot, Buffer.alloc(64 * KiB, 'simulated '));
  const run = await series(
    {
      install: {
        ...{ ...ventoyEraseDefaults, fileSystem: 'ntfs' },
        package: { path: sticks.release, sha256: null },
      },
      windows: {
        ...{ image: { path: windows, sha256: null }, edition: { index: 1 }, vhdBoot },
        ...{ windows: defaultWindowsChoices, name: 'Windows.vhdx', bytes: null },
      },
    },
    ['--computer-name', 'PC-##', '--first-number', '4'],
    LARGER_BYTES,
  );
  expect(run.error, run.stderr).toBeUndefined();
  const { reports } = run.lines.at(-1) as unknown as { reports: VentoyReport[] };
  const names = reports.flatMap((one) => one.sticks.map((stick) => stick.windows?.computerName));
  expect(names.sort()).toEqual(['PC-04', 'PC-05']);
  expect(new Set(reports.map((one) => one.windows?.image.sha256))).toEqual(
    new Set([await sha256(windows)]),
  );
  for (const port of PORTS) {
    await requireSoundFileSystems(ports.file(port));
    await mounted(ports.file(port), async (folder) => {
      expect(await readdir(folder)).toContain('Windows.vhdx');
    });
  }
});

describe('a series is not begun', () => {
  it('where the release is missing', async () => {
    const gone = join(sticks.folder, 'gone.tar.gz');
    const install = { ...ventoyEraseDefaults, package: { path: gone, sha256: null } };
    const run = await series({ install });
    expect(run.error).toMatchObject({ code: 'ventoy/package-not-found', stick: 'untouched' });
    expect(run.lines.filter(({ type }) => type === 'row')).toEqual([]);
  });

  it('where an image has another hash than the recipe names', async () => {
    const files = [{ source: image, name: 'debian-live.iso', sha256: 'a'.repeat(64) }];
    const run = await series({ files });
    expect(run.error).toMatchObject({ code: 'ventoy/file-mismatch', stick: 'untouched' });
  });

  it('by labels that Ventoy’s own program would not take', async () => {
    const run = await series({}, ['--label', 'CLASS ##']);
    expect(run.error).toMatchObject({ code: 'plan/invalid', stick: 'untouched' });
  });

  it('by a recipe that changes sticks which are there', async () => {
    const run = await series({ install: { way: 'none' } });
    expect(run.error).toMatchObject({ code: 'plan/invalid', stick: 'untouched' });
  });
});
