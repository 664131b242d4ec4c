import { describe, expect, it } from 'vitest';
import { addProtectors } from './bitlocker';
import { getDiskLayout } from './disk-layout';
import { mountImage } from './dism';
import { makeOperation } from './make-operation';
import { printOperation } from './print-operation';
import { protect } from './volumes';

describe('an operation as text', () => {
  it('shows PowerShell’s script instead of its Base64', () => {
    const printed = printOperation(getDiskLayout(3));
    expect(printed[1]).toBe(
      '  "powershell.exe" -NoLogo -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand "«the script below, in Base64»"',
    );
    expect(printed.join('\n')).toContain("MSFT_Disk -Filter 'Number = 3'");
  });

  it('shows what takes it back', () => {
    const folders = { scratch: 'C:\\s', log: 'C:\\l' };
    const printed = printOperation(mountImage({ wim: 'C:\\a.wim', index: 1 }, 'C:\\m', folders));
    expect(printed.slice(-3)).toEqual([
      '  Taken back by:',
      '    Take the image out of C:\\m',
      '      "Dism.exe" /English /Unmount-Image /MountDir:C:\\m /Discard',
    ]);
  });

  it('shows no secret', () => {
    const recoveryPassword = '111111-222222-333333-444444-555555-666666-000000-000011';
    const operation = addProtectors('X:\\', { password: 'correct horse', recoveryPassword });
    const printed = printOperation(operation).join('\n');
    expect(printed).toContain('  standard input:\n  | «secret»');
    for (const secret of [
      'correct horse',
      recoveryPassword,
      ...(operation.stdin?.text ?? '').trim().split('\r\n'),
    ]) {
      expect(printed).not.toContain(secret);
    }
  });

  it('shows what would change a terminal or the order of letters as numbers', () => {
    const printed = printOperation(
      protect('C:\\a\u001b[31m\u202eexe.txt', 'file', 'administrators'),
    );
    expect(printed[1]).toBe(
      '  "icacls.exe" C:\\a\\u{1b}[31m\\u{202e}exe.txt /inheritance:r /q /grant:r *S-1-5-32-544:F /grant:r *S-1-5-18:F',
    );
  });
});

describe('an operation', () => {
  const scripts = [{ name: 'a.txt', text: '', encoding: 'ascii' as const }];
  const failureOf = () => null;

  it('names each script once', () => {
    expect(
      makeOperation({ title: 't', program: 'p', args: ['/s', '{a.txt}'], scripts, failureOf }).args,
    ).toEqual(['/s', '{a.txt}']);
  });

  it('is refused when another argument looks like its script', () => {
    const args = ['C:\\{a.txt}', '{a.txt}'];
    expect(() => makeOperation({ title: 't', program: 'p', args, scripts, failureOf })).toThrow(
      'windows/unusable-text',
    );
  });
});
