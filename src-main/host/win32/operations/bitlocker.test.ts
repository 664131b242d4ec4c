import { beforeAll, describe, expect, it } from 'vitest';
import type { Node } from 'web-tree-sitter';
import { notUnderstood, powerShellParser, stringLiterals } from '../powershell-grammar-testing';
import {
  addProtectors,
  beginEncryption,
  followEncryption,
  isEncrypted,
  lockVolume,
  pauseEncryption,
  readProtector,
  removeProtectors,
} from './bitlocker';
import { powerShellScript } from './powershell';
import { getVolumePaths, readVolumePaths } from './volume-paths';

const VOLUME = '\\\\?\\Volume{2eca078d-5cbc-43d3-aff8-7e8511f60d0e}\\';
const RECOVERY = '111111-222222-333333-444444-555555-666666-000000-000011';
const secrets = { password: 'password', recoveryPassword: RECOVERY };
const full = { cipher: 'xts-aes-256', usedSpaceOnly: false } as const;
const usedOnly = { cipher: 'xts-aes-128', usedSpaceOnly: true } as const;

let parse: (script: string) => Node;
beforeAll(async () => {
  parse = await powerShellParser();
});

/** Cmdlets and functions that a script calls, by a grammar that isn't ours. */
function commandsOf(script: string): string[] {
  const names = parse(script).descendantsOfType('command_name');
  return [...new Set(names.map(({ text }) => text))].sort();
}

describe('scripts that call BitLocker', () => {
  const operations = [
    addProtectors(VOLUME, secrets),
    removeProtectors(VOLUME),
    beginEncryption(VOLUME, full),
    beginEncryption(VOLUME, usedOnly),
    followEncryption(VOLUME),
    pauseEncryption(VOLUME),
    lockVolume(VOLUME),
  ];

  it.each(operations)('are PowerShell: $title', (operation) => {
    const script = powerShellScript(operation) ?? '';
    expect(notUnderstood(parse(script))).toEqual([]);
    expect(stringLiterals(parse(script))).toContain(`'${VOLUME}'`);
  });

  it('hand nothing to a cmdlet, whose parameters may be logged', () => {
    const named = operations.flatMap((operation) => commandsOf(powerShellScript(operation) ?? ''));
    expect([...new Set(named)].sort()).toEqual(['Assert-Done', 'New-Object']);
  });

  it('never mention a TPM, and tell the numbers that Microsoft documents', () => {
    const [script = '', used = ''] = [full, usedOnly].map(
      (how) => powerShellScript(beginEncryption(VOLUME, how)) ?? '',
    );
    expect(script).toContain("$values['EncryptionMethod'] = 7\n");
    expect(script).toContain("$values['EncryptionFlags'] = 0\n");
    expect(used).toContain("$values['EncryptionMethod'] = 6\n");
    expect(used).toContain("$values['EncryptionFlags'] = 1\n");
    for (const operation of operations) expect(powerShellScript(operation)).not.toMatch(/TPM/i);
  });

  it('ask which volumes a disk has', () => {
    const script = powerShellScript(getVolumePaths(3)) ?? '';
    expect(notUnderstood(parse(script))).toEqual([]);
    expect(script).toContain("-Filter 'DiskNumber = 3'");
    expect(() => getVolumePaths(-1)).toThrow(RangeError);
  });
});

describe('adding a password and a recovery key', () => {
  it('keeps both out of arguments and scripts', () => {
    const password = "geheim'w`o$rt “x” 🧪";
    const operation = addProtectors(VOLUME, { password, recoveryPassword: RECOVERY });
    const told = [operation.title, ...operation.args, powerShellScript(operation) ?? ''].join('\n');
    expect(told).not.toContain(RECOVERY);
    expect(told).not.toContain('geheim');
    expect(operation.stdin?.secret).toBe(true);
    const typed = operation.stdin?.text ?? '';
    expect(typed).toMatch(/^[A-Za-z0-9+/=\r\n]+$/);
    const lines = typed.trim().split('\r\n');
    const texts = lines.map((line) => Buffer.from(line, 'base64').toString('utf16le'));
    expect(texts).toEqual([RECOVERY, password]);
  });

  it.each(['short', 'x'.repeat(257), 'pass\nword'])('refuses the password %j', (password) => {
    expect(() => addProtectors(VOLUME, { ...secrets, password })).toThrow('bitlocker/password');
  });

  it.each(['123', '', RECOVERY.replaceAll('-', ' '), `${RECOVERY}-000000`])(
    'refuses %j, which is no recovery key',
    (recoveryPassword) => {
      expect(() => addProtectors(VOLUME, { ...secrets, recoveryPassword })).toThrow(
        'bitlocker/recovery-password',
      );
    },
  );

  it('tells the identifier of the recovery key', () => {
    const id = 'A26A1B2C-0000-4000-8000-00000000ABCD';
    expect(readProtector(`protector {${id}}\r\n`)).toBe(id.toLowerCase());
    for (const wrong of ['', 'protector \r\n', `protector ${id}`]) {
      expect(() => readProtector(wrong)).toThrow('tool/failed');
    }
  });
});

describe('what is told while a volume is encrypted', () => {
  const { progressOf } = followEncryption(VOLUME);

  it.each([
    ['conversion 2 0', 0],
    ['conversion 2 123456', 0.123456],
    ['conversion 1 1000000', 1],
    ['conversion 2 9000000', 1],
    ['conversion  ', null],
    ['', null],
  ])('is %j: %d', (line, share) => {
    expect(progressOf(line)).toBe(share);
  });

  it('is that all is encrypted, at the end only', () => {
    expect(isEncrypted('conversion 2 500000\r\nconversion 1 1000000\r\n')).toBe(true);
    for (const other of ['conversion 4 500000\r\n', 'conversion 0 0\r\n', '']) {
      expect(isEncrypted(other)).toBe(false);
    }
  });
});

describe('the volumes of a disk', () => {
  const stdout = [
    'path 1048576 \\\\?\\Volume{00000000-5cbc-43d3-aff8-7e8511f60d0e}\\',
    'path 335544320 E:\\',
    `path 335544320 ${VOLUME}`,
    'path 335544320 C:\\mnt “ü”\\',
    'path 64000000000 ',
  ].join('\r\n');

  it('are found by where their partition begins, with their letters and folders', () => {
    expect(readVolumePaths(stdout, 335_544_320)).toEqual({
      volume: VOLUME,
      mountPoints: ['E:\\', 'C:\\mnt “ü”\\'],
    });
  });

  it('are none where Windows has none yet', () => {
    expect(readVolumePaths(stdout, 64_000_000_000)).toBeNull();
    expect(readVolumePaths(stdout, 33_554_432)).toBeNull();
    expect(readVolumePaths('', 1_048_576)).toBeNull();
  });
});
