import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveLean } from '../../src-shared/lean-presets';
import type { ProtectAtFirstStart } from '../../src-shared/protect';
import { defaultWindowsChoices, type WindowsChoices } from '../../src-shared/windows-choices';
import { choiceEdits, firstStartFiles } from '../guest';
import { createHost } from '../host/linux';
import { buildScripts } from '../host/linux/test-support/build-scripts';
import { runTool } from '../host/run-tool';
import { makePracticeIso } from '.';

const MiB = 2 ** 20;
const SYSTEM = '/Windows/System32/config/SYSTEM';
const SOFTWARE = '/Windows/System32/config/SOFTWARE';
const DEFAULT_USER = '/Users/Default/NTUSER.DAT';
const RECOVERY = '/Windows/System32/Recovery';

const chosen: WindowsChoices = {
  ...defaultWindowsChoices,
  portable: {
    ...defaultWindowsChoices.portable,
    pageFile: { kind: 'fixed', bytes: 2048 * MiB },
  },
  lean: { ...defaultWindowsChoices.lean, preset: 'light' },
  speed: { ...defaultWindowsChoices.speed, searchIndexing: false },
  roaming: {
    ...defaultWindowsChoices.roaming,
    profilePath: '\\\\Größe\\视窗',
    redirect: { path: '\\\\srv\\homes', folders: ['documents', 'downloads'] },
  },
};

const protect: ProtectAtFirstStart = {
  kind: 'first-start',
  cipher: 'xts-aes-256',
  escrow: 'active-directory',
  recoveryFolder: '\\\\srv\\keys',
};

const files = firstStartFiles({
  windows: chosen,
  protect,
  lean: resolveLean(chosen.lean, null),
  hasDrivers: false,
  wifiProfiles: 0,
  secretAnswers: false,
});

let folder: string;
let wim: string;
let volume: string;
let removeScripts: () => Promise<void>;

beforeAll(async () => {
  removeScripts = await buildScripts();
  folder = await mkdtemp(join(tmpdir(), 'choices-'));
  const { isoPath } = await makePracticeIso({ folder, sizeBytes: 2_000_000, files: 20 });
  await runTool('7zz', ['e', '-y', '-tudf', `-o${folder}`, isoPath, 'sources/install.wim']);
  wim = join(folder, 'install.wim');
  volume = await build('chosen', chosen);
});
afterAll(async () => {
  await removeScripts();
  await rm(folder, { recursive: true, force: true });
});

/** Unpacks the second edition with what the choices come to. Returns the volume. */
async function build(name: string, windows: WindowsChoices): Promise<string> {
  const volumePath = join(folder, `${name}.ntfs`);
  const edits = choiceEdits({ windows, protect, build: 22631 });
  const request = {
    ...{ wimParts: [wim], index: 2, place: 'new-file' as const, volumePath },
    ...{ volumeBytes: 64 * MiB, fenceBytes: null, startLba: 2048, label: 'Windows' },
    ...{ edits: { ...edits, files }, extractPaths: [], extractTo: join(folder, `${name}-out`) },
  };
  const running = { signal: new AbortController().signal, onProgress: () => undefined };
  await createHost().buildWindowsVolume(request, running);
  return volumePath;
}

async function read(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await runTool('ntfscat', [volume, path], { onStdout: (chunk) => chunks.push(chunk) });
  return Buffer.concat(chunks);
}

/** Type and data of the values of a key, as hivexsh prints them. */
async function values(hive: string, key: string): Promise<Map<string, string>> {
  const path = join(folder, `${hive.split('/').at(-1) ?? ''}.hive`);
  await writeFile(path, await read(hive));
  const { stdout } = await runTool('hivexsh', [path], { stdin: `cd ${key}\nlsval\n` });
  return new Map(
    [...stdout.matchAll(/^"(.*?)"=(.*)$/gm)].map(([, name, data]) => [name ?? '', data ?? '']),
  );
}

