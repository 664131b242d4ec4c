import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { openInHelper } from '../helper-target';
import type { OpenTarget, TargetRequest } from '../index';
import { targetOpener } from '../target-opener';
import { isDrive } from './create-host';
import {
  STICK_BYTES,
  SimulatedSticks,
  guards,
  volumeOn,
  type Content,
} from './test-support/simulated-sticks';
import { Access, OpenFlag, Share } from './win32-codes';

const never = new AbortController().signal;
const quiet = { signal: never, onProgress: () => undefined };
const EVERYWHERE = { offset: 2 * MiB, length: 4 * MiB };

let sticks: SimulatedSticks;
let openTargets: ReturnType<typeof targetOpener>;
let content: Content;

beforeEach(async () => {
  sticks = await SimulatedSticks.start([2, 3]);
  openTargets = targetOpener(sticks.helpers, { takesRights: isDrive });
  content = await sticks.content('windows');
});
afterEach(async () => {
  await expect.poll(() => sticks.helpers.running, { timeout: 5000 }).toBe(0);
  expect(sticks.windows.openHandles).toEqual([]);
  await sticks.end();
});

async function opened(...asked: TargetRequest[]): Promise<OpenTarget[]> {
  return openTargets(asked, never);
}

async function openStick(): Promise<OpenTarget> {
  const [target] = await opened(sticks.request(2));
  if (!target) throw new Error('no target');
  return target;
}

async function isAsBefore(number: number): Promise<boolean> {
  return (await sticks.bytesOf(number)).every((byte) => byte === 0xee);
}

describe('a stick on Windows', () => {
  it('is written and read back byte for byte, with its volumes locked until then', async () => {
    const target = await openStick();
    expect(target.sizeBytes).toBe(STICK_BYTES);
    expect(sticks.windows.lockedVolumes).toEqual([volumeOn(2)]);
    const written = await target.write(content.request, quiet);
    expect(written.verifiedBytes).toBe(written.writtenBytes);
    expect(await target.source.read(MiB + 5, 1000)).toEqual(
      content.expected.subarray(MiB + 5, MiB + 1005),
    );
    await target.close();
    expect(await sticks.bytesOf(2)).toEqual(content.expected);
    expect(await isAsBefore(3)).toBe(true);
  });

  it('has no partition table when something else is read back than was written', async () => {
    const target = await openStick();
    let isSpoilt = false;
    sticks.windows.before = async (call) => {
      if (call === 'write' || isSpoilt) return;
      isSpoilt = true;
      const image = await open(sticks.imageOf(2), 'r+');
      await image.write(Buffer.from([0x5a, 0xa5]), 0, 2, 3 * MiB + 7);
      await image.close();
    };
    await expect(target.write(content.request, quiet)).rejects.toMatchObject({
      code: 'verify/mismatch',
      stick: 'unfinished',
    });
    await target.close();
    expect((await sticks.bytesOf(2)).subarray(0, MiB)).toEqual(Buffer.alloc(MiB));
  });

  it('can be read only, and is then neither locked nor changed', async () => {
    const [target] = await opened(sticks.request(2, { readOnly: true }, false));
    expect(sticks.windows.lockedVolumes).toEqual([]);
    expect(await target?.source.read(7, 3)).toEqual(Buffer.alloc(3, 0xee));
    await expect(target?.write(content.request, quiet)).rejects.toMatchObject({
      code: 'helper/protocol',
    });
    await target?.close();
    expect(sticks.windows.log.filter((line) => line.startsWith('write'))).toEqual([]);
  });

  it('ends a cancelled job without a partition table', async () => {
    const target = await openStick();
    const cancel = new AbortController();
    const writing = target.write(content.request, { ...quiet, signal: cancel.signal });
    sticks.windows.before = async (call, offset) => {
      if (call === 'read' || offset < 4 * MiB) return;
      cancel.abort();
      await wait(300);
    };
    await expect(writing).rejects.toMatchObject({ code: 'cancelled', stick: 'unfinished' });
    await target.close();
    expect((await sticks.bytesOf(2)).subarray(0, MiB)).toEqual(Buffer.alloc(MiB));
  });

  it('is known to be gone when it was pulled out', async () => {
    const target = await openStick();
    sticks.windows.before = (call, offset) => {
      const isThere = sticks.windows.disks.some(({ number }) => number === 2);
      if (call === 'write' && offset === 4 * MiB && isThere) sticks.windows.pullOut(2);
      return Promise.resolve();
    };
    await expect(target.write(content.request, quiet)).rejects.toMatchObject({
      code: 'target/vanished',
      stick: 'unfinished',
    });
    await target.close();
  });

  it.each([
    ['mount', 'open the files on a stick'],
    ['run Ventoy', 'run Ventoy’s program on a drive'],
  ] as const)('says that it can’t %s', async (how, what) => {
    const target = await openStick();
    const asked: Promise<unknown> =
      how === 'mount'
        ? target.mount(EVERYWHERE, { readOnly: true }, never)
        : target.runVentoy(
            {
              package: { path: 'C:\\ventoy.zip', sha256: '0'.repeat(64) },
              command: { do: 'update', secureBoot: true },
            },
            { ...quiet, onLine: () => undefined },
          );
    await expect(asked).rejects.toMatchObject({
      code: 'host/cannot',
      params: { platform: 'Windows', what },
      stick: 'untouched',
    });
    await target.close();
  });
});

