import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../src-shared/check';
import { MiB, SECTOR } from '../../../src-shared/units';
import { practiceIso, runCli } from '../../cli/testing';
import { encodeGpt, readGpt } from '../../disk';
import { decodeRuns, encodeRuns } from '../../disk/ntfs-runs';
import { tool } from '../../disk/testing';
import {
  ElementId,
  WellKnown,
  encodeStore,
  readBcd,
  type BcdStore,
  type BcdValue,
} from '../../guest';
import { Block, Protector, Role, Validation, FVE_BLOCK } from '../../guest/bitlocker/format';
import { crc32, openFileSource, type FileSource } from '../../io';
import { PLACEHOLDER } from '../own-files';
import { checkStick } from '.';
import { CHECKS } from './checks';
import { SimulatedSigner, efiProgram, MACHINE } from './program/testing';
import {
  SYSTEM_HIVE,
  gptDevice,
  makeTestStick,
  mbrDevice,
  place,
  signedPrograms,
  storeOf,
  type StickChanges,
  type TestStick,
} from './testing';
import { DamagedFat, DamagedNtfs, DamagedStick, attributeAt } from './test-support/damaged-stick';
import { testSystemHive } from './test-support/simulated-hives';

type Finds = Record<string, 'warn' | 'fail'>;

interface Damage<Parts> {
  what: string;
  damage: (parts: Parts) => unknown;
  /** All that the check finds then, and didn't find before: what was damaged, and what follows from it. */
  finds: Finds;
}

interface StickParts {
  stick: DamagedStick;
  efi: DamagedFat;
  windows: DamagedNtfs;
  made: TestStick;
}

/** A sound stick that was made otherwise than the others. */
interface Variant {
  what: string;
  changes: StickChanges;
  finds: Finds;
}

const ANSWER_FILE = '/Windows/Panther/unattend.xml';
const BOOT = '/EFI/Microsoft/Boot';
const WINLOAD = '/Windows/System32/winload.efi';
const CONFIG = '/Windows/System32/config';
const common: StickChanges = {
  windowsFiles: {
    [ANSWER_FILE]: '<unattend xmlns="urn:schemas-microsoft-com:unattend"/>'.padEnd(4096),
  },
};

/** Ids and states of everything that is not a pass. */
function complaints(results: readonly CheckResult[]): Finds {
  return Object.fromEntries(
    results.flatMap(({ id, status }) => (status === 'pass' ? [] : [[id, status]])),
  );
}

/** What is found that was not found of the sound stick. */
function added(results: readonly CheckResult[], sound: Finds): Finds {
  for (const { status, evidence, next } of results) {
    expect(evidence).not.toBe('');
    expect(next !== undefined && next !== '').toBe(status !== 'pass');
  }
  return Object.fromEntries(
    Object.entries(complaints(results)).filter(([id, status]) => sound[id] !== status),
  );
}

function partsOf(made: TestStick): StickParts {
  const stick = new DamagedStick(made.source);
  const [efi, windows] = [place(made.layout, 'efi'), place(made.layout, 'windows')];
  return {
    stick,
    efi: new DamagedFat(stick, efi.start, efi.bytes),
    windows: new DamagedNtfs(stick, windows.start, windows.bytes),
    made,
  };
}

/** Writes a changed boot store. */
async function editStore(
  { efi }: Pick<StickParts, 'efi'>,
  path: string,
  change: (store: BcdStore) => BcdStore,
): Promise<void> {
  await efi.replace(path, encodeStore(change(readBcd(await efi.content(path)))));
}

/** The store with another value of one element, in the objects that have it. */
function withElement(id: number, value: BcdValue, guid?: string): (store: BcdStore) => BcdStore {
  return ({ objects }) => ({
    objects: objects.map((object) => ({
      ...object,
      elements: object.elements.map((element) =>
        element.id === id && (guid === undefined || object.guid === guid) ? { id, value } : element,
      ),
    })),
  });
}

