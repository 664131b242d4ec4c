import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checksPassed } from '../../src-shared/check';
import { toStickError } from '../../src-shared/errors';
import type { JobEvent } from '../../src-shared/job';
import type { Target } from '../../src-shared/plan';
import { GiB, MiB, SECTOR } from '../../src-shared/units';
import { protectDefaults } from '../../src-shared/protect';
import { noSecrets } from '../../src-shared/windows-choices';
import { recipeDefaults } from '../../src-shared/windows-recipe';
import { practiceIso } from '../cli/testing';
import { openNtfs, withVolume } from '../disk';
import { bootTest } from '../host/linux/test-support/boot-test';
import { runTool } from '../host/run-tool';
import { buildScripts } from '../host/linux/test-support/build-scripts';
import { volumeContents } from '../host/win32/test-support/volume-contents';
import { checkTarget, testUnlock } from '.';
import {
  simulatedWindowsComputer,
  thisLinuxComputer,
  type Computer,
} from './test-support/computers';
import { driveTarget, makeOn, planFor } from './test-support/making';
import { withWindows } from './test-support/windows-of-stick';

const STICK_BYTES = 1 * GiB;
const signal = new AbortController().signal;

let removeScripts: () => Promise<void>;
let base: string;
let iso: string;
beforeAll(async () => {
  process.env['STICKSMITH_ALLOW_LOOP'] = '1';
  removeScripts = await buildScripts();
  base = await mkdtemp(join(tmpdir(), 'make-on-hosts-'));
  iso = await practiceIso(join(base, 'practice'));
});
afterAll(async () => {
  await removeScripts();
  await rm(base, { recursive: true, force: true });
});