describe('a stick that is not what it was, or must not be used', () => {
  it.each([
    ['another serial number', { serial: 'another' }, 'target/changed'],
    ['another size', { sizeBytes: STICK_BYTES - MiB }, 'target/changed'],
    ['another model', { model: 'another' }, 'target/changed'],
    ['another path', { path: '\\\\.\\PhysicalDrive9' }, 'target/not-found'],
    ['something of the running system', { system: true }, 'target/refused'],
    ['write protection', { readOnly: true }, 'target/refused'],
    ['no plug', { bus: 'sata', removable: false }, 'target/changed'],
  ] as const)('is refused, unchanged: %s', async (_, change, code) => {
    const request = sticks.request(2);
    sticks.drives = sticks.drives.map((drive, index) =>
      index === 0 ? { ...drive, ...change } : drive,
    );
    await expect(opened(request)).rejects.toMatchObject({ code, stick: 'untouched' });
    expect(sticks.windows.log.filter((line) => /^(write|FSCTL)/.test(line))).toEqual([]);
  });

  it('is refused when it is found to be another once it is held', async () => {
    const request = sticks.request(2);
    const { windows } = sticks;
    windows.answers = (call) => {
      if (call === 'FSCTL_DISMOUNT_VOLUME') {
        sticks.drives = sticks.drives.map((drive) => ({ ...drive, serial: 'another' }));
      }
      return 0;
    };
    await expect(opened(request)).rejects.toMatchObject({ code: 'target/changed' });
    expect(await isAsBefore(2)).toBe(true);
  });

  it('is refused while something of it is mounted and nobody agreed to unmount that', async () => {
    await expect(opened(sticks.request(2, {}, false))).rejects.toMatchObject({
      code: 'target/mounted',
      params: { mounts: 'E:\\' },
    });
  });

  it('is refused when it holds what the job needs', async () => {
    const image = 'E:\\images\\windows.iso';
    sticks.windows.finalPaths.set(image.toLowerCase(), `${volumeOn(2)}\\images\\windows.iso`);
    const request = sticks.request(2, { protectedPaths: ['C:\\elsewhere', image] });
    await expect(opened(request)).rejects.toMatchObject({
      code: 'target/refused',
      params: { reasons: `it holds ${image}` },
    });
    const [other] = await opened(sticks.request(3, { protectedPaths: [image] }));
    await other?.close();
  });

  it('is refused when a source of what is to be written lies on it', async () => {
    const [map] = content.request.maps;
    const path = map?.path ?? '';
    // A path of this computer, as Windows' rules for paths read it.
    sticks.windows.finalPaths.set(path.replaceAll('/', '\\').toLowerCase(), `${volumeOn(2)}\\w`);
    const target = await openStick();
    await expect(target.write(content.request, quiet)).rejects.toMatchObject({
      code: 'target/refused',
      stick: 'untouched',
    });
    await target.close();
    expect(await isAsBefore(2)).toBe(true);
  });

  it('is refused while another program holds a volume of it', async () => {
    const { windows } = sticks;
    const other = windows.open(volumeOn(2), Access.readWrite, Share.readWrite, OpenFlag.none);
    await expect(opened(sticks.request(2))).rejects.toMatchObject({ code: 'target/busy' });
    windows.close(other);
    expect(await isAsBefore(2)).toBe(true);
  });

  it('keeps the others from being opened, too', async () => {
    const request = sticks.request(3);
    sticks.drives = sticks.drives.slice(0, 1);
    await expect(opened(sticks.request(2), request)).rejects.toMatchObject({
      code: 'target/not-found',
    });
  });
});

