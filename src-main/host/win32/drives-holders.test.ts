import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programsUsing } from './drives-holders';
import { SimulatedWin32 } from './test-support/simulated-win32';
import { WindowsErrorCode } from './win32-codes';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holders-'));
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'a.txt'), '');
  writeFileSync(join(folder, 'sub', 'b.txt'), '');
  symlinkSync(tmpdir(), join(folder, 'link'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function computer(...names: string[]): SimulatedWin32 {
  const windows = new SimulatedWin32([]);
  windows.programs = names.map((name, index) => ({ processId: index + 1, name }));
  return windows;
}

describe('who uses a drive', () => {
  it('is asked with files only, and without following links', async () => {
    const windows = computer('Editor');
    await programsUsing(windows, [folder]);
    expect(windows.registered.map((path) => path.slice(-5))).toEqual(['a.txt', 'b.txt']);
  });

  it('names each program once, but not this one', async () => {
    const windows = computer('Word', 'Editor', 'Word', '');
    windows.programs.push({ processId: process.pid, name: 'Sticksmith' });
    expect(await programsUsing(windows, [folder])).toEqual(['Editor', 'Word']);
    expect(windows.log.at(-1)).toBe('rmEnd');
  });

  it('asks nothing when there is no file, and is content when it can’t be told', async () => {
    const windows = computer('Word');
    expect(await programsUsing(windows, [join(folder, 'not there')])).toEqual([]);
    expect(windows.log).toEqual([]);
    windows.answers = () => WindowsErrorCode.ACCESS_DENIED;
    expect(await programsUsing(windows, [folder])).toEqual([]);
  });

  it('gives up on a list that grows for ever, and ends its session', async () => {
    const windows = computer('Word');
    windows.rmList = () => ({ code: WindowsErrorCode.MORE_DATA, needed: 1, count: 0 });
    expect(await programsUsing(windows, [folder])).toEqual([]);
    expect(windows.log.at(-1)).toBe('rmEnd');
  });
});
