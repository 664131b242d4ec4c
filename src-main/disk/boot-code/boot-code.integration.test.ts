import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EFI_BYTES } from '../../../src-shared/layout';
import { KiB, MiB, SECTOR } from '../../../src-shared/units';
import { openFileSource } from '../../io';
import { openFat32 } from '../fat-read';
import { writeFat32Volume } from '../fat-write';
import { encodeMbr } from '../mbr-encode';
import { fresh, remove, tool } from '../testing';
import { FAT32_BOOT_CODE, FAT32_CODE_AT, FAT32_JUMP, FAT32_SECOND, MBR_BOOT_CODE } from '.';
import {
  assemble,
  linkCluster,
  patchFile,
  scatterChain,
  standInBootManager,
  startFromBios,
  type Attached,
} from './test-support/bios';

const START = MiB;
const ACTIVE_AT = 446;
const OK = 'STICKSMITH-PRACTICE OK';
/** As large as that of Windows 11, some 400 KiB. */
const BOOT_MANAGER_BYTES = 431 * KiB + 4;

let folder: string;
beforeAll(async () => {
  folder = await fresh();
});
afterAll(() => remove(folder));

/** Puts an MBR before a volume that begins at sector 2048, as the file says: `bytes` of it. */
async function putTable(path: string, bytes: number, diskSignature: number): Promise<void> {
  const sectors = bytes / SECTOR;
  const { head } = encodeMbr({
    diskSignature,
    layout: {
      ...{ scheme: 'mbr', vhdx: null, diskSectors: START / SECTOR + sectors },
      partitions: [{ role: 'efi', startLba: START / SECTOR, sectors }],
    },
  });
  await patchFile(path, 0, head);
}

interface Stick {
  /** Null: it has none. */
  bootManager: Buffer | null;
  /** Files in the root folder before it. */
  others?: number;
  diskSignature?: number;
}

/** A stick with an MBR and our FAT32 volume. */
async function makeStick(
  name: string,
  { bootManager, others = 0, diskSignature = 0x12345678 }: Stick,
): Promise<string> {
  const path = join(folder, `${name}.img`);
  const volume = join(folder, 'volume');
  const named = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      path: `/A file with a long name before bootmgr, number ${String(i)}`,
      content: { kind: 'buffer' as const, bytes: Buffer.from(String(i)) },
    }));
  const content = { kind: 'buffer' as const, bytes: bootManager ?? Buffer.alloc(0) };
  const { allocated } = await writeFat32Volume({
    ...{ path: volume, bytes: EFI_BYTES, startLba: START / SECTOR, label: 'STICK', serial: 1 },
    files: [...named(others), ...(bootManager ? [{ path: '/bootmgr', content }] : [])],
  });
  const disk = await open(path, 'w');
  try {
    await disk.truncate(START + EFI_BYTES);
  } finally {
    await disk.close();
  }
  const source = await openFileSource(volume);
  try {
    for (const { offset, length } of allocated) {
      await patchFile(path, START + offset, await source.read(offset, length));
    }
  } finally {
    await source.close();
  }
  await putTable(path, EFI_BYTES, diskSignature);
  return path;
}

/** Runs the independent checker of FAT volumes, and reads the boot manager by mtools. */
async function expectSound(path: string, bootManager: Buffer): Promise<void> {
  const volume = join(folder, 'extracted');
  const out = join(folder, 'bootmgr');
  await tool('dd', `if=${path}`, `of=${volume}`, 'bs=1M', 'skip=1', 'conv=sparse', 'status=none');
  await tool('fsck.fat', '-n', volume);
  await tool('mcopy', '-n', '-o', '-i', volume, '::/bootmgr', out);
  expect((await readFile(out)).equals(bootManager)).toBe(true);
}

const bootManager = (name = 'own', bytes = BOOT_MANAGER_BYTES): Promise<Buffer> =>
  standInBootManager(folder, { bytes, name });

const usb = (path: string): Attached => ({ path, bus: 'usb' });
const ahci = (path: string): Attached => ({ path, bus: 'ahci' });

