import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLI, practiceIso, runCli, type CliOptions, type CliRun } from '../../src-main/cli/testing';
import { attachFaultyDrive } from '../../src-main/helper/test-support/faulty-drive';
import { attachLoop, type LoopDevice } from '../../src-main/helper/test-support/loop-device';
import { runTool } from '../../src-main/host/run-tool';
import { exampleRecipe } from '../../src-shared/example-recipe';
import { parseRecipe } from '../../src-shared/plan';
import type { Report, VentoyReport, WindowsReport } from '../../src-shared/job';
import {
  MadeRecordSchema,
  RestoredRecordSchema,
  StickRecordSchema,
  type MadeRecord,
  type RecordList,
  type RestoredRecord,
} from '../../src-shared/records';
import type { RestoreReport } from '../../src-shared/restore';
import { GiB, MiB } from '../../src-shared/units';
import { sha256, standInRelease } from './ventoy-sticks';

const SIZE = 1.25 * GiB;
const PASSWORD = 'planted bitlocker 4711';
const WIFI_KEY = 'planted wifi 4712';
const GUEST_KEY = 'planted guests 4713';
const ACCOUNT_PASSWORD = 'planted account 4714';
const PRODUCT_KEY = 'AAAAA-BBBBB-CCCCC-DDDDD-4715E';

const WIFI_FILE = `<?xml version="1.0"?>
<WLANProfile xmlns="http://www.microsoft.com/networking/WLAN/profile/v1"><name>Guests</name>
<SSIDConfig><SSID><name>Guests</name></SSID></SSIDConfig><connectionType>ESS</connectionType>
<MSM><security><authEncryption><authentication>WPA2PSK</authentication><encryption>AES</encryption><useOneX>false</useOneX></authEncryption>
<sharedKey><keyType>passPhrase</keyType><protected>false</protected><keyMaterial>${GUEST_KEY}</keyMaterial></sharedKey></security></MSM>
</WLANProfile>`;
const ANSWERS = `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="urn:schemas-microsoft-com:unattend">
  <settings pass="oobeSystem">
    <component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">
      <UserAccounts><AdministratorPassword><Value>${ACCOUNT_PASSWORD}</Value><PlainText>true</PlainText></AdministratorPassword></UserAccounts>
    </component>
  </settings>
</unattend>
`;

let base: string;
let iso: string;
/** Where a run keeps its records. */
let data: string;
const attached: LoopDevice[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-records-'));
  iso = await practiceIso(join(base, 'images'));
});
beforeEach(async () => {
  data = await mkdtemp(join(base, 'data-'));
});
afterEach(async () => {
  for (const drive of attached.splice(0)) await drive.detach();
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function loop(): Promise<LoopDevice> {
  const drive = await attachLoop(SIZE);
  attached.push(drive);
  return drive;
}

const environment = (): Record<string, string> => ({
  STICKSMITH_DATA: data,
  STICKSMITH_ALLOW_LOOP: '1',
});
const run = (args: string[], options: CliOptions = {}): Promise<CliRun> =>
  runCli(args, { ...options, env: environment() });

/** Of a practice image onto targets. */
function makeArgs(...targets: string[]): string[] {
  const asked = targets.flatMap((target) => ['--target', target]);
  const what = ['--image', iso, '--no-sha256', '--edition', '1'];
  return ['make', ...what, ...asked, '--work-dir', join(base, 'work'), '--yes'];
}

function resultOf({ code, lines, stderr }: CliRun): Record<string, unknown> {
  expect(code, stderr).toBe(0);
  return lines.find(({ type }) => type === 'result') ?? {};
}

/** Runs a command and kills it once it prints this. */
async function killedAt(printed: string, args: string[]): Promise<void> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...environment() },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = once(child, 'close');
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes(printed)) child.kill('SIGKILL');
  });
  await closed;
}

