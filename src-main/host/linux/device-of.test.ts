import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceNumbers, deviceOf } from './device-of';

describe('device numbers', () => {
  it('are unpacked as makedev(3) packs them', () => {
    fc.assert(
      fc.property(fc.nat(0xfffff), fc.nat(0xfffff), (major, minor) => {
        const [M, m] = [BigInt(major), BigInt(minor)];
        const packed =
          ((M & 0xfffn) << 8n) | ((M & ~0xfffn) << 32n) | (m & 0xffn) | ((m & ~0xffn) << 12n);
        expect(deviceNumbers(Number(packed))).toBe(`${String(major)}:${String(minor)}`);
      }),
    );
  });
});

describe('the device that holds a path', () => {
  it('is the one that findmnt names', async () => {
    const expected = execFileSync('findmnt', ['-no', 'MAJ:MIN', '--target', process.cwd()], {
      encoding: 'utf8',
    }).trim();
    expect(await deviceOf(process.cwd())).toBe(expected);
  });

  it('is that of the nearest folder when the path is not there yet', async () => {
    expect(await deviceOf(join(process.cwd(), 'not', 'there', 'yet.img'))).toBe(
      await deviceOf(process.cwd()),
    );
  });

  it('is that of what a symbolic link leads to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sticksmith-device-'));
    try {
      writeFileSync(join(folder, 'file'), '');
      symlinkSync('/proc/self', join(folder, 'link'));
      expect(await deviceOf(join(folder, 'link'))).toBeNull();
      expect(await deviceOf(join(folder, 'file'))).toBe(await deviceOf(folder));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is none for what lies in memory', async () => {
    expect(await deviceOf('/proc/self/status')).toBeNull();
  });
});
