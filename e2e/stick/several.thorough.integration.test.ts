import { randomInt } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WindowsReport } from '../../src-shared/job';
import { practiceIso, runCli, type CliOptions, type CliRun } from '../../src-main/cli/testing';
import { attachLoop, type LoopDevice } from '../../src-main/helper/test-support/loop-device';
import {
  attachFaultyDrive,
  type FaultyDrive,
} from '../../src-main/helper/test-support/faulty-drive';
import { runTool } from '../../src-main/host/run-tool';
import {
  copyPartition,
  extractEdition,
  extractNtfs,
  hashesBelow,
  requirePortable,
  sgdiskPartitions,
  type SgdiskPartition,
} from './read-back';

const MiB = 1024 * 1024;
const EDITION = '2';
/** Where Windows begins on every stick, in bytes: its boot sector is certain to be written. */
const WINDOWS_START = 320 * MiB;

let base: string;
let iso: string;
/** What is in the edition, by path; the truth that sticks are compared with. */
let wanted: Map<string, string>;
let work: string;
const attached: { detach(): Promise<void> }[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-several-'));
  iso = await practiceIso(base, '48M');
  await extractEdition(iso, 2, join(base, 'edition'));
  wanted = await hashesBelow(join(base, 'edition'));
});
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});
beforeEach(async () => {
  work = await mkdtemp(join(base, 'work-'));
});
afterEach(async () => {
  for (const drive of attached.splice(0)) await drive.detach();
});

async function loop(bytes: number): Promise<LoopDevice> {
  const drive = await attachLoop(bytes);
  attached.push(drive);
  return drive;
}

async function faulty(bytes: number): Promise<FaultyDrive> {
  const drive = await attachFaultyDrive(bytes);
  attached.push(drive);
  return drive;
}

function make(
  targets: readonly { path: string }[],
  more: readonly string[] = [],
  options: CliOptions = {},
): Promise<CliRun> {
  const named = targets.flatMap(({ path }) => ['--target', path]);
  const args = ['make', '--image', iso, '--edition', EDITION, ...named, '--yes'];
  return runCli([...args, '--work-dir', work, ...more], {
    ...options,
    env: { STICKSMITH_ALLOW_LOOP: '1', ...options.env },
  });
}

function reportOf(run: CliRun): WindowsReport {
  const report = run.lines.find(({ type }) => type === 'result')?.['report'];
  if (report === undefined) throw new Error(`no report: ${run.stdout}${run.stderr}`);
  return report as WindowsReport;
}

/** Checks a finished stick with tools of other people; returns its partitions. */
async function expectGoodStick(device: string): Promise<SgdiskPartition[]> {
  const partitions = await sgdiskPartitions(device);
  const windows = partitions[2];
  if (!windows) throw new Error('no Windows partition');
  const folder = await mkdtemp(join(base, 'read-'));
  const volume = join(folder, 'windows.ntfs');
  await copyPartition(device, windows, volume);
  const fix = await runTool('ntfsfix', ['-n', volume]);
  expect(fix.stdout).not.toMatch(/FAILED|[Cc]orrupt/);
  const info = await runTool('ntfsresize', ['--info', '--force', '--no-progress-bar', volume]);
  const size = Number(/Current volume size: (\d+) bytes/.exec(info.stdout)?.[1]);
  // The volume fills its partition, but for the copy of the boot sector and what is no whole cluster.
  expect(windows.bytes - size).toBeLessThanOrEqual(4096 + 512);
  await extractNtfs(volume, join(folder, 'files'));
  requirePortable(await hashesBelow(join(folder, 'files')), wanted);
  await rm(folder, { recursive: true });
  return partitions;
}

async function expectNoTable(device: string): Promise<void> {
  const { stdout } = await runTool('sfdisk', ['--dump', device], { okCodes: [0, 1] });
  expect(stdout).not.toMatch(/start=/);
}

/** What the 64 bits of the NTFS serial number are, from the boot sector. */
async function ntfsSerial(device: string, { startByte }: SgdiskPartition): Promise<string> {
  const at = ['-An', '-tx1', '-j', String(startByte + 72), '-N', '8', device];
  return (await runTool('od', at)).stdout.trim();
}

