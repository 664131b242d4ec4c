import { execFile, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partitionOf, planLayout, type StickLayout } from '../../../src-shared/layout';
import { GiB, MiB, SECTOR } from '../../../src-shared/units';
import { openNtfs, placeFile } from '../../disk';
import { openFileSource } from '../../io';
import type { ContainerVolume } from '../index';
import { makeContainerVolume } from './container-volume';
import { buildScripts } from './test-support/build-scripts';
import { withVolumeFile } from './volume-file';

const exec = promisify(execFile);
const signal = new AbortController().signal;
const TiB = 1024 * GiB;

let removeScripts: () => Promise<void>;
let folder: string;
beforeAll(async () => {
  removeScripts = await buildScripts();
});
afterAll(() => removeScripts());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "-container's ü "));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function request(name: string, diskBytes: number, windowsBytes: number | null = null) {
  const layout: StickLayout | { problem: string } = planLayout({
    diskBytes,
    layout: { scheme: 'gpt', container: 'vhdx' },
    space: { windowsBytes, sharedBytes: 0 },
    minimumWindowsBytes: 200 * MiB,
  });
  if ('problem' in layout) throw new Error(layout.problem);
  const partition = partitionOf(layout, 'windows');
  if (!partition || !layout.vhdx) throw new Error('the layout has no virtual disk');
  return {
    path: join(folder, name),
    bytes: partition.sectors * SECTOR,
    startLba: partition.startLba,
    label: 'Windows disk',
    serial: '0123456789abcdef',
    writableBy: 'administrators',
    file: {
      name: 'Windows.vhdx',
      startByte: layout.vhdx.fileStartByte - partition.startLba * SECTOR,
      bytes: layout.vhdx.fileBytes,
      head: Buffer.alloc(MiB, 'head of the file '),
    },
  } satisfies ContainerVolume;
}

