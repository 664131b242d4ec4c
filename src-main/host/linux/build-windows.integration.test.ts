import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  mkdtemp,
  open,
  readFile,
  readdir,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { StickError } from '../../../src-shared/errors';
import { openNtfs } from '../../disk';
import type { GuestEdits } from '../../guest';
import { attachLoop, type LoopDevice } from '../../helper/test-support/loop-device';
import type { WindowsVolumeRequest } from '../index';
import { runTool } from '../run-tool';
import { buildWindowsVolume, describeWindowsVolume } from './build-windows';
import { buildScripts } from './test-support/build-scripts';
import { makePracticeWim, type PracticeWim } from './test-support/practice-wim';
import { withVolumeFile } from './volume-file';

const MiB = 1024 * 1024;
const GiB = 1024 * MiB;
const SYSTEM = '/Windows/System32/config/SYSTEM';
const SOFTWARE = '/Windows/System32/config/SOFTWARE';

const edits: GuestEdits = {
  registry: [
    {
      hive: 'SYSTEM',
      key: 'CurrentControlSet\\Services\\partmgr\\Parameters',
      name: 'SanPolicy',
      data: { type: 'dword', value: 4 },
    },
    {
      hive: 'SYSTEM',
      key: 'currentcontrolset\\CONTROL',
      name: 'PortableOperatingSystem',
      data: { type: 'dword', value: 1 },
    },
    {
      hive: 'SOFTWARE',
      key: 'Microsoft\\Windows\\CurrentVersion\\New Key\\Größe 视窗',
      name: 'Text',
      data: { type: 'string', value: 'Wert 值' },
    },
    {
      hive: 'SOFTWARE',
      key: 'Microsoft',
      name: 'Bytes',
      data: { type: 'binary', value: Buffer.from([0, 255, 1]) },
    },
  ],
  removals: [],
  files: [
    { path: '/Windows/Panther/New 视窗/unattend.xml', content: bytes('<unattend/>') },
    {
      path: '/windows/SETUP/Existing.xml',
      content: bytes('replaced, and longer than it was'),
    },
  ],
};

function bytes(text: string) {
  return { kind: 'bytes' as const, bytes: Buffer.from(text) };
}

let removeScripts: () => Promise<void>;
let imageFolder: string;
let image: PracticeWim;
let folder: string;

beforeAll(async () => {
  removeScripts = await buildScripts();
  imageFolder = await mkdtemp(join(tmpdir(), 'build-windows-image-'));
  image = await makePracticeWim(imageFolder);
});
afterAll(async () => {
  await removeScripts();
  await rm(imageFolder, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'build-windows-')), '-Größe 视窗 "q\' $(id)');
  await mkdir(folder);
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

function request(more: Partial<WindowsVolumeRequest> = {}): WindowsVolumeRequest {
  return {
    wimParts: [image.wimPath],
    index: 1,
    place: 'new-file',
    volumePath: join(folder, 'windows.ntfs'),
    volumeBytes: 128 * MiB,
    fenceBytes: null,
    startLba: 649216,
    label: 'Größe 视窗',
    edits: { registry: [], files: [], removals: [] },
    extractPaths: [],
    extractTo: join(folder, 'extracted'),
    ...more,
  };
}

const running = { signal: new AbortController().signal, onProgress: () => undefined };

async function failure(promise: Promise<unknown>): Promise<StickError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StickError)) throw new Error(`no StickError but ${String(error)}`);
  return error;
}

async function readBack(volume: string, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await runTool('ntfscat', [volume, path], { onStdout: (chunk) => chunks.push(chunk) });
  return Buffer.concat(chunks);
}

/** The security descriptor that ntfssecaudit prints, as one hexadecimal text. */
async function descriptorOf(volume: string, path: string): Promise<string> {
  const { stdout } = await runTool('ntfssecaudit', ['-v', volume, path]);
  return [...stdout.matchAll(/^\s+[0-9a-f]{6} {2}([0-9a-f ]+)$/gm)]
    .map((line) => (line[1] ?? '').replaceAll(' ', ''))
    .join('');
}

