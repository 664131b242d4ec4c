import { copyFile, mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GiB, MiB } from '../../../src-shared/units';
import {
  BITLOCKER_FILES,
  BITLOCKER_FOLDER,
  bitLockerAreas,
  openNtfs,
  type BitLockerAreas,
} from '../../disk';
import { attachLoop } from '../../helper/test-support/loop-device';
import type { WindowsVolumeRequest } from '../index';
import { runTool } from '../run-tool';
import { buildWindowsVolume, describeWindowsVolume } from './build-windows';
import { buildScripts } from './test-support/build-scripts';
import { makePracticeWim, type PracticeWim } from './test-support/practice-wim';
import { withVolumeFile } from './volume-file';

const running = { signal: new AbortController().signal, onProgress: () => undefined };
const PATHS = BITLOCKER_FILES.map(({ path }) => path);

let removeScripts: () => Promise<void>;
let imageFolder: string;
let image: PracticeWim;
let folder: string;

beforeAll(async () => {
  removeScripts = await buildScripts();
  imageFolder = await mkdtemp(join(tmpdir(), 'build-windows-areas-image-'));
  image = await makePracticeWim(imageFolder);
}, 120_000);
afterAll(async () => {
  await removeScripts();
  await rm(imageFolder, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'build-windows-areas-')), '-Größe 视窗');
  await mkdir(folder);
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

function request(more: Partial<WindowsVolumeRequest> = {}): WindowsVolumeRequest {
  return {
    wimParts: [image.wimPath],
    index: 1,
    place: 'new-file',
    volumePath: join(folder, 'windows.ntfs'),
    volumeBytes: 256 * MiB,
    fenceBytes: 48 * MiB,
    startLba: 649216,
    label: 'Windows',
    edits: {
      registry: [],
      removals: [],
      files: [
        {
          path: '/Windows/Panther/unattend.xml',
          content: { kind: 'bytes', bytes: Buffer.alloc(64 * 1024, ' ') },
        },
      ],
    },
    bitLockerAreas: true,
    extractPaths: [],
    extractTo: join(folder, 'extracted'),
    ...more,
  };
}

function areasIn({ volumePath, volumeBytes }: WindowsVolumeRequest) {
  return withVolumeFile(volumePath, volumeBytes, bitLockerAreas);
}

async function stdoutOf(name: string, ...args: string[]): Promise<string> {
  return (await runTool(name, args)).stdout;
}

async function readBack(volume: string, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await runTool('ntfscat', [volume, path], { onStdout: (chunk) => chunks.push(chunk) });
  return Buffer.concat(chunks);
}

/** The security descriptor that ntfssecaudit prints, as one hexadecimal text. */
async function descriptorOf(volume: string, path: string): Promise<string> {
  const stdout = await stdoutOf('ntfssecaudit', '-v', volume, path);
  return [...stdout.matchAll(/^\s+[0-9a-f]{6} {2}([0-9a-f ]+)$/gm)]
    .map((line) => (line[1] ?? '').replaceAll(' ', ''))
    .join('');
}

/** What the volume has of BitLocker's files, as other programs see it. */
async function expectAreas(asked: WindowsVolumeRequest): Promise<BitLockerAreas> {
  const { volumePath, volumeBytes } = asked;
  expect(await stdoutOf('ntfsfix', '-n', volumePath)).toContain('processed successfully');
  for (const { path, bytes } of BITLOCKER_FILES) {
    const content = await readBack(volumePath, path);
    expect(content.equals(Buffer.alloc(bytes)), path).toBe(true);
    expect(await stdoutOf('ntfsinfo', '-v', '-F', path, volumePath)).toContain(
      'Total runs: 1 (fragments: 1)',
    );
  }
  const areas = await areasIn(asked);
  if (!areas) throw new Error('there are no areas');
  const { metadataAt, backupAt, extraAt } = areas;
  expect([backupAt, extraAt]).toEqual([metadataAt[0] + 65536, metadataAt[0] + 73728]);
  expect(metadataAt[1]).toBeGreaterThanOrEqual(Math.floor(volumeBytes / 8192) * 4096 - 4096);
  expect(metadataAt[2]).toBeGreaterThanOrEqual(volumeBytes * 0.87);
  return areas;
}

