import { describe, expect, it } from 'vitest';
import { findWindowsProgram } from './find-windows-program';
import { systemFolderOf } from './system-folder';

const loadedLibraries = [
  'C:\\Program Files\\Sticksmith\\sticksmith.exe',
  'C:\\WINDOWS\\SYSTEM32\\ntdll.dll',
  'C:\\WINDOWS\\System32\\KERNEL32.DLL',
];
const refused = expect.objectContaining({ code: 'tool/failed' }) as Error;

describe('the folder of Windows’ programs', () => {
  it('is where the loader took ntdll.dll from', () => {
    expect(systemFolderOf({ environmentRoot: 'C:\\Windows', loadedLibraries })).toBe(
      'C:\\WINDOWS\\SYSTEM32',
    );
  });

  it.each([
    ['elsewhere', 'C:\\Users\\Public\\Windows'],
    ['on another drive', 'D:\\Windows'],
    ['relative', 'Windows'],
    ['without a drive', '\\Windows'],
    ['on the network', '\\\\server\\share\\Windows'],
    ['with a step up', 'C:\\Users\\..\\Windows'],
    ['a device path', '\\\\?\\C:\\Windows'],
    ['empty', ''],
    ['missing', undefined],
  ])('is refused when SystemRoot is %s', (_, environmentRoot) => {
    expect(() => systemFolderOf({ environmentRoot, loadedLibraries })).toThrow(refused);
  });

  it('is refused when nothing but the environment tells of it', () => {
    expect(() => systemFolderOf({ environmentRoot: 'C:\\Windows', loadedLibraries: [] })).toThrow(
      refused,
    );
  });
});

describe('a program of Windows', () => {
  it.each([
    'diskpart',
    'tool.bat',
    'a.cmd',
    '..\\evil.exe',
    'C:\\evil.exe',
    'a/b.exe',
    '',
    'a b.exe',
  ])('is never looked for by the name “%s”', async (name) => {
    await expect(findWindowsProgram(name)).rejects.toThrow(RangeError);
  });
});