async function modeOf(volume: string, path: string): Promise<string | undefined> {
  const { stdout } = await runTool('ntfssecaudit', ['-v', volume, path]);
  return /mode (0\d+)/.exec(stdout)?.[1];
}

function hiveValue(hive: string, key: string, name: string): string {
  return execFileSync('hivexget', [hive, key, name], { encoding: 'utf8' }).trim();
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('buildWindowsVolume', () => {
  it('unpacks every file unchanged into a clean volume that knows its place on the stick', async () => {
    const asked = request();
    await buildWindowsVolume(asked, running);
    for (const [path, content] of image.files) {
      expect(sha256(await readBack(asked.volumePath, path)), path).toBe(sha256(content));
    }
    const check = await runTool('ntfsfix', ['-n', asked.volumePath]);
    expect(check.stdout).toContain('processed successfully');
    const { stdout: label } = await runTool('ntfslabel', [asked.volumePath]);
    expect(label.trim()).toBe('Größe 视窗');
    const bootSector = (await readFile(asked.volumePath)).subarray(0, 512);
    expect(bootSector.subarray(0x18, 0x20).toString('hex')).toBe('3f00ff0000e80900');
    expect((await stat(asked.volumePath)).size).toBe(128 * MiB);
  });

  it('leaves nothing but the volume and what was to be unpacked beside it', async () => {
    const asked = request({ edits, extractPaths: ['/windows/boot', SYSTEM, '/not/there'] });
    await buildWindowsVolume(asked, running);
    expect((await readdir(folder)).sort()).toEqual(['extracted', 'windows.ntfs']);
    const extracted = await readdir(asked.extractTo, { recursive: true });
    expect(extracted.filter((path) => path.includes('.')).sort()).toEqual([
      'Windows/Boot/EFI/bootmgfw.efi',
      'Windows/Boot/EFI/de-DE/bootmgfw.efi.mui',
      'Windows/Boot/Fonts/wgl4_boot.ttf',
    ]);
    const loader = await readFile(join(asked.extractTo, 'Windows/Boot/EFI/bootmgfw.efi'));
    expect(
      loader.equals(image.files.get('/Windows/Boot/EFI/bootmgfw.efi') ?? loader.subarray(1)),
    ).toBe(true);
    const hive = await readFile(join(asked.extractTo, SYSTEM));
    expect(hive.equals(image.files.get(SYSTEM) ?? Buffer.alloc(0))).toBe(true);
  });

  it('sets registry values in the current control set and keeps all others', async () => {
    const asked = request({ edits });
    await buildWindowsVolume(asked, running);
    const system = join(folder, 'system.hive');
    await writeFile(system, await readBack(asked.volumePath, SYSTEM));
    const parameters = '\\Services\\partmgr\\Parameters';
    expect(hiveValue(system, `\\ControlSet002${parameters}`, 'SanPolicy')).toBe('4');
    expect(hiveValue(system, `\\ControlSet002${parameters}`, 'Other')).toBe('keep');
    expect(hiveValue(system, '\\ControlSet002\\Services\\partmgr', 'Start')).toBe('0');
    expect(hiveValue(system, '\\ControlSet002\\Control', 'PortableOperatingSystem')).toBe('1');
    expect(hiveValue(system, '\\ControlSet002\\Control', 'SystemBootDevice')).toBe('x');
    expect(hiveValue(system, `\\ControlSet001${parameters}`, 'SanPolicy')).toBe('1');
    expect(() => hiveValue(system, '\\CurrentControlSet', 'x')).toThrow();

    const software = join(folder, 'software.hive');
    await writeFile(software, await readBack(asked.volumePath, SOFTWARE));
    const version = '\\Microsoft\\Windows\\CurrentVersion';
    expect(hiveValue(software, version, 'ProductName')).toBe('Practice');
    expect(hiveValue(software, `${version}\\New Key\\Größe 视窗`, 'Text')).toBe('Wert 值');
    const { stdout } = await runTool('hivexsh', [software], { stdin: 'cd Microsoft\nlsval\n' });
    expect(stdout).toContain('"Bytes"=hex(3):00,ff,01');
    expect((await runTool('ntfsfix', ['-n', asked.volumePath])).stdout).toContain(
      'processed successfully',
    );
  });

  it('adds new files with their folders and overwrites existing ones whatever their case', async () => {
    const asked = request({ edits });
    await buildWindowsVolume(asked, running);
    expect(
      (await readBack(asked.volumePath, '/Windows/Panther/New 视窗/unattend.xml')).toString(),
    ).toBe('<unattend/>');
    expect((await readBack(asked.volumePath, '/Windows/Setup/existing.xml')).toString()).toBe(
      'replaced, and longer than it was',
    );
    const { stdout } = await runTool('ntfsls', ['-p', '/Windows/Setup', asked.volumePath]);
    expect(stdout.split('\n').filter((name) => !/^\.*$/.test(name))).toEqual(['existing.xml']);
    expect(await readdir(imageFolder)).toEqual(['install.wim']);
  });

  it('keeps the security descriptor of hives that it changes', async () => {
    const untouched = request({ volumePath: join(folder, 'untouched.ntfs') });
    const edited = request({ edits });
    await buildWindowsVolume(untouched, running);
    await buildWindowsVolume(edited, running);
    for (const path of [SYSTEM, SOFTWARE, '/Windows']) {
      const before = await descriptorOf(untouched.volumePath, path);
      expect(before.length, path).toBeGreaterThan(100);
      expect(await descriptorOf(edited.volumePath, path), path).toBe(before);
    }
    expect(await modeOf(edited.volumePath, SYSTEM)).toBe('0700');
  });

  it('closes added and overwritten files to everyone but administrators and the system, and lets users look into new folders', async () => {
    const asked = request({ edits });
    await buildWindowsVolume(asked, running);
    const file = await descriptorOf(asked.volumePath, '/Windows/Panther/New 视窗/unattend.xml');
    const overwritten = await descriptorOf(asked.volumePath, '/Windows/Setup/existing.xml');
    expect(overwritten).toBe(file);
    const everyone = '010100000000000100000000';
    const system = '010100000000000512000000';
    const administrators = '01020000000000052000000020020000';
    const users = '01020000000000052000000021020000';
    expect(file).not.toContain(everyone);
    expect(file).not.toContain(users);
    expect(file).toContain(`ff011f00${system}`);
    expect(file).toContain(`ff011f00${administrators}`);
    for (const path of ['/Windows/Panther', '/Windows/Panther/New 视窗']) {
      const directory = await descriptorOf(asked.volumePath, path);
      expect(directory, path).not.toContain(everyone);
      expect(directory, path).toContain(`a9001200${users}`);
    }
    const { stdout } = await runTool('ntfssecaudit', ['-ar', asked.volumePath]);
    expect(stdout).toContain('No errors were found');
  });

  it('leaves files of the image out, whatever their case, and does not mind those it hasn’t got', async () => {
    const removals = ['/windows/setup/EXISTING.xml', '/Windows/nothing here.wim'];
    const asked = request({ edits: { registry: [], files: [], removals } });
    await buildWindowsVolume(asked, running);
    const { stdout } = await runTool('ntfsls', ['-p', '/Windows/Setup', asked.volumePath]);
    expect(stdout.split('\n').filter((name) => !/^\.*$/.test(name))).toEqual([]);
    expect((await readBack(asked.volumePath, SYSTEM)).length).toBeGreaterThan(0);
  });

  it('leaves folders out with all in them, and makes those that files need anew', async () => {
    const asked = request({
      edits: {
        registry: [],
        files: [{ path: '/Windows/Setup/New.xml', content: bytes('new') }],
        removals: ['/windows/SETUP'],
      },
    });
    await buildWindowsVolume(asked, running);
    const { stdout } = await runTool('ntfsls', ['-p', '/Windows/Setup', asked.volumePath]);
    expect(stdout.split('\n').filter((name) => !/^\.*$/.test(name))).toEqual(['New.xml']);
    const users = '01020000000000052000000021020000';
    expect(await descriptorOf(asked.volumePath, '/Windows/Setup')).toContain(`a9001200${users}`);
  });

  it('puts nothing into a file that shares its content with the one to be replaced', async () => {
    const tree = join(folder, 'tree');
    await mkdir(tree);
    await writeFile(join(tree, 'unattend.xml'), 'of the image');
    await link(join(tree, 'unattend.xml'), join(tree, 'other.xml'));
    const wimPath = join(folder, 'linked.wim');
    await copyFile(image.wimPath, wimPath);
    const command = ['update', wimPath, '1', '--command', 'add tree /Windows/Panther'];
    execFileSync('wimlib-imagex', command, { cwd: folder, stdio: 'ignore' });
    const path = '/Windows/Panther/unattend.xml';
    const files = [{ path, content: bytes('a secret') }];
    const asked = request({ wimParts: [wimPath], edits: { registry: [], files, removals: [] } });
    await buildWindowsVolume(asked, running);
    expect((await readBack(asked.volumePath, path)).toString()).toBe('a secret');
    const other = await readBack(asked.volumePath, '/Windows/Panther/other.xml');
    expect(other.toString()).toBe('of the image');
  });

  it('takes files of this computer, and refuses one that is not what it was', async () => {
    const source = join(folder, 'driver.sys');
    await writeFile(source, 'a driver');
    const path = '/ProgramData/Drivers/driver.sys';
    const editOf = (content: string): GuestEdits => {
      const file = {
        kind: 'file' as const,
        source,
        sizeBytes: 8,
        sha256: sha256(Buffer.from(content)),
      };
      return { registry: [], files: [{ path, content: file }], removals: [] };
    };
    const asked = request({ edits: editOf('a driver') });
    await buildWindowsVolume(asked, running);
    expect((await readBack(asked.volumePath, path)).toString()).toBe('a driver');

    const other = request({ volumePath: join(folder, 'other.ntfs'), edits: editOf('another') });
    const error = await failure(buildWindowsVolume(other, running));
    expect(error).toMatchObject({ code: 'files/changed', params: { path: source } });
    await rm(source);
    const gone = await failure(buildWindowsVolume(other, running));
    expect(gone).toMatchObject({ code: 'files/unreadable' });
    expect(existsSync(other.volumePath)).toBe(false);
  });

  it('unpacks a solid image as in an ESD', async () => {
    const esd = join(folder, 'install.esd');
    await runTool('wimlib-imagex', ['export', image.wimPath, '1', esd, '--solid']);
    const asked = request({ wimParts: [esd], edits, extractPaths: ['/Windows/Boot'] });
    await buildWindowsVolume(asked, running);
    for (const [path, content] of image.files) {
      if (path.includes('/config/') || path.endsWith('existing.xml')) continue;
      expect(sha256(await readBack(asked.volumePath, path)), path).toBe(sha256(content));
    }
  });

  it('reports progress in bytes that only grows and ends at the total', async () => {
    const seen: [number, number][] = [];
    await buildWindowsVolume(request(), {
      signal: running.signal,
      onProgress: (done, total) => seen.push([done, total]),
    });
    const total = [...image.files.values()].reduce((sum, content) => sum + content.length, 0);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toEqual([total, total]);
    expect(seen.map(([done]) => done)).toEqual(
      [...seen.map(([done]) => done)].sort((a, b) => a - b),
    );
  });

  it('refuses an edition that is not there, naming how many there are', async () => {
    for (const index of [0, 2, 99]) {
      const error = await failure(buildWindowsVolume(request({ index }), running));
      expect(error.code).toBe('wim/edition-missing');
      expect(error.params).toEqual({ index, available: 1 });
    }
    expect(existsSync(request().volumePath)).toBe(false);
  });

  it('refuses to touch a volume file that exists', async () => {
    await writeFile(request().volumePath, 'precious');
    const error = await failure(buildWindowsVolume(request(), running));
    expect(error.code).toBe('work/unusable');
    expect(await readFile(request().volumePath, 'utf8')).toBe('precious');
  });

  it('says when the work folder is not there', async () => {
    const error = await failure(
      buildWindowsVolume(request({ volumePath: join(folder, 'gone', 'x.ntfs') }), running),
    );
    expect(error.code).toBe('work/unusable');
  });

  it('says when the image holds no hive to edit', async () => {
    const other = await mkdtemp(join(tmpdir(), 'build-windows-image-'));
    try {
      const { wimPath } = await makePracticeWim(other, { without: [SYSTEM] });
      const error = await failure(
        buildWindowsVolume(request({ wimParts: [wimPath], edits }), running),
      );
      expect(error.code).toBe('wim/unsupported');
      expect(error.params['message']).toContain('SYSTEM');
      expect(await readdir(folder)).not.toContain('windows.ntfs');
    } finally {
      await rm(other, { recursive: true });
    }
  });

  it('says when the Windows partition is too small for the edition', async () => {
    const error = await failure(buildWindowsVolume(request({ volumeBytes: 3 * MiB }), running));
    expect(error.toData()).toMatchObject({ code: 'wim/too-large', params: { size: 3 * MiB } });
    expect(await readdir(folder)).not.toContain('windows.ntfs');
  });
});

describe('buildWindowsVolume on a device', () => {
  let device: LoopDevice;
  beforeEach(async () => {
    device = await attachLoop(2 * GiB, folder);
  });
  afterEach(() => device.detach());

  function deviceRequest(more: Partial<WindowsVolumeRequest> = {}): WindowsVolumeRequest {
    return request({
      place: 'device',
      volumePath: device.path,
      volumeBytes: 2 * GiB,
      fenceBytes: 64 * MiB,
      ...more,
    });
  }

  it('unpacks every file unchanged, and our own reader finds a clean volume that fills it', async () => {
    const asked = deviceRequest({ edits });
    await buildWindowsVolume(asked, running);
    expect((await runTool('ntfsfix', ['-n', device.path])).stdout).toContain(
      'processed successfully',
    );
    const unchanged = [...image.files].filter(
      ([path]) => !path.includes('/config/') && !path.endsWith('existing.xml'),
    );
    await withVolumeFile(device.path, 2 * GiB, async (source) => {
      const volume = await openNtfs(source);
      expect(volume.dirty()).toBe(false);
      expect(volume.totalSectors).toBe((2 * GiB) / 512 - 1);
      for (const [path, content] of unchanged) {
        expect(sha256(await readBack(device.path, path)), path).toBe(sha256(content));
        expect((await volume.readFile(path, MiB)).equals(content), path).toBe(true);
      }
    });
    expect(await readdir('/dev')).not.toContainEqual(expect.stringMatching(/^\.edits-/));
  });

  it('leaves the device there when it fails', async () => {
    const error = await failure(buildWindowsVolume(deviceRequest({ index: 7 }), running));
    expect(error.code).toBe('wim/edition-missing');
    expect((await stat(device.path)).isBlockDevice()).toBe(true);
  });

  it('says when the device is too small for the edition', async () => {
    const small = join(folder, 'small');
    await mkdir(small);
    const other = await attachLoop(3 * MiB, small);
    try {
      const asked = deviceRequest({
        volumePath: other.path,
        volumeBytes: 3 * MiB,
        fenceBytes: null,
      });
      const error = await failure(buildWindowsVolume(asked, running));
      expect(error.toData()).toMatchObject({ code: 'wim/too-large', params: { size: 3 * MiB } });
    } finally {
      await other.detach();
    }
  });

  it('is announced as what it does', () => {
    const lines = describeWindowsVolume(deviceRequest());
    expect(lines[0]).toBe(`erase ${device.path}, a device of 2147483648 bytes`);
    expect(lines[2]).toBe('mark as used for now what lies behind the 67108864 bytes needed');
    expect(lines.at(-1)).toBe('mark as free again what was marked as used');
    const inFile = describeWindowsVolume(request());
    expect(inFile[0]).toContain('a sparse file of');
    expect(inFile.join()).not.toContain('mark as');
  });
});

describe('buildWindowsVolume with a fence', () => {
  it('keeps what it unpacks together and leaves all the room behind it free', async () => {
    const asked = request({ edits, volumeBytes: 8 * GiB, fenceBytes: 48 * MiB });
    await buildWindowsVolume(asked, running);
    expect((await runTool('ntfsfix', ['-n', asked.volumePath])).stdout).toContain(
      'processed successfully',
    );
    const { stdout } = await runTool('ntfsinfo', ['-m', asked.volumePath]);
    const free = Number(/Free Clusters: (\d+)/.exec(stdout)?.[1]) * 4096;
    expect(free).toBeGreaterThan(8 * GiB - 150 * MiB);
  });

  it('does without it when it turns out to be too tight', async () => {
    const other = await mkdtemp(join(tmpdir(), 'build-windows-image-'));
    try {
      // 80 MB, where the fence leaves a megabyte and the file table's zone, an eighth of the volume.
      const big = await makePracticeWim(other, { payloadFiles: 80, payloadBytes: 1_000_000 });
      const asked = request({ wimParts: [big.wimPath], volumeBytes: 256 * MiB, fenceBytes: MiB });
      await buildWindowsVolume(asked, running);
      for (const [path, content] of big.files) {
        expect(sha256(await readBack(asked.volumePath, path)), path).toBe(sha256(content));
      }
      expect((await readdir(folder)).sort()).toEqual(['extracted', 'windows.ntfs']);
      expect((await runTool('ntfsfix', ['-n', asked.volumePath])).stdout).toContain(
        'processed successfully',
      );
    } finally {
      await rm(other, { recursive: true });
    }
  });

  it('says that the partition is too small when it is so without a fence, too', async () => {
    const other = await mkdtemp(join(tmpdir(), 'build-windows-image-'));
    try {
      const big = await makePracticeWim(other, { payloadFiles: 80, payloadBytes: 1_000_000 });
      const asked = request({ wimParts: [big.wimPath], volumeBytes: 60 * MiB, fenceBytes: MiB });
      const error = await failure(buildWindowsVolume(asked, running));
      expect(error.code).toBe('wim/too-large');
      expect(await readdir(folder)).toEqual(['extracted']);
    } finally {
      await rm(other, { recursive: true });
    }
  });
});

describe('buildWindowsVolume with a damaged image', () => {
  async function damaged(change: (bytes: Buffer) => Buffer): Promise<string> {
    const path = join(folder, 'damaged.wim');
    await writeFile(path, change(await readFile(image.wimPath)));
    return path;
  }
  async function failureOf(wimPath: string): Promise<StickError> {
    const error = await failure(
      buildWindowsVolume(request({ wimParts: [wimPath], edits }), running),
    );
    expect(await readdir(folder)).not.toContain('windows.ntfs');
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
    return error;
  }

  it('names a damaged header', async () => {
    const path = await damaged((bytes) => {
      bytes.fill(0x55, 0, 208);
      return bytes;
    });
    expect((await failureOf(path)).code).toBe('wim/header');
  });

  it('names a file that is no WIM or is empty', async () => {
    expect((await failureOf(await damaged(() => Buffer.from('no WIM at all')))).code).toBe(
      'wim/header',
    );
    expect((await failureOf(await damaged(() => Buffer.alloc(0)))).code).toBe('wim/header');
  });

  it('names a damaged table of contents', async () => {
    // Offset of the blob table: WIM header, resource header at byte 48.
    const path = await damaged((bytes) => {
      const at = Number(bytes.readBigUInt64LE(56));
      bytes.fill(0xff, at, at + 500);
      return bytes;
    });
    expect((await failureOf(path)).code).toBe('wim/hash-table');
  });

  it('names a damaged description', async () => {
    const path = await damaged((bytes) => {
      const at = Number(bytes.readBigUInt64LE(80));
      bytes.fill(0x3c, at + 2, at + 200);
      return bytes;
    });
    expect((await failureOf(path)).code).toBe('wim/xml');
  });

  it('notices damaged file data by its hash', async () => {
    const path = await damaged((bytes) => {
      for (let at = 300_000; at < 1_500_000; at += 1000)
        bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
      return bytes;
    });
    const error = await failureOf(path);
    expect(error.code).toBe('wim/apply');
    expect(error.detail).toMatch(/wimlib error \d+/);
  });

  it('survives damage at many places with an error a person can read', async () => {
    const { size } = await stat(image.wimPath);
    for (let step = 1; step <= 12; step += 1) {
      const path = await damaged((bytes) => bytes.subarray(0, Math.floor((size * step) / 13)));
      expect((await failureOf(path)).code).toMatch(/^(wim|image)\//);
    }
  });

  it('says when the hive inside is damaged', async () => {
    const other = await mkdtemp(join(tmpdir(), 'build-windows-image-'));
    try {
      await mkdir(join(other, 'tree/Windows/System32/config'), { recursive: true });
      await writeFile(join(other, 'tree', SYSTEM), 'regf but not really'.repeat(1000));
      await writeFile(join(other, 'tree', SOFTWARE), image.files.get(SOFTWARE) ?? '');
      const wimPath = join(other, 'install.wim');
      await runTool('wimlib-imagex', [
        'capture',
        join(other, 'tree'),
        wimPath,
        'x',
        '--compress=none',
      ]);
      const error = await failureOf(wimPath);
      expect(error.code).toBe('wim/apply');
      expect(error.params['message']).toContain('SYSTEM');
    } finally {
      await rm(other, { recursive: true });
    }
  });

  it('does not follow a link in the place of a hive', async () => {
    const other = await mkdtemp(join(tmpdir(), 'build-windows-image-'));
    try {
      const victim = join(other, 'victim');
      const content = image.files.get(SYSTEM) ?? Buffer.alloc(0);
      await writeFile(victim, content);
      await mkdir(join(other, 'tree/Windows/System32/config'), { recursive: true });
      await runTool('ln', ['-s', victim, join(other, 'tree', SYSTEM)]);
      await writeFile(join(other, 'tree', SOFTWARE), image.files.get(SOFTWARE) ?? '');
      const wimPath = join(other, 'install.wim');
      await runTool('wimlib-imagex', ['capture', join(other, 'tree'), wimPath, 'x', '--norpfix']);
      expect((await failureOf(wimPath)).code).toBe('wim/unsupported');
      expect((await readFile(victim)).equals(content)).toBe(true);
    } finally {
      await rm(other, { recursive: true });
    }
  });
});

describe('buildWindowsVolume with a split image', () => {
  async function split(): Promise<string[]> {
    await runTool('wimlib-imagex', ['split', image.wimPath, join(folder, 'install.swm'), '1']);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.swm'));
    expect(names.length).toBeGreaterThan(2);
    return ['install.swm', ...names.filter((name) => name !== 'install.swm').sort()].map((name) =>
      join(folder, name),
    );
  }

  it('unpacks all parts', async () => {
    const asked = request({ wimParts: await split(), edits, extractPaths: ['/Windows/Boot'] });
    await buildWindowsVolume(asked, running);
    for (const [path, content] of image.files) {
      if (path.includes('/config/') || path.endsWith('existing.xml')) continue;
      expect(sha256(await readBack(asked.volumePath, path)), path).toBe(sha256(content));
    }
  });

  it('names the part that is missing', async () => {
    const parts = await split();
    const error = await failure(
      buildWindowsVolume(request({ wimParts: parts.slice(0, 2) }), running),
    );
    expect(error.code).toBe('wim/part-missing');
    expect(error.params).toEqual({
      total: parts.length,
      part: 3,
      path: join(folder, 'install3.swm'),
    });
  });

  it('says when a part is gone from the disk or not the first', async () => {
    const parts = await split();
    await rm(parts[1] ?? '');
    const gone = await failure(buildWindowsVolume(request({ wimParts: parts }), running));
    expect(gone.code).toBe('wim/part-missing');
    expect(gone.params['part']).toBe(2);
    const second = await failure(
      buildWindowsVolume(request({ wimParts: parts.slice(2, 3) }), running),
    );
    expect(second.code).toBe('wim/part-missing');
  });
});

describe('buildWindowsVolume under way', () => {
  let bigFolder: string;
  let big: PracticeWim;
  beforeAll(async () => {
    bigFolder = await mkdtemp(join(tmpdir(), 'build-windows-big-'));
    big = await makePracticeWim(bigFolder, { payloadFiles: 300, payloadBytes: 1_000_000 });
  });
  afterAll(() => rm(bigFolder, { recursive: true, force: true }));

  function bigRequest(more: Partial<WindowsVolumeRequest> = {}): WindowsVolumeRequest {
    return request({ wimParts: [big.wimPath], volumeBytes: 512 * MiB, ...more });
  }

  /** Resident memory in bytes and ids of the workers that this process started. */
  async function workers(): Promise<{ pid: number; peakBytes: number }[]> {
    const children = await readFile(`/proc/self/task/${String(process.pid)}/children`, 'utf8');
    const found: { pid: number; peakBytes: number }[] = [];
    for (const pid of children.trim().split(' ').filter(Boolean)) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (!command.includes('wim-worker')) continue;
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      const peak = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
      found.push({ pid: Number(pid), peakBytes: peak });
    }
    return found;
  }

  it('stops within two seconds of a cancellation and leaves nothing', async () => {
    const controller = new AbortController();
    let cancelledAt = 0;
    const error = await failure(
      buildWindowsVolume(bigRequest({ edits }), {
        signal: controller.signal,
        onProgress: (done) => {
          if (done === 0 || cancelledAt > 0) return;
          cancelledAt = Date.now();
          controller.abort();
        },
      }),
    );
    expect(cancelledAt).toBeGreaterThan(0);
    expect(Date.now() - cancelledAt).toBeLessThan(2000);
    expect(error.code).toBe('cancelled');
    expect(await readdir(folder)).toEqual(['extracted']);
    expect(await workers()).toEqual([]);
  });

  it('stops as soon when the worker does not answer any more', async () => {
    const controller = new AbortController();
    let cancelledAt = 0;
    const error = await failure(
      buildWindowsVolume(bigRequest(), {
        signal: controller.signal,
        onProgress: () => {
          if (cancelledAt > 0) return;
          cancelledAt = Date.now();
          void workers().then(([worker]) => {
            if (worker) process.kill(worker.pid, 'SIGSTOP');
            controller.abort();
          });
        },
      }),
    );
    expect(error.code).toBe('cancelled');
    expect(Date.now() - cancelledAt).toBeLessThan(2000);
    expect(await readdir(folder)).toEqual(['extracted']);
    expect(await workers()).toEqual([]);
  });

  it('does nothing when it is cancelled before it begins', async () => {
    const error = await failure(
      buildWindowsVolume(request(), { ...running, signal: AbortSignal.abort() }),
    );
    expect(error.code).toBe('cancelled');
    expect(await readdir(folder)).toEqual([]);
  });

  it('turns the death of the worker into an error and cleans up', async () => {
    let killed = false;
    const error = await failure(
      buildWindowsVolume(bigRequest(), {
        signal: running.signal,
        onProgress: () => {
          if (killed) return;
          killed = true;
          void workers().then(([worker]) => {
            if (worker) process.kill(worker.pid, 'SIGSEGV');
          });
        },
      }),
    );
    expect(error.code).toBe('wim/apply');
    expect(error.params['message']).toContain('SIGSEGV');
    expect(await readdir(folder)).toEqual(['extracted']);
  });

  it('needs little memory however large the image is', async () => {
    let peak = 0;
    await buildWindowsVolume(bigRequest(), {
      signal: running.signal,
      onProgress: () => {
        void workers().then((found) => {
          peak = Math.max(peak, ...found.map(({ peakBytes }) => peakBytes));
        });
      },
    });
    expect(peak).toBeGreaterThan(10 * MiB);
    expect(peak).toBeLessThan(150 * MiB);
  });

  it('says how much is missing when the work folder is full', async () => {
    const disk = join(folder, 'disk.ext4');
    const mountPoint = join(folder, 'mnt');
    const file = await open(disk, 'w');
    await file.truncate(200 * MiB);
    await file.close();
    await mkdir(mountPoint);
    await runTool('mkfs.ext4', ['-q', '-F', disk]);
    await runTool('mount', ['-o', 'loop', disk, mountPoint]);
    try {
      const volumePath = join(mountPoint, 'windows.ntfs');
      const error = await failure(buildWindowsVolume(bigRequest({ volumePath, edits }), running));
      expect(error.code).toBe('work/full');
      expect(error.params['path']).toBe(mountPoint);
      expect(error.params['needed']).toBeGreaterThan(300_000_000);
      expect(error.params['missing']).toBeGreaterThan(50_000_000);
      expect(error.params['missing']).toBeLessThan(Number(error.params['needed']));
      expect(await readdir(mountPoint)).toEqual(['lost+found']);
    } finally {
      await runTool('umount', [mountPoint]);
    }
  });
});
