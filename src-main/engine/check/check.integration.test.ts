import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksPassed, type CheckResult } from '../../../src-shared/check';
import { stickError } from '../../../src-shared/errors';
import { MiB, SECTOR } from '../../../src-shared/units';
import { ElementId, WellKnown, encodeStore, type BcdElement } from '../../guest';
import { bufferSource, crc32, type ByteSource } from '../../io';
import { checkStick } from '.';
import { readEfiProgram } from './pe';
import {
  efiProgram,
  gptDevice,
  makeTestStick,
  mbrDevice,
  patched,
  place,
  windowsDevice,
  type StickChanges,
  type TestStick,
} from './testing';

let stick: TestStick;
const made: TestStick[] = [];

beforeAll(async () => {
  stick = await different({});
});

afterAll(async () => {
  for (const each of made) await each.remove();
});

async function different(changes: StickChanges): Promise<TestStick> {
  const other = await makeTestStick(changes);
  made.push(other);
  return other;
}

/** Ids and states of everything that is not a pass. */
function complaints(results: CheckResult[]): Record<string, string> {
  return Object.fromEntries(
    results.filter(({ status }) => status !== 'pass').map(({ id, status }) => [id, status]),
  );
}

const evidenceOf = (results: CheckResult[], id: string): string | undefined =>
  results.find((result) => result.id === id)?.evidence;

const start = (role: 'efi' | 'windows' | 'shared'): number => place(stick.layout, role).start;
const flipped = async (source: ByteSource, at: number): Promise<ByteSource> =>
  patched(source, at, [(await source.read(at, 1)).readUInt8(0) ^ 0xff]);

describe('the check of a sound stick', () => {
  it('passes everything, each result with evidence and none twice', async () => {
    const results = await checkStick(stick.source);
    expect(complaints(results)).toEqual({});
    expect(checksPassed(results)).toBe(true);
    expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
    for (const { evidence } of results) expect(evidence).not.toBe('');
    expect(results.map(({ id }) => id)).toEqual([
      'gpt.protective-mbr',
      'gpt.primary',
      'gpt.backup',
      'gpt.agreement',
      'gpt.efi-partition',
      'gpt.windows-partition',
      'gpt.alignment',
      'gpt.windows-alignment',
      'efi.fat32',
      'efi.boot-sector-copy',
      'efi.cluster-size',
      'efi.boot-file',
      'efi.fonts',
      'bcd.store',
      'bcd.elements',
      'bcd.default-loader',
      'bcd.firmware-manager',
      'bcd.device',
      'bcd.path',
      'ntfs.boot-sector',
      'ntfs.boot-sector-copy',
      'ntfs.size',
      'ntfs.clean',
      'exfat.boot-region',
      'exfat.backup-region',
    ]);
  });

  it('reads little', async () => {
    let bytes = 0;
    const counting: ByteSource = {
      size: stick.source.size,
      read(offset, length) {
        bytes += length;
        return stick.source.read(offset, length);
      },
    };
    await checkStick(counting);
    expect(bytes).toBeLessThan(8 * MiB);
  });

  it('agrees with sgdisk about the same partition table', () => {
    expect(execFileSync('sgdisk', ['-v', stick.path], { encoding: 'utf8' })).toContain(
      'No problems found',
    );
  });

  it('knows a real EFI program when it sees one', () => {
    const grub = readFileSync('/usr/lib/grub/x86_64-efi/monolithic/grubx64.efi');
    expect(readEfiProgram(grub)).toEqual({ architecture: 'x64' });
  });
});

