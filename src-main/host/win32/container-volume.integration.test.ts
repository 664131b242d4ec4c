import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GiB, MiB } from '../../../src-shared/units';
import { openNtfs } from '../../disk';
import { openFileSource } from '../../io';
import type { ContainerVolume } from '../index';
import { runTool } from '../run-tool';
import { describeContainerVolume } from './container-volume';
import { SimulatedWindowsHost } from './test-support/simulated-host';

let parent: string;
let computer: SimulatedWindowsHost;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'container-volume-'));
  computer = await SimulatedWindowsHost.start(parent);
});
afterEach(async () => {
  await computer.close();
  await rm(parent, { recursive: true, force: true });
});

function request(more: Partial<ContainerVolume> = {}): ContainerVolume {
  return {
    path: join(computer.workFolder, 'container.ntfs'),
    bytes: 20 * GiB + 12_345 * 512,
    startLba: 655_360,
    label: 'Windows disk',
    serial: '0123456789abcdef',
    writableBy: 'administrators',
    file: {
      name: 'Windows.vhdx',
      startByte: 508 * MiB,
      bytes: 19 * GiB,
      head: Buffer.alloc(MiB, 'head of the file '),
    },
    ...more,
  };
}

const make = (volume: ContainerVolume, signal = new AbortController().signal): Promise<void> =>
  computer.host.makeContainerVolume(volume, signal);

/** What of the simulated computer is still open. */
function open(): string[] {
  const { virtualDisks, mountFolders, automountOff } = computer.windows.remains();
  return [...virtualDisks.map(String), ...mountFolders, ...(automountOff ? ['automount'] : [])];
}

describe('a volume with a large file, made by a simulated Windows and our own code', () => {
  it.each([
    ['of 20 GiB', request.bind(null, {})],
    ['of 7 TiB, with large clusters', () => request({ bytes: 7 * 1024 * GiB })],
  ])('%s is sound, and its file is one run at its place', async (_, asked) => {
    const volume = asked();
    const { path, file, bytes } = volume;
    await make(volume);
    expect(await readdir(computer.workFolder)).toEqual(['container.ntfs']);
    expect((await runTool('ntfsfix', ['-n', path])).stdout).toContain('processed successfully');
    const { stdout } = await runTool('ntfsinfo', ['-F', '/Windows.vhdx', path]);
    expect(stdout).toContain(`Initialized size:\t ${String(file?.bytes)} (`);
    const source = await openFileSource(path);
    try {
      expect(source.size).toBe(bytes);
      const ntfs = await openNtfs(source);
      expect(ntfs.hiddenSectors).toBe(655_360);
      expect(ntfs.serial).toBe(0x0123456789abcdefn);
      expect(await ntfs.bootSectorCopyMatches()).toBe(true);
      const opened = await ntfs.openFile('/Windows.vhdx');
      expect(opened.ranges).toEqual([{ offset: file?.startByte, length: file?.bytes }]);
      expect(await opened.source.read(0, MiB)).toEqual(file?.head);
    } finally {
      await source.close();
    }
    expect(open()).toEqual([]);
  });

  it('is marked sparse, and its root folder and file are the administrators’ alone', async () => {
    await make(request());
    const calls = computer.windows.recorded.map(
      ({ program, args }) => `${program} ${args.join(' ')}`,
    );
    expect(calls.filter((call) => call.startsWith('fsutil.exe sparse setflag C:\\'))).toHaveLength(
      1,
    );
    const protect = calls.filter((call) => call.startsWith('icacls.exe'));
    expect(protect.filter((call) => call.includes('\\volume /inheritance:r'))).toHaveLength(1);
    expect(
      protect.filter((call) => call.includes('\\volume\\Windows.vhdx /inheritance:r')),
    ).toHaveLength(1);
  });

  it('may be empty, for everyone', async () => {
    await make(request({ file: null, writableBy: 'everyone' }));
    const { path } = request();
    expect((await runTool('ntfsfix', ['-n', path])).stdout).toContain('processed successfully');
    const rootProtected = computer.windows.recorded.some(({ args }) =>
      (args[0] ?? '').endsWith('\\volume'),
    );
    expect(rootProtected).toBe(false);
  });

  it('is not made over something, and that stays', async () => {
    const volume = request();
    await writeFile(volume.path, 'precious');
    await expect(make(volume)).rejects.toMatchObject({ code: 'work/unusable' });
    expect(await readdir(computer.workFolder)).toEqual(['container.ntfs']);
  });

  it('leaves nothing behind when any of Windows’ programs fails', async () => {
    let failed = 0;
    for (let operation = 1; ; operation += 1) {
      computer.windows.inject({
        operation: computer.windows.runs + operation,
        kind: 'refused',
        code: 5,
      });
      const error = await make(request()).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (error === null) break;
      failed += 1;
      expect(error).toMatchObject({ code: expect.stringMatching(/^(tool|work)\//) as string });
      expect(await readdir(computer.workFolder)).toEqual([]);
      expect(open()).toEqual([]);
      await computer.close();
      computer = await SimulatedWindowsHost.start(parent);
    }
    expect(failed).toBeGreaterThan(5);
  });

  it('leaves nothing behind when the place of the file lies outside, or when it is cancelled', async () => {
    const { file } = request();
    const outside = request({ file: file && { ...file, bytes: 30 * GiB } });
    await expect(make(outside)).rejects.toThrow('outside of the volume');
    expect(await readdir(computer.workFolder)).toEqual([]);
    await expect(make(request(), AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(computer.workFolder)).toEqual([]);
  });

  it('is told before it is made, in the order in which that is done', () => {
    const lines = describeContainerVolume({ ...request(), path: 'C:\\Work\\container.ntfs' });
    const wanted = [
      /^make C:\\Work\\container\.ntfs/,
      /fsutil/,
      /create vdisk file="?C:\\Work\\container\.ntfs-seed\.vhdx/,
      /format fs=ntfs label="Windows disk" unit=4096 quick/,
      /^put a file of 4096 bytes at C:\\Work\\building-job\\volume\\Windows\.vhdx$/,
      /^copy the volume/,
      /^enlarge the volume in C:\\Work\\container\.ntfs/,
      /^give \/Windows\.vhdx/,
    ];
    const found = wanted.map((pattern) => lines.findIndex((line) => pattern.test(line)));
    expect(
      found.every((place) => place >= 0),
      lines.join('\n'),
    ).toBe(true);
    expect(found).toEqual([...found].sort((one, other) => one - other));
  });
});
