import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { toStickError, type StickError, type StickState } from '../../src-shared/errors';
import type { StickLayout } from '../../src-shared/layout';
import { MiB, SECTOR } from '../../src-shared/units';
import { encodeGpt, type BlockMap, type ByteRange } from '../disk';
import { bootPartsOf, rewriteParts, type Rewritten } from './rewriter';
import { blockMapOf } from './test-support/block-map-of';
import { memoryMedium, memorySources, type Faults } from './test-support/memory-medium';
import { WRITER_BUFFERS } from './writer';

const DISK = 40 * MiB;
const efi = { offset: MiB, length: 9 * MiB };
const windows = { offset: 12 * MiB, length: 20 * MiB };
const layout: StickLayout = {
  scheme: 'gpt',
  diskSectors: DISK / SECTOR,
  vhdx: null,
  partitions: [
    { role: 'efi', startLba: efi.offset / SECTOR, sectors: efi.length / SECTOR },
    { role: 'windows', startLba: windows.offset / SECTOR, sectors: windows.length / SECTOR },
  ],
};
const guids = {
  efi: '11111111-2222-3333-4444-555555555555',
  windows: 'a1b2c3d4-e5f6-0718-293a-4b5c6d7e8f90',
};
const wanted = randomBytes(9 * MiB);
let stick: Buffer;
let map: BlockMap;

beforeAll(async () => {
  stick = Buffer.alloc(DISK, 0xee);
  const { head, tail } = encodeGpt({ layout, diskGuid: guids.efi, guids });
  head.copy(stick, 0);
  tail.copy(stick, DISK - tail.length);
  map = await mapTo(efi.offset, wanted.length);
});

function mapTo(targetOffset: number, length: number): Promise<BlockMap> {
  return blockMapOf('/wanted', wanted, [{ sourceOffset: 0, targetOffset, length }]);
}

interface Attempt {
  bytes: Buffer;
  log: string[];
  outcome: Rewritten | StickError;
  states: StickState[];
}

async function rewrite(
  maps: readonly BlockMap[],
  faults: Faults = {},
  signal = new AbortController().signal,
): Promise<Attempt> {
  const medium = memoryMedium(DISK, faults, Buffer.from(stick));
  const buffers = Array.from({ length: WRITER_BUFFERS }, () => Buffer.alloc(4 * MiB));
  const parts = await bootPartsOf(medium, Buffer.alloc(MiB));
  const states: StickState[] = [];
  const { supply } = memorySources(new Map([['/wanted', wanted]]));
  const feed = await supply.join(maps, true);
  const outcome = await rewriteParts(
    medium,
    { maps, parts },
    { feed, buffers, state: 'untouched' },
    {
      signal,
      onProgress: () => undefined,
      onStick: (state) => states.push(state),
    },
  ).catch(toStickError);
  await feed.leave();
  return { bytes: medium.bytes, log: medium.log, outcome, states };
}

describe('rewriting a part of a stick', () => {
  it('writes it, reads it back past every cache, and leaves every other byte as it is', async () => {
    const { bytes, outcome, states, log } = await rewrite([map]);
    expect(outcome).toEqual({ writtenBytes: wanted.length, verifiedBytes: wanted.length });
    const expected = Buffer.from(stick);
    wanted.copy(expected, efi.offset);
    expect(bytes.equals(expected)).toBe(true);
    expect(states).toEqual(['kept']);
    expect(log.indexOf('flush')).toBeLessThan(log.findIndex((line) => line.startsWith('compare')));
  });

  it('tells that files are still there when the drive gives back something else', async () => {
    const { outcome } = await rewrite([map], {
      onCompare: (_, buffer) => buffer.writeUInt8(buffer.readUInt8(7) ^ 1, 7),
    });
    expect(outcome).toMatchObject({ code: 'verify/mismatch', stick: 'kept' });
  });

  it('stops when it is cancelled, and tells that files are still there', async () => {
    const cancel = new AbortController();
    const { outcome, log } = await rewrite([map], { onWrite: () => cancel.abort() }, cancel.signal);
    expect(outcome).toMatchObject({ code: 'cancelled', stick: 'kept' });
    expect(log.filter((line) => line.startsWith('write')).length).toBeLessThan(map.chunks.length);
  });
});

describe('the guard around what starts a stick', () => {
  const last = windows.offset + windows.length - SECTOR;
  it.each<[string, ByteRange]>([
    ['the table', { offset: 0, length: 34 * SECTOR }],
    ['its copy', { offset: DISK - 33 * SECTOR, length: 33 * SECTOR }],
    ['the first sector of Windows’ partition', { offset: windows.offset, length: SECTOR }],
    ['the last one', { offset: last, length: SECTOR }],
  ])('lets %s through', async (_, { offset, length }) => {
    const { outcome } = await rewrite([await mapTo(offset, length)]);
    expect(outcome).toMatchObject({ writtenBytes: length });
  });

  it.each<[string, ByteRange]>([
    [
      'the second sector of Windows’ partition',
      { offset: windows.offset + SECTOR, length: SECTOR },
    ],
    ['two sectors at its start', { offset: windows.offset, length: 2 * SECTOR }],
    ['the last but one', { offset: last - SECTOR, length: SECTOR }],
    ['its middle', { offset: 20 * MiB, length: MiB }],
    ['what follows the EFI system partition', { offset: 9.5 * MiB, length: MiB }],
    ['what lies between partitions', { offset: 11 * MiB, length: SECTOR }],
    ['what is past the end', { offset: DISK, length: SECTOR }],
  ])('lets nothing through to %s, before the first byte', async (_, { offset, length }) => {
    const { outcome, bytes, log } = await rewrite([await mapTo(offset, length)]);
    expect(outcome).toMatchObject({ code: 'internal', stick: 'untouched' });
    expect(bytes.equals(stick)).toBe(true);
    expect(log.some((line) => line.startsWith('write'))).toBe(false);
  });

  it('lets nothing through on a disk without a valid table', async () => {
    const parts = await bootPartsOf(memoryMedium(DISK), Buffer.alloc(MiB));
    expect(parts).toEqual([]);
  });
});
