import { afterEach, describe, expect, it } from 'vitest';
import { StickError, stickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import type { Win32Parts } from '../../helper/win32-platform';
import type { Running, Serviced, WindowsVolumeRequest } from '../index';
import { buildInHelper } from './helper-build';
import { targetOpener } from '../target-opener';
import { isDrive } from './create-host';
import { SimulatedSticks } from './test-support/simulated-sticks';

const never = new AbortController().signal;
const quiet: Running = { signal: never, onProgress: () => undefined };

const request: WindowsVolumeRequest = {
  wimParts: ['C:\\work\\install.wim', '\\\\server\\share\\install2.swm'],
  index: 2,
  place: 'new-file',
  volumePath: 'C:\\work\\volume',
  volumeBytes: 64 * MiB,
  fenceBytes: null,
  startLba: 2048,
  label: 'Größe',
  edits: {
    registry: [
      {
        hive: 'SYSTEM',
        key: 'CurrentControlSet\\Control',
        name: 'PortableOperatingSystem',
        data: { type: 'dword', value: 1 },
      },
      {
        hive: 'SOFTWARE',
        key: 'A',
        name: '',
        data: { type: 'binary', value: Buffer.from([0, 255, 10]) },
      },
    ],
    files: [
      {
        path: '/Windows/Panther/unattend.xml',
        content: { kind: 'bytes', bytes: Buffer.from('a "password"\n\0') },
      },
      { path: '/empty', content: { kind: 'bytes', bytes: Buffer.alloc(0) } },
      {
        path: '/driver.inf',
        content: { kind: 'file', source: 'D:\\d.inf', sizeBytes: 5, sha256: 'a'.repeat(64) },
      },
    ],
    removals: ['/Windows/System32/Recovery'],
  },
  bitLockerAreas: true,
  extractPaths: ['/Windows/Boot'],
  extractTo: 'C:\\work\\boot',
};

let sticks: SimulatedSticks | null = null;

async function computer(build: Win32Parts['buildWindows']) {
  sticks = await SimulatedSticks.start([2], build);
  return { sticks, build: buildInHelper(sticks.helpers.elevated), helpers: sticks.helpers };
}

afterEach(async () => {
  await expect.poll(() => sticks?.helpers.running, { timeout: 5000 }).toBe(0);
  await sticks?.end();
});

describe('unpacking Windows in the helper', () => {
  it('is asked for as the program asks, and tells how far it is', async () => {
    let asked: unknown = null;
    const progress: number[][] = [];
    const { build, helpers } = await computer((got, { onProgress, onServiced }) => {
      // A copy: what it is of is erased in the end.
      asked = JSON.parse(JSON.stringify(got));
      onProgress(0, 1000);
      onProgress(0.37 * 1001, 1000.5);
      onProgress(1000, 1000);
      onServiced?.({ title: 'Add the drivers', refusal: null });
      onServiced?.({ title: 'List the “apps”', refusal: 'Größe (50)' });
      return Promise.resolve();
    });
    const serviced: Serviced[] = [];
    await build(request, {
      signal: never,
      onServiced: (one) => serviced.push(one),
      onProgress: (done, total) => progress.push([done, total]),
    });
    expect(asked).toEqual(JSON.parse(JSON.stringify(request)));
    expect(serviced).toEqual([
      { title: 'Add the drivers', refusal: null },
      { title: 'List the “apps”', refusal: 'Größe (50)' },
    ]);
    expect(progress[0]).toEqual([0, 1000]);
    expect(progress.at(-1)).toEqual([1000, 1000]);
    expect(helpers.asked).toBe(1);
  });

  it('erases what may be secret as soon as it is done', async () => {
    let kept: Buffer | null = null;
    const { build } = await computer(({ edits }) => {
      const [file] = edits.files;
      if (file?.content.kind === 'bytes') kept = file.content.bytes;
      return Promise.resolve();
    });
    await build(request, quiet);
    expect(kept).toEqual(Buffer.alloc(14));
    const [own] = request.edits.files;
    expect(own?.content).toEqual({ kind: 'bytes', bytes: Buffer.from('a "password"\n\0') });
  });

  it('fails as it failed in the helper', async () => {
    const failure = stickError(
      'tool/failed',
      { tool: 'dism.exe', message: 'no space' },
      { detail: '0x80070070' },
    );
    const { build } = await computer(() => Promise.reject(failure));
    const error = await build(request, quiet).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StickError);
    expect((error as StickError).toData()).toEqual(failure.toData());
  });

  it('is cancelled, and settles when everything is cleaned up', async () => {
    const cancel = new AbortController();
    let isClean = false;
    const { build } = await computer(async (_, { signal, onProgress }) => {
      onProgress(0, 10);
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve, { once: true });
      });
      // Longer than other requests may take to be cancelled.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      isClean = true;
      throw stickError('cancelled', {});
    });
    const building = build(request, {
      signal: cancel.signal,
      onProgress: () => {
        cancel.abort();
      },
    });
    await expect(building).rejects.toMatchObject({ code: 'cancelled' });
    expect(isClean).toBe(true);
  });

  it('doesn’t begin when the person doesn’t agree, and asks anew the next time', async () => {
    let built = 0;
    const { build, helpers } = await computer(() => {
      built += 1;
      return Promise.resolve();
    });
    helpers.agrees = false;
    await expect(build(request, quiet)).rejects.toMatchObject({ code: 'elevation/denied' });
    helpers.agrees = true;
    await build(request, quiet);
    expect([helpers.asked, built]).toEqual([2, 1]);
  });

  it('is done by the helper that holds the sticks', async () => {
    const { build, helpers, sticks: computerOf } = await computer(() => Promise.resolve());
    const [target] = await targetOpener(helpers, { takesRights: isDrive })(
      [computerOf.request(2)],
      never,
    );
    await build(request, quiet);
    expect([helpers.asked, helpers.running]).toEqual([1, 1]);
    expect(await target?.source.read(0, 1)).toEqual(Buffer.from([0xee]));
    await target?.close();
  });
});

