import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { MadeRecordSchema } from '../../src-shared/records';
import { protectDefaults } from '../../src-shared/protect';
import { recipeDefaults } from '../../src-shared/windows-recipe';
import { practiceIso, runCli } from '../../src-main/cli/testing';
import {
  cryptsetupOpens,
  filesBelow,
  holdsText,
  RECOVERY_KEY,
  recoveryKeyIn,
  withPartition,
} from './encrypted-volume';
import { LoopPorts } from './loop-ports';
import { sgdiskPartitions, sha256 } from './read-back';

const PASSWORD = 'planted secret 4711';
const MiB = 1024 * 1024;
/** Far above the numbers that other tests of this computer get. */
const PORTS = [210, 211, 212, 213, 214, 215].map((number) => `loop${String(number)}`);

let folder: string;
let iso: string;
const ports = new LoopPorts(() => folder);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-station-'));
  iso = await practiceIso(folder);
});
afterEach(() => ports.pullAll());
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('Six drives that are plugged in and pulled in turn become sticks with names and identifiers of their own.', async () => {
  const recipe = join(folder, 'loaner.json');
  const image = { path: iso, sha256: null };
  await writeFile(recipe, JSON.stringify({ ...recipeDefaults, image, edition: { index: 2 } }));
  const waiting = [...PORTS];
  const plugged = (count: number) =>
    Promise.all(waiting.splice(0, count).map((port) => ports.plug(port, 1024 * MiB)));
  const finished: string[] = [];
  const work: Promise<unknown>[] = [];
  let hasBegun = false;
  const run = await runCli(
    [
      ...['station', '--recipe', recipe, '--yes', '--limit', '6', '--at-once', '2'],
      ...['--work-dir', join(folder, 'work'), '--computer-name', 'LOANER-##'],
      ...[
        '--size-from',
        '900M',
        '--size-to',
        '1100M',
        ...PORTS.flatMap((port) => ['--port', port]),
      ],
      ...['--record-to', join(folder, 'records.jsonl')],
    ],
    {
      env: { STICKSMITH_ALLOW_LOOP: '1' },
      interruptWhen: (line) => {
        if (line['phase'] === 'building' && !hasBegun) {
          hasBegun = true;
          work.push(plugged(3));
        }
        if (line['state'] !== 'finished') return false;
        const { drive } = line as { drive: { port: string } };
        finished.push(drive.port);
        work.push(ports.pull(drive.port).then(() => plugged(1)));
        return false;
      },
    },
  );
  await Promise.all(work);
  expect(run.error).toBeUndefined();
  expect(run.code, run.stderr).toBe(0);
  expect([...finished].sort()).toEqual(PORTS);
  const result = run.lines.at(-1) as {
    counts: { finished: number };
    reports: { sticks: { computerName: string; disk: { guid: string } }[] }[];
  };
  expect(result.counts.finished).toBe(6);
  const sticks = result.reports.flatMap((report) => report.sticks);
  expect(sticks.map(({ computerName }) => computerName).sort()).toEqual(
    [1, 2, 3, 4, 5, 6].map((number) => `LOANER-0${String(number)}`),
  );
  expect(new Set(sticks.map(({ disk }) => disk.guid)).size).toBe(6);
  const records = (await readFile(join(folder, 'records.jsonl'), 'utf8')).trim().split('\n');
  const kept = records.map((line) => MadeRecordSchema.parse(JSON.parse(line)));
  expect(kept.map(({ outcome }) => outcome.result)).toEqual(Array(6).fill('finished'));
  expect(kept.map(({ computerName }) => computerName).sort()).toEqual(
    sticks.map(({ computerName }) => computerName).sort(),
  );
  expect(new Set(kept.map(({ images: [image] }) => image?.sha256))).toEqual(
    new Set([await sha256(iso)]),
  );
  expect(new Set(kept.map(({ recipeName }) => recipeName))).toEqual(new Set(['loaner']));
  for (const port of PORTS) {
    const partitions = await sgdiskPartitions(ports.file(port));
    expect(partitions).toHaveLength(3);
  }
});

it('Sticks of a series that are encrypted have keys of their own, and the password is nowhere to be read.', async () => {
  const [one, two] = ['loop216', 'loop217'] as const;
  const keys = join(folder, 'keys');
  const [recipe, config, work] = [
    join(folder, 'kept.json'),
    join(folder, 'config'),
    join(folder, 'work'),
  ];
  await writeFile(
    recipe,
    JSON.stringify({
      ...recipeDefaults,
      image: { path: iso, sha256: null },
      edition: { index: 2 },
      protect: { kind: 'now', ...protectDefaults, recoveryFolder: keys },
    }),
  );
  const plugged: Promise<void>[] = [];
  const run = await runCli(
    [
      ...['station', '--recipe', recipe, '--yes', '--limit', '2', '--work-dir', work],
      ...['--label', 'LOAN ##', '--first-number', '7', '--port', one, '--port', two],
      ...['--record-to', join(folder, 'kept.jsonl'), '--password-stdin'],
    ],
    {
      stdin: `${PASSWORD}\n`,
      env: { STICKSMITH_ALLOW_LOOP: '1', XDG_CONFIG_HOME: config },
      interruptWhen: ({ phase }) => {
        if (phase === 'building' && plugged.length === 0) {
          plugged.push(...[one, two].map((port) => ports.plug(port, 1024 * MiB)));
        }
        return false;
      },
    },
  );
  await Promise.all(plugged);
  expect(run.error).toBeUndefined();
  expect(run.code, run.stderr).toBe(0);

  const names = (await readdir(keys)).sort();
  expect(names.map((name) => name.slice(0, 'LOAN 07'.length))).toEqual(['LOAN 07', 'LOAN 08']);
  const records = (await readFile(join(folder, 'kept.jsonl'), 'utf8')).trim().split('\n');
  const kept = records.map((line) => MadeRecordSchema.parse(JSON.parse(line)));
  expect(kept.map(({ label }) => label).sort()).toEqual(['LOAN 07', 'LOAN 08']);
  const secrets: string[] = [];
  for (const { label, recoveryKeyId, target } of kept) {
    const name = names.find((each) => each.includes(String(recoveryKeyId).toUpperCase())) ?? '';
    expect(name.startsWith(String(label))).toBe(true);
    const own = await recoveryKeyIn(join(keys, name));
    const other = await recoveryKeyIn(join(keys, names.find((each) => each !== name) ?? ''));
    await withPartition(ports.file(basename(target.path)), (volume) => {
      expect([own, PASSWORD, other].map((secret) => cryptsetupOpens(volume, secret))).toEqual([
        ...[true, true, false],
      ]);
      return Promise.resolve();
    });
    secrets.push(own);
  }
  expect(new Set(secrets).size).toBe(2);

  const logs = await filesBelow(config);
  expect(logs.some((path) => path.endsWith('.log'))).toBe(true);
  for (const path of [...logs, ...(await filesBelow(work)), join(folder, 'kept.jsonl')]) {
    const content = await readFile(path);
    for (const secret of [PASSWORD, ...secrets]) {
      expect(holdsText(content, secret), path).toBe(false);
    }
  }
  for (const text of [run.stdout, run.stderr]) {
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toMatch(RECOVERY_KEY);
  }
});