/** Files below a folder that hold a text. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).includes(text)) found.push(path);
  }
  return found;
}

const computers = [
  ['a computer with Linux', thisLinuxComputer],
  ['a simulated computer with Windows', simulatedWindowsComputer],
] as const;

describe.each(computers)('on %s', (_, start) => {
  let computer: Computer;
  beforeEach(async () => {
    computer = await start(base);
  });
  afterEach(async () => {
    const left = computer.leftovers();
    await computer.close();
    expect(left).toEqual([]);
  });

  it('a stick is made whose checks pass, and another one from what was kept', async () => {
    const [one, two] = [await computer.addStick(STICK_BYTES), await computer.addStick(STICK_BYTES)];
    const first = await makeOn(computer, planFor(iso, [driveTarget(one.drive)]));
    expect(first.failed).toEqual([]);
    expect(first.fromCache).toBe(false);
    expect(first.sticks).toHaveLength(1);
    expect(checksPassed(first.sticks[0]?.checks ?? [])).toBe(true);
    expect(first.sticks[0]?.verifiedBytes).toBeGreaterThan(30 * MiB);
    const checks = await checkTarget(driveTarget(one.drive), computer.host, signal);
    expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);

    const second = await makeOn(computer, planFor(iso, [driveTarget(two.drive)]));
    expect(second.fromCache).toBe(true);
    const [made, remade] = [
      await withWindows(one.image, volumeContents),
      await withWindows(two.image, volumeContents),
    ];
    expect(made.size).toBeGreaterThan(20);
    expect(remade).toEqual(made);
  });

  it('two sticks are made at once, each with a name and a Wi-Fi key of its own job', async () => {
    const sticks = [await computer.addStick(STICK_BYTES), await computer.addStick(STICK_BYTES)];
    const { answers, roaming } = recipeDefaults.windows;
    const wifi = { kind: 'network', ssid: 'Loaner "net"', security: 'wpa2', hidden: false };
    const windows = {
      ...recipeDefaults.windows,
      answers: { ...answers, computerName: { pattern: 'LOANER-##', firstNumber: 7 } },
      roaming: { ...roaming, wifi: [wifi] },
    };
    const secrets = { ...noSecrets, wifiKeys: { [wifi.ssid]: 'planted key 4711' } };
    const targets = sticks.map(({ drive }) => driveTarget(drive));
    const report = await makeOn(computer, planFor(iso, targets, { windows }, secrets));
    expect(report.failed).toEqual([]);
    expect(report.sticks.map(({ computerName }) => computerName)).toEqual([
      'LOANER-07',
      'LOANER-08',
    ]);
    for (const [index, { image }] of sticks.entries()) {
      const contents = await withWindows(image, volumeContents);
      const answerFile = contents.get('/Windows/Panther/unattend.xml') ?? '';
      const text = Buffer.from(answerFile, 'base64').toString();
      expect(text).toContain(`<ComputerName>LOANER-0${String(7 + index)}</ComputerName>`);
      const holdsKey = [...contents.values()].filter((content) =>
        Buffer.from(content, 'base64').includes('planted key 4711'),
      );
      expect(holdsKey).toHaveLength(1);
    }
    expect(await filesWith(computer.workFolder, 'planted key 4711')).toEqual([]);
  });

  it('Windows is encrypted on its way to the stick, and opens by its password', async () => {
    const { drive, image } = await computer.addStick(STICK_BYTES);
    const recoveryFolder = await mkdtemp(join(base, 'keys-'));
    const protect = { ...protectDefaults, kind: 'now', recoveryFolder };
    const secrets = { ...noSecrets, bitLockerPassword: 'planted secret 4711' };
    const report = await makeOn(computer, planFor(iso, [driveTarget(drive)], { protect }, secrets));
    expect(report.failed).toEqual([]);
    const checks = await testUnlock(
      driveTarget(drive),
      'planted secret 4711',
      computer.host,
      signal,
    );
    expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(await readdir(recoveryFolder)).toHaveLength(1);
    await expect(withWindows(image, (volume) => volume.list('/'))).rejects.toThrow();
  });

  it('an image file is made', async () => {
    const path = join(computer.workFolder, '..', 'stick “ü”.img');
    const target: Target = { kind: 'file', path, sizeBytes: STICK_BYTES };
    const report = await makeOn(computer, planFor(iso, [target]));
    expect(checksPassed(report.sticks[0]?.checks ?? [])).toBe(true);
    expect((await withWindows(path, volumeContents)).size).toBeGreaterThan(20);
  });

  it('Windows is unpacked straight onto a drive', async () => {
    const { drive, image } = await computer.addStick(STICK_BYTES);
    const report = await makeOn(computer, planFor(iso, [driveTarget(drive)], { way: 'direct' }));
    expect(report.failed).toEqual([]);
    expect(checksPassed(report.sticks[0]?.checks ?? [])).toBe(true);
    expect((await withWindows(image, volumeContents)).size).toBeGreaterThan(20);
  });

  it('cancelled while Windows is unpacked, it leaves the drive as it was', async () => {
    const { drive } = await computer.addStick(STICK_BYTES);
    const cancel = new AbortController();
    const onEvent = (event: JobEvent): void => {
      if (event.type === 'progress' && event.phase === 'building') cancel.abort();
    };
    const making = makeOn(computer, planFor(iso, [driveTarget(drive)]), {
      signal: cancel.signal,
      onEvent,
    });
    const error = toStickError(await making.catch((thrown: unknown) => thrown));
    expect(error).toMatchObject({ code: 'cancelled', stick: 'untouched' });
    expect((await readdir(computer.workFolder)).filter((name) => name.startsWith('job-'))).toEqual(
      [],
    );
  });

  it('a drive that is another one meanwhile is refused', async () => {
    const { drive } = await computer.addStick(STICK_BYTES);
    const exchanged = { ...drive, serial: 'another' };
    await expect(makeOn(computer, planFor(iso, [driveTarget(exchanged)]))).rejects.toMatchObject({
      ...{ code: 'target/changed', stick: 'untouched' },
    });
  });
});

describe.each(computers)('on %s', (_, start) => {
  let computer: Computer;
  beforeEach(async () => {
    computer = await start(base);
  });
  afterEach(async () => {
    const left = computer.leftovers();
    await computer.close();
    expect(left).toEqual([]);
  });

  it('a stick for a BIOS is made, and starts by it and by UEFI', async () => {
    const { drive, image } = await computer.addStick(STICK_BYTES);
    const layout = { scheme: 'mbr', container: 'none' };
    const report = await makeOn(computer, planFor(iso, [driveTarget(drive)], { layout }));
    expect(report.failed).toEqual([]);
    const checks = await checkTarget(driveTarget(drive), computer.host, signal);
    const complaints = checks.filter(({ status }) => status !== 'pass').map(({ id }) => id);
    // Nobody signed the stand-ins.
    expect(complaints).toEqual(['efi.signature', 'loader.signature']);
    expect(checks.map(({ id }) => id)).toContain('mbr.boot-sector');
    for (const firmware of ['bios', 'uefi'] as const) {
      const { outcome, transcript } = await bootTest({
        imagePath: image,
        firmware,
        timeoutSeconds: 400,
      });
      expect(outcome, transcript).toBe('started');
    }
  }, 600_000);

  it.each(['gpt', 'mbr'] as const)(
    'a stick (%s) with Windows in a virtual disk is made',
    async (scheme) => {
      const { drive, image } = await computer.addStick(2 * GiB);
      const layout = { scheme, container: 'vhdx' };
      const report = await makeOn(computer, planFor(iso, [driveTarget(drive)], { layout }));
      expect(report.failed).toEqual([]);
      const checks = await checkTarget(driveTarget(drive), computer.host, signal);
      expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);
      expect(checks.map(({ id }) => id)).toContain('vhdx.disk');
      const vhdx = await extractVirtualDisk(image, base);
      await runTool('qemu-img', ['check', '-f', 'vhdx', vhdx]);
      const inner = await withVolume(vhdx, async ({ source }) =>
        volumeContents(await openNtfs(source)),
      );
      expect(inner.get('/Windows/System32/winload.efi')).toBeDefined();
    },
    600_000,
  );
});

/** Sector at which Windows' partition begins. */
const WINDOWS_LBA = 655_360;

