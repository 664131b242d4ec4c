import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runTool } from '../../host/run-tool';
import { wifiProfile } from '.';

describe('a profile as xmllint reads it', () => {
  it('holds the name and the key as they were entered', async () => {
    const printable = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
    const ssids = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
      .filter((ssid) => Buffer.byteLength(ssid) <= 32 && !/[\p{Cc}\ufffe\uffff]/u.test(ssid));
    const keys = fc.string({ unit: printable, minLength: 8, maxLength: 63 });
    await fc.assert(
      fc.asyncProperty(ssids, keys, async (ssid, key) => {
        const stdin = wifiProfile({ ssid, key, security: 'wpa2', hidden: false });
        const named = (name: string) => `/*[local-name()='${name}']`;
        const path = `concat(/*${named('name')}, '|', /*/*/*${named('keyMaterial')}, /*/*/*/*${named('keyMaterial')})`;
        const { stdout, stderr } = await runTool('xmllint', ['--nonet', '--xpath', path, '-'], {
          stdin,
        });
        expect({ stdout, stderr }).toEqual({ stdout: `${ssid}|${key}\n`, stderr: '' });
      }),
      { numRuns: 60 },
    );
  });
});