/** As hivexsh prints a type whose text it doesn't show. */
function hex(type: number, text: string): string {
  const bytes = [...Buffer.from(text, 'utf16le')];
  return `hex(${String(type)}):${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
}

async function names(path: string, of = volume): Promise<string[]> {
  const { stdout } = await runTool('ntfsls', ['-p', path, of]);
  return stdout.split('\n').filter((name) => !/^\.*$/.test(name));
}

describe('a Windows with what was chosen', () => {
  const control = '\\ControlSet001\\Control';
  const services = '\\ControlSet001\\Services';

  it.each([
    [control, 'PortableOperatingSystem', 'dword:00000001'],
    [control, 'BootDriverFlags', 'dword:00000000'],
    [`${control}\\Power`, 'HibernateEnabled', 'dword:00000000'],
    [`${control}\\Power`, 'HibernateEnabledDefault', 'dword:00000000'],
    [`${control}\\Power`, 'PlatformAoAcOverride', 'dword:00000000'],
    [`${control}\\Session Manager\\Power`, 'HiberbootEnabled', 'dword:00000000'],
    [`${control}\\BitLocker`, 'PreventDeviceEncryption', 'dword:00000001'],
    [`${control}\\FileSystem`, 'NtfsDisableLastAccessUpdate', 'dword:80000001'],
    [`${control}\\FileSystem`, 'LongPathsEnabled', 'dword:00000000'],
    [
      `${control}\\Session Manager\\Memory Management`,
      'PagingFiles',
      hex(7, 'C:\\pagefile.sys 2048 2048\0\0'),
    ],
    [
      `${control}\\Session Manager\\Memory Management\\PrefetchParameters`,
      'EnablePrefetcher',
      'dword:00000000',
    ],
    [`${services}\\partmgr\\Parameters`, 'SanPolicy', 'dword:00000004'],
    [`${services}\\WSearch`, 'Start', 'dword:00000004'],
    [`${services}\\WSearch`, 'Type', 'dword:00000010'],
    [`${services}\\SysMain`, 'Start', 'dword:00000004'],
  ])('has in SYSTEM%s %s = %s', async (key, name, expected) => {
    expect((await values(SYSTEM, key)).get(name)).toBe(expected);
  });

  it('has the policies of the preset and the place of profiles in SOFTWARE', async () => {
    const cloud = await values(SOFTWARE, '\\Policies\\Microsoft\\Windows\\CloudContent');
    expect(cloud.get('DisableWindowsConsumerFeatures')).toBe('dword:00000001');
    const { stdout } = await runTool('hivexget', [
      join(folder, 'SOFTWARE.hive'),
      '\\Policies\\Microsoft\\Windows\\System',
      'MachineProfilePath',
    ]);
    expect(stdout.trim()).toBe('\\\\Größe\\视窗\\%USERNAME%');
    const version = await values(SOFTWARE, '\\Microsoft\\Windows NT\\CurrentVersion');
    expect(version.get('EditionID')).toBe('"Professional"');
  });

  it.each([
    ['UseAdvancedStartup', 1],
    ['EnableBDEWithNoTPM', 1],
    ['OSPassphrase', 1],
    ['OSEncryptionType', 2],
    ['EncryptionMethodWithXtsOs', 7],
    ['OSActiveDirectoryBackup', 1],
  ])('has the policy %s of BitLocker, %i', async (name, value) => {
    const policies = await values(SOFTWARE, '\\Policies\\Microsoft\\FVE');
    expect(policies.get(name)).toBe(`dword:0000000${String(value)}`);
  });

  it('sends the folders of new accounts to the server, and no others', async () => {
    const explorer = '\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer';
    const folders = await values(DEFAULT_USER, `${explorer}\\User Shell Folders`);
    expect(folders.get('Personal')).toBe(
      String.raw`str(2):"\\\\srv\\homes\\%USERNAME%\\Documents"`,
    );
    expect(folders.get('{374DE290-123F-4565-9164-39C4925E467B}')).toBe(
      String.raw`str(2):"\\\\srv\\homes\\%USERNAME%\\Downloads"`,
    );
    expect(folders.get('Desktop')).toBe(String.raw`str(2):"%USERPROFILE%\\Desktop"`);
    expect(folders.size).toBe(6);
  });

  it.each([
    [SYSTEM, 'PagingFiles'],
    [SOFTWARE, 'BypassNRO'],
    [DEFAULT_USER, 'Personal'],
  ])('has in %s a hive that libregf reads, with %s', async (hive, name) => {
    await values(hive, '\\');
    const path = join(folder, `${hive.split('/').at(-1) ?? ''}.hive`);
    expect((await runTool('regfexport', [path])).stdout).toContain(name);
  });

  it('has no recovery environment, and a volume that is whole', async () => {
    expect(await names(RECOVERY)).toEqual([]);
    const { stdout } = await runTool('ntfsfix', ['-n', volume]);
    expect(stdout).toContain('processed successfully');
  });

  it('has the script of the first start and what starts it, as they were made', async () => {
    expect(files).toHaveLength(3);
    for (const { path, content } of files) {
      expect(content.kind === 'bytes' && content.bytes.equals(await read(path)), path).toBe(true);
    }
  });

  it('keeps its recovery environment when that is wanted', async () => {
    const portable = { ...chosen.portable, recovery: true };
    const other = await build('recovery', { ...chosen, portable });
    expect(await names(RECOVERY, other)).toEqual(['Winre.wim']);
  });
});