describe('unpacking Windows onto a drive', () => {
  const onDrive: WindowsVolumeRequest = {
    ...request,
    place: 'device',
    volumePath: '\\\\.\\PhysicalDrive2',
  };

  it('is done only on one that the helper has lent', async () => {
    const built: string[] = [];
    const {
      build,
      helpers,
      sticks: computerOf,
    } = await computer(({ volumePath }) => {
      built.push(volumePath);
      return Promise.resolve();
    });
    await expect(build(onDrive, quiet)).rejects.toMatchObject({ code: 'helper/protocol' });
    const [target] = await targetOpener(helpers, { takesRights: isDrive })(
      [computerOf.request(2)],
      never,
    );
    await expect(build(onDrive, quiet)).rejects.toMatchObject({ code: 'helper/protocol' });
    const lent = await target?.lend({ offset: 2 * MiB, length: 4 * MiB }, never);
    await expect(
      build({ ...onDrive, volumePath: '\\\\.\\PhysicalDrive0' }, quiet),
    ).rejects.toMatchObject({ code: 'helper/protocol' });
    expect(built).toEqual([]);
    await build(onDrive, quiet);
    await lent?.giveBack();
    await expect(build(onDrive, quiet)).rejects.toMatchObject({ code: 'helper/protocol' });
    expect(built).toEqual([onDrive.volumePath]);
    await target?.close();
  });

  it('has ended before the drive is taken again', async () => {
    const events: string[] = [];
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const {
      build,
      helpers,
      sticks: computerOf,
    } = await computer(async () => {
      begun();
      await new Promise((resolve) => setTimeout(resolve, 200));
      events.push(`built, held: ${String(computerOf.windows.openHandles.length)}`);
    });
    const [target] = await targetOpener(helpers, { takesRights: isDrive })(
      [computerOf.request(2)],
      never,
    );
    const lent = await target?.lend({ offset: 2 * MiB, length: 4 * MiB }, never);
    const building = build(onDrive, quiet);
    await hasBegun;
    await lent?.giveBack();
    events.push('given back');
    await building;
    expect(events).toEqual(['built, held: 0', 'given back']);
    await target?.close();
  });
});