describe('a stick that is lent', () => {
  it('is let go of without partitions, and is the same when it is taken again', async () => {
    const target = await openStick();
    const lent = await target.lend(EVERYWHERE, never);
    expect(lent.path).toBe('\\\\.\\PhysicalDrive2');
    expect(sticks.windows.openHandles).toEqual([]);
    const found = await sticks.bytesOf(2);
    expect(found.subarray(0, MiB)).toEqual(Buffer.alloc(MiB));
    expect(found.subarray(-MiB)).toEqual(Buffer.alloc(MiB));
    await expect(target.source.read(0, 512)).rejects.toMatchObject({ code: 'helper/protocol' });

    // diskpart makes a partition, with a volume that wasn't there before.
    const newVolume = volumeOn(2, 2);
    const disk = sticks.windows.disks.find(({ number }) => number === 2);
    disk?.volumes.splice(0, 1, newVolume);
    sticks.drives = sticks.drives.map((drive, index) => ({
      ...drive,
      partitions: drive.partitions.map((partition) => ({
        ...partition,
        path: index === 0 ? `${newVolume}\\` : partition.path,
      })),
    }));
    const image = await open(sticks.imageOf(2), 'r+');
    await image.write(Buffer.from('volume'), 0, 6, 2 * MiB);
    await image.close();

    await lent.giveBack();
    await lent.giveBack();
    expect(sticks.windows.lockedVolumes).toEqual([newVolume]);
    expect(await target.source.read(2 * MiB, 6)).toEqual(Buffer.from('volume'));
    await target.write(content.request, quiet);
    await target.close();
    expect(await sticks.bytesOf(2)).toEqual(content.expected);
  });

  it('is not taken again when it was exchanged meanwhile', async () => {
    const target = await openStick();
    const lent = await target.lend(EVERYWHERE, never);
    sticks.drives = sticks.drives.map((drive) => ({ ...drive, serial: 'another' }));
    await expect(lent.giveBack()).rejects.toMatchObject({
      code: 'target/changed',
      stick: 'unfinished',
    });
    await target.close();
  });

  it('needs not be taken again to be released', async () => {
    const target = await openStick();
    await target.lend(EVERYWHERE, never);
    const before = sticks.windows.log.length;
    await target.close();
    expect(sticks.windows.log.slice(before)).toEqual([]);
  });

  it('is not lent where partition tables lie', async () => {
    const target = await openStick();
    await expect(target.lend({ offset: 0, length: MiB }, never)).rejects.toMatchObject({
      code: 'helper/protocol',
      stick: 'untouched',
    });
    await target.close();
  });
});