/** Damage to a boot store, whichever firmware reads it. */
function storeDamages(prefix: 'bcd' | 'bios-bcd', path: string): Damage<StickParts>[] {
  const elsewhere = '0d0d0d0d-2222-3333-4444-555555555555';
  const platform = prefix === 'bcd' ? 'uefi' : 'bios';
  const id = (name: string): string => `${prefix}.${name}`;
  return [
    {
      what: `${path}: a byte of what it begins with`,
      damage: async ({ stick, efi }) => stick.flip((await efi.placeOf(path)) + 12),
      finds: { [id('store')]: 'fail' },
    },
    {
      what: `${path}: a value of a kind that its element can't have`,
      damage: (parts) =>
        editStore(
          parts,
          path,
          withElement(
            ElementId.timeout,
            {
              ...{ format: 'malformed', type: 3, data: Buffer.alloc(9) },
            },
            WellKnown.bootManager,
          ),
        ),
      finds: { [id('elements')]: 'fail' },
    },
    {
      what: `${path}: a memory test as what is started by default`,
      damage: (parts) =>
        editStore(
          parts,
          path,
          withElement(
            ElementId.defaultObject,
            { format: 'object', guid: WellKnown.memoryTester },
            WellKnown.bootManager,
          ),
        ),
      finds: { [id('default-loader')]: 'fail' },
    },
    {
      what: `${path}: a menu with an entry that isn't there`,
      damage: (parts) =>
        editStore(
          parts,
          path,
          withElement(
            ElementId.displayOrder,
            { format: 'objects', guids: [elsewhere] },
            WellKnown.bootManager,
          ),
        ),
      finds: { [id('references')]: 'fail' },
    },
    {
      what: `${path}: settings inherited from an object that isn't there`,
      damage: (parts) =>
        editStore(
          parts,
          path,
          withElement(
            ElementId.inherit,
            { format: 'objects', guids: [elsewhere] },
            WellKnown.memoryTester,
          ),
        ),
      finds: { [id('references')]: 'warn' },
    },
    {
      what: `${path}: partitions of another drive`,
      damage: ({ efi, made }) =>
        efi.replace(
          path,
          storeOf(made.layout, platform, {
            system:
              made.layout.scheme === 'gpt'
                ? gptDevice('11111111-2222-3333-4444-555555555555', elsewhere)
                : mbrDevice(MiB, 0x11111111),
          }),
        ),
      finds: { [id('device')]: 'fail' },
    },
    {
      what: `${path}: a language that isn't there`,
      damage: ({ efi, made }) =>
        efi.replace(path, storeOf(made.layout, platform, { locale: 'fr-FR' })),
      finds: { [id('locale')]: 'warn' },
    },
    {
      what: `${path}: recovery turned on`,
      damage: (parts) =>
        editStore(
          parts,
          path,
          withElement(ElementId.recoveryEnabled, { format: 'boolean', value: true }),
        ),
      finds: { [id('recovery')]: 'warn' },
    },
  ];
}