describe('the check of a stick that was damaged afterwards', () => {
  it.each<
    [string, (source: ByteSource) => Promise<ByteSource> | ByteSource, Record<string, string>]
  >([
    ['sector 0', (source) => patched(source, 450, [0x07]), { 'gpt.protective-mbr': 'fail' }],
    ['the primary partition table', (source) => flipped(source, 1024), { 'gpt.primary': 'fail' }],
    [
      'the backup partition table',
      (source) => flipped(source, source.size - SECTOR + 56),
      { 'gpt.backup': 'fail' },
    ],
    [
      'the copy of the FAT boot sector',
      (source) => flipped(source, start('efi') + 6 * SECTOR + 71),
      { 'efi.boot-sector-copy': 'fail' },
    ],
    [
      'the FAT boot sector',
      (source) => flipped(source, start('efi') + 510),
      { 'efi.fat32': 'fail' },
    ],
    [
      'the NTFS boot sector',
      (source) => flipped(source, start('windows') + 3),
      { 'ntfs.boot-sector': 'fail' },
    ],
    [
      'the copy of the NTFS boot sector',
      (source) => flipped(source, start('windows') + place(stick.layout, 'windows').bytes - SECTOR),
      { 'ntfs.boot-sector-copy': 'fail' },
    ],
    [
      'the exFAT boot region',
      (source) => flipped(source, start('shared') + 100),
      { 'exfat.boot-region': 'fail' },
    ],
    [
      'the first sector of exFAT',
      (source) => patched(source, start('shared'), Buffer.alloc(SECTOR)),
      { 'exfat.boot-region': 'fail' },
    ],
    [
      'the copy of the exFAT boot region',
      (source) => flipped(source, start('shared') + 12 * SECTOR + 100),
      { 'exfat.backup-region': 'fail' },
    ],
  ])('in %s says exactly that', async (_, damage, expected) => {
    const results = await checkStick(await damage(stick.source));
    expect(complaints(results)).toEqual(expected);
    const worst = results.find(({ status }) => status === 'fail');
    expect(worst?.next).toBeTruthy();
  });

  it('finds two valid copies of the partition table that contradict each other', async () => {
    const header = Buffer.from(await stick.source.read(SECTOR, SECTOR));
    header.writeUInt8(0x77, 56);
    header.writeUInt32LE(0, 16);
    header.writeUInt32LE(crc32(header.subarray(0, 92)), 16);
    const results = await checkStick(patched(stick.source, SECTOR, header));
    expect(complaints(results)).toEqual({ 'gpt.agreement': 'fail', 'bcd.device': 'fail' });
    expect(evidenceOf(results, 'bcd.device')).toContain('but this disk is');
  });

  it('finds partitions that overlap', async () => {
    const entries = Buffer.from(await stick.source.read(2 * SECTOR, 32 * SECTOR));
    entries.writeBigUInt64LE(entries.readBigUInt64LE(40), 128 + 32);
    const header = Buffer.from(await stick.source.read(SECTOR, SECTOR));
    header.writeUInt32LE(crc32(entries), 88);
    header.writeUInt32LE(0, 16);
    header.writeUInt32LE(crc32(header.subarray(0, 92)), 16);
    const source = patched(patched(stick.source, SECTOR, header), 2 * SECTOR, entries);
    const results = await checkStick(source);
    expect(complaints(results)).toEqual({ 'gpt.primary': 'fail' });
    expect(evidenceOf(results, 'gpt.primary')).toContain('overlaps');
  });

  it('finds no partition table on an empty drive, and nothing else to look at', async () => {
    const results = await checkStick(bufferSource(Buffer.alloc(4 * MiB)));
    expect(complaints(results)).toEqual({
      'gpt.protective-mbr': 'fail',
      'gpt.primary': 'fail',
      'gpt.backup': 'fail',
    });
    expect(checksPassed(results)).toBe(false);
  });

  it('fails, and does not throw, for a drive of no size', async () => {
    expect(checksPassed(await checkStick(bufferSource(Buffer.alloc(0))))).toBe(false);
  });

  it('tells a volume that Windows wants to check', async () => {
    const dirty = await dirtyVolume(stick.source);
    expect(complaints(await checkStick(dirty))).toEqual({ 'ntfs.clean': 'warn' });
  });

  it('tells a volume that is smaller than its partition', async () => {
    const at = start('windows');
    const boot = Buffer.from(await stick.source.read(at, SECTOR));
    const smaller = boot.readBigUInt64LE(40) - 8192n;
    boot.writeBigUInt64LE(smaller, 40);
    const withBoot = patched(stick.source, at, boot);
    const source = patched(withBoot, at + Number(smaller) * SECTOR, boot);
    expect(complaints(await checkStick(source))).toEqual({ 'ntfs.size': 'warn' });
  });

  it('passes an error of the medium on', async () => {
    const failing: ByteSource = {
      size: stick.source.size,
      read(offset, length) {
        if (offset >= start('windows')) {
          throw stickError('io/read', { path: '/dev/sdx', offset, message: 'EIO' });
        }
        return stick.source.read(offset, length);
      },
    };
    await expect(checkStick(failing)).rejects.toThrow('io/read');
  });

  it('always comes to an end with results when metadata is overwritten at random', async () => {
    const areas = [0, start('efi'), start('efi') + 16 * 1024, start('windows'), start('shared')];
    let seed = 1;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const mft = Number((await stick.source.read(start('windows') + 48, 8)).readBigUInt64LE(0));
    areas.push(start('windows') + mft * 4096);
    for (let run = 0; run < 150; run += 1) {
      let { source } = stick as { source: ByteSource };
      for (let i = 0; i < 6; i += 1) {
        const at = (areas[random(areas.length)] ?? 0) + random(32 * 1024);
        source = patched(source, at, [random(256), random(256)]);
      }
      expect((await checkStick(source)).length).toBeGreaterThanOrEqual(3);
    }
  });
});

