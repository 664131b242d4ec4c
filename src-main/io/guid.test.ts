import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeGuid, encodeGuid, newGuid } from './guid';

describe('GUIDs', () => {
  it('encodes the EFI system partition type as the UEFI specification prints its bytes', () => {
    expect(encodeGuid('C12A7328-F81F-11D2-BA4B-00A0C93EC93B').toString('hex')).toBe(
      '28732ac11ff8d211ba4b00a0c93ec93b',
    );
  });

  it('accepts braces and gives lower case without them', () => {
    const bytes = encodeGuid('{9DEA862C-5CDD-4E70-ACC1-F32B344D4795}');
    expect(decodeGuid(bytes)).toBe('9dea862c-5cdd-4e70-acc1-f32b344d4795');
  });

  it('reads back every GUID it writes, at any offset', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat({ max: 40 }), (guid, offset) => {
        const bytes = Buffer.concat([Buffer.alloc(offset), encodeGuid(guid)]);
        expect(decodeGuid(bytes, offset)).toBe(guid);
      }),
    );
  });

  it('refuses text that is not a GUID and bytes that are too few', () => {
    expect(() => encodeGuid('9dea862c5cdd4e70acc1f32b344d4795')).toThrow(TypeError);
    expect(() => decodeGuid(Buffer.alloc(15))).toThrow(RangeError);
    expect(() => decodeGuid(Buffer.alloc(32), 17)).toThrow(RangeError);
  });

  it('makes a different random version 4 GUID each time', () => {
    const made = new Set(Array.from({ length: 100 }, newGuid));
    expect(made.size).toBe(100);
    for (const guid of made) {
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});