describe('several drives in one job', () => {
  it('of different sizes get one and the same Windows, fitted, with identifiers of their own', async () => {
    const drives = [
      await loop(1024 * MiB),
      await loop(1900 * MiB + 3 * 512),
      await loop(3000 * MiB),
    ];
    const run = await make(drives);
    expect(run.error).toBeUndefined();
    expect(run.code).toBe(0);
    const report = reportOf(run);
    expect(report.sticks.map(({ target }) => target)).toEqual(drives.map(({ path }) => path));
    expect(report.timings.filter(({ phase }) => phase === 'building')).toHaveLength(1);
    const ids: string[] = [];
    for (const { path } of drives) {
      const partitions = await expectGoodStick(path);
      ids.push(...partitions.map(({ guid }) => guid));
      if (partitions[2]) ids.push(await ntfsSerial(path, partitions[2]));
    }
    ids.push(
      ...report.sticks.map(({ disk }) => (disk.scheme === 'gpt' ? disk.guid : disk.signature)),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const stick of report.sticks) expect(stick.verifiedBytes).toBe(stick.writtenBytes);
  });

  it('are finished though one of them fails, which is named and has no partition table', async () => {
    const drives = [
      await loop(1024 * MiB),
      await faulty(1024 * MiB),
      await loop(1024 * MiB),
    ] as const;
    await drives[1].set({ failsToWrite: WINDOWS_START });
    const run = await make(drives);
    expect(run.code).toBe(6);
    const report = reportOf(run);
    expect(report.sticks.map(({ target }) => target)).toEqual([drives[0].path, drives[2].path]);
    expect(report.failed).toHaveLength(1);
    expect(report.failed[0]).toMatchObject({
      target: drives[1].path,
      error: { code: 'io/write', stick: 'unfinished' },
    });
    await expectGoodStick(drives[0].path);
    await expectGoodStick(drives[2].path);
    await expectNoTable(drives[1].path);
  });

  it('tell how each of them comes along', async () => {
    const drives = [await loop(1024 * MiB), await loop(1024 * MiB)];
    const run = await make(drives);
    for (const { path } of drives) {
      const rows = run.lines.filter((line) => line['type'] === 'target' && line['target'] === path);
      expect(rows.map(({ phase }) => phase)).toEqual(
        expect.arrayContaining(['writing', 'flushing', 'verifying', 'checking']),
      );
      expect(rows.at(-1)).toMatchObject({ state: 'finished', overall: 1 });
    }
    const overall = run.lines
      .filter(({ type }) => type === 'progress')
      .map((line) => line['overall']);
    expect(overall).toEqual([...overall].sort((a, b) => Number(a) - Number(b)));
    expect(overall.at(-1)).toBe(1);
  });
});