/** Sets the flag "dirty" in the volume information of $Volume, record 3 of the file table. */
async function dirtyVolume(source: ByteSource): Promise<ByteSource> {
  const at = start('windows');
  const boot = await source.read(at, SECTOR);
  const record = at + Number(boot.readBigUInt64LE(48)) * 4096 + 3 * 1024;
  const bytes = await source.read(record, 1024);
  let attribute = bytes.readUInt16LE(20);
  while (bytes.readUInt32LE(attribute) !== 0x70) attribute += bytes.readUInt32LE(attribute + 4);
  const value = attribute + bytes.readUInt16LE(attribute + 20);
  return patched(source, record + value + 10, [bytes.readUInt8(value + 10) | 1]);
}

const zeros = (length: number): number[] => new Array<number>(length).fill(0);
/** As long as boot code, and no part of ours. */
const foreign = (length: number): number[] => new Array<number>(length).fill(0x90);

describe('the check of a stick for BIOS and UEFI', () => {
  const mbr = (changes: StickChanges = {}): Promise<TestStick> =>
    different({ scheme: 'mbr', ...changes });

  it('passes everything, and asks nothing about a GPT', async () => {
    const results = await checkStick((await mbr()).source);
    expect(complaints(results)).toEqual({});
    expect(results.map(({ id }) => id).filter((id) => /^(mbr|gpt|bcd|bios)/.test(id))).toEqual([
      'mbr.table',
      'mbr.active-partition',
      'mbr.efi-partition',
      'mbr.windows-partition',
      'mbr.boot-code',
      'mbr.boot-sector',
      'mbr.boot-manager',
      'mbr.alignment',
      'mbr.windows-alignment',
      'bcd.store',
      'bcd.elements',
      'bcd.default-loader',
      'bcd.firmware-manager',
      'bcd.device',
      'bcd.path',
      'bios-bcd.store',
      'bios-bcd.elements',
      'bios-bcd.default-loader',
      'bios-bcd.device',
      'bios-bcd.path',
    ]);
  });

  it.each<[string, StickChanges, Record<string, string>]>([
    ['has no bootmgr', { efiFiles: { '/bootmgr': null } }, { 'mbr.boot-manager': 'fail' }],
    [
      'has an empty bootmgr',
      { efiFiles: { '/bootmgr': Buffer.alloc(0) } },
      { 'mbr.boot-manager': 'fail' },
    ],
    ['has no store for a BIOS', { efiFiles: { '/Boot/BCD': null } }, { 'bios-bcd.store': 'fail' }],
    [
      'has no store for UEFI',
      { efiFiles: { '/EFI/Microsoft/Boot/BCD': null } },
      { 'bcd.store': 'fail' },
    ],
    [
      'names another disk in its store for a BIOS',
      { biosBcd: { system: mbrDevice(MiB, 0x11111111) } },
      { 'bios-bcd.device': 'fail' },
    ],
    [
      'names a place without a partition in its store for UEFI',
      { bcd: { system: mbrDevice(2 * MiB) } },
      { 'bcd.device': 'fail' },
    ],
    [
      'names GUIDs in its store for UEFI',
      { bcd: { system: gptDevice('11111111-2222-3333-4444-555555555555') } },
      { 'bcd.device': 'fail' },
    ],
    [
      'lacks the loader of a BIOS',
      { withoutWindows: ['/Windows/System32/winload.exe'] },
      { 'bios-bcd.path': 'fail' },
    ],
    [
      'starts Windows at 321 MiB',
      { windowsLba: (321 * MiB) / SECTOR },
      { 'mbr.windows-alignment': 'warn' },
    ],
  ])('finds out when it %s', async (_, changes, expected) => {
    expect(complaints(await checkStick((await mbr(changes)).source))).toEqual(expected);
  });

  it.each<[string, number, number[], Record<string, string>]>([
    [
      'the signature of the drive',
      440,
      [1, 2, 3, 4],
      { 'bcd.device': 'fail', 'bios-bcd.device': 'fail' },
    ],
    ['the mark of the active partition', 446, [0], { 'mbr.active-partition': 'fail' }],
    ['a second active partition', 462, [0x80], { 'mbr.active-partition': 'fail' }],
    ['a byte of sector 0’s code', 100, [1], { 'mbr.boot-code': 'fail' }],
    [
      'a byte of the volume’s code',
      MiB + 100,
      [1],
      { 'efi.boot-sector-copy': 'fail', 'mbr.boot-sector': 'fail' },
    ],
    ['a byte of the rest of it', MiB + 2 * SECTOR + 100, [1], { 'mbr.boot-sector': 'fail' }],
    ['what should be code in sector 0', 0, zeros(440), { 'mbr.boot-code': 'fail' }],
    ['what another program put there', 0, foreign(440), { 'mbr.boot-code': 'warn' }],
    [
      'the start of the volume, of another program',
      MiB + 90,
      foreign(420),
      { 'efi.boot-sector-copy': 'fail', 'mbr.boot-sector': 'warn' },
    ],
  ])('finds out when %s is wrong', async (_, at, bytes, expected) => {
    const { source } = await mbr();
    expect(complaints(await checkStick(patched(source, at, bytes)))).toEqual(expected);
  });

  it('finds out when partitions overlap, and that nothing can be found then', async () => {
    const { source } = await mbr();
    const overlapping = patched(source, 462 + 8, [0, 8, 0, 0]);
    expect(complaints(await checkStick(overlapping))).toEqual({
      'mbr.table': 'fail',
      'mbr.efi-partition': 'fail',
      'mbr.windows-partition': 'fail',
    });
  });

  it('takes sector 0 without its mark for no table at all', async () => {
    const { source } = await mbr();
    const results = complaints(await checkStick(patched(source, 510, [0, 0])));
    expect(results['gpt.primary']).toBe('fail');
  });
});