/** What is told of a stick in a record is what the report of its making tells. */
function requireSameAsReport(record: MadeRecord, stick: Report['sticks'][number]): void {
  const { writtenBytes, verifiedBytes, checks, notPassed } = record;
  const count = (status: string): number =>
    stick.checks.filter((check) => check.status === status).length;
  expect({ writtenBytes, verifiedBytes, checks, notPassed }).toEqual({
    writtenBytes: stick.writtenBytes,
    verifiedBytes: stick.verifiedBytes,
    checks: { passed: count('pass'), warned: count('warn'), failed: count('fail') },
    notPassed: stick.checks.filter(({ status }) => status !== 'pass'),
  });
}

/** The 16 bytes by which a Ventoy stick is known, as they are in its first sector. */
async function ventoyUuid(path: string): Promise<string> {
  await runTool('sync', [path]);
  return (await runTool('xxd', ['-p', '-s', '384', '-l', '16', path])).stdout.trim();
}

async function list(...args: string[]): Promise<RecordList> {
  return resultOf(await run(['records', 'list', ...args])) as unknown as RecordList;
}

async function onlyRecord(): Promise<MadeRecord> {
  const [summary, ...others] = (await list()).records;
  expect(others).toEqual([]);
  const { record } = resultOf(await run(['records', 'show', summary?.id.slice(0, 8) ?? '']));
  return MadeRecordSchema.parse(record);
}

describe('the record of a stick', () => {
  it('says what was made of what on which drive, how it was proved, and where the time went', async () => {
    const drive = await loop();
    const made = resultOf(await run([...makeArgs(drive.path), '--computer-name', 'LOAN-7']));
    const record = await onlyRecord();
    const report = made['report'] as { image: object; sticks: { disk: { guid: string } }[] };
    const sum = (await runTool('sha256sum', [iso])).stdout.slice(0, 64);
    expect(record).toMatchObject({
      kind: 'windows-to-go',
      program: expect.stringMatching(/^sticksmith \d/) as string,
      target: { kind: 'drive', path: drive.path, sizeBytes: SIZE, bus: 'loop' },
      computerName: 'LOAN-7',
      stickId: `gpt:${report.sticks[0]?.disk.guid ?? ''}`,
      images: [{ name: 'practice.iso', sizeBytes: (await stat(iso)).size, sha256: sum }],
      outcome: { result: 'finished' },
      verification: 'compared',
    });
    expect(record.writtenBytes).toBeGreaterThan(20 * MiB);
    expect(record.verifiedBytes).toBe(record.writtenBytes);
    expect(record.checks?.passed).toBeGreaterThan(20);
    expect(record.notPassed.length).toBe(record.checks?.warned);
    expect(parseRecipe(record.recipe)).toMatchObject({ edition: { index: 1 } });
    expect(record.timings.map(({ phase }) => phase)).toEqual(
      expect.arrayContaining(['preparing', 'hashing', 'building', 'writing', 'verifying']),
    );
    for (const { startMs, endMs, bytes, throughput } of record.timings) {
      expect(endMs).toBeGreaterThanOrEqual(startMs);
      if (!throughput) continue;
      expect(throughput.stepBytes.reduce((sum_, step) => sum_ + step, 0)).toBe(bytes);
      expect(throughput.msAtSpeed.reduce((sum_, ms) => sum_ + ms, 0)).toBe(endMs - startMs);
    }
  });

  it('is there for each of several sticks, with the same job, also for one that failed', async () => {
    const [good, pulled] = [await loop(), await loop()];
    const arg = [...makeArgs(good.path, pulled.path), '--computer-name', 'LAB-##'];
    // The second one holds what is mounted, and may not be unmounted.
    await runTool('mkfs.ext4', ['-q', pulled.path]);
    const folder = await mkdtemp(join(base, 'mounted-'));
    await runTool('mount', [pulled.path, folder]);
    try {
      await run(arg);
    } finally {
      await runTool('umount', [folder]);
    }
    const { records } = await list();
    expect(records).toHaveLength(2);
    expect(new Set(records.map(({ jobId }) => jobId)).size).toBe(1);
    expect(records.map((one) => 'computerName' in one && one.computerName).sort()).toEqual([
      ...['LAB-01', 'LAB-02'],
    ]);
    for (const { outcome } of records) {
      expect(outcome).toMatchObject({ result: 'failed', error: { stick: 'untouched' } });
    }
  });

  it('says why a job failed before it touched a drive', async () => {
    const target = join(base, 'wrong.img');
    const args = makeArgs(target).filter((arg) => arg !== '--no-sha256');
    const { error } = await run([...args, '--size', '1280M', '--sha256', 'f'.repeat(64)]);
    expect(error?.code).toBe('image/hash-mismatch');
    const record = await onlyRecord();
    expect(record.outcome).toMatchObject({
      result: 'failed',
      phase: 'hashing',
      error: { code: 'image/hash-mismatch', stick: 'untouched' },
    });
    expect(record.images[0]?.sha256).toHaveLength(64);
    expect((await list('--search', 'hash-mismatch practice')).matching).toBe(1);
  });

  it('says that somebody cancelled, and in which phase', async () => {
    const drive = await loop();
    const atWriting = (line: Record<string, unknown>): boolean =>
      line['type'] === 'phase' && line['phase'] === 'writing';
    const cancelled = await run(makeArgs(drive.path), { interruptWhen: atWriting });
    expect(cancelled.code).toBe(130);
    expect((await onlyRecord()).outcome).toMatchObject({ result: 'cancelled' });
  });

  it('is left by a job that was killed, and says how far it came', async () => {
    const drive = await loop();
    await killedAt('"phase":"verifying"', [...makeArgs(drive.path), '--json']);
    const { outcome, endedAt, images } = await onlyRecord();
    expect(outcome.result).toBe('broken-off');
    expect('phase' in outcome && outcome.phase).toMatch(/writing|flushing|verifying/);
    expect(endedAt).toBeNull();
    expect(images[0]?.name).toBe('practice.iso');
    // It is nothing that a later job would change.
    resultOf(await run(makeArgs(drive.path)));
    const results = (await list()).records.map((record) => record.outcome.result);
    expect(results).toEqual(['finished', 'broken-off']);
  });

  it('is missing with a warning, and nothing else is, where none can be written', async () => {
    const drive = await loop();
    await mkdir(join(data, 'sticksmith-data'));
    await writeFile(join(data, 'sticksmith-data', 'records'), 'no folder');
    const made = await run(makeArgs(drive.path));
    resultOf(made);
    expect(made.stderr).toContain(`The record of ${drive.path} was not kept`);
    expect((await run(['records', 'list'])).error?.code).toBe('records/unusable');
  });
});

