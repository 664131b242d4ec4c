import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { withMenuPassword } from './menu-password';

/** The stored form, taken apart. */
function stored(config: ReturnType<typeof withMenuPassword>): { salt: string; hash: string } {
  const { bootpwd } = config['password'] as { bootpwd: string };
  const [, salt = '', hash = ''] = /^md5#([0-9a-zA-Z]+)#([0-9a-f]{32})$/.exec(bootpwd) ?? [];
  return { salt, hash };
}

describe('withMenuPassword', () => {
  it('keeps the hash of salt and password, as md5sum makes it, and other settings', () => {
    const config = withMenuPassword({ password: { isopwd: 'txt#x' }, y: 1 }, 'open sesame');
    const { salt, hash } = stored(config);
    const input = `${salt}open sesame`;
    expect(execFileSync('md5sum', { input, encoding: 'utf8' }).slice(0, 32)).toBe(hash);
    expect(config).toMatchObject({ password: { isopwd: 'txt#x' }, y: 1 });
    expect(JSON.stringify(config)).not.toContain('sesame');
  });

  it('takes another salt each time', () => {
    const salts = [1, 2].map(() => stored(withMenuPassword({}, 'open sesame')).salt);
    expect(salts[0]).not.toBe(salts[1]);
  });

  it('changes nothing without one', () => {
    expect(withMenuPassword({ y: 1 }, null)).toEqual({ y: 1 });
  });
});
