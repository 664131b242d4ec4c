import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from '../src-main/host/run-tool';

/**
 * How the two partitions get into one disk image.
 * - `insert`: shifts the NTFS file's blocks in place (fallocate -i), which ext4 and XFS can, and makes
 *   it the disk image. No data is copied.
 * - `sparse-copy`: dd with conv=sparse, which works everywhere.
 */
export type JoinWay = 'insert' | 'sparse-copy';

export interface PeerRequest {
  isoPath: string;
  /** Image index in the WIM, from 1. */
  index: number;
  /** Disk image to be made; must not exist. */
  imagePath: string;
  /** Bytes; a multiple of 1 MiB. */
  imageBytes: number;
  /** Folder for everything in between, on the same file system as the image. */
  workFolder: string;
  join: JoinWay;
  /** Becomes \EFI\Microsoft\Boot\BCD. */
  bcd: Buffer;
}

export interface PeerResult {
  steps: { step: string; seconds: number }[];
  seconds: number;
}

const MIB = 1024 * 1024;
const SECTOR = 512;
const EFI_START = 2048;
const EFI_SECTORS = (300 * MIB) / SECTOR;
const MSR_START = EFI_START + EFI_SECTORS;
const MSR_SECTORS = (16 * MIB) / SECTOR;
/** The next multiple of 4 MiB after the Microsoft reserved partition: 320 MiB. */
const WINDOWS_START = (320 * MIB) / SECTOR;
/** Room for the backup partition table. */
const TAIL_BYTES = MIB;

/**
 * Makes a Windows stick in an image file the way a person would who knows the tools well: one bare
 * command after the other, none of this program's own code for disks. Returns seconds per step.
 */
export async function makeByHand(request: PeerRequest): Promise<PeerResult> {
  const work = await mkdtemp(join(request.workFolder, 'by-hand-'));
  const steps: PeerResult['steps'] = [];
  const step = async (name: string, action: () => Promise<unknown>): Promise<void> => {
    const began = process.hrtime.bigint();
    await action();
    steps.push({ step: name, seconds: Number(process.hrtime.bigint() - began) / 1e9 });
  };
  const { isoPath, imagePath } = request;
  const wim = join(work, 'install.wim');
  const windows = join(work, 'windows.ntfs');
  const efi = join(work, 'efi.fat');
  const bootFiles = join(work, 'boot');
  try {
    await step('sha256sum', () => runTool('sha256sum', [isoPath]));
    await step('7zz', () =>
      runTool('7zz', ['e', '-y', `-o${work}`, isoPath, 'sources/install.wim']),
    );
    await step('mkntfs', () => formatWindows(windows, request.imageBytes));
    await step('wimlib-imagex apply', () =>
      runTool('wimlib-imagex', ['apply', wim, String(request.index), windows]),
    );
    await step('wimlib-imagex extract', async () => {
      await mkdir(bootFiles);
      await runTool('wimlib-imagex', [
        ...['extract', wim, String(request.index), '/Windows/Boot'],
        ...[`--dest-dir=${bootFiles}`, '--no-acls'],
      ]);
    });
    await step('mkfs.fat, mcopy', () => makeEfi(efi, join(bootFiles, 'Boot'), request.bcd, work));
    await step(`join: ${request.join}`, () =>
      request.join === 'insert'
        ? insertAndRename({ windows, efi, imagePath }, request.imageBytes)
        : copySparse({ windows, efi, imagePath }, request.imageBytes),
    );
    // Our own job ends when the image is on the disk; so does this one.
    await step('sync', () => runTool('sync', ['--', imagePath]));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return { steps, seconds: steps.reduce((sum, { seconds }) => sum + seconds, 0) };
}

async function formatWindows(volume: string, imageBytes: number): Promise<void> {
  await writeFile(volume, '', { flag: 'wx' });
  await truncate(volume, imageBytes - TAIL_BYTES - WINDOWS_START * SECTOR);
  const geometry = ['-p', String(WINDOWS_START), '-H', '255', '-S', '63'];
  const format = ['-s', String(SECTOR), '-c', '4096', ...geometry];
  await runTool('mkntfs', ['-Q', '-F', '-q', '-L', 'Windows', ...format, volume]);
}

async function makeEfi(volume: string, boot: string, bcd: Buffer, work: string): Promise<void> {
  await writeFile(volume, '', { flag: 'wx' });
  await truncate(volume, EFI_SECTORS * SECTOR);
  await runTool('mkfs.fat', ['-F', '32', '-s', '8', '-h', String(EFI_START), volume]);
  const bcdFile = join(work, 'BCD');
  await writeFile(bcdFile, bcd);
  const target = '::/EFI/Microsoft/Boot';
  await runTool('mmd', ['-i', volume, '::/EFI', '::/EFI/Boot', '::/EFI/Microsoft', target]);
  const programs = (await readdir(join(boot, 'EFI'))).map((name) => join(boot, 'EFI', name));
  const folders = [join(boot, 'Fonts'), join(boot, 'Resources')];
  await runTool('mcopy', ['-i', volume, '-s', ...programs, ...folders, bcdFile, target]);
  const manager = join(boot, 'EFI', 'bootmgfw.efi');
  await runTool('mcopy', ['-i', volume, manager, '::/EFI/Boot/bootx64.efi']);
}

interface Parts {
  windows: string;
  efi: string;
  imagePath: string;
}

async function insertAndRename(parts: Parts, imageBytes: number): Promise<void> {
  const { windows, efi, imagePath } = parts;
  const offset = String(WINDOWS_START * SECTOR);
  await runTool('fallocate', ['--insert-range', '--offset', '0', '--length', offset, windows]);
  await truncate(windows, imageBytes);
  await partition(windows);
  await copyInto(efi, windows, EFI_START);
  await runTool('mv', ['--no-clobber', '--', windows, imagePath]);
}

async function copySparse(parts: Parts, imageBytes: number): Promise<void> {
  const { windows, efi, imagePath } = parts;
  await writeFile(imagePath, '', { flag: 'wx' });
  await truncate(imagePath, imageBytes);
  await partition(imagePath);
  await copyInto(efi, imagePath, EFI_START);
  await copyInto(windows, imagePath, WINDOWS_START);
}

async function partition(disk: string): Promise<void> {
  const table = [
    'label: gpt',
    `start=${String(EFI_START)}, size=${String(EFI_SECTORS)}, type=C12A7328-F81F-11D2-BA4B-00A0C93EC93B`,
    `start=${String(MSR_START)}, size=${String(MSR_SECTORS)}, type=E3C9E316-0B5C-4DB8-817D-F92DF00215AE`,
    `start=${String(WINDOWS_START)}, type=EBD0A0A2-B9E5-4433-87C0-68B6B72699C7`,
  ];
  await runTool('sfdisk', ['--quiet', '--no-reread', '--no-tell-kernel', disk], {
    stdin: `${table.join('\n')}\n`,
  });
}

async function copyInto(source: string, disk: string, startSector: number): Promise<void> {
  const place = [`seek=${String(startSector * SECTOR)}`, 'oflag=seek_bytes'];
  await runTool('dd', [
    ...[`if=${source}`, `of=${disk}`, 'bs=4M', 'conv=sparse,notrunc', 'status=none'],
    ...place,
  ]);
}