const gptDamages: Damage<StickParts>[] = [
  {
    what: 'sector 0',
    damage: ({ stick }) => stick.write(450, [0x07]),
    finds: { 'gpt.protective-mbr': 'fail' },
  },
  {
    what: 'the first partition table',
    damage: ({ stick }) => stick.flip(1024),
    finds: { 'gpt.primary': 'fail' },
  },
  {
    what: 'the second partition table',
    damage: ({ stick }) => stick.flip(stick.size - SECTOR + 56),
    finds: { 'gpt.backup': 'fail' },
  },
  {
    what: 'a second partition table that says something else',
    damage: async ({ stick }) => {
      await stick.edit(stick.size - SECTOR, SECTOR, (header) => {
        header.writeUInt8(0x77, 56);
        header.writeUInt32LE(0, 16);
        header.writeUInt32LE(crc32(header.subarray(0, 92)), 16);
      });
    },
    finds: { 'gpt.agreement': 'fail' },
  },
  {
    what: 'the type of the EFI system partition',
    damage: ({ stick }) => stick.editGpt((entries) => entries.fill(0x11, 0, 16)),
    finds: { 'gpt.efi-partition': 'fail' },
  },
  {
    what: 'the types of all other partitions',
    damage: ({ stick }) =>
      stick.editGpt((entries) => {
        for (const at of [128, 256, 384]) entries.fill(0x11, at, at + 16);
      }),
    finds: { 'gpt.windows-partition': 'fail', 'bcd.path': 'fail' },
  },
  {
    what: 'the place of a partition',
    damage: ({ stick }) =>
      stick.editGpt((entries) => {
        entries.writeBigUInt64LE(entries.readBigUInt64LE(128 + 32) + 1n, 128 + 32);
      }),
    finds: { 'gpt.alignment': 'warn' },
  },
  {
    what: 'the FAT boot sector',
    damage: ({ stick, efi }) => stick.flip(efi.start + 510),
    finds: { 'efi.fat32': 'fail' },
  },
  {
    what: 'the copy of the FAT boot sector',
    damage: ({ stick, efi }) => stick.flip(efi.start + 6 * SECTOR + 71),
    finds: { 'efi.boot-sector-copy': 'fail' },
  },
  {
    what: 'the head of what firmware starts',
    damage: async ({ stick, efi }) => stick.flip(await efi.placeOf('/EFI/Boot/bootx64.efi')),
    finds: { 'efi.boot-file': 'fail' },
  },
  {
    what: 'what firmware starts, which is gone',
    damage: ({ efi }) => efi.remove('/EFI/Boot/bootx64.efi'),
    finds: { 'efi.boot-file': 'fail' },
  },
  {
    what: 'what firmware starts, which is for another processor',
    damage: async ({ efi }) => efi.replace('/EFI/Boot/bootx64.efi', (await signedPrograms()).arm64),
    finds: { 'efi.boot-file': 'fail' },
  },
  {
    what: 'the boot manager, which is for another processor',
    damage: async ({ efi }) => efi.replace(`${BOOT}/bootmgfw.efi`, (await signedPrograms()).arm64),
    finds: { 'efi.boot-manager': 'fail' },
  },
  {
    what: 'one bit of what firmware starts',
    damage: async ({ stick, efi }) =>
      stick.flip((await efi.placeOf('/EFI/Boot/bootx64.efi')) + 600),
    finds: { 'efi.signature': 'fail' },
  },
  {
    what: 'the boot manager’s signature, which is missing',
    damage: ({ efi }) => efi.replace(`${BOOT}/bootmgfw.efi`, efiProgram(MACHINE.x64)),
    finds: { 'efi.signature': 'warn' },
  },
  {
    what: 'who signed the boot manager',
    damage: async ({ efi }) => {
      const signer = await SimulatedSigner.make({ authority: 'Some CA', signer: 'Somebody' });
      try {
        await efi.replace(`${BOOT}/bootmgfw.efi`, await signer.sign(efiProgram(MACHINE.x64)));
      } finally {
        await signer.remove();
      }
    },
    finds: { 'efi.signer': 'warn' },
  },
  {
    what: 'the font of the boot manager',
    damage: ({ efi }) => efi.remove(`${BOOT}/Fonts/segoe_slboot.ttf`),
    finds: { 'efi.fonts': 'warn' },
  },
  ...storeDamages('bcd', `${BOOT}/BCD`),
  {
    what: 'the boot entries of firmware in the boot store',
    damage: (parts) =>
      editStore(parts, `${BOOT}/BCD`, ({ objects }) => ({
        objects: objects.filter(({ guid }) => guid !== WellKnown.firmwareBootManager),
      })),
    finds: { 'bcd.firmware-manager': 'warn' },
  },
  {
    what: 'the mark of the system’s own store',
    damage: async ({ stick, efi }) => {
      const path = `${BOOT}/BCD`;
      // A value's name follows its header of 20 bytes, in which its data lies at 8.
      const name = (await efi.content(path)).indexOf('System');
      stick.write((await efi.placeOf(path)) + name - 20 + 8, [0]);
    },
    finds: { 'bcd.system-store': 'warn' },
  },
  {
    what: 'the memory test that the boot store names',
    damage: ({ efi }) => efi.remove(`${BOOT}/memtest.efi`),
    finds: { 'bcd.path': 'fail' },
  },
  {
    what: 'the name of the loader',
    damage: ({ windows }) => windows.rename(WINLOAD, 'winload.efj'),
    finds: { 'bcd.path': 'fail' },
  },
  {
    what: 'the NTFS boot sector',
    damage: ({ stick, windows }) => stick.flip(windows.start + 3),
    finds: { 'ntfs.boot-sector': 'fail' },
  },
  {
    what: 'the copy of the NTFS boot sector',
    damage: ({ stick, windows }) => stick.flip(windows.start + windows.bytes - SECTOR),
    finds: { 'ntfs.boot-sector-copy': 'fail' },
  },
  {
    what: 'the size of the NTFS volume',
    damage: ({ windows }) =>
      windows.editBootSectors((sector) => {
        sector.writeBigUInt64LE(sector.readBigUInt64LE(40) - 8192n, 40);
      }),
    finds: { 'ntfs.size': 'warn' },
  },
  {
    what: 'where the NTFS volume believes to start',
    damage: ({ windows }) => windows.editBootSectors((sector) => sector.writeUInt32LE(63, 28)),
    finds: { 'ntfs.start': 'warn' },
  },
  {
    what: 'the serial number of the NTFS volume',
    damage: ({ windows }) => windows.editBootSectors((sector) => sector.fill(0, 72, 80)),
    finds: { 'ntfs.serial': 'warn' },
  },
  {
    what: 'the copy of the second record of the file table',
    damage: async ({ stick, windows }) => {
      const sector = await stick.read(windows.start, SECTOR);
      await stick.flip(windows.start + Number(sector.readBigUInt64LE(56)) * 4096 + 1024 + 64);
    },
    finds: { 'ntfs.mft-mirror': 'fail' },
  },
  {
    what: 'a volume without a free cluster',
    damage: async ({ stick, windows }) =>
      stick.write(await windows.placeOf('/$Bitmap'), Buffer.alloc(2048, 0xff)),
    finds: { 'ntfs.free-space': 'warn' },
  },
  {
    what: 'a volume that wants to be checked',
    damage: ({ windows }) => windows.markDirty(),
    finds: { 'ntfs.clean': 'warn' },
  },
  {
    what: 'the head of the loader',
    damage: async ({ stick, windows }) => stick.flip(await windows.placeOf(WINLOAD)),
    finds: { 'loader.program': 'fail' },
  },
  {
    what: 'one bit of the loader',
    damage: async ({ stick, windows }) => stick.flip((await windows.placeOf(WINLOAD)) + 600),
    finds: { 'loader.signature': 'fail' },
  },
  {
    what: 'what the hive SAM begins with',
    damage: async ({ stick, windows }) => stick.flip(await windows.placeOf(`${CONFIG}/SAM`)),
    finds: { 'hive.files': 'fail' },
  },
  {
    what: 'the hive SOFTWARE, which has another name',
    damage: ({ windows }) => windows.rename(`${CONFIG}/SOFTWARE`, 'SOFTWARF'),
    finds: { 'hive.files': 'fail' },
  },
  {
    what: 'a change of a hive that was not completed',
    damage: async ({ stick, windows }) =>
      stick.edit(await windows.placeOf(`${CONFIG}/SOFTWARE`), SECTOR, (base) => {
        base.writeUInt32LE(base.readUInt32LE(4) + 1, 4);
        let sum = 0;
        for (let at = 0; at < 0x1fc; at += 4) sum ^= base.readUInt32LE(at);
        base.writeUInt32LE(sum >>> 0, 0x1fc);
      }),
    finds: { 'hive.clean': 'warn' },
  },
  {
    what: 'the cells of the hive SYSTEM',
    damage: async ({ stick, windows }) => stick.flip((await windows.placeOf(SYSTEM_HIVE)) + 4096),
    finds: { 'hive.system': 'fail' },
  },
  {
    what: 'which control set is in use',
    damage: ({ windows }) => windows.replace(SYSTEM_HIVE, testSystemHive({ current: 2 })),
    finds: { 'hive.control-set': 'fail' },
  },
  {
    what: 'what happens to disks inside of a computer',
    damage: ({ windows }) => windows.replace(SYSTEM_HIVE, testSystemHive({ sanPolicy: 1 })),
    finds: { 'hive.san-policy': 'warn' },
  },
  {
    what: 'whether Windows is a portable one',
    damage: ({ windows }) => windows.replace(SYSTEM_HIVE, testSystemHive({ portable: 0 })),
    finds: { 'hive.portable': 'warn' },
  },
  {
    what: 'the driver for USB drives, which is turned off',
    damage: ({ windows }) =>
      windows.replace(SYSTEM_HIVE, testSystemHive({ start: { USBSTOR: 4 } })),
    finds: { 'drivers.services': 'fail' },
  },
  {
    what: 'the driver for USB drives with UASP, which is turned off',
    damage: ({ windows }) =>
      windows.replace(SYSTEM_HIVE, testSystemHive({ start: { UASPStor: 4 } })),
    finds: { 'drivers.services': 'warn' },
  },
  {
    what: 'the file of the driver for disks',
    damage: ({ windows }) => windows.rename('/Windows/System32/drivers/disk.sys', 'disk.syt'),
    finds: { 'drivers.files': 'fail' },
  },
  {
    what: 'the file of the driver for USB 3 controllers',
    damage: ({ windows }) => windows.rename('/Windows/System32/drivers/USBXHCI.sys', 'USBXHCI.syt'),
    finds: { 'drivers.files': 'warn' },
  },
  {
    what: 'the answer file, which holds what all sticks have in common',
    damage: async ({ stick, windows }) =>
      stick.write(await windows.placeOf(ANSWER_FILE), Buffer.from(PLACEHOLDER)),
    finds: { 'windows.answer-file': 'fail' },
  },
  {
    what: 'the exFAT boot region',
    damage: ({ stick, made }) => stick.flip(place(made.layout, 'shared').start + 100),
    finds: { 'exfat.boot-region': 'fail' },
  },
  {
    what: 'the whole first sector of exFAT',
    damage: ({ stick, made }) =>
      stick.write(place(made.layout, 'shared').start, Buffer.alloc(SECTOR)),
    finds: { 'exfat.boot-region': 'fail' },
  },
  {
    what: 'the copy of the exFAT boot region',
    damage: ({ stick, made }) => stick.flip(place(made.layout, 'shared').start + 12 * SECTOR + 100),
    finds: { 'exfat.backup-region': 'fail' },
  },
];

