import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asEdits, padOwnFiles, placeholders } from './own-files';

const STEP = 64 * 1024;
const PATHS = ['/Windows/Panther/unattend.xml', '/ProgramData/Sticksmith/Wi-Fi/1.xml'];

const contents = fc.uint8Array({ maxLength: 3 * STEP }).map((bytes) => Buffer.from(bytes));
const sticks = fc.array(fc.tuple(contents, contents), { minLength: 1, maxLength: 4 });

describe('the files of which each stick has its own', () => {
  it('have the same size on all sticks, whole steps, and their content in front of spaces', () => {
    fc.assert(
      fc.property(sticks, (all) => {
        const files = all.map((own) =>
          own.map((content, index) => ({ path: PATHS[index] ?? '', content })),
        );
        const padded = padOwnFiles(files);
        padded.forEach((own, stick) => {
          own.forEach(({ path, bytes }, index) => {
            const content = all[stick]?.[index] ?? Buffer.alloc(0);
            expect(path).toBe(PATHS[index]);
            expect(bytes.length % STEP).toBe(0);
            expect(bytes.length).toBe(padded[0]?.[index]?.bytes.length);
            expect(bytes.subarray(0, content.length).equals(content)).toBe(true);
            expect(bytes.subarray(content.length).every((byte) => byte === 0x20)).toBe(true);
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it('are stood for by placeholders of their size that tell nothing of them', () => {
    const [own = []] = padOwnFiles([[{ path: '/a', content: Buffer.from('the key') }]]);
    const [edit] = placeholders(own);
    expect(edit?.path).toBe('/a');
    const { content } = edit ?? {};
    if (content?.kind !== 'bytes') throw new Error('a placeholder has bytes');
    expect(content.bytes.length).toBe(STEP);
    expect(content.bytes.includes('the key')).toBe(false);
    const [other = []] = padOwnFiles([[{ path: '/a', content: Buffer.from('another') }]]);
    expect(placeholders(other)).toEqual(placeholders(own));
    expect(asEdits(own)).toEqual([
      { path: '/a', content: { kind: 'bytes', bytes: own[0]?.bytes } },
    ]);
  });
});