describe('the record of a Ventoy stick', () => {
  const ventoyArgs = (target: string, release: string, file: string): string[] => [
    ...['make', '--kind', 'ventoy', '--target', target, '--yes', '--label', 'Rescue'],
    ...['--ventoy-package', release, '--work-dir', join(base, 'ventoy-work')],
    ...['--add', file, '--checksums'],
  ];

  /** A disc that Ventoy lists; nothing starts from it. */
  async function bootableIso(path: string): Promise<string> {
    const tree = await mkdtemp(join(base, 'tree-'));
    await writeFile(join(tree, 'rescue.bin'), randomBytes(3 * MiB));
    await runTool('xorriso', ['-as', 'mkisofs', '-V', 'RESCUE', '-r', '-J', '-o', path, tree]);
    return path;
  }

  it('says the same as the report of its making, and what was copied onto it', async () => {
    const drive = await loop();
    const release = await standInRelease(join(base, 'ventoy'));
    const file = await bootableIso(join(base, 'rescue.iso'));
    const made = resultOf(await run(ventoyArgs(drive.path, release, file)));
    const report = made['report'] as VentoyReport;
    const [stick] = report.sticks;
    if (!stick) throw new Error('no stick was made');
    const record = await onlyRecord();
    const { size } = await stat(file);
    expect(record).toMatchObject({
      ...{ kind: 'ventoy', label: 'Rescue', computerName: null, recoveryKeyId: null },
      ...{ outcome: { result: 'finished' }, verification: 'compared', resumedBytes: 0 },
      stickId: `ventoy:${await ventoyUuid(drive.path)}`,
      images: [{ name: 'rescue.iso', sizeBytes: size, sha256: await sha256(file), edition: null }],
    });
    requireSameAsReport(record, stick);
    expect(record.writtenBytes).toBeGreaterThanOrEqual(size);
    expect(parseRecipe(record.recipe)).toMatchObject({ kind: 'ventoy', install: { way: 'erase' } });
    expect(record.timings.map(({ phase }) => phase)).toEqual(
      expect.arrayContaining(['installing', 'copying', 'comparing']),
    );
  });

  it('says that somebody cancelled while files were copied, and what is known of them', async () => {
    const drive = await loop();
    const release = await standInRelease(join(base, 'ventoy'));
    const file = await bootableIso(join(base, 'cancelled.iso'));
    const cancelled = await run(ventoyArgs(drive.path, release, file), {
      interruptWhen: (line) => line['type'] === 'phase' && line['phase'] === 'copying',
    });
    expect(cancelled.code).toBe(130);
    const record = await onlyRecord();
    expect(record).toMatchObject({
      outcome: { result: 'cancelled', phase: 'copying', stick: cancelled.error?.stick },
      images: [{ name: 'cancelled.iso', sha256: await sha256(file) }],
      ...{ verification: 'not-reached', checks: null, stickId: null, verifiedBytes: 0 },
    });
  });
});