/** The file with the virtual disk, as ntfs-3g reads it in a stick's partition. */
async function extractVirtualDisk(image: string, folder: string): Promise<string> {
  const volume = join(folder, 'outer.ntfs');
  const vhdx = join(folder, 'inner.vhdx');
  const { stdout } = await runTool('sfdisk', ['-J', image]);
  const { partitiontable } = JSON.parse(stdout) as {
    partitiontable: { partitions: { start: number; size: number }[] };
  };
  const windows = partitiontable.partitions.find(({ start }) => start === WINDOWS_LBA);
  const count = `count=${String((windows?.size ?? 0) * SECTOR)}`;
  const from = [`skip=${String(WINDOWS_LBA * SECTOR)}`, count, 'iflag=skip_bytes,count_bytes'];
  await runTool('dd', [`if=${image}`, `of=${volume}`, 'bs=1M', ...from, 'conv=sparse']);
  expect((await runTool('ntfsfix', ['-n', volume])).stdout).toContain('processed successfully');
  await runTool('sh', [
    '-c',
    'ntfscat "$0" /Windows.vhdx | dd of="$1" conv=sparse bs=1M',
    volume,
    vhdx,
  ]);
  await rm(volume);
  return vhdx;
}

it('both computers put the same files onto a stick, and the one that Windows made starts', async () => {
  const made: Map<string, string>[] = [];
  for (const [name, start] of computers) {
    const computer = await start(base);
    try {
      const { drive, image } = await computer.addStick(STICK_BYTES);
      await makeOn(computer, planFor(iso, [driveTarget(drive)]));
      made.push(await withWindows(image, volumeContents));
      if (name.includes('Windows')) {
        const running = { imagePath: image, firmware: 'uefi', timeoutSeconds: 400 } as const;
        const { outcome, evidence } = await bootTest(running);
        expect(outcome, evidence).toBe('started');
      }
    } finally {
      await computer.close();
    }
  }
  const [linux, windows] = made;
  expect([...(windows?.keys() ?? [])].sort()).toEqual([...(linux?.keys() ?? [])].sort());
  expect(windows).toEqual(linux);
});
