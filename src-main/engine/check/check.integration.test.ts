import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksPassed, type CheckResult } from '../../../src-shared/check';
import { stickError } from '../../../src-shared/errors';
import { MiB, SECTOR } from '../../../src-shared/units';
import { ElementId, WellKnown, encodeStore, type BcdElement } from '../../guest';
import { bufferSource, crc32, type ByteSource } from '../../io';
import { checkStick } from '.';
import { CHECKS } from './checks';
import { readBootProgram } from './program';
import {
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
describe('the check of a sound stick', () => {
  it('passes everything, each result with evidence and none twice', async () => {
    const results = await checkStick(stick.source);
    expect(complaints(results)).toEqual({});
    expect(checksPassed(results)).toBe(true);
    expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
    for (const { evidence } of results) expect(evidence).not.toBe('');
    const others = /^(mbr|bios-bcd|vhdx|bitlocker)\.|^windows.answer-file$/;
    expect(results.map(({ id }) => id)).toEqual(
      CHECKS.map(({ id }) => id).filter((id) => !others.test(id)),
    );
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
    expect(readBootProgram(grub)).toMatchObject({ architecture: 'x64' });
  });
});

describe('the check of a stick that was damaged afterwards', () => {
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

describe('the check of a stick for BIOS and UEFI', () => {
  const mbr = (changes: StickChanges = {}): Promise<TestStick> =>
    different({ scheme: 'mbr', ...changes });

  it('passes everything, and asks nothing about a GPT', async () => {
    const results = await checkStick((await mbr()).source);
    expect(complaints(results)).toEqual({});
    const others = /^(gpt|vhdx|bitlocker)\.|^windows.answer-file$/;
    expect(results.map(({ id }) => id)).toEqual(
      CHECKS.map(({ id }) => id).filter((id) => !others.test(id)),
    );
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
      'names a place without a partition in its store for UEFI',
      { bcd: { system: mbrDevice(2 * MiB) } },
      { 'bcd.device': 'fail' },
    ],
    [
      'names GUIDs in its store for UEFI',
      { bcd: { system: gptDevice('11111111-2222-3333-4444-555555555555') } },
      { 'bcd.device': 'fail' },
    ],
  ])('finds out when it %s', async (_, changes, expected) => {
    expect(complaints(await checkStick((await mbr(changes)).source))).toEqual(expected);
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
      'has a text where firmware looks for a program',
      { efiFiles: { '/EFI/Boot/bootx64.efi': Buffer.from('not a program') } },
      { 'efi.boot-file': 'fail' },
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