describe('the check of a stick that was made wrongly', () => {
  const store = (guid: string, elements: BcdElement[]): Buffer =>
    encodeStore({ objects: [{ guid, type: 0x10100002, elements }] });
  const bcd = '/EFI/Microsoft/Boot/BCD';

  it.each<[string, StickChanges, Record<string, string>]>([
    [
      'has nothing that firmware would start',
      { efiFiles: { '/EFI/Boot/bootx64.efi': null } },
      { 'efi.boot-file': 'fail' },
    ],
    [
      'has a text where firmware looks for a program',
      { efiFiles: { '/EFI/Boot/bootx64.efi': Buffer.from('not a program') } },
      { 'efi.boot-file': 'fail' },
    ],
    [
      'has a program for another architecture under this name',
      { efiFiles: { '/EFI/Boot/bootx64.efi': efiProgram(0xaa64) } },
      { 'efi.boot-file': 'fail' },
    ],
    [
      'has no fonts',
      { efiFiles: { '/EFI/Microsoft/Boot/Fonts/segoe_slboot.ttf': null } },
      { 'efi.fonts': 'warn' },
    ],
    ['has no boot store', { efiFiles: { [bcd]: null } }, { 'bcd.store': 'fail' }],
    [
      'has a damaged boot store',
      { efiFiles: { [bcd]: Buffer.alloc(8192, 0x55) } },
      { 'bcd.store': 'fail' },
    ],
    [
      'names another Windows partition',
      { bcd: windowsDevice(gptDevice('0d0d0d0d-2222-3333-4444-555555555555')) },
      { 'bcd.device': 'fail' },
    ],
    [
      'names another disk',
      {
        bcd: {
          system: gptDevice(
            '11111111-2222-3333-4444-555555555555',
            '0d0d0d0d-2222-3333-4444-555555555555',
          ),
        },
      },
      { 'bcd.device': 'fail' },
    ],
    [
      'lacks the boot manager',
      { efiFiles: { '/EFI/Microsoft/Boot/bootmgfw.efi': null } },
      { 'bcd.path': 'fail' },
    ],
    [
      'lacks the memory test that its store names',
      { efiFiles: { '/EFI/Microsoft/Boot/memtest.efi': null } },
      { 'bcd.path': 'fail' },
    ],
    [
      'lacks the loader of Windows',
      { withoutWindows: ['/Windows/System32/winload.efi'] },
      { 'bcd.path': 'fail' },
    ],
    ['starts its partitions anywhere', { efiLba: 2049 }, { 'gpt.alignment': 'warn' }],
    [
      'starts Windows at 321 MiB',
      { windowsLba: (321 * MiB) / SECTOR },
      { 'gpt.windows-alignment': 'warn' },
    ],
    [
      'has a store without a default loader and without firmware entries',
      {
        efiFiles: {
          [bcd]: store(WellKnown.bootManager, [
            { id: ElementId.device, value: { format: 'device', device: { kind: 'boot' } } },
          ]),
        },
      },
      { 'bcd.default-loader': 'fail', 'bcd.firmware-manager': 'warn' },
    ],
    [
      'has a store with an element of the wrong kind and a drive of the old style',
      {
        efiFiles: {
          [bcd]: store(WellKnown.bootManager, [
            {
              id: ElementId.device,
              value: {
                format: 'device',
                device: { kind: 'mbr', diskSignature: 1, partitionOffset: 1048576n },
              },
            },
            {
              id: ElementId.timeout,
              value: { format: 'malformed', type: 3, data: Buffer.alloc(9) },
            },
          ]),
        },
      },
      {
        'bcd.elements': 'fail',
        'bcd.default-loader': 'fail',
        'bcd.firmware-manager': 'warn',
        'bcd.device': 'fail',
      },
    ],
  ])('when it %s says exactly that', async (_, changes, expected) => {
    const { source } = await different(changes);
    expect(complaints(await checkStick(source))).toEqual(expected);
  });

  it('follows devices that Windows finds by a path', async () => {
    const element = (id: number, value: BcdElement['value']): BcdElement => ({ id, value });
    const loader = '0a0b0c0d-0102-0304-0506-070809101112';
    const located = encodeStore({
      objects: [
        {
          guid: WellKnown.bootManager,
          type: 0x10100002,
          elements: [element(ElementId.defaultObject, { format: 'object', guid: loader })],
        },
        {
          guid: loader,
          type: 0x10200003,
          elements: [
            element(ElementId.device, {
              format: 'device',
              device: { kind: 'locate-element', element: ElementId.path },
            }),
            element(ElementId.path, {
              format: 'string',
              text: '\\windows\\SYSTEM32\\WinLoad.efi',
            }),
            element(ElementId.osDevice, {
              format: 'device',
              device: { kind: 'locate', path: '\\Windows' },
            }),
            element(ElementId.systemRoot, { format: 'string', text: '\\Windows' }),
          ],
        },
      ],
    });
    const { source } = await different({ efiFiles: { [bcd]: located } });
    const results = await checkStick(source);
    expect(complaints(results)).toEqual({ 'bcd.firmware-manager': 'warn' });
    expect(evidenceOf(results, 'bcd.path')).toContain('2 paths');
  });
});