const mbrDamages: Damage<StickParts>[] = [
  {
    what: 'partitions that overlap',
    damage: ({ stick }) => stick.write(462 + 8, [0, 8, 0, 0]),
    // Nothing can be found then.
    finds: { 'mbr.table': 'fail', 'mbr.efi-partition': 'fail', 'mbr.windows-partition': 'fail' },
  },
  {
    what: 'the mark of the active partition',
    damage: ({ stick }) => stick.write(446, [0]),
    finds: { 'mbr.active-partition': 'fail' },
  },
  {
    what: 'a second active partition',
    damage: ({ stick }) => stick.write(462, [0x80]),
    finds: { 'mbr.active-partition': 'fail' },
  },
  {
    what: 'the type of the first partition',
    damage: ({ stick }) => stick.write(446 + 4, [0x83]),
    finds: { 'mbr.active-partition': 'fail', 'mbr.efi-partition': 'fail' },
  },
  {
    what: 'the types of all other partitions',
    damage: ({ stick }) => {
      for (const at of [462 + 4, 478 + 4]) stick.write(at, [0x83]);
    },
    finds: { 'mbr.windows-partition': 'fail', 'bcd.path': 'fail', 'bios-bcd.path': 'fail' },
  },
  {
    what: 'the code in sector 0',
    damage: ({ stick }) => stick.write(0x5c, [9]),
    finds: { 'mbr.boot-code': 'fail' },
  },
  {
    what: 'the code in sector 0, which another program put there',
    damage: ({ stick }) => stick.write(0, new Array<number>(440).fill(0x90)),
    finds: { 'mbr.boot-code': 'warn' },
  },
  {
    what: 'the rest of the code that loads the boot manager',
    damage: ({ stick, made }) =>
      stick.write(place(made.layout, 'efi').start + 2 * SECTOR + 100, [1]),
    finds: { 'mbr.boot-sector': 'fail' },
  },
  {
    what: 'the boot manager for a BIOS',
    damage: ({ efi }) => efi.remove('/bootmgr'),
    finds: { 'mbr.boot-manager': 'fail' },
  },
  {
    what: 'the drive’s signature',
    damage: ({ stick }) => stick.write(440, [1, 2, 3, 4]),
    finds: { 'bcd.device': 'fail', 'bios-bcd.device': 'fail' },
  },
  ...storeDamages('bios-bcd', '/Boot/BCD'),
  {
    what: 'the loader of a BIOS',
    damage: ({ windows }) => windows.rename('/Windows/System32/winload.exe', 'winload.exf'),
    finds: { 'bios-bcd.path': 'fail' },
  },
];