describe('a volume that Windows is to encrypt', () => {
  const asked = { ...EVERYWHERE, password: 'correct hörse', recoveryPassword: '000011-000022' };
  const how = { cipher: 'xts-aes-256', usedSpaceOnly: false } as const;
  const recoveryKeyId = 'a26a1b2c-0000-4000-8000-00000000abcd';
  /** What was asked of Windows, in order. */
  let log: unknown[];
  beforeEach(() => {
    log = [];
    sticks.protectVolume = async (drive, volume, letGo) => {
      await letGo();
      log.push(drive, volume, sticks.windows.openHandles);
      return {
        recoveryKeyId,
        encrypt: (wanted, { onProgress }) => {
          log.push(wanted);
          onProgress(0.5);
          onProgress(1);
          return Promise.resolve();
        },
        close: () => {
          log.push('close');
          return Promise.resolve();
        },
      };
    };
  });

  it('is let go of once it is written, and the drive is taken again when it is given back', async () => {
    const target = await openStick();
    await target.write(content.request, quiet);
    const volume = await target.protectVolume(asked, never);
    expect(volume.recoveryKeyId).toBe(recoveryKeyId);
    await expect(target.source.read(0, 512)).rejects.toMatchObject({ code: 'helper/protocol' });
    const shares: number[] = [];
    await volume.encrypt(how, { signal: never, onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    await volume.giveBack();
    await volume.giveBack();
    expect(log).toEqual(['\\\\.\\PhysicalDrive2', asked, [], how, 'close']);
    expect(sticks.windows.lockedVolumes).toEqual([volumeOn(2)]);
    expect(await target.source.read(MiB, 512)).toEqual(content.expected.subarray(MiB, MiB + 512));
    await target.close();
  });

  it('is never one that this helper did not write', async () => {
    const target = await openStick();
    await expect(target.protectVolume(asked, never)).rejects.toMatchObject({
      ...{ code: 'helper/protocol', stick: 'untouched' },
    });
    await target.close();
    const [reading] = await opened(sticks.request(2, { readOnly: true }));
    await expect(reading?.protectVolume(asked, never)).rejects.toMatchObject({
      code: 'helper/protocol',
    });
    await reading?.close();
    expect(log).toEqual([]);
    expect(await isAsBefore(2)).toBe(true);
  });

  it('leaves a whole stick when Windows refuses, which is held again', async () => {
    sticks.protectVolume = async (target, _, letGo) => {
      await letGo();
      throw stickError('bitlocker/windows-refused', { target, message: 'a policy' });
    };
    const target = await openStick();
    await target.write(content.request, quiet);
    await expect(target.protectVolume(asked, never)).rejects.toMatchObject({
      ...{ code: 'bitlocker/windows-refused', stick: 'partial' },
    });
    expect(sticks.windows.lockedVolumes).toEqual([volumeOn(2)]);
    await target.close();
    expect(await sticks.bytesOf(2)).toEqual(content.expected);
  });

  it('is closed when the program goes away without a word', async () => {
    const target = await openStick();
    await target.write(content.request, quiet);
    await target.protectVolume(asked, never);
    await target.close();
    expect(log.at(-1)).toBe('close');
  });
});

describe('helpers on Windows', () => {
  it('ask once for several sticks, and the one with more rights ends with the last', async () => {
    const targets = await opened(sticks.request(2), sticks.request(3));
    expect([sticks.helpers.asked, sticks.helpers.running]).toEqual([1, 1]);
    const [first, second] = targets;
    await first?.close();
    expect(sticks.helpers.running).toBe(1);
    await second?.write(content.request, quiet);
    await second?.close();
    expect(await sticks.bytesOf(3)).toEqual(content.expected);
  });

  it('make image files with the user’s own rights, and nothing is asked', async () => {
    const path = join(sticks.folder, 'stick.img');
    const [target] = await opened({
      target: { kind: 'file', path, sizeBytes: STICK_BYTES },
      guards,
    });
    expect([sticks.helpers.asked, sticks.helpers.running]).toEqual([0, 1]);
    const source = content.request.maps[0];
    const volume = { path: source?.path ?? '', sizeBytes: source?.sizeBytes ?? 0 };
    expect(await target?.adopt(volume, 4 * MiB, never)).toBe(false);
    await target?.write(content.request, quiet);
    await target?.close();
    const { expected } = content;
    const made = await readFile(path);
    expect(made.subarray(0, 6 * MiB)).toEqual(expected.subarray(0, 6 * MiB));
    expect(made.subarray(-MiB)).toEqual(expected.subarray(-MiB));
  });

  it('don’t touch image files with more rights than the program has', async () => {
    const path = join(sticks.folder, 'stick.img');
    const helper = await sticks.helpers.elevated.acquire(never);
    for (const readOnly of [false, true]) {
      const request: TargetRequest = {
        target: { kind: 'file', path, sizeBytes: STICK_BYTES },
        guards: { ...guards, readOnly },
      };
      await expect(openInHelper(helper, request, never)).rejects.toMatchObject({
        code: 'permission/denied',
      });
    }
    await helper.letGo();
    await expect(stat(`${path}.unfinished`)).rejects.toThrow();
  });

  it('use no image file as a disk', async () => {
    const path = join(sticks.folder, 'stick.img');
    const request: TargetRequest = {
      target: { kind: 'file', path, sizeBytes: STICK_BYTES },
      guards,
      asDisk: 'new',
    };
    await expect(opened(request)).rejects.toMatchObject({ code: 'host/cannot' });
  });

  it('open nothing when the person doesn’t agree', async () => {
    sticks.helpers.agrees = false;
    await expect(opened(sticks.request(2))).rejects.toMatchObject({ code: 'elevation/denied' });
    expect(await isAsBefore(2)).toBe(true);
  });
});
