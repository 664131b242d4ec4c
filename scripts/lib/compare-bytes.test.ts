import { describe, expect, it } from 'vitest';
import { MiB } from '../../src-shared/units';

/** Of 16 MiB, in which only the last byte is chosen. */
function large(last: number): Buffer {
  const bytes = Buffer.alloc(16 * MiB, 7);
  bytes[bytes.length - 1] = last;
  return bytes;
}

describe('comparing bytes in tests', () => {
  it('is as quick as comparing memory', () => {
    const before = process.cpuUsage();
    expect(large(1)).toEqual(large(1));
    expect([{ at: large(1) }]).toEqual([{ at: large(1) }]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
  });

  it('finds one byte that differs, on its own and inside of something', () => {
    const [one, other] = [large(1), large(2)];
    expect(one).not.toEqual(other);
    expect([{ one }]).not.toEqual([{ one: other }]);
    expect({ one: Buffer.from('a'), more: 1 }).not.toMatchObject({ one: Buffer.from('b') });
  });

  it('finds bytes that are missing', () => {
    expect(Buffer.from('abc')).not.toEqual(Buffer.from('ab'));
    expect(Buffer.from('')).not.toEqual(Buffer.from('ab'));
    expect(new Uint8Array([1, 2])).not.toEqual(new Uint8Array([1]));
  });

  it('leaves anything else to vitest', () => {
    expect(new Uint8Array([1, 2])).toEqual(new Uint8Array([1, 2]));
    expect([1, 2]).toEqual([1, 2]);
    expect(Buffer.from('a')).not.toEqual('a');
    expect(new Uint16Array([1])).not.toEqual(new Uint16Array([2]));
  });
});