/** What a person sees when the stick doesn't start a computer that has another disk, which could be started. */
async function whyNot(path: string): Promise<string> {
  const foreign = await makeStick('internal', { bootManager: await bootManager('internal', 4096) });
  // A screen's line may end anywhere.
  const end = /M\s*a\s*k\s*e\s*t\s*h\s*e\s*s\s*t\s*i\s*c\s*k\s*a\s*g\s*a\s*i\s*n\s*\.|STAND-IN/;
  const said = await startFromBios(folder, [usb(path), ahci(foreign)], end);
  return said.replaceAll(/\s/g, '');
}

const noManager = "Thisstickcan'tstartWindows:itsbootmanager/bootmgrcan'tberead.Makethestickagain.";
const noPartition = "Thisstickcan'tstartWindows:itspartitioncan'tberead.Makethestickagain.";

describe('boot code for a BIOS', () => {
  it('is what nasm makes of its source', async () => {
    expect((await assemble(folder, 'mbr.asm')).equals(MBR_BOOT_CODE)).toBe(true);
    const fat32 = await assemble(folder, 'fat32.asm');
    expect(fat32.subarray(0, 3).equals(FAT32_JUMP)).toBe(true);
    expect(fat32.subarray(FAT32_CODE_AT, 510).equals(FAT32_BOOT_CODE)).toBe(true);
    expect(fat32.subarray(512).equals(FAT32_SECOND)).toBe(true);
  });

  it('starts bootmgr from a USB drive and from an internal one, with every byte in its place', async () => {
    const path = await makeStick('plain', { bootManager: await bootManager() });
    for (const disk of [usb(path), ahci(path)]) {
      expect(await startFromBios(folder, [disk])).toContain(`STAND-IN own drive 80\n${OK}`);
    }
  }, 300_000);

  it('starts a bootmgr of little more than a sector, of whole clusters and a little more, and of as much as fits', async () => {
    for (const bytes of [512 + 4, 8 * KiB, 8 * KiB + 4, 64 * KiB, 496 * KiB]) {
      const path = await makeStick('sized', { bootManager: await bootManager('own', bytes) });
      expect(await startFromBios(folder, [ahci(path)]), String(bytes)).toContain(OK);
    }
  }, 300_000);

  it('follows scattered clusters of bootmgr and of a root folder of many clusters', async () => {
    const content = await bootManager();
    const path = await makeStick('scattered', { bootManager: content, others: 700 });
    const source = await openFileSource(path);
    const volume = await openFat32({
      size: EFI_BYTES,
      read: (offset, length) => source.read(START + offset, length),
    });
    const entry = await volume.find('/bootmgr').finally(() => source.close());
    if (!entry) throw new Error('there is no bootmgr');
    await scatterChain(path, START, entry.firstCluster);
    await expectSound(path, content);
    expect(await startFromBios(folder, [usb(path)])).toContain(OK);
  }, 300_000);

  it.each([
    ['small ones of one sector', 1, 40 * MiB],
    ['32 KiB', 64, 3000 * MiB],
    ['64 KiB', 128, 6000 * MiB],
  ])(
    'starts from volumes that mkfs.fat made, with clusters of %s',
    async (_, perCluster, bytes) => {
      const content = await bootManager();
      const path = join(folder, 'theirs.img');
      const volume = join(folder, 'their volume');
      const file = join(folder, 'BOOTMGR');
      await writeFile(file, content);
      await writeFile(volume, '');
      await tool('truncate', '-s', String(bytes), volume);
      const shape = ['-F', '32', '-s', String(perCluster), '-h', String(START / SECTOR)];
      await tool('mkfs.fat', ...shape, volume);
      await tool('mcopy', '-i', volume, file, '::/bootmgr');
      await patchFile(volume, 0, FAT32_JUMP);
      await patchFile(volume, FAT32_CODE_AT, FAT32_BOOT_CODE);
      await patchFile(volume, 2 * SECTOR, FAT32_SECOND);
      await tool('fsck.fat', '-n', volume);
      await writeFile(path, '');
      await tool(
        'dd',
        `if=${volume}`,
        `of=${path}`,
        'bs=1M',
        'seek=1',
        'conv=sparse',
        'status=none',
      );
      await tool('truncate', '-s', String(START + bytes), path);
      await putTable(path, bytes, 0x11223344);
      expect(await startFromBios(folder, [usb(path)])).toContain(OK);
    },
    300_000,
  );

  it('starts its own drive, whichever of two comes first', async () => {
    const mine = await makeStick('mine', {
      bootManager: await bootManager('stick'),
      diskSignature: 1,
    });
    const other = await makeStick('other', {
      bootManager: await bootManager('internal'),
      diskSignature: 2,
    });
    expect(await startFromBios(folder, [usb(mine), ahci(other)])).toContain('STAND-IN stick');
    expect(await startFromBios(folder, [ahci(other), usb(mine)])).toContain('STAND-IN internal');
  }, 300_000);

  it.each([
    ['is the second one', { TOLD: '0x81' }],
    [
      'is the second one, and there are no functions that take a sector’s number',
      { TOLD: '0x81', REFUSE: '1' },
    ],
    ['is told to be a floppy disk', { TOLD: '0' }],
    ['is told to be the first one, which has another signature', { TOLD: '0x80' }],
  ])(
    'starts its own drive when that %s',
    async (_, defines) => {
      const first = await makeStick('first', {
        bootManager: await bootManager('internal'),
        diskSignature: 1,
      });
      await patchFile(
        first,
        0,
        (await assemble(folder, 'test-support/old-bios.asm', defines)).subarray(0, 440),
      );
      const mine = await makeStick('second', {
        bootManager: await bootManager('stick'),
        diskSignature: 2,
      });
      const said = await startFromBios(folder, [ahci(first), usb(mine)]);
      expect(said).toContain(`STAND-IN stick drive 81\n${OK}`);
    },
    300_000,
  );

  it.each<[string, Stick['bootManager'] | number, (path: string) => Promise<void>, string]>([
    ['has no bootmgr', null, () => Promise.resolve(), noManager],
    ['has an empty bootmgr', Buffer.alloc(0), () => Promise.resolve(), noManager],
    [
      'has a bootmgr larger than memory',
      Buffer.alloc(520 * KiB),
      () => Promise.resolve(),
      noManager,
    ],
    [
      'has a root folder that leads in a circle',
      null,
      (path) => linkCluster(path, START, 2, 2),
      noManager,
    ],
    [
      'has a bootmgr cut short',
      20 * KiB,
      (path) => linkCluster(path, START, 4, 0x0fffffff),
      noManager,
    ],
    [
      'has a bootmgr that goes on outside',
      20 * KiB,
      (path) => linkCluster(path, START, 4, 0x0ffffff0),
      noManager,
    ],
    [
      'lacks the rest of its code',
      20 * KiB,
      (path) => patchFile(path, START + 2 * SECTOR, Buffer.alloc(SECTOR)),
      noManager,
    ],
    [
      'has no active partition',
      20 * KiB,
      (path) => patchFile(path, ACTIVE_AT, Buffer.from([0])),
      noPartition,
    ],
    [
      'has a partition past the end of the drive',
      20 * KiB,
      (path) => patchFile(path, ACTIVE_AT + 11, Buffer.from([0x70])),
      noPartition,
    ],
    [
      'has no boot sector',
      20 * KiB,
      (path) => patchFile(path, START, Buffer.alloc(SECTOR)),
      noPartition,
    ],
  ])(
    'says why when the stick %s, and takes no internal disk instead',
    async (_, content, damage, text) => {
      const manager = typeof content === 'number' ? await bootManager('own', content) : content;
      const path = await makeStick('damaged', { bootManager: manager });
      await damage(path);
      expect(await whyNot(path)).toContain(text);
    },
    180_000,
  );

  it('leaves a volume that fsck.fat calls sound, whose backup of the boot sectors is equal', async () => {
    const content = await bootManager();
    const path = await makeStick('sound', { bootManager: content });
    await expectSound(path, content);
    const source = await openFileSource(path);
    const [first, backup] = [
      await source.read(START, 3 * SECTOR),
      await source.read(START + 6 * SECTOR, 3 * SECTOR),
    ];
    await source.close();
    expect(backup.equals(first)).toBe(true);
  });
});
