import { describe, expect, it } from 'vitest';
import { ELEVATED_ENVIRONMENT, ELEVATED_VARIABLE, elevatedCommand } from './elevate';

describe('the command line for administrator rights', () => {
  it.each([
    'C:\\Program Files\\Sticksmith\\sticksmith.exe',
    'C:\\Program Files (x86)\\A, B\\helper.js',
    'D:\\Jürgen\\便携\\x-y_z.1',
    'C:\\Users\\a@b\\#1 {2} [3] ~+=',
  ])('puts %s in quotes', (path) => {
    expect(elevatedCommand([path, 'C:\\x'])).toBe(`"${path}" "C:\\x"`);
  });

  it.each([
    ['a variable', 'C:\\%USERNAME%\\x'],
    ['a lone percent sign', 'C:\\100%\\x'],
    ['delayed expansion', 'C:\\!x!'],
    ['an ampersand', 'C:\\a&calc'],
    ['a pipe', 'C:\\a|b'],
    ['a caret', 'C:\\a^b'],
    ['redirection', 'C:\\a>b'],
    ['a double quote', 'C:\\a" & calc & "'],
    ['a single quote', "C:\\o'brien"],
    ['a typographic quote, which PowerShell takes for a single one', 'C:\\o’brien'],
    ['a backtick', 'C:\\a`b'],
    ['a dollar sign', 'C:\\$env'],
    ['a line break', 'C:\\a\r\ncalc'],
    ['a zero', 'C:\\a\0b'],
    ['a closing backslash', 'C:\\a\\'],
    ['a stream', 'C:\\a:b'],
    ['no drive', '\\\\server\\share\\x'],
    ['a device path', '\\\\?\\C:\\x'],
    ['a relative path', 'x'],
    ['an option', '/c'],
    ['nothing', ''],
  ])('refuses %s', (_, argument) => {
    expect(() => elevatedCommand(['C:\\x.exe', argument])).toThrow(
      expect.objectContaining({ code: 'elevation/unavailable' }) as Error,
    );
  });
});

describe('the environment for administrator rights', () => {
  it('has nothing loaded that a program without them chose', () => {
    const emptied = Object.entries(ELEVATED_ENVIRONMENT).filter(([, value]) => value === '');
    expect(emptied.map(([name]) => name)).toEqual(
      expect.arrayContaining(['NODE_OPTIONS', 'NODE_PATH', 'OPENSSL_CONF']),
    );
    expect(ELEVATED_ENVIRONMENT).toMatchObject({
      ELECTRON_RUN_AS_NODE: '1',
      [ELEVATED_VARIABLE]: '1',
    });
  });

  it('has only what a line of a batch file sets as it stands', () => {
    for (const [name, value] of Object.entries(ELEVATED_ENVIRONMENT)) {
      expect(`${name}=${value}`).toMatch(/^[A-Z0-9_]+=\w*$/);
    }
  });
});
