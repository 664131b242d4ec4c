import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { newSecrets } from './secrets';

describe('secrets', () => {
  it('are not seen where objects end up', () => {
    const secrets = newSecrets('xts-aes-128');
    const seen = [
      String(secrets),
      JSON.stringify({ secrets }),
      inspect({ secrets }, { showHidden: true, depth: 9 }),
      inspect(secrets, { showHidden: true, customInspect: false, getters: false }),
      JSON.stringify(Object.entries(secrets)),
      JSON.stringify(structuredClone({ ...secrets })),
    ].join('\n');
    const keys = [secrets.volumeMasterKey, secrets.volumeKey, secrets.recoveryValue];
    for (const key of keys) {
      for (const encoding of ['hex', 'base64', 'latin1'] as const) {
        expect(seen).not.toContain(key.toString(encoding, 0, 8));
      }
      expect(seen).not.toContain(key.subarray(0, 4).join(','));
      expect(seen).not.toContain(
        key
          .subarray(0, 4)
          .toString('hex')
          .replace(/..(?=.)/g, '$& '),
      );
    }
    expect(seen).not.toContain(secrets.recoveryPassword);
    expect(String(secrets)).toBe('[BitLocker secrets]');
  });

  it('come from the random source alone, each from bytes of its own', () => {
    let calls = 0;
    const random = (bytes: number): Buffer => {
      calls += 1;
      const seed = createHash('sha512').update(String(calls)).digest();
      return Buffer.from(seed.subarray(0, bytes));
    };
    const secrets = newSecrets('xts-aes-256', random);
    const all = [
      secrets.volumeMasterKey,
      secrets.volumeKey,
      secrets.passwordSalt,
      secrets.recoverySalt,
      secrets.recoveryValue,
    ];
    expect(calls).toBe(5);
    expect(all.map((key) => key.length)).toEqual([32, 64, 16, 16, 16]);
    expect(new Set(all.map((key) => key.toString('hex', 0, 16))).size).toBe(5);
  });

  it('are gone when they were wiped', () => {
    const secrets = newSecrets('xts-aes-128');
    secrets.wipe();
    const keys = [secrets.volumeMasterKey, secrets.volumeKey, secrets.recoveryValue];
    expect(keys.every((key) => key.every((byte) => byte === 0))).toBe(true);
  });
});
