import { describe, expect, it } from 'vitest';
import { bitLockerPasswordDoubts, type ProtectAtFirstStart } from '../../../src-shared/protect';
import { KEY_FILE_LINES } from '../bitlocker-key-file';
import { encryptScript } from './encrypt-script';
import { tokens, unclosed } from './testing';

const asked: ProtectAtFirstStart = {
  kind: 'first-start',
  cipher: 'xts-aes-128',
  escrow: 'none',
  recoveryFolder: null,
};

const text = encryptScript(asked);

function stringsOf(script: string): string[] {
  return tokens(script).flatMap(({ kind, text: value }) => (kind === 'string' ? [value] : []));
}

/** The lines of one function. */
function functionOf(name: string): string {
  const body = new RegExp(`^function ${name} \\{$.*?^\\}$`, 'ms').exec(text)?.[0];
  if (body === undefined) throw new Error(`the script has no function ${name}`);
  return body;
}

describe('the script that has Windows encrypt itself', () => {
  it('closes what it opens, and would not pass if it did not', () => {
    expect(unclosed(text)).toEqual([]);
    expect(unclosed('if ($x) { @(1 }')).not.toEqual([]);
  });

  it('is text that any code page shows, but for what goes into the file of the key', () => {
    const shown = text.split('\n').filter((line) => !/^ {4}'.*'$/.test(line));
    expect(shown.join('\n')).toMatch(/^[\x20-\x7e\n]+$/);
    expect(text).not.toContain('\t');
  });

  it('differs by cipher and folder in one string each, whatever the folder is called', () => {
    const folder = '\\\\größe\\It’s $(calc) `keys`';
    const other = encryptScript({ ...asked, cipher: 'xts-aes-256', recoveryFolder: folder });
    const expected = stringsOf(text);
    expected[expected.indexOf('XtsAes128')] = 'XtsAes256';
    expected[expected.indexOf('')] = folder;
    expect(stringsOf(other)).toEqual(expected);
    const code = (script: string) => tokens(script).filter(({ kind }) => kind !== 'string');
    expect(code(other)).toEqual(code(text));
  });

  it('refuses a folder that would break its lines', () => {
    const make = (): unknown => encryptScript({ ...asked, recoveryFolder: '\\\\a\\b\nexit' });
    expect(make).toThrow('plan/invalid');
  });

  it('writes the file of the key as this program does', () => {
    const strings = stringsOf(text);
    const first = strings.indexOf(KEY_FILE_LINES[0] ?? '');
    const lines = strings.slice(first, first + KEY_FILE_LINES.length);
    expect(lines.map((line) => line.replaceAll('{tab}', '\t'))).toEqual(KEY_FILE_LINES);
    // What is left goes through the operator -f, which knows nothing else in braces.
    expect(KEY_FILE_LINES.join('').replace(/\{[012]\}/g, '')).not.toMatch(/[{}]/);
  });

  it('doubts the letters that this program doubts', () => {
    const letters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const same = letters.filter((letter) => bitLockerPasswordDoubts(letter).length === 0).join('');
    expect(stringsOf(text)).toContain(same);
  });

  it('has the key outside of the stick before anything is encrypted', () => {
    const steps = [
      'Read-Password',
      'Save-RecoveryKey (New-RecoveryKey $known)',
      'Enable-BitLocker ',
    ];
    const places = steps.map((step) => functionOf('Start-Encryption').indexOf(step));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(functionOf('Get-DiskProblem')).toContain(
      'if ((Get-OwnDisks) -contains $partition.DiskNumber) { return ',
    );
  });

  it('takes no disk for another one because Windows could not say which it is', () => {
    const own = functionOf('Get-OwnDisks');
    expect(own.match(/Get-(Partition|Disk) .*?-ErrorAction Stop \|/g)).toHaveLength(2);
    expect(own).toContain('if ($windows.Count -eq 0) { throw ');
    expect(functionOf('Get-DiskProblem')).toContain('if ($null -eq $partition) { return ');
  });

  it('takes back a key that nothing is encrypted with, and no other', () => {
    expect(functionOf('Remove-Added')).toContain(
      "if ((Get-Status) -ne 'FullyDecrypted') { return }",
    );
    const [, failed] = functionOf('Start-Encryption').split('} catch {');
    expect(failed).toMatch(/if \(\(Get-Status\) -eq 'FullyDecrypted'\) \{\s+Remove-Added \$known/);
    expect(failed).toMatch(/^ {8}throw$/m);
  });

  it('encrypts by password, what is used only, and never binds the stick to a computer', () => {
    const [line] = /^ +Enable-BitLocker .*$/m.exec(text) ?? [''];
    for (const option of [
      ...['-PasswordProtector', '-Password $password', '-EncryptionMethod $Method'],
      ...['-UsedSpaceOnly', '-SkipHardwareTest', '-ErrorAction Stop'],
    ]) {
      expect(line).toContain(option);
    }
    expect(text).not.toMatch(/tpm/i);
  });

  it('says to each cmdlet of BitLocker that its errors count, and hides the key that one would show', () => {
    const calls = text.split('\n').filter((line) => /[a-z]-BitLocker\w* -MountPoint/.test(line));
    expect(calls.length).toBeGreaterThanOrEqual(5);
    for (const call of calls) expect(call).toContain('-ErrorAction Stop');
    for (const call of calls.filter((line) => !line.includes('Get-BitLockerVolume'))) {
      expect(call).toContain('-WarningAction SilentlyContinue | Out-Null');
    }
  });

  it('tells neither log nor window the password or the key', () => {
    const telling = text.split('\n').filter((line) => /^ *(Write-Log|Write-Host) /.test(line));
    expect(telling.length).toBeGreaterThan(20);
    for (const line of telling) {
      expect(line).not.toMatch(/\$(password|units|again|repeated|protector|text|bytes|lines)\b/i);
    }
    // And whatever an error of Windows says, no key gets into the log.
    expect(functionOf('Write-Log')).toContain(String.raw`-replace '\d{6}(-\d{6})+'`);
  });
});
