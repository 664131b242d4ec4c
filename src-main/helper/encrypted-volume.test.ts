import { getCiphers } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toStickError } from '../../src-shared/errors';
import { BitLockerCipherSchema } from '../../src-shared/protect';
import { MiB, SECTOR, formatBytes } from '../../src-shared/units';
import { sectorCipher, type SectorCipher } from '../guest/bitlocker';
import { checkVolume, type EncryptedVolume } from './encrypted-volume';
import {
  DISK,
  VOLUME,
  newKey,
  sourcesOf,
  stickOf,
  type Stretch,
} from './test-support/encrypted-stick';
import { memoryMedium, memorySources, writeFrom, type Faults } from './test-support/memory-medium';
import type { StickContent } from './writer';

const ciphers = BitLockerCipherSchema.options;
const anyStretches = fc.array(
  fc.record({
    part: fc.constantFrom('common', 'own', 'sealed', 'free'),
    sectors: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4500 })),
  }),
  { maxLength: 9 },
);
const stretches: Stretch[] = [
  { part: 'sealed', sectors: 16 },
  { part: 'common', sectors: 2 * 2048 },
  { part: 'own', sectors: 7 },
  { part: 'free', sectors: 1024 },
  { part: 'common', sectors: 2 * 2048 },
];

describe('a stick whose volume is encrypted', () => {
  it('is compared with what OpenSSL’s own XTS gives', () => {
    expect(getCiphers()).toEqual(expect.arrayContaining(['aes-128-xts', 'aes-256-xts']));
  });

  it('is right to the last byte, however its volume is cut, beside others with keys of their own and without', async () => {
    await fc.assert(
      fc.asyncProperty(anyStretches, async (parts) => {
        const sources = await sourcesOf(parts);
        const sticks = [...ciphers, 'xts-aes-128' as const].map((cipher) =>
          stickOf(sources, { cipher, key: newKey(cipher), freeSpace: 'keep' }),
        );
        sticks.push(stickOf(sources, null));
        const { supply } = memorySources(sources.contents);
        const ends = await Promise.all(
          sticks.map(async ({ content, expected }) => {
            const medium = memoryMedium(DISK);
            const result = await writeFrom(supply, medium, content);
            return { isRight: medium.bytes.equals(expected), freeSpace: result.freeSpace };
          }),
        );
        const right = (freeSpace: string | null) => ({ isRight: true, freeSpace });
        expect(ends).toEqual([right('kept'), right('kept'), right('kept'), right(null)]);
      }),
      { numRuns: 12 },
    );
  });

  it('goes into an image file with its zeros encrypted, and leaves out what is free', async () => {
    const sources = await sourcesOf(stretches, (bytes) => Buffer.alloc(bytes));
    const { content, expected } = stickOf(sources, protect('clear'), 0);
    const medium = memoryMedium(DISK, {}, Buffer.alloc(DISK));
    const image = {
      ...medium,
      fresh: true,
      chunkBytes: MiB,
      openForComparing: () => Promise.resolve(null),
    };
    const { supply } = memorySources(sources.contents);
    const result = await writeFrom(supply, image, content);
    expect(result).toMatchObject({ freeSpace: 'new', verifiedBytes: 0 });
    expect(medium.bytes.equals(expected)).toBe(true);
  });

  it('is not gone on with', async () => {
    const medium = memoryMedium(DISK);
    const { content, supply } = await usual();
    const resuming = writeFrom(supply, medium, { ...content, resume: true });
    await expect(resuming).rejects.toMatchObject({ code: 'internal', stick: 'untouched' });
    expect(medium.log).toEqual([]);
  });
});