const variants: Variant[] = [
  {
    what: 'starts Windows at 321 MiB',
    changes: { windowsLba: (321 * MiB) / SECTOR },
    finds: { 'gpt.windows-alignment': 'warn' },
  },
  {
    what: 'with an MBR starts Windows at 321 MiB',
    changes: { scheme: 'mbr', windowsLba: (321 * MiB) / SECTOR },
    finds: { 'mbr.windows-alignment': 'warn' },
  },
  {
    what: 'with an MBR starts its first partition anywhere',
    changes: { scheme: 'mbr', efiLba: 2049 },
    finds: { 'mbr.alignment': 'warn' },
  },
];

const made: TestStick[] = [];
async function stickWith(changes: StickChanges): Promise<TestStick> {
  const stick = await makeTestStick(changes);
  made.push(stick);
  return stick;
}
afterAll(async () => {
  for (const stick of made) await stick.remove();
});

describe.each([
  { scheme: 'gpt', damages: gptDamages },
  { scheme: 'mbr', damages: mbrDamages },
] as const)('one damage to a sound stick with a table of type $scheme', ({ scheme, damages }) => {
  let sound: TestStick;
  beforeAll(async () => {
    sound = await stickWith({ ...common, scheme });
    expect(complaints(await checkStick(sound.source))).toEqual({});
  });

  it.each(damages)('is found, and nothing else: $what', async ({ damage, finds }) => {
    const parts = partsOf(sound);
    await damage(parts);
    expect(added(await checkStick(parts.stick), {})).toEqual(finds);
  });
});