/** Both places in which NTFS keeps attributes say the same: the file's record, and its name in the folder. */
async function expectHidden(volume: string, path: string, inFolder: string): Promise<void> {
  const record = await stdoutOf('ntfsinfo', '-v', '-F', path, volume);
  const standard = record.slice(record.indexOf('$STANDARD_INFORMATION'));
  expect(/File attributes:\s+(.+) \(/.exec(standard)?.[1], path).toBe('HIDDEN SYSTEM');
  const names = (await stdoutOf('ntfsinfo', '-v', '-F', inFolder, volume)).split('Entry length');
  const entry = names.find((one) => one.includes(`'${basename(path)}'`)) ?? '';
  expect(/File attributes:\s+(.+) \(/.exec(entry)?.[1], path).toMatch(
    /^HIDDEN SYSTEM( I30_INDEX)?$/,
  );
}

const SYSTEM = '010100000000000512000000';
const LIST = '02001c0001000000';
/** O:SYG:SYD:PAI(A;OICI;FA;;;SY) */
const FOLDER_DESCRIPTOR = `01000494300000003c0000000000000014000000${LIST}00031400ff011f00${SYSTEM}${SYSTEM}${SYSTEM}`;
/** O:SYG:SYD:AI(A;ID;FA;;;SY) */
const FILE_DESCRIPTOR = `01000484300000003c0000000000000014000000${LIST}00101400ff011f00${SYSTEM}${SYSTEM}${SYSTEM}`;

describe('buildWindowsVolume for BitLocker', () => {
  it('makes the files, each in one extent, beside an image that is unpacked unchanged', async () => {
    const asked = request();
    await buildWindowsVolume(asked, running);
    await expectAreas(asked);
    for (const [path, content] of image.files) {
      expect((await readBack(asked.volumePath, path)).equals(content), path).toBe(true);
    }
    const own = await readBack(asked.volumePath, '/Windows/Panther/unattend.xml');
    expect(own.equals(Buffer.alloc(65536, ' '))).toBe(true);
  });

  it('hides them and their folder, and gives them to the system alone', async () => {
    const asked = request();
    await buildWindowsVolume(asked, running);
    const { volumePath } = asked;
    for (const path of PATHS) {
      await expectHidden(volumePath, path, BITLOCKER_FOLDER);
      expect(await descriptorOf(volumePath, path), path).toBe(FILE_DESCRIPTOR);
    }
    await expectHidden(volumePath, BITLOCKER_FOLDER, '/');
    expect(await descriptorOf(volumePath, BITLOCKER_FOLDER)).toBe(FOLDER_DESCRIPTOR);
    expect(await stdoutOf('ntfssecaudit', '-ar', volumePath)).toContain('No errors were found');
  });

  it('takes the folder that an image has, and its files but for those of BitLocker', async () => {
    const tree = join(folder, 'tree');
    await mkdir(tree);
    await writeFile(join(tree, 'tracking.log'), 'of the image');
    await writeFile(join(tree, basename(PATHS[0] ?? '')), 'of another volume');
    await writeFile(join(tree, basename(PATHS[3] ?? '').toUpperCase()), Buffer.alloc(9000, 'x'));
    const wimPath = join(folder, 'with-folder.wim');
    await copyFile(image.wimPath, wimPath);
    const command = `add '${tree}' '/system volume information'`;
    await runTool('wimlib-imagex', ['update', wimPath, '1', '--command', command]);

    const asked = request({ wimParts: [wimPath] });
    await buildWindowsVolume(asked, running);
    await withVolumeFile(asked.volumePath, asked.volumeBytes, async (volume) => {
      const opened = await openNtfs(volume);
      const root = await opened.list('/');
      const folders = root.filter(({ name }) => /^system volume/i.test(name));
      expect(folders.map(({ name }) => name)).toEqual(['system volume information']);
      const names = (await opened.list(BITLOCKER_FOLDER)).map(({ name }) => name.toLowerCase());
      expect(new Set(names)).toEqual(
        new Set([...PATHS.map((path) => basename(path).toLowerCase()), 'tracking.log']),
      );
      expect(names).toHaveLength(PATHS.length + 1);
      expect((await opened.readFile(`${BITLOCKER_FOLDER}/tracking.log`, 100)).toString()).toBe(
        'of the image',
      );
      for (const { path, bytes } of BITLOCKER_FILES) {
        const { source } = await opened.openFile(path);
        expect((await source.read(0, bytes)).equals(Buffer.alloc(bytes)), path).toBe(true);
      }
    });
    expect(await areasIn(asked)).not.toBeNull();
    expect(await stdoutOf('ntfsfix', '-n', asked.volumePath)).toContain('processed successfully');
    const spelled = '/system volume information';
    expect(await descriptorOf(asked.volumePath, spelled)).toBe(FOLDER_DESCRIPTOR);
    await expectHidden(asked.volumePath, spelled, '/');
  });

  it('clears their places on a device, where something lay before', async () => {
    const device = await attachLoop(GiB, folder);
    try {
      const handle = await open(device.path, 'r+');
      const old = Buffer.alloc(MiB, 'old content ');
      for (let at = 0; at < GiB; at += MiB) await handle.write(old, 0, MiB, at);
      await handle.sync();
      await handle.close();
      const asked = request({ place: 'device', volumePath: device.path, volumeBytes: GiB });
      await buildWindowsVolume(asked, running);
      await expectAreas(asked);
    } finally {
      await device.detach();
    }
  });

  it('makes none that nobody asked for', async () => {
    const { bitLockerAreas: _, ...asked } = request();
    await buildWindowsVolume(asked, running);
    expect(await areasIn(asked)).toBeNull();
    expect(await stdoutOf('ntfsls', asked.volumePath)).not.toContain('System Volume');
    expect(describeWindowsVolume(asked).join()).not.toContain(BITLOCKER_FOLDER);
  });

  it('says what it does', () => {
    const lines = describeWindowsVolume(request());
    for (const { path, bytes } of BITLOCKER_FILES) {
      expect(lines).toContain(
        `libwim: add ${path}, ${String(bytes)} zeros, to the image in memory`,
      );
    }
    expect(lines).toContain(
      'libntfs-3g: hide /System Volume Information and these files, for the system only',
    );
    expect(lines.at(-1)).toBe(
      'move the files of /System Volume Information, each into one run of free clusters, and clear those',
    );
  });
});