describe('checking an encrypted volume', () => {
  const check = async (change: Partial<EncryptedVolume>) => {
    const { content } = await usual();
    const { maps, head, tail, encryption } = content;
    if (!encryption) throw new Error('not encrypted');
    const layout = { maps, headBytes: head.length, tailBytes: tail.length };
    return () => {
      checkVolume({ ...encryption, ...change }, layout, DISK);
    };
  };
  const foreign = { path: '/foreign', sizeBytes: 0, chunks: [] };

  it('accepts one that is right', async () => {
    expect(await check({})).not.toThrow();
  });

  it.each<[string, Partial<EncryptedVolume>]>([
    ['a beginning between sectors', { startByte: VOLUME.startByte + 1 }],
    ['half a sector at its end', { bytes: VOLUME.bytes + 256 }],
    ['no size', { bytes: 0 }],
    ['a size that is no number', { bytes: NaN }],
    ['a place before the target', { startByte: -SECTOR }],
    ['a place in the head', { startByte: 33 * SECTOR, bytes: 7 * MiB }],
    ['a place in the tail', { bytes: DISK - 32 * SECTOR - VOLUME.startByte }],
    ['content before its beginning', { startByte: VOLUME.startByte + 17 * SECTOR }],
    ['content past its end', { bytes: 4 * MiB }],
    ['a map that is not written', { maps: [foreign] }],
  ])('refuses %s', async (_, change) => {
    expect(await check(change)).toThrow(/encrypted volume/);
  });
});

describe('a drive that does not keep what is encrypted', () => {
  const wrong = 5 * MiB + 12_345;

  async function fail(faults: Faults, change: (content: StickContent) => StickContent = (c) => c) {
    const { content, supply } = await usual();
    const medium = memoryMedium(DISK, faults);
    const error = await writeFrom(supply, medium, change(content)).then(() => null, toStickError);
    expect(medium.bytes.subarray(0, MiB).every((byte) => byte === 0)).toBe(true);
    return error;
  }
  const reading = (change: (rest: Buffer) => void): Faults => ({
    onCompare(offset, buffer) {
      if (offset <= wrong && wrong < offset + buffer.length)
        change(buffer.subarray(wrong - offset));
    },
  });

  it('is known by the one bit that changed, although decrypting spreads it over a block', async () => {
    const flip = (rest: Buffer) => rest.writeUInt8(rest.readUInt8() ^ 1);
    const error = await fail(reading(flip));
    expect(error).toMatchObject({ code: 'verify/mismatch', stick: 'unfinished' });
    expect(error?.params['offset']).toBe(wrong);
    expect(error?.params['cause']).toContain('worn out');
  });

  it('is suspected of holding less than it claims where it gives back nothing', async () => {
    const error = await fail(reading((rest) => rest.fill(0)));
    expect(error?.params['cause']).toContain('less than it claims');
  });

  it('is known to overwrite its beginning', async () => {
    const realBytes = 4 * MiB;
    const medium: { bytes: Buffer } = memoryMedium(DISK);
    const error = await fail({
      onWrite(offset, buffer) {
        buffer.copy(medium.bytes, offset % realBytes);
      },
      onCompare(offset, buffer) {
        medium.bytes.copy(buffer, 0, offset % realBytes);
      },
    });
    expect(error?.params['cause']).toContain(`written ${formatBytes(realBytes)} further on`);
  });

  it('is not blamed when a source changed after it was hashed', async () => {
    const sources = await sourcesOf(stretches);
    const { content } = stickOf(sources, protect('keep'));
    const source = sources.contents.get('/common') ?? Buffer.alloc(0);
    source.writeUInt8(source.readUInt8(3 * MiB) ^ 1, 3 * MiB);
    const { supply } = memorySources(sources.contents);
    const writing = writeFrom(supply, memoryMedium(DISK), content);
    await expect(writing).rejects.toMatchObject({
      code: 'work/damaged',
      params: { path: '/common' },
    });
  });

  it('is not said to be right when what was written takes another key', async () => {
    const other = sectorCipher('xts-aes-128', newKey('xts-aes-128'));
    const error = await fail({}, ({ encryption, ...content }) => {
      if (!encryption) throw new Error('not encrypted');
      const cipher: SectorCipher = {
        encrypt: (data, sector) => encryption.cipher.encrypt(data, sector),
        decrypt: (data, sector) => other.decrypt(data, sector),
      };
      return { ...content, encryption: { ...encryption, cipher } };
    });
    expect(error).toMatchObject({ code: 'verify/mismatch', stick: 'unfinished' });
  });
});

function protect(freeSpace: 'clear' | 'keep') {
  return { cipher: 'xts-aes-128', key: newKey('xts-aes-128'), freeSpace } as const;
}

async function usual() {
  const sources = await sourcesOf(stretches);
  const { content, expected } = stickOf(sources, protect('keep'));
  return { content, expected, free: sources.free, supply: memorySources(sources.contents).supply };
}