describe('a stick that was made otherwise', () => {
  it.each(variants)('is told from others: it $what', async ({ changes, finds }) => {
    const { source } = await stickWith(changes);
    expect(complaints(await checkStick(source))).toEqual(finds);
  });
});

interface PracticeParts {
  stick: DamagedStick;
  windows: DamagedNtfs;
}

/** Other programs' signatures are not to be had: what practice sticks start is unsigned. */
const PRACTICE: Finds = { 'efi.signature': 'warn', 'loader.signature': 'warn' };
const VIRTUAL_DISK = '/Windows.vhdx';
/** Follows where the virtual disk can't be followed any more. */
const NO_WINDOWS: Finds = { 'ntfs.boot-sector': 'fail', 'bcd.device': 'fail' };

const vhdxDamages: Damage<PracticeParts>[] = [
  {
    what: 'the copy of the boot sector behind the outer volume',
    damage: ({ stick, windows }) => stick.flip(windows.start + windows.bytes - SECTOR),
    finds: { 'vhdx.host-volume': 'fail' },
  },
  {
    what: 'an outer volume that wants to be checked',
    damage: ({ windows }) => windows.markDirty(),
    finds: { 'vhdx.host-clean': 'warn' },
  },
  {
    what: 'a virtual disk in two pieces',
    damage: ({ windows }) => inTwoPieces(windows),
    finds: { 'vhdx.file': 'warn' },
  },
  {
    what: 'what the virtual disk begins with',
    damage: async ({ stick, windows }) => stick.flip(await windows.placeOf(VIRTUAL_DISK)),
    finds: { 'vhdx.disk': 'fail', ...NO_WINDOWS },
  },
  {
    what: 'the partition table of the virtual disk',
    damage: async ({ stick, windows }) => {
      const file = await windows.placeOf(VIRTUAL_DISK);
      const { size = 0 } = (await (await windows.volume()).find(VIRTUAL_DISK)) ?? {};
      // The disk is the end of the file, in whole 32 MiB.
      const disk = file + (size % (32 * MiB));
      expect((await stick.read(disk, SECTOR)).readUInt16LE(510)).toBe(0xaa55);
      stick.write(disk + 446 + 4, [0x83]);
    },
    finds: { 'vhdx.table': 'fail', ...NO_WINDOWS },
  },
];

