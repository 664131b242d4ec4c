import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MiB } from '../../../src-shared/units';
import { runTool } from '../../host/run-tool';
import { openFileSource } from '../../io';
import { contentsOf } from './drive-contents';

const DISK = 96 * MiB;

let folder: string;
let disk: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-contents-'));
  disk = join(folder, 'disk.img');
  await writeFile(disk, '');
  await truncate(disk, DISK);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function contents(): Promise<string | null> {
  const source = await openFileSource(disk);
  try {
    return await contentsOf(source);
  } finally {
    await source.close();
  }
}

async function aFile(): Promise<string> {
  const path = join(folder, 'a file');
  await writeFile(path, 'x');
  return path;
}

async function put(bytes: Buffer, at: number): Promise<void> {
  const file = await open(disk, 'r+');
  await file.write(bytes, 0, bytes.length, at);
  await file.close();
}

describe('a drive is empty', () => {
  it('when it was never written, or is as flash memory is that never was', async () => {
    expect(await contents()).toBeNull();
    const blank = Buffer.alloc(MiB, 0xff);
    await put(blank, 0);
    await put(blank, DISK - MiB);
    expect(await contents()).toBeNull();
  });

  it.each([
    ['a GPT', ['sgdisk', '-o']],
    ['an MBR', ['parted', '-s', 'mklabel']],
  ] as const)('when it has nothing but %s without partitions', async (_, [tool]) => {
    if (tool === 'sgdisk') await runTool('sgdisk', ['-o', disk]);
    else await runTool('parted', ['-s', disk, 'mklabel', 'msdos']);
    expect(await contents()).toBeNull();
  });

  it('when its partition was never formatted', async () => {
    await runTool('sgdisk', ['--new=1:2048:', disk]);
    expect(await contents()).toBeNull();
  });

  it.each([
    ['mkfs.fat', '-n', 'NEW', '-F', '32'],
    ['mkfs.fat', '-F', '16'],
    ['mkfs.exfat', '-n', 'NEW'],
    ['mkntfs', '--force', '--quick', '--quiet', '--label', 'NEW'],
  ] as const)('when its file system has no file, as %s makes it', async (tool, ...args) => {
    await runTool(tool, [...args, disk]);
    expect(await contents()).toBeNull();
  });

  it('when only Windows put its own folder there, and what there was is deleted', async () => {
    await runTool('mkfs.fat', ['-F', '32', disk]);
    await runTool('mcopy', ['-i', disk, await aFile(), '::gone.txt']);
    await runTool('mdel', ['-i', disk, '::gone.txt']);
    await runTool('mmd', ['-i', disk, '::System Volume Information']);
    expect(await contents()).toBeNull();
  });
});

describe('a drive holds something', () => {
  it.each(['16', '32'])('when a file lies in a file system of FAT%s', async (bits) => {
    await runTool('mkfs.fat', ['-F', bits, disk]);
    await runTool('mcopy', ['-i', disk, await aFile(), '::Photos.zip']);
    expect(await contents()).toBe('“Photos.zip”');
  });

  it('when a file lies in an NTFS volume', async () => {
    await runTool('mkntfs', ['--force', '--quick', '--quiet', disk]);
    await runTool('ntfscp', ['--force', disk, await aFile(), 'Grüße.txt']);
    expect(await contents()).toBe('“Grüße.txt”');
  });

  it('when folders lie in a partition', async () => {
    await runTool('parted', ['-s', disk, 'mklabel', 'msdos', 'mkpart', 'primary', '1MiB', '64MiB']);
    const partition = `${disk}@@1M`;
    await runTool('mkfs.fat', ['-F', '32', '--offset', '2048', disk, '64512']);
    await runTool('mmd', ['-i', partition, '::.secret', '::b']);
    expect(await contents()).toBe('“.secret” and more in partition 1');
  });

  it('when it has a file system of Linux, also where the boot sector of an older one is left', async () => {
    await runTool('mkfs.fat', ['-F', '32', disk]);
    const source = await openFileSource(disk);
    const old = await source.read(0, 512);
    await source.close();
    await runTool('mkfs.ext4', ['-q', '-F', disk]);
    await put(old, 0);
    expect(await contents()).toBe('a file system of Linux');
  });

  it.each([
    ['at its beginning', 0],
    ['behind its beginning, as where an encrypted volume begins', 64 * 1024],
    ['at its end', DISK - 4096],
  ])('when anything lies %s', async (_, at) => {
    await put(randomBytes(512), at);
    expect(await contents()).toBe('something that isn’t understood');
  });

  it('when its table is damaged, or says what can’t be', async () => {
    await runTool('sgdisk', ['--new=1:2048:', disk]);
    await put(randomBytes(512), 512);
    await put(randomBytes(512), DISK - 512);
    expect(await contents()).toBe('a damaged partition table');
  });

  it('when what is in a partition isn’t understood', async () => {
    await runTool('sgdisk', ['--new=1:2048:', disk]);
    await put(Buffer.from('LUKS\xba\xbe', 'latin1'), MiB);
    expect(await contents()).toBe('something that isn’t understood in partition 1');
  });

  it('when its file system is damaged', async () => {
    await runTool('mkfs.exfat', [disk]);
    await put(randomBytes(512), 512);
    await put(randomBytes(512), 13 * 512);
    expect(await contents()).toBe('something that isn’t understood');
  });
});