describe('the record of a stick onto which Windows was unpacked directly', () => {
  it('says the same as the report, and that nothing could be compared', async () => {
    const drive = await loop();
    const made = resultOf(await run([...makeArgs(drive.path), '--direct']));
    const [stick] = (made['report'] as WindowsReport).sticks;
    if (!stick) throw new Error('no stick was made');
    const record = await onlyRecord();
    expect(record).toMatchObject({
      ...{ kind: 'windows-to-go', outcome: { result: 'finished' }, verification: 'left-out' },
      images: [{ name: 'practice.iso', edition: 'Practice Windows 11 Home' }],
    });
    requireSameAsReport(record, stick);
    expect(record.writtenBytes).toBeGreaterThan(0);
    expect(record.checks?.passed).toBeGreaterThan(10);
  });

  it('says that somebody cancelled while it was unpacked, and what the drive is', async () => {
    const drive = await loop();
    const cancelled = await run([...makeArgs(drive.path), '--direct'], {
      interruptWhen: (line) => line['type'] === 'phase' && line['phase'] === 'writing',
    });
    expect(cancelled.code).toBe(130);
    const record = await onlyRecord();
    expect(record.outcome).toMatchObject({
      ...{ result: 'cancelled', stick: cancelled.error?.stick },
    });
    expect([record.verification, record.checks]).toEqual(['not-reached', null]);
  });
});

