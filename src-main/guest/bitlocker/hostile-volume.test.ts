import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { StickError, stickError } from '../../../src-shared/errors';
import { crc32 } from '../../io';
import { wrapKey } from './entries';
import { Algorithm, Block, FVE_BLOCK, Role, Validation, Value } from './format';
import { openVolume, type VolumeKey } from './open-volume';
import { readMetadata } from './read-metadata';
import type { ReadVolume } from './read-copies';
import { newSecrets } from './secrets';
import { readerOf, volumeInMemory, type VolumeInMemory } from './testing';

const signal = new AbortController().signal;
let volume: VolumeInMemory;
beforeAll(async () => {
  volume = await volumeInMemory('xts-aes-256');
}, 60_000);

/** The volume with changes: to sector 0, or to single copies of the metadata (0 to 2). */
function changed(change: (bytes: Buffer, copies: Buffer[]) => void): ReadVolume {
  const bytes = Buffer.from(volume.bytes);
  const places = volume.layout.metadataAt;
  change(
    bytes,
    places.map((at) => bytes.subarray(at, at + FVE_BLOCK)),
  );
  return readerOf(bytes);
}

const open = (read: ReadVolume, key: VolumeKey = { password: volume.password }) =>
  openVolume(read, key, { signal });

/** Makes the CRC of a changed block right again. */
function repairCrc(block: Buffer): void {
  const size = block.readUInt16LE(Block.sizeIn16) * 16;
  if (size + Validation.entry > block.length) return;
  block.writeUInt32LE(crc32(block.subarray(0, size)), size + Validation.crc);
}

const sizeOf = (block: Buffer): number => block.readUInt16LE(Block.sizeIn16) * 16;

/** As what owns the keys would write it: right CRC and right hash. */
function sealAgain(block: Buffer): void {
  repairCrc(block);
  const size = sizeOf(block);
  const key = createHash('sha256').update(block.subarray(0, size)).digest();
  const { volumeMasterKey } = volume.secrets;
  const hash = { algorithm: Algorithm.validation, key };
  wrapKey(volumeMasterKey, Buffer.alloc(12, 0x77), Role.property, hash).copy(
    block,
    size + Validation.entry,
  );
}