/** Moves the last cluster of the virtual disk to a free place far from it, content and all. */
async function inTwoPieces(windows: DamagedNtfs): Promise<void> {
  const { stick, start } = windows;
  const moves: { from: number; to: number }[] = [];
  const volume = await windows.volume();
  const found = await volume.find(VIRTUAL_DISK);
  const used = await volume.usedClusters();
  const { bytesPerCluster } = volume;
  const clusters = Math.floor((volume.totalSectors * SECTOR) / bytesPerCluster);
  const ends = used.map(({ offset, length }) => (offset + length) / bytesPerCluster);
  await windows.editRecord(found?.mftReference ?? 0, (record) => {
    const at = attributeAt(record, 0x80);
    const pairsAt = at + record.readUInt16LE(at + 32);
    const [run, second] = decodeRuns(record.subarray(pairsAt), 0, clusters);
    if (typeof run?.lcn !== 'number' || second) throw new Error('one run is expected');
    const last = run.lcn + run.clusters - 1;
    const lcn = ends.find((cluster) => cluster !== last + 1 && cluster < clusters) ?? 0;
    const pairs = encodeRuns([
      { ...run, clusters: run.clusters - 1 },
      { vcn: run.clusters - 1, lcn, clusters: 1 },
    ]);
    // It is the record's last attribute: it may grow.
    const length = Math.ceil((pairsAt - at + pairs.length) / 8) * 8;
    pairs.copy(record, pairsAt);
    record.writeUInt32LE(length, at + 4);
    record.writeUInt32LE(0xffffffff, at + length);
    record.writeUInt32LE(at + length + 8, 24);
    moves.push({ from: last, to: lcn });
  });
  for (const { from, to } of moves) {
    const content = await stick.read(start + from * bytesPerCluster, bytesPerCluster);
    stick.write(start + to * bytesPerCluster, content);
  }
}

const encryptedDamages: Damage<PracticeParts>[] = [
  {
    what: 'a copy of the metadata',
    damage: async ({ stick, windows }) =>
      stick.flip(windows.start + ((await metadataPlaces(windows))[1] ?? 0) + 200),
    finds: { 'bitlocker.metadata': 'warn' },
  },
  {
    what: 'all copies of the metadata',
    damage: async ({ stick, windows }) => {
      for (const at of await metadataPlaces(windows)) await stick.flip(windows.start + at + 200);
    },
    finds: { 'bitlocker.metadata': 'fail' },
  },
  {
    what: 'decrypting that was begun',
    damage: ({ windows }) =>
      editMetadata(windows, (block) => block.writeUInt16LE(2, Block.nextState)),
    finds: { 'bitlocker.state': 'fail' },
  },
  {
    what: 'the size of the encrypted volume',
    damage: ({ windows }) =>
      editMetadata(windows, (block) => {
        const bytes = block.readBigUInt64LE(Block.volumeBytes);
        block.writeBigUInt64LE(bytes - 4096n, Block.volumeBytes);
      }),
    finds: { 'bitlocker.size': 'fail' },
  },
  {
    what: 'the kind of the protector by password',
    damage: ({ windows }) =>
      editMetadata(windows, (block) => {
        for (let at = 64 + 48; block.readUInt16LE(at) > 0; at += block.readUInt16LE(at)) {
          const isKey = block.readUInt16LE(at + 2) === Role.volumeMasterKey;
          // Behind the entry's header: GUID, time, two bytes, and the kind.
          const kind = at + 8 + 16 + 8 + 2;
          if (!isKey || block.readUInt16LE(kind) !== Protector.password) continue;
          block.writeUInt16LE(0x0200, kind);
          return;
        }
        throw new Error('there is no password');
      }),
    finds: { 'bitlocker.protectors': 'fail' },
  },
];

async function metadataPlaces({ stick, start }: DamagedNtfs): Promise<number[]> {
  const sector = await stick.read(start, SECTOR);
  return [176, 184, 192].map((at) => Number(sector.readBigUInt64LE(at)));
}

/** Changes all copies, with right checksums. */
async function editMetadata(
  windows: DamagedNtfs,
  change: (block: Buffer) => unknown,
): Promise<void> {
  for (const at of await metadataPlaces(windows)) {
    await windows.stick.edit(windows.start + at, FVE_BLOCK, (block) => {
      change(block);
      const size = block.readUInt16LE(Block.sizeIn16) * 16;
      block.writeUInt32LE(crc32(block.subarray(0, size)), size + Validation.crc);
    });
  }
}