describe('the record of a drive that becomes an ordinary one', () => {
  const restore = (targets: string[], more: string[] = [], options: CliOptions = {}) =>
    run(['restore', ...targets, '--yes', '--work-dir', join(base, 'work'), ...more], options);

  async function records(): Promise<RestoredRecord[]> {
    const { records: found } = await list('--search', 'ordinary-drive');
    const whole: RestoredRecord[] = [];
    for (const { id } of found) {
      const { record } = resultOf(await run(['records', 'show', id]));
      whole.push(RestoredRecordSchema.parse(record));
    }
    return whole;
  }

  it('says what it became, as the report and another program do, and is in every export', async () => {
    const drive = await loop();
    const lines = join(base, 'restored.jsonl');
    const options = ['--label', 'KINGSTON', '--scheme', 'gpt', '--record-to', lines];
    const report = resultOf(await restore([drive.path], options))['report'] as RestoreReport;
    const [restored] = report.drives;
    const [record, ...others] = await records();
    if (!record) throw new Error('there is no record');
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      target: { kind: 'drive', path: drive.path, sizeBytes: SIZE, bus: 'loop' },
      ...{ label: 'KINGSTON', fileSystem: 'exfat', scheme: 'gpt' },
      ...{ outcome: { result: 'finished' }, verification: 'compared' },
      writtenBytes: restored?.writtenBytes,
      verifiedBytes: restored?.verifiedBytes,
      timings: report.timings,
    });
    await runTool('sync', [drive.path]);
    const at = ['--probe', '--offset', String(4 * MiB), '-o', 'export', drive.path];
    expect((await runTool('blkid', at)).stdout).toMatch(/LABEL=KINGSTON[^]*TYPE=exfat/);
    expect((await runTool('sfdisk', ['--dump', drive.path])).stdout).toContain('label: gpt');

    const sent = (await readFile(lines, 'utf8')).trimEnd().split('\n');
    expect(sent.map((line) => StickRecordSchema.parse(JSON.parse(line)))).toEqual([record]);
    const out = await mkdtemp(join(base, 'out-'));
    for (const name of ['all.csv', 'all.html', 'all.json']) {
      resultOf(await run(['records', 'export', join(out, name)]));
    }
    const [heads = '', row = ''] = (await readFile(join(out, 'all.csv'), 'utf8')).split('\r\n');
    const cell = (head: string) => row.split(',')[heads.split(',').indexOf(head)];
    expect(['Kind', 'File system', 'Partition table', 'Recipe'].map(cell)).toEqual([
      ...['ordinary-drive', 'exfat', 'gpt', ''],
    ]);
    expect(await readFile(join(out, 'all.html'), 'utf8')).toContain('exFAT, GPT');
    const whole = JSON.parse(await readFile(join(out, 'all.json'), 'utf8')) as unknown;
    expect(whole).toEqual([record]);
    const label = await run(['records', 'label', record.id, join(out, 'label.html')]);
    expect(label.error?.code).toBe('records/no-label');
    expect(await readdir(out)).not.toContain('label.html');
  });

  it('is there for each of several, also for one that failed', async () => {
    const good = await loop();
    const bad = await attachFaultyDrive(300 * MiB, { failsToWrite: 5 * MiB });
    try {
      await restore([good.path, bad.path]);
    } finally {
      await bad.detach();
    }
    const found = await records();
    expect(new Set(found.map(({ jobId }) => jobId)).size).toBe(1);
    const outcomeOf = (path: string) => found.find(({ target }) => target.path === path)?.outcome;
    expect(outcomeOf(good.path)).toEqual({ result: 'finished' });
    expect(outcomeOf(bad.path)).toMatchObject({
      ...{ result: 'failed', phase: 'writing' },
      error: { code: 'io/write', stick: 'unfinished' },
    });
  });

  it('says that somebody cancelled, and that the drive has no content any more', async () => {
    const drive = await loop();
    const { code } = await restore([drive.path], [], {
      interruptWhen: (line) => line['phase'] === 'writing',
    });
    expect(code).toBe(130);
    // So little is written that it can be over before the interruption arrives.
    const phase = expect.stringMatching(/^(writing|verifying)$/) as string;
    expect((await records()).map(({ outcome }) => outcome)).toEqual([
      { result: 'cancelled', phase, stick: 'unfinished' },
    ]);
  });

  it('is left by a job that was killed', async () => {
    const drive = await loop();
    const args = ['restore', drive.path, '--yes', '--work-dir', join(base, 'work'), '--json'];
    await killedAt('"phase":"writing"', args);
    const [record] = await records();
    expect(record?.outcome.result).toBe('broken-off');
    expect([record?.endedAt, record?.verification]).toEqual([null, 'not-reached']);
  });

  it('says of a drive that is too small that nothing was changed', async () => {
    const path = join(base, 'small.img');
    await writeFile(path, Buffer.alloc(15 * MiB));
    expect((await restore([path])).error?.code).toBe('restore/too-small');
    expect(await records()).toMatchObject([
      {
        ...{ target: { kind: 'file', path }, scheme: null, writtenBytes: 0 },
        outcome: {
          ...{ result: 'failed', phase: null },
          error: { code: 'restore/too-small', stick: 'untouched' },
        },
      },
    ]);
  });
});

