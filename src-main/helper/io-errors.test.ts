import { describe, expect, it } from 'vitest';
import { driveError, driveOpenError } from './io-errors';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: it failed, write`), { code });
}

describe('driveError', () => {
  const at = { path: '/dev/sdz', offset: 4096, stillThere: true } as const;

  it.each(['ENODEV', 'ENXIO', 'ENOENT', 'ENOMEDIUM'])(
    'takes %s for a drive that is gone',
    (code) => {
      const error = driveError(systemError(code), { ...at, doing: 'write' });
      expect(error.toData()).toMatchObject({
        code: 'target/vanished',
        params: { target: '/dev/sdz' },
      });
      expect(error.exitCode).toBe(6);
    },
  );

  it('takes EIO for a drive that is gone only when the system no longer knows it', () => {
    const pulled = driveError(systemError('EIO'), { ...at, doing: 'write', stillThere: false });
    expect(pulled.code).toBe('target/vanished');
    const failing = driveError(systemError('EIO'), { ...at, doing: 'write' });
    expect(failing.toData()).toMatchObject({
      code: 'io/write',
      params: { path: '/dev/sdz', offset: 4096 },
    });
  });

  it('tells reading from writing', () => {
    expect(driveError(systemError('EIO'), { ...at, doing: 'read' }).code).toBe('io/read');
  });
});

describe('driveOpenError', () => {
  it.each([
    ['EBUSY', 'target/busy'],
    ['EACCES', 'permission/denied'],
    ['EPERM', 'permission/denied'],
    ['EROFS', 'target/refused'],
    ['ENXIO', 'target/vanished'],
  ])('calls %s %s', (code, expected) => {
    const error = driveOpenError(systemError(code), '/dev/sdz');
    expect(error.code).toBe(expected);
    expect(error.stick).toBe('untouched');
  });
});