describe('wrong keys', () => {
  it('are told from damage', async () => {
    await expect(open(volume.read, { password: 'correct horsf' })).rejects.toMatchObject({
      code: 'bitlocker/wrong-password',
    });
    const other = newSecrets('xts-aes-256').recoveryPassword;
    await expect(open(volume.read, { recoveryPassword: other })).rejects.toMatchObject({
      code: 'bitlocker/wrong-recovery-password',
    });
    await expect(open(volume.read, { recoveryPassword: '1-2-3' })).rejects.toMatchObject({
      code: 'bitlocker/recovery-password',
    });
  });

  it('are looked for no longer than asked', async () => {
    const cancelled = AbortSignal.abort();
    await expect(
      openVolume(volume.read, { password: 'x' }, { signal: cancelled }),
    ).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('copies of the metadata', () => {
  it.each([
    [[0], ['damaged', 'good', 'good']],
    [
      [0, 1],
      ['damaged', 'damaged', 'good'],
    ],
    [
      [1, 2],
      ['good', 'damaged', 'damaged'],
    ],
  ])('may be destroyed: %j', async (destroyed, states) => {
    const read = changed((_, copies) => {
      for (const i of destroyed) copies[i]?.fill(0x11);
    });
    expect((await open(read)).copies).toEqual(states);
    expect((await readMetadata(read)).copies).toEqual(states);
  });

  it('are not needed all, but one is', async () => {
    const read = changed((_, copies) => {
      for (const copy of copies) copy.fill(0);
    });
    await expect(open(read)).rejects.toMatchObject({ code: 'bitlocker/damaged' });
    await expect(readMetadata(read)).rejects.toMatchObject({ code: 'bitlocker/damaged' });
  });

  it('that can’t be read are told, and other errors go on', async () => {
    const [first] = volume.layout.metadataAt;
    const failing =
      (error: Error): ReadVolume =>
      (offset, length) =>
        offset === first ? Promise.reject(error) : volume.read(offset, length);
    const io = stickError('io/read', { path: 'drive', offset: 0, message: 'EIO' });
    expect((await open(failing(io))).copies).toEqual(['unreadable', 'good', 'good']);
    await expect(readMetadata(failing(stickError('cancelled', {})))).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('with a right CRC and another hash are damaged, which only the key can show', async () => {
    const read = changed((_, [first]) => {
      if (!first) throw new Error('no copy');
      first.writeUInt8(first.readUInt8(0x7c) ^ 1, 0x7c);
      repairCrc(first);
    });
    expect((await readMetadata(read)).copies).toEqual(['good', 'different', 'different']);
    expect((await open(read)).copies).toEqual(['damaged', 'good', 'good']);
  });

  it('that were all changed by someone without the key don’t open', async () => {
    const read = changed((_, copies) => {
      for (const copy of copies) {
        copy.writeUInt8(copy.readUInt8(0x7c) ^ 1, 0x7c);
        repairCrc(copy);
      }
    });
    await expect(open(read)).rejects.toMatchObject({
      code: 'bitlocker/damaged',
      params: { message: 'the metadata was changed: it has another SHA-256' },
    });
  });

  it('with a hash that is cut off are damaged, and don’t keep the others from opening', async () => {
    const read = changed((_, [, second]) => {
      if (!second) throw new Error('no copy');
      const at = sizeOf(second) + Validation.entry;
      second.writeUInt16LE(24, at);
      second.fill(0, at + 24);
    });
    expect((await open(read)).copies).toEqual(['good', 'damaged', 'good']);
  });

  it('of which the first was given other protectors leave the rest to open', async () => {
    const read = changed((_, [first]) => {
      if (!first) throw new Error('no copy');
      const protector = 112 + first.readUInt16LE(112);
      first.writeUInt16LE(0x0100, protector + 8 + 26);
      repairCrc(first);
    });
    expect((await open(read)).copies).toEqual(['damaged', 'good', 'good']);
  });

  it('are told apart by any single byte, and the volume opens by the others', async () => {
    // From the signature to behind the validation, where all bytes mean something, then zeros to the end.
    const at = fc.oneof({ weight: 4, arbitrary: fc.nat(1500) }, fc.nat(FVE_BLOCK - 1));
    const flip = fc.record({ copy: fc.nat(2), at, bits: fc.integer({ min: 1, max: 255 }) });
    const flipped = ({ copy, at, bits }: { copy: number; at: number; bits: number }) =>
      changed((_, copies) => {
        const block = copies[copy];
        block?.writeUInt8(block.readUInt8(at) ^ bits, at);
      });
    await fc.assert(
      fc.asyncProperty(flip, async (one) => {
        const { copies } = await readMetadata(flipped(one));
        expect(copies).not.toEqual(['good', 'good', 'good']);
      }),
      { numRuns: 400 },
    );
    await fc.assert(
      fc.asyncProperty(flip, async (one) => {
        const { copies } = await open(flipped(one));
        expect(copies.filter((state) => state === 'good').length).toBeGreaterThan(0);
        expect(copies).not.toEqual(['good', 'good', 'good']);
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  it('of which one is older count as different', async () => {
    const read = changed((_, [, , third]) => {
      if (!third) throw new Error('no copy');
      third.writeUInt8(third.readUInt8(0x7c) ^ 1, 0x7c);
      sealAgain(third);
    });
    expect((await open(read)).copies).toEqual(['good', 'good', 'different']);
  });
});

describe('volumes of other kinds', () => {
  const refused = (change: (sector: Buffer) => void) =>
    expect(readMetadata(changed(change))).rejects;

  it('are no BitLocker volumes', async () => {
    await refused((bytes) => volume.boot.copy(bytes)).toMatchObject({
      code: 'bitlocker/not-encrypted',
    });
    await refused((bytes) => bytes.fill(0)).toMatchObject({ code: 'bitlocker/not-encrypted' });
  });

  it('are of Vista, To Go, in the middle of it, or of larger sectors', async () => {
    const unsupported = (message: RegExp) => ({
      code: 'bitlocker/unsupported',
      params: { message: expect.stringMatching(message) as string },
    });
    await refused((bytes) => bytes.fill(0, 160, 176)).toMatchObject(unsupported(/Windows 7/));
    await refused((bytes) => {
      bytes.copy(bytes, 0x1a8, 160, 176);
      bytes.write('MSWIN4.1', 3, 'latin1');
    }).toMatchObject(unsupported(/To Go/));
    await refused((bytes) => {
      bytes.write('3b4da89280dd0e4d9e4eb1e3284eaed8', 160, 'hex');
    }).toMatchObject(unsupported(/not finished/));
    await refused((bytes) => bytes.writeUInt16LE(4096, 11)).toMatchObject(unsupported(/512/));
  });

  it('of an older method are described and not opened', async () => {
    const read = changed((_, copies) => {
      for (const copy of copies) {
        copy.writeUInt16LE(0x8000, 64 + 36);
        sealAgain(copy);
      }
    });
    expect(await readMetadata(read)).toMatchObject({ method: 0x8000, xts: null });
    await expect(open(read)).rejects.toMatchObject({ code: 'bitlocker/unsupported' });
  });

  it('in part encrypted are described and not opened: some of their sectors are plain', async () => {
    const read = changed((_, copies) => {
      for (const copy of copies) {
        copy.writeUInt16LE(2, Block.state);
        sealAgain(copy);
      }
    });
    expect(await readMetadata(read)).toMatchObject({ state: 2, nextState: 4 });
    await expect(open(read)).rejects.toMatchObject({
      code: 'bitlocker/unsupported',
      params: { message: 'Windows has not finished encrypting or decrypting it' },
    });
  });

  it('that Windows has suspended open by their password, and show the key that lies beside', async () => {
    const read = changed((_, copies) => {
      for (const copy of copies) {
        // The description makes room for an empty protector of that kind.
        const clear = Buffer.alloc(8 + 28);
        clear.writeUInt16LE(clear.length, 0);
        clear.writeUInt16LE(Role.volumeMasterKey, 2);
        clear.writeUInt16LE(Value.volumeMasterKey, 4);
        clear.writeUInt16LE(1, 6);
        const description = copy.readUInt16LE(112);
        expect(description).toBeGreaterThan(clear.length + 8);
        copy.writeUInt16LE(description - clear.length, 112);
        clear.copy(copy, 112 + description - clear.length);
        sealAgain(copy);
      }
    });
    const { protectors } = await open(read);
    expect(protectors.map(({ kind }) => kind)).toEqual([
      'clear-key',
      'password',
      'recovery-password',
    ]);
  });

  it('with too many passwords aren’t tried for minutes', async () => {
    const read = changed((_, copies) => {
      for (const copy of copies) {
        const at = 112 + copy.readUInt16LE(112);
        const entry = Buffer.from(copy.subarray(at, at + copy.readUInt16LE(at)));
        const many = Buffer.concat(Array.from({ length: 200 }, () => entry));
        const rest = Buffer.from(copy.subarray(at, sizeOf(copy)));
        const size = Math.ceil((at + many.length + rest.length) / 16) * 16;
        copy.fill(0, at);
        many.copy(copy, at);
        rest.copy(copy, at + many.length);
        copy.writeUInt16LE(size / 16, Block.sizeIn16);
        copy.writeUInt32LE(size - 64, 64);
        copy.writeUInt16LE(2, size + Validation.version);
        sealAgain(copy);
      }
    });
    await expect(open(read)).rejects.toMatchObject({
      code: 'bitlocker/unsupported',
      params: { message: 'it has too many passwords' },
    });
  });
});

describe('hostile metadata', () => {
  const end = 2048;
  const edits = fc.array(
    fc.record({
      at: fc.oneof(fc.nat(end), fc.constantFrom(8, 10, 16, 32, 56, 64, 68, 76, 100, 112, 116)),
      value: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 7, 8, 0x7f, 0x80, 0xff)),
      length: fc.integer({ min: 1, max: 8 }),
    }),
    { minLength: 1, maxLength: 6 },
  );

  async function outcome(read: ReadVolume): Promise<string> {
    try {
      await readMetadata(read);
      return 'read';
    } catch (error) {
      if (error instanceof StickError) return error.code;
      throw error;
    }
  }

  it('in any byte ends as read or with a clear error, with its CRC made right', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        const read = changed((_, copies) => {
          for (const copy of copies) {
            for (const { at, value, length } of list) copy.fill(value, at, at + length);
            repairCrc(copy);
          }
        });
        expect(['read', 'bitlocker/damaged']).toContain(await outcome(read));
      }),
      { numRuns: 400 },
    );
  });

  it('in sector 0 ends as read or with a clear error', async () => {
    const sector = fc.array(fc.record({ at: fc.nat(511), value: fc.nat(255) }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(sector, async (list) => {
        const read = changed((bytes) => {
          for (const { at, value } of list) bytes[at] = value;
        });
        expect([
          'read',
          'bitlocker/damaged',
          'bitlocker/unsupported',
          'bitlocker/not-encrypted',
        ]).toContain(await outcome(read));
      }),
      { numRuns: 200 },
    );
  });

  it('of nothing but noise is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 64, maxLength: 4096 }), async (noise) => {
        const read = changed((_, copies) => {
          for (const copy of copies) Buffer.from(noise).copy(copy, 12);
        });
        expect(await outcome(read)).toBe('bitlocker/damaged');
      }),
      { numRuns: 50 },
    );
  });
});