describe.each([
  { kind: 'in a virtual disk', options: ['--container', 'vhdx'], damages: vhdxDamages },
  {
    kind: 'encrypted',
    options: ['--encrypt', 'now', '--password-stdin'],
    damages: encryptedDamages,
  },
])('one damage to a practice stick with Windows $kind', ({ options, damages }) => {
  let folder: string;
  let source: FileSource;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'damaged '));
    const iso = await practiceIso(join(folder, 'iso'), '8M');
    const target = join(folder, 'stick.img');
    const keys = options.includes('--encrypt') ? ['--recovery-dir', join(folder, 'keys')] : [];
    const where = ['--target', target, '--size', '3G', '--work-dir', join(folder, 'work')];
    const run = await runCli(
      ['make', '--image', iso, '--edition', '1', ...where, '--yes', ...options, ...keys],
      { stdin: 'correct horse\n' },
    );
    expect(run.code, run.stderr + run.stdout).toBe(0);
    source = await openFileSource(target);
    expect(complaints(await checkStick(source))).toEqual(
      options.includes('--encrypt') ? { 'efi.signature': 'warn' } : PRACTICE,
    );
  });
  afterAll(async () => {
    await source.close();
    await rm(folder, { recursive: true });
  });

  it.each(damages)('is found, and nothing else: $what', async ({ damage, finds }) => {
    const stick = new DamagedStick(source);
    const gpt = await readGpt(stick);
    const windows = 'problem' in gpt.primary ? undefined : gpt.primary.entries[2];
    if (!windows) throw new Error('there is no third partition');
    const { firstLba, lastLba } = windows;
    const bytes = (lastLba - firstLba + 1) * SECTOR;
    await damage({ stick, windows: new DamagedNtfs(stick, firstLba * SECTOR, bytes) });
    expect(added(await checkStick(stick), PRACTICE)).toEqual(finds);
  });
});

interface EfiVolume {
  what: string;
  bytes: number;
  sectorsPerCluster: number;
  finds: Finds;
}

/** Nothing but an EFI system partition without files, by mkfs.fat. */
const efiVolumes: EfiVolume[] = [
  {
    what: 'of 64 MiB',
    ...{ bytes: 64 * MiB, sectorsPerCluster: 1 },
    finds: { 'efi.size': 'warn' },
  },
  {
    what: 'with clusters of 64 KiB',
    ...{ bytes: 4608 * MiB, sectorsPerCluster: 128 },
    finds: { 'efi.cluster-size': 'fail' },
  },
];

describe('an EFI system partition alone', () => {
  const EMPTY: Finds = {
    ...{ 'gpt.windows-partition': 'fail', 'efi.boot-file': 'fail', 'efi.fonts': 'warn' },
    'bcd.store': 'fail',
  };

  it.each(efiVolumes)('$what is told from others', async ({ bytes, sectorsPerCluster, finds }) => {
    const folder = await mkdtemp(join(tmpdir(), 'efi '));
    const path = join(folder, 'stick.img');
    try {
      const diskSectors = (bytes + 2 * MiB) / SECTOR;
      const { head, tail } = encodeGpt({
        layout: {
          ...{ scheme: 'gpt', vhdx: null, diskSectors },
          partitions: [{ role: 'efi', startLba: 2048, sectors: bytes / SECTOR }],
        },
        diskGuid: '00112233-4455-6677-8899-aabbccddeeff',
        guids: { efi: '11111111-2222-3333-4444-555555555555' },
      });
      await writeFile(path, head);
      await truncate(path, diskSectors * SECTOR - tail.length);
      await writeFile(path, tail, { flag: 'a' });
      const shape = ['-F', '32', '-s', String(sectorsPerCluster), '--offset', '2048'];
      await tool('mkfs.fat', ...shape, path, String(bytes / 1024));
      const source = await openFileSource(path);
      const results = await checkStick(source).finally(() => source.close());
      expect(complaints(results)).toEqual({ ...EMPTY, ...finds });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

it('Everything that is asked of a stick with Windows is broken by one of these, alone or with what follows from it.', () => {
  const all: { finds: Finds }[] = [
    ...[...gptDamages, ...mbrDamages, ...variants, ...vhdxDamages, ...encryptedDamages],
    ...efiVolumes,
  ];
  const broken = new Set(all.flatMap(({ finds }) => Object.keys(finds)));
  expect([...broken].sort()).toEqual(CHECKS.map(({ id }) => id).sort());
  expect(all.length).toBeGreaterThan(30);
});
