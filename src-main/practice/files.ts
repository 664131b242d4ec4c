import { MiB } from '../../src-shared/units';
import type { BootPrograms } from './boot-programs';
import type { Content } from './content';
import { practiceEditions, type PracticeEdition } from './editions';
import { DRIVERS, defaultUserHive, emptyHive, softwareHive, systemHive } from './hives';
import { NOTICE } from './notice';
import { foundationManifest, plainManifest } from './windows-contents';

export interface PracticeFile {
  /** Path in the image, without a leading slash. */
  path: string;
  content: Content;
  /** Further names of the same file (hard links). */
  alsoAt?: string[];
  /** The stand-in loader reads it back and compares its hash. */
  listed: boolean;
}

export interface Payload {
  /** Bytes of filler in the first edition. */
  bytes: number;
  /** Number of files the filler is spread over. */
  files: number;
}

/** Folders without a file in them, and the only link. */
export const EMPTY_FOLDERS = [
  'Windows/Temp',
  'Windows/Panther',
  'Windows/System32/Sysprep',
  'PerfLogs',
  'ProgramData/Microsoft',
];

/** So much is read back by the stand-in loader at most, so that it stays quick in an emulator. */
const LISTED_BYTES = 24 * MiB;
const LISTED_FILES = 64;

const LANGUAGES = ['en-US', 'de-DE', 'zh-CN'];
const FONTS = [
  ...['chs_boot', 'cht_boot', 'jpn_boot', 'kor_boot', 'wgl4_boot'],
  ...['segmono_boot', 'segoen_slboot', 'segoe_slboot'],
];

/** Everything that all practice editions have in common. */
export function commonFiles(programs: BootPrograms, payload: Payload): PracticeFile[] {
  return [
    ...bootFiles(programs),
    ...DRIVERS.map((name) => listedText(`Windows/System32/drivers/${name}.sys`, `${name}.sys`)),
    ...hives(),
    ...manifests(),
    recoveryImage(),
    ...namedFiles(),
    ...payloadFiles({ ...payload, seed: 1, folder: 'common' }),
  ];
}

/** What one edition has on top. */
export function editionFiles(edition: PracticeEdition, payload: Payload): PracticeFile[] {
  const number = practiceEditions.indexOf(edition) + 1;
  const hive: PracticeFile = {
    path: 'Windows/System32/config/SOFTWARE',
    content: { kind: 'bytes', bytes: softwareHive(edition) },
    listed: false,
  };
  const files = [
    hive,
    listedText('Windows/practice-edition.txt', `${edition.name}\n${edition.description}`),
  ];
  if (edition.extraShare === 0) return files;
  const extra = payloadFiles({
    bytes: Math.round(payload.bytes * edition.extraShare),
    files: Math.max(1, Math.round(payload.files * edition.extraShare)),
    seed: 1_000_000 * number,
    folder: edition.editionId.toLowerCase(),
  });
  return [...files, ...extra.map((file) => ({ ...file, listed: false }))];
}

function bootFiles(programs: BootPrograms): PracticeFile[] {
  const bootManager: Content = { kind: 'bytes', bytes: programs.bootManager };
  const loader: Content = { kind: 'bytes', bytes: programs.loader };
  const programNames = ['bootmgfw.efi', 'bootmgr.efi', 'memtest.efi'];
  return [
    {
      path: 'Windows/Boot/EFI/bootmgfw.efi',
      content: bootManager,
      alsoAt: ['Windows/WinSxS/practice-boot/bootmgfw.efi'],
      listed: true,
    },
    { path: 'Windows/Boot/EFI/bootmgr.efi', content: bootManager, listed: false },
    { path: 'Windows/Boot/EFI/memtest.efi', content: bootManager, listed: false },
    {
      path: 'Windows/System32/winload.efi',
      content: loader,
      alsoAt: ['Windows/System32/Boot/winload.efi'],
      listed: true,
    },
    { path: 'Windows/System32/winresume.efi', content: loader, listed: false },
    {
      path: 'Windows/Boot/PCAT/bootmgr',
      content: { kind: 'bytes', bytes: programs.biosBootManager },
      listed: true,
    },
    listedText('Windows/Boot/PCAT/bootnxt', 'bootnxt'),
    listedText('Windows/Boot/PCAT/memtest.exe', 'memtest.exe'),
    listedText('Windows/System32/winload.exe', 'winload.exe'),
    listedText('Windows/System32/winresume.exe', 'winresume.exe'),
    ...LANGUAGES.flatMap((language) => [
      listedText(`Windows/Boot/PCAT/${language}/bootmgr.exe.mui`, `bootmgr.exe ${language}`),
      ...programNames.map((name) =>
        listedText(`Windows/Boot/EFI/${language}/${name}.mui`, `${name} ${language}`),
      ),
    ]),
    ...FONTS.map((font, i): PracticeFile => {
      const content: Content = { kind: 'filler', size: 40_000 + i, seed: i, compressible: false };
      return { path: `Windows/Boot/Fonts/${font}.ttf`, content, listed: true };
    }),
    listedText('Windows/Boot/Resources/bootres.dll', 'bootres.dll'),
    listedText('Windows/Boot/Resources/en-US/bootres.dll.mui', 'bootres.dll en-US'),
  ];
}

