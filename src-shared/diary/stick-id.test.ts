import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StickIdSchema, stickIdOfDisk, stickIdOfVentoy } from './stick-id';
import { arbitraryStickId } from './testing';

const GUID = '9dea862c-5cdd-4e70-acc1-f32b344d4795';

describe('what tells a stick from others', () => {
  it('is read in capitals as well, and always written the same', () => {
    fc.assert(
      fc.property(arbitraryStickId, (id) => {
        expect(StickIdSchema.parse(id)).toBe(id);
        expect(StickIdSchema.parse(` ${id.toUpperCase()} `)).toBe(id);
      }),
    );
  });

  it('comes from the report of a stick', () => {
    expect(stickIdOfDisk({ scheme: 'gpt', guid: GUID })).toBe(`gpt:${GUID}`);
    expect(stickIdOfDisk({ scheme: 'mbr', signature: '0A1b2c3d' })).toBe('mbr:0a1b2c3d');
    expect(stickIdOfVentoy({ diskUuid: '00112233445566778899aabbccddeeff' })).toBe(
      'ventoy:00112233445566778899aabbccddeeff',
    );
  });

  it('is nothing where it would be all zeros', () => {
    expect(stickIdOfDisk({ scheme: 'gpt', guid: GUID.replace(/[^-]/g, '0') })).toBeNull();
    expect(stickIdOfDisk({ scheme: 'mbr', signature: '00000000' })).toBeNull();
    expect(stickIdOfVentoy({ diskUuid: '0'.repeat(32) })).toBeNull();
  });

  it.each([
    '',
    GUID,
    'gpt:1234',
    'mbr:123456789',
    'mbr:xyzxyzxy',
    `ventoy:${GUID}`,
    'usb:12345678',
  ])('is not %j', (text) => {
    expect(StickIdSchema.safeParse(text).success).toBe(false);
  });
});