describe('a Windows that was unpacked', () => {
  it('is kept for the next stick, of another size, and the image is then only hashed', async () => {
    expect(reportOf(await make([await loop(1024 * MiB)])).fromCache).toBe(false);
    const second = await loop(1500 * MiB);
    const report = reportOf(await make([second]));
    expect(report.fromCache).toBe(true);
    expect(report.timings.map(({ phase }) => phase)).not.toContain('building');
    await expectGoodStick(second.path);
    const file = join(base, 'from cache.img');
    expect(reportOf(await make([{ path: file }], ['--size', '1G'])).fromCache).toBe(true);
    await expectGoodStick(file);
    const listed = await runCli(['cache', '--work-dir', work]);
    expect(JSON.stringify(listed.lines.at(-1))).toMatch(/"builds":\[\{/);
  });

  it('is not kept when nothing is to be kept, and another edition is not taken for it', async () => {
    await make([await loop(1024 * MiB)], ['--keep', '0']);
    expect(await readdir(work)).toEqual([]);
    await make([await loop(1024 * MiB)]);
    const other = await make([await loop(1024 * MiB)], ['--internal-disks', 'online']);
    expect(reportOf(other).fromCache).toBe(false);
  });

  it('is unpacked anew when its file was changed', async () => {
    await make([await loop(1024 * MiB)]);
    await overwrite(await keptVolume(), 20 * MiB);
    const drive = await loop(1024 * MiB);
    expect(reportOf(await make([drive])).fromCache).toBe(false);
    await expectGoodStick(drive.path);
  });

  it('is noticed to be damaged even if its file looks unchanged, and is not taken again', async () => {
    await make([await loop(1024 * MiB)]);
    const volume = await keptVolume();
    const untouched = join(base, 'time of change');
    await runTool('touch', ['-r', volume, untouched]);
    const entry = JSON.parse(await readFile(join(dirname(volume), 'entry.json'), 'utf8')) as {
      chunks: [number, number, number, string][];
    };
    const [offset = 0] = entry.chunks.at(-1) ?? [];
    await overwrite(volume, offset);
    await runTool('touch', ['-r', untouched, volume]);

    const drive = await loop(1024 * MiB);
    const run = await make([drive]);
    expect(run.error).toMatchObject({ code: 'work/damaged', stick: 'unfinished' });
    expect(run.error?.params).toMatchObject({ path: volume, offset });
    await expectNoTable(drive.path);
    expect(reportOf(await make([drive])).fromCache).toBe(false);
    await expectGoodStick(drive.path);
  });

  async function keptVolume(): Promise<string> {
    return (await runTool('find', [work, '-name', 'windows.ntfs'])).stdout.trim();
  }

  async function overwrite(file: string, offset: number): Promise<void> {
    const place = [`of=${file}`, 'oflag=seek_bytes', `seek=${String(offset)}`, 'conv=notrunc'];
    await runTool('dd', ['if=/dev/urandom', 'bs=512', 'count=1', ...place]);
  }
});

describe('a job that broke off', () => {
  /** Bytes of the drive up to which writing gets before it is held. */
  const HELD_AT = 40 * MiB;

  async function breakOff(
    signal: NodeJS.Signals,
    more: readonly string[] = [],
    heldAt = HELD_AT,
  ): Promise<{ drive: FaultyDrive; run: CliRun }> {
    const drive = await faulty(1024 * MiB);
    await drive.set({ holds: { bytes: heldAt } });
    const moment = drive.held();
    const run = make([drive], more, { signalAfter: { signal, moment } });
    await moment;
    if (signal === 'SIGKILL') {
      await run;
      await drive.set({});
    }
    return { drive, run: await run };
  }

  /** Makes the stick again, once the helper of the job that was killed has let go of the drive. */
  async function makeAgain(drive: FaultyDrive, more: readonly string[] = []): Promise<CliRun> {
    for (;;) {
      const run = await make([drive], more);
      if (run.error?.code !== 'target/busy') return run;
    }
  }

  it('because the program was killed is gone on with, on the same drive', async () => {
    const { drive } = await breakOff('SIGKILL');
    await expectNoTable(drive.path);
    const before = (await drive.writes()).length;
    const run = await makeAgain(drive);
    expect(run.error).toBeUndefined();
    const [stick] = reportOf(run).sticks;
    if (!stick) throw new Error('no stick');
    expect(stick.resumedBytes).toBeGreaterThan(HELD_AT / 2);
    expect(stick.verifiedBytes).toBe(stick.writtenBytes + stick.resumedBytes);
    const again = (await drive.writes()).slice(before).reduce((sum, { length }) => sum + length, 0);
    expect(again).toBeLessThanOrEqual(stick.writtenBytes + 4 * MiB);
    await expectGoodStick(drive.path);
    expect(await readdir(work)).toEqual(['sticksmith-builds']);
  });

  it.each([0, randomInt(64 * MiB), randomInt(64 * MiB)])(
    'because the program was killed after about %d bytes becomes a good stick, too',
    async (heldAt) => {
      const { drive } = await breakOff('SIGKILL', [], heldAt);
      await expectNoTable(drive.path);
      const run = await makeAgain(drive);
      expect(run.error).toBeUndefined();
      const [stick] = reportOf(run).sticks;
      if (!stick) throw new Error('no stick');
      expect(stick.verifiedBytes).toBe(stick.writtenBytes + stick.resumedBytes);
      await expectGoodStick(drive.path);
    },
  );

  it('because it was cancelled, while the drive did not answer, is gone on with, too', async () => {
    const { drive, run } = await breakOff('SIGINT');
    expect(run.code).toBe(130);
    expect(run.error).toMatchObject({ code: 'cancelled', stick: 'unfinished' });
    await drive.set({});
    const report = reportOf(await makeAgain(drive));
    expect(report.sticks[0]?.resumedBytes).toBeGreaterThan(0);
    await expectGoodStick(drive.path);
  });

  it('because the drive was pulled out is gone on with once it is back', async () => {
    const drive = await faulty(1024 * MiB);
    await drive.set({ vanishesAfter: HELD_AT });
    const run = await make([drive]);
    expect(run.error).toMatchObject({ code: 'target/vanished', stick: 'unfinished' });
    await drive.set({});
    await expectNoTable(drive.path);
    const report = reportOf(await makeAgain(drive));
    expect(report.sticks[0]?.resumedBytes).toBeGreaterThan(HELD_AT / 2);
    await expectGoodStick(drive.path);
  });

  it('is started over when the plan is another one', async () => {
    const { drive } = await breakOff('SIGKILL');
    const run = await makeAgain(drive, ['--internal-disks', 'online']);
    expect(reportOf(run).sticks[0]?.resumedBytes).toBe(0);
    await expectGoodStick(drive.path);
  });

  it('is started over, as far as needed, when something else was written to the drive meanwhile', async () => {
    const { drive } = await breakOff('SIGKILL');
    const first = await makeOverwritten(drive);
    expect(first.sticks[0]?.resumedBytes).toBe(0);
    await expectGoodStick(drive.path);
  });

  async function makeOverwritten(drive: FaultyDrive): Promise<WindowsReport> {
    const noise = ['if=/dev/urandom', `of=${drive.path}`, 'bs=4096', 'seek=256', 'count=1'];
    await runTool('dd', [...noise, 'conv=notrunc,fsync']);
    return reportOf(await makeAgain(drive));
  }
});

describe('a work folder without room', () => {
  let small: string;
  beforeEach(async () => {
    small = await mkdtemp(join(base, 'small-'));
  });
  afterEach(async () => {
    // Lazily: a process that a drive kept may need a moment to let go of its files.
    await runTool('umount', ['--lazy', small]);
  });

  async function room(megabytes: number): Promise<void> {
    await runTool('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', small]);
    work = join(small, 'work');
  }

  it('is noticed before anything is touched', async () => {
    await room(150);
    const drive = await faulty(1024 * MiB);
    const run = await make([drive]);
    expect(run.error).toMatchObject({ code: 'work/full', stick: 'untouched' });
    expect(run.code).toBe(5);
    expect(await drive.writes()).toEqual([]);
  });

  it('that fills up while Windows is unpacked ends the job, and the drive is as it was', async () => {
    await room(700);
    const drive = await faulty(1024 * MiB);
    const run = await make([drive], [], { env: { PATH: await pathWhereMkntfsFills(small) } });
    expect(run.error).toMatchObject({ code: 'work/full', stick: 'untouched' });
    expect(await drive.writes()).toEqual([]);
    expect(await readdir(work)).toEqual([]);
  });

  /** Programs among which mkntfs, having made the volume, fills the disk: between the check of its room and unpacking. */
  async function pathWhereMkntfsFills(folder: string): Promise<string> {
    const programs = await mkdtemp(join(base, 'programs-'));
    const fill = `dd if=/dev/zero of='${join(folder, 'full')}' bs=1M 2>/dev/null`;
    const script = `#!/bin/sh\n/usr/sbin/mkntfs "$@" && { ${fill}; true; }\n`;
    await writeFile(join(programs, 'mkntfs'), script, { mode: 0o755 });
    return `${programs}:${process.env['PATH'] ?? ''}`;
  }

  it('and a drive that doesn’t answer while Windows is unpacked onto it don’t keep a cancelled job waiting', async () => {
    await room(300);
    const drive = await faulty(1024 * MiB);
    await drive.set({ holds: { bytes: 24 * MiB } });
    let cancelledAt = Infinity;
    const moment = drive.held().then(() => {
      cancelledAt = performance.now();
    });
    const run = await make([drive], ['--direct'], { signalAfter: { signal: 'SIGINT', moment } });
    const seconds = (performance.now() - cancelledAt) / 1000;
    await drive.set({});
    expect(run.error).toMatchObject({ code: 'cancelled', stick: 'unfinished' });
    expect(seconds).toBeLessThan(3);
    expect(await readdir(work)).toEqual([]);
  });

  it('still allows to unpack straight onto the drive, which is said to be slow', async () => {
    await room(300);
    const drive = await loop(1024 * MiB);
    const run = await make([drive], ['--direct']);
    expect(run.error).toBeUndefined();
    expect(run.stderr).toMatch(/hours/);
    const [stick] = reportOf(run).sticks;
    expect(stick?.verifiedBytes).toBeLessThan(stick?.writtenBytes ?? 0);
    await expectGoodStick(drive.path);
    expect(await readdir(work)).toEqual([]);
    const { stdout } = await runTool('losetup', [
      '--list',
      '--noheadings',
      '--output',
      'BACK-FILE',
    ]);
    expect(stdout).not.toContain(drive.path);
  });

  it('is no reason to unpack straight into a file, or onto two drives', async () => {
    await room(300);
    const two = await make([await loop(1024 * MiB), await loop(1024 * MiB)], ['--direct']);
    expect(two.error?.code).toBe('plan/invalid');
    const file = await make([{ path: join(base, 'x.img') }], ['--direct', '--size', '1G']);
    expect(file.error?.code).toBe('plan/invalid');
  });
});