function hives(): PracticeFile[] {
  const hive = (name: string, bytes: Buffer): PracticeFile => ({
    path: `Windows/System32/config/${name}`,
    content: { kind: 'bytes', bytes },
    listed: false,
  });
  return [
    hive('SYSTEM', systemHive()),
    ...['DEFAULT', 'SAM', 'SECURITY'].map((name) => hive(name, emptyHive())),
    {
      path: 'Users/Default/NTUSER.DAT',
      content: { kind: 'bytes', bytes: defaultUserHive() },
      listed: false,
    },
  ];
}

/** What the packages of Windows say about themselves: one has features, one has none. */
function manifests(): PracticeFile[] {
  const manifest = (name: string, text: string): PracticeFile => ({
    path: `Windows/servicing/Packages/${name}~31bf3856ad364e35~amd64~~10.0.22631.1.mum`,
    content: { kind: 'bytes', bytes: Buffer.from(text, 'utf8') },
    listed: false,
  });
  return [
    manifest('Practice-Windows-Foundation-Package', foundationManifest()),
    manifest('Practice-Windows-Fonts-Package', plainManifest()),
  ];
}

/** Stands for the recovery environment. A stick may go without it, so nothing counts on it. */
function recoveryImage(): PracticeFile {
  return {
    path: 'Windows/System32/Recovery/Winre.wim',
    content: { kind: 'filler', size: 300_000, seed: 300, compressible: false },
    listed: false,
  };
}

/** Files with names, places and sizes that have tripped programs up. */
function namedFiles(): PracticeFile[] {
  const deep = Array.from({ length: 24 }, (_, i) => `level ${String(i + 1)}`).join('/');
  return [
    listedText('Windows/explorer.exe', 'explorer.exe'),
    listedText('Windows/notepad.exe', 'notepad.exe'),
    listedText('Windows/System32/ntoskrnl.exe', 'ntoskrnl.exe'),
    listedText('Program Files/Common Files/Practice/readme.txt', 'a folder with a space'),
    listedText('Users/Default/NTUSER.txt', 'the profile new users start from'),
    listedText('Users/Public/Documents/Übung – Größe & Maß.txt', 'umlauts'),
    listedText('Users/Public/Documents/练习文件.txt', 'Chinese characters'),
    listedText('Users/Public/Documents/emoji 🧪.txt', 'a character outside the basic plane'),
    listedText('Users/Public/Documents/-leading dash.txt', 'a leading dash'),
    listedText("Users/Public/Documents/it's [brackets] {braces} #1 %20 ;.txt", 'punctuation'),
    listedText(`Users/Public/Documents/${'long name '.repeat(24)}.txt`, 'a very long name'),
    listedText(`Users/Public/Documents/${deep}/deep.txt`, 'a deep folder'),
    {
      path: 'Windows/System32/empty.dat',
      content: { kind: 'bytes', bytes: Buffer.alloc(0) },
      listed: true,
    },
  ];
}

/** Filler spread over files of very different sizes: one is larger than 16 MiB if there is enough of it. */
function payloadFiles(asked: Payload & { seed: number; folder: string }): PracticeFile[] {
  const sizes = payloadSizes(asked);
  let listedBytes = 0;
  return sizes.map((size, i) => {
    const name = `${asked.folder}-${String(i).padStart(5, '0')}`;
    const component = `amd64_practice-${name}_31bf3856ad364e35_10.0.22631.1_none`;
    const listed = i < LISTED_FILES && listedBytes + size <= LISTED_BYTES;
    if (listed) listedBytes += size;
    return {
      path: `Windows/WinSxS/${component}/${name}.dll`,
      // As in Windows, part of the component store is linked into System32.
      ...(i % 4 === 0 ? { alsoAt: [`Windows/System32/${name}.dll`] } : {}),
      content: { kind: 'filler', size, seed: asked.seed + i, compressible: i % 5 > 1 },
      listed,
    };
  });
}

/** Bytes of each file, adding up to `bytes`: a large one first, then a steep mixture. */
export function payloadSizes({ bytes, files }: Payload): number[] {
  if (files === 0) return [];
  const large = files === 1 ? bytes : Math.min(17 * MiB, Math.floor(bytes / 3));
  const weights = Array.from({ length: files - 1 }, (_, i) => 1 + ((i * 7919) % 1000) ** 2 / 1000);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const sizes = [large, ...weights.map((weight) => Math.floor(((bytes - large) * weight) / sum))];
  const rest = bytes - sizes.reduce((total, size) => total + size, 0);
  return sizes.map((size, i) => (i === files - 1 ? size + rest : size));
}

function listedText(path: string, text: string): PracticeFile {
  const bytes = Buffer.from(`${NOTICE}\n${text}\n`, 'utf8');
  return { path, content: { kind: 'bytes', bytes }, listed: true };
}