async function tool(name: string, ...args: string[]): Promise<string> {
  const { stdout } = await exec(name, args, { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return stdout;
}

/** Puts bytes where they will lie on the stick. */
async function put(path: string, offset: number, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.write(bytes, 0, bytes.length, offset);
  await handle.close();
}

describe('a volume that holds a virtual disk', () => {
  it.each([
    ['the smallest', 890 * MiB, null],
    ['of an odd size', 3 * GiB + 12_345 * SECTOR, null],
    ['larger than its disk', 20 * GiB, 2 * GiB],
    ['on a usual stick', 64_023_257_088, null],
    ['of 2 TB', 2_000_398_934_016, null],
    ['on a drive larger than an MBR could name', 3 * TiB, null],
    ['with large clusters', 7 * TiB, null],
  ])('%s is sound, and its file is one run at its place', async (_, diskBytes, windowsBytes) => {
    const asked = request('outer.ntfs', diskBytes, windowsBytes);
    const { path, file } = asked;
    await makeContainerVolume(asked, signal);
    expect((await stat(path)).size).toBe(asked.bytes);
    expect(await readdir(folder)).toEqual(['outer.ntfs']);

    expect(await tool('ntfsfix', '-n', path)).toContain('processed successfully');
    const info = await tool('ntfsinfo', '-F', '/Windows.vhdx', path);
    const clusterBytes = Number(
      /Cluster Size: (\d+)/.exec(await tool('ntfsinfo', '-m', path))?.[1],
    );
    expect(info).toContain(`Initialized size:\t ${String(file.bytes)} (`);
    expect(info).toContain(`Data size:\t\t ${String(file.bytes)} (`);
    const runs = await tool('ntfscluster', '-v', '-F', '/Windows.vhdx', path);
    const lcn = file.startByte / clusterBytes;
    const run = new RegExp(
      `0x80 - non-resident[^]*?\\b0\\s+${String(lcn)}\\s+${String(file.bytes / clusterBytes)}\\b`,
    );
    expect(runs).toMatch(run);

    const source = await openFileSource(path);
    const volume = await openNtfs(source);
    expect(volume.dirty()).toBe(false);
    expect(volume.hiddenSectors).toBe(asked.startLba);
    expect(volume.serial).toBe(0x0123456789abcdefn);
    expect(await volume.bootSectorCopyMatches()).toBe(true);
    expect((await volume.list('/')).map(({ name }) => name)).toEqual(['Windows.vhdx']);
    const opened = await volume.openFile('/Windows.vhdx');
    expect(opened.ranges).toEqual([{ offset: file.startByte, length: file.bytes }]);
    expect(await opened.source.read(0, MiB)).toEqual(file.head);
    await source.close();
    const { blocks } = await stat(path);
    expect(blocks * SECTOR).toBeLessThan(80 * MiB + diskBytes / 4096 / 4);
  });

  it('makes bytes of the stick the file’s content', async () => {
    const asked = request('outer.ntfs', 890 * MiB);
    const { path, file } = asked;
    await makeContainerVolume(asked, signal);
    const content = randomBytes(3 * MiB);
    await put(path, file.startByte + file.bytes - content.length, content);
    await put(path, file.startByte + 5 * MiB, content);
    const seen = join(folder, 'seen');
    const shown = spawnSync('sh', ['-c', 'ntfscat "$0" /Windows.vhdx > "$1"', path, seen]);
    expect(shown.status).toBe(0);
    const source = await openFileSource(seen);
    expect(source.size).toBe(file.bytes);
    expect(await source.read(0, MiB)).toEqual(file.head);
    expect(await source.read(MiB, 4 * MiB)).toEqual(Buffer.alloc(4 * MiB));
    expect(await source.read(5 * MiB, content.length)).toEqual(content);
    expect(await source.read(file.bytes - content.length, content.length)).toEqual(content);
    await source.close();
  });

  it('keeps the file’s place from everything that is written to the volume', async () => {
    const asked = request('outer.ntfs', 890 * MiB);
    const { path, file } = asked;
    await makeContainerVolume(asked, signal);
    const before = await digest(path, file.startByte, file.bytes);
    const filler = join(folder, 'filler');
    await writeFile(filler, randomBytes(16 * MiB));
    let files = 0;
    while (spawnSync('ntfscp', ['-q', path, filler, `/f${String(files)}`]).status === 0) files += 1;
    expect(files).toBeGreaterThan(8);
    expect(await digest(path, file.startByte, file.bytes)).toBe(before);
    expect(await tool('ntfsfix', '-n', path)).toContain('processed successfully');
  });

  it('is the same volume each time', async () => {
    const first = request('first.ntfs', 2 * GiB);
    const second = { ...first, path: join(folder, 'second.ntfs') };
    await makeContainerVolume(first, signal);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await makeContainerVolume(second, signal);
    const before = first.file.startByte;
    const after = before + first.file.bytes;
    for (const [offset, length] of [
      [0, before + MiB],
      [after, first.bytes - after],
    ] as const) {
      const [one, two] = await Promise.all(
        [first, second].map(({ path }) => digest(path, offset, length)),
      );
      expect(one).toBe(two);
    }
  });

  it('lets only administrators and the system change the file', async () => {
    const asked = request('outer.ntfs', 890 * MiB);
    await makeContainerVolume(asked, signal);
    const audit = await tool('ntfssecaudit', '-v', asked.path, '/Windows.vhdx');
    expect(audit).toContain('owner S-1-5-32-544');
    expect(audit).toContain('mode 0700');
  });

  it('is not made where there is something, and leaves nothing when it can’t be made', async () => {
    const asked = request('outer.ntfs', 890 * MiB);
    const impossible = { ...asked, file: { ...asked.file, bytes: asked.bytes } };
    await expect(makeContainerVolume(impossible, signal)).rejects.toThrow('outside of the volume');
    expect(await readdir(folder)).toEqual([]);
    await writeFile(asked.path, 'precious');
    await expect(makeContainerVolume(asked, signal)).rejects.toMatchObject({
      code: 'work/unusable',
    });
  });
});

describe('a volume for a person’s own files', () => {
  it('is sound, empty, and everyone may add to it', async () => {
    const { file: _, ...asked } = request('own.ntfs', 890 * MiB);
    const own = { ...asked, label: 'Ventoy', writableBy: 'everyone', file: null } as const;
    await makeContainerVolume(own, signal);
    expect(await tool('ntfsfix', '-n', own.path)).toContain('processed successfully');
    expect(await tool('ntfslabel', own.path)).toContain('Ventoy');
    expect(await tool('ntfsls', own.path)).toBe('');
    expect(await tool('ntfssecaudit', '-v', own.path, '/')).toMatch(/mode :? ?0777/);
  });

  it('may hold a virtual disk that only administrators change', async () => {
    const asked = { ...request('own.ntfs', 890 * MiB), writableBy: 'everyone' } as const;
    await makeContainerVolume(asked, signal);
    expect(await tool('ntfssecaudit', '-v', asked.path, '/')).toMatch(/mode :? ?0777/);
    const audit = await tool('ntfssecaudit', '-v', asked.path, '/Windows.vhdx');
    expect(audit).toContain('owner S-1-5-32-544');
  });
});

describe('giving a file another place', () => {
  it('is refused where something lies, and for what is no file of one run', async () => {
    const asked = request('outer.ntfs', 890 * MiB);
    const { path, bytes } = asked;
    await makeContainerVolume(asked, signal);
    const place = { path: '/Windows.vhdx', startByte: 0, bytes: MiB };
    await withVolumeFile(path, bytes, async (volume) => {
      await expect(placeFile(volume, place)).rejects.toThrow('in use');
      const free = { ...place, startByte: asked.file.startByte - MiB };
      await expect(placeFile(volume, { ...free, path: '/none' })).rejects.toThrow('no file');
      await expect(placeFile(volume, { ...free, bytes: 100 })).rejects.toThrow('outside');
    });
    expect(await tool('ntfsfix', '-n', path)).toContain('processed successfully');
  });
});

async function digest(path: string, offset: number, length: number): Promise<string> {
  const hash = createHash('sha256');
  const end = offset + length - 1;
  for await (const piece of createReadStream(path, { start: offset, end })) {
    hash.update(piece as Buffer);
  }
  return hash.digest('hex');
}
