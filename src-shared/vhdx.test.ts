import { describe, expect, it } from 'vitest';
import { VHDX_PREAMBLE_BYTES } from './layout';
import { diskOffset, isVhdxPath } from './vhdx';

describe('the name of an image file', () => {
  it.each([
    ['/a/b.vhdx', true],
    ['/a/B.VHDX', true],
    ['/a.vhdx/b.img', false],
    ['/a/vhdx', false],
    ['/a/b.vhd', false],
  ])('%s makes it a virtual disk: %s', (path, expected) => {
    expect(isVhdxPath(path)).toBe(expected);
    const offset = diskOffset({ kind: 'file', path, sizeBytes: 512 });
    expect(offset).toBe(expected ? VHDX_PREAMBLE_BYTES : 0);
  });
});
