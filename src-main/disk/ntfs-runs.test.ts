import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferSource } from '../io';
import { FileSystemError } from './file-system-error';
import { decodeRuns, encodeRuns, runSource } from './ntfs-runs';

const VOLUME_CLUSTERS = 2 ** 40;

/** The fewest bytes that hold a signed number, and those bytes. */
function shortest(value: number): Buffer {
  for (let width = 1; width < 6; width += 1) {
    if (value >= -(2 ** (width * 8 - 1)) && value < 2 ** (width * 8 - 1)) {
      const bytes = Buffer.alloc(width);
      bytes.writeIntLE(value, 0, width);
      return bytes;
    }
  }
  const bytes = Buffer.alloc(6);
  bytes.writeIntLE(value, 0, 6);
  return bytes;
}

function encode(runs: { lcn: number | null; clusters: number }[]): Buffer {
  let last = 0;
  const parts = runs.map(({ lcn, clusters }) => {
    const length = shortest(clusters);
    if (lcn === null) return Buffer.from([length.length, ...length]);
    const distance = shortest(lcn - last);
    last = lcn;
    return Buffer.from([(distance.length << 4) | length.length, ...length, ...distance]);
  });
  return Buffer.concat([...parts, Buffer.from([0])]);
}

const runList = fc.array(
  fc.record({
    lcn: fc.option(fc.integer({ min: 0, max: 2 ** 39 })),
    clusters: fc.integer({ min: 1, max: 2 ** 33 }),
  }),
);

describe('a list of runs', () => {
  it('is decoded to what was encoded, holes and distances backwards included', () => {
    fc.assert(
      fc.property(runList, fc.nat(), (runs, firstVcn) => {
        let vcn = firstVcn;
        const expected = runs.map((run) => {
          const numbered = { ...run, vcn };
          vcn += run.clusters;
          return numbered;
        });
        expect(decodeRuns(encode(runs), firstVcn, VOLUME_CLUSTERS)).toEqual(expected);
      }),
    );
  });

  it('is encoded in the fewest bytes', () => {
    fc.assert(
      fc.property(runList, (runs) => {
        expect(encodeRuns(runs.map((run) => ({ ...run, vcn: 0 })))).toEqual(encode(runs));
      }),
    );
  });

  it('gives runs or a FileSystemError whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          for (const { lcn, clusters } of decodeRuns(Buffer.from(bytes), 0, 1000)) {
            expect(clusters).toBeGreaterThan(0);
            expect((lcn ?? 0) + (lcn === null ? 0 : clusters)).toBeLessThanOrEqual(1000);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(FileSystemError);
        }
      }),
    );
  });

  it('reads as zeros in holes and past what was initialised', async () => {
    const volume = bufferSource(Buffer.from('AAAABBBBCCCCDDDD'));
    const runs = [
      { vcn: 0, lcn: 3, clusters: 1 },
      { vcn: 1, lcn: null, clusters: 2 },
      { vcn: 3, lcn: 0, clusters: 2 },
    ];
    const stream = runSource(volume, 4, runs, { size: 19, initializedBytes: 18 });
    expect((await stream.read(0, 19)).toString('latin1')).toBe('DDDD\0\0\0\0\0\0\0\0AAAABB\0');
    expect((await stream.read(2, 12)).toString('latin1')).toBe('DD\0\0\0\0\0\0\0\0AA');
    await expect(stream.read(18, 2)).rejects.toThrow(FileSystemError);
  });
});