describe('a file on a share that gets a line for each record', () => {
  it('gets those it missed with the next one', async () => {
    const share = join(base, `share-${String(Date.now())}`);
    const file = join(share, 'records.jsonl');
    const target = (name: string): string[] => [
      ...makeArgs(join(base, name)),
      ...['--size', '1280M', '--record-to', file],
    ];
    const away = await run(target('away.img'));
    resultOf(away);
    expect(away.stderr).toContain('Records could not be appended to');
    await mkdir(share);
    await writeFile(file, '{"somebody else":"broke off he');
    resultOf(await run(target('there.img')));
    const [broken, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(broken).toBe('{"somebody else":"broke off he');
    const names = lines.map((line) => MadeRecordSchema.parse(JSON.parse(line)).target.path);
    expect(names).toEqual([join(base, 'away.img'), join(base, 'there.img')]);
  });
});

describe('records on the command line', () => {
  it('are found, exported, printed on a label, removed one by one, and wiped', async () => {
    const images = ['first.img', 'second.img'].map((name) => join(base, name));
    resultOf(await run([...makeArgs(...images), '--size', '1280M']));
    const all = (await list()).records;
    expect(all).toHaveLength(2);
    const [record] = (await list('--search', 'SECOND.img')).records;
    if (!record) throw new Error('nothing was found');
    expect(record.target.path).toBe(images[1]);
    const today = new Date(record.startedAt);
    const day = [
      today.getFullYear(),
      String(today.getMonth() + 1).padStart(2, '0'),
      String(today.getDate()).padStart(2, '0'),
    ].join('-');
    expect((await list('--since', day, '--until', day)).matching).toBe(2);
    expect((await list('--until', '2020-01-01')).matching).toBe(0);
    expect((await list('--result', 'failed')).matching).toBe(0);
    expect((await list('--limit', '1')).records).toHaveLength(1);

    const out = await mkdtemp(join(base, 'out-'));
    const path = (name: string): string => join(out, name);
    for (const name of ['all.csv', 'all.html', 'all.json']) {
      expect(resultOf(await run(['records', 'export', path(name)]))['records']).toBe(2);
    }
    const whole = JSON.parse(await readFile(path('all.json'), 'utf8')) as unknown[];
    expect(whole.map((one) => MadeRecordSchema.parse(one).id)).toEqual(all.map(({ id }) => id));
    expect((await readFile(path('all.csv'), 'utf8')).split('\r\n')).toHaveLength(4);
    expect(await readFile(path('all.html'), 'utf8')).toContain(record.id);
    resultOf(await run(['records', 'label', record.id, path('label.html')]));
    expect(await readFile(path('label.html'), 'utf8')).toContain('<svg');

    resultOf(await run(['records', 'remove', record.id.slice(0, 8)]));
    expect((await list()).records.map(({ id }) => id)).toEqual(
      all.map(({ id }) => id).filter((id) => id !== record.id),
    );
    expect((await run(['records', 'show', record.id])).error?.code).toBe('records/not-found');
    expect((await run(['records', 'wipe'])).error?.code).toBe('usage');
    expect(resultOf(await run(['records', 'wipe', '--yes']))['removed']).toBe(1);
    expect(await readdir(join(data, 'sticksmith-data', 'records'))).toEqual([]);
  });

  it('move a damaged one out of the way, whole', async () => {
    const folder = join(data, 'sticksmith-data', 'records');
    await mkdir(folder, { recursive: true });
    const path = join(folder, '2b8f1c52-6d0e-4f3a-9a44-1d2c3b4a5e6f.json');
    await writeFile(path, '{"torn');
    expect((await list()).damaged).toEqual([path]);
    const moved = resultOf(await run(['records', 'set-aside']))['moved'] as string[];
    expect(await readFile(moved[0] ?? '', 'utf8')).toBe('{"torn');
    expect(await list()).toMatchObject({ damaged: [], kept: 0 });
    expect(resultOf(await run(['records', 'set-aside']))['moved']).toEqual([]);
  });

  it.each([
    [['list', '--since', '2026-02-30'], 'usage'],
    [['list', '--until', 'yesterday'], 'usage'],
    [['list', '--result', 'good'], 'usage'],
    [['list', '--limit', '0'], 'usage'],
    [['show', 'xy'], 'usage'],
    [['show', 'abcd'], 'records/not-found'],
    [['export', 'records.xlsx'], 'usage'],
    [['label', 'abcd', 'label.html'], 'records/not-found'],
  ])('refuse %j', async (args, code) => {
    expect((await run(['records', ...args])).error?.code).toBe(code);
  });
});

describe('planted secrets', () => {
  /** The bytes of all files below a folder. */
  async function bytesBelow(folder: string): Promise<Buffer> {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    const files = entries.filter((entry) => entry.isFile());
    return Buffer.concat(
      await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))),
    );
  }

  it('are nowhere in records, exports, labels, appended lines and saved reports', async () => {
    const drive = await loop();
    const out = await mkdtemp(join(base, 'out-'));
    const keys = await mkdtemp(join(base, 'keys-'));
    const recipes = await mkdtemp(join(base, 'recipes-'));
    await writeFile(join(recipes, 'guests.xml'), WIFI_FILE);
    await writeFile(join(recipes, 'unattend.xml'), ANSWERS);
    const recipe = {
      ...exampleRecipe,
      image: { path: iso, sha256: null },
      edition: { index: 2 },
      space: { windowsBytes: null, sharedBytes: 0, sharedLabel: 'SHARED' },
      protect: {
        ...{ kind: 'now', cipher: 'xts-aes-128', escrow: 'none' },
        ...{ recoveryFolder: keys, clearFreeSpace: false },
      },
      windows: {
        ...exampleRecipe.windows,
        drivers: { ...exampleRecipe.windows.drivers, folder: null },
        portable: { ...exampleRecipe.windows.portable, pageFile: { kind: 'none' } },
        answers: { ...exampleRecipe.windows.answers, answerFile: 'unattend.xml' },
        roaming: {
          ...exampleRecipe.windows.roaming,
          wifi: [
            { kind: 'network', ssid: 'Office', security: 'wpa2', hidden: false },
            { kind: 'file', path: 'guests.xml' },
          ],
        },
      },
    };
    const recipeFile = join(recipes, 'loaner.recipe.json');
    await writeFile(recipeFile, JSON.stringify(recipe));
    const how = ['--work-dir', join(base, 'work'), '--record-to', join(out, 'lines.jsonl')];
    const args = ['make', '--recipe', recipeFile, '--target', drive.path, '--yes', ...how];
    const stdin = JSON.stringify({
      productKey: PRODUCT_KEY,
      wifiKeys: { Office: WIFI_KEY },
      bitLockerPassword: PASSWORD,
    });
    const report = ['--report', join(out, 'report.html')];
    const made = await run([...args, ...report, '--secrets-stdin'], { stdin });
    resultOf(made);

    const record = await onlyRecord();
    expect(record).toMatchObject({ recipeName: 'loaner', outcome: { result: 'finished' } });
    for (const name of ['all.csv', 'all.html', 'all.json']) {
      resultOf(await run(['records', 'export', join(out, name)]));
    }
    resultOf(await run(['records', 'label', record.id, join(out, 'label.html')]));

    // The key's identifier is there, and the key isn't.
    const keyFile = await readFile(join(keys, (await readdir(keys))[0] ?? ''), 'utf16le');
    const recoveryKey = /(\d{6}-){7}\d{6}/.exec(keyFile)?.[0] ?? 'none';
    expect(recoveryKey).not.toBe('none');
    expect(keyFile).toContain(record.recoveryKeyId?.toUpperCase());

    const kept = Buffer.concat([await bytesBelow(data), await bytesBelow(out)]);
    expect(kept.includes(record.id)).toBe(true);
    expect(kept.includes(record.recoveryKeyId ?? '-')).toBe(true);
    const secrets = [PASSWORD, WIFI_KEY, GUEST_KEY, ACCOUNT_PASSWORD, PRODUCT_KEY, recoveryKey];
    for (const secret of secrets) {
      for (const encoding of ['utf8', 'utf16le', 'base64'] as const) {
        const bytes = Buffer.from(
          encoding === 'base64' ? Buffer.from(secret).toString('base64').slice(0, -4) : secret,
          encoding === 'base64' ? 'ascii' : encoding,
        );
        expect(kept.includes(bytes), `${secret} as ${encoding}`).toBe(false);
      }
    }
  });
});
