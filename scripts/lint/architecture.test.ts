import { join } from 'node:path';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../lib/paths.mjs';
import { restrictions } from './restrictions.mjs';

/** Messages about a file with this content at this place of the project. */
function lint(place: string, code: string): string[] {
  const parser = { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } };
  const config = [parser, ...restrictions] as Linter.Config[];
  return new Linter({ cwd: projectRoot })
    .verify(code, config, join(projectRoot, place))
    .map(({ ruleId, message }) => `${ruleId ?? 'parse error'}: ${message}`);
}

describe('the direction of dependencies', () => {
  const wrong: [string, string, string][] = [
    [
      'src-main/engine/make.ts',
      "import { openWindow } from '../app';",
      'may not import src-main/app',
    ],
    ['src-main/engine/make.ts', "import { print } from '../cli';", 'may not import src-main/cli'],
    ['src-main/engine/make.ts', "import { linuxHost } from '../host/linux';", 'anything but types'],
    ['src-main/engine/make.ts', "import { type Host, x } from '../host';", 'anything but types'],
    ['src-main/engine/check/gpt.ts', "import { runTool } from '../../host/run-tool';", 'but types'],
    ['src-main/image/iso.ts', "import { makeStick } from '../engine';", 'may not import'],
    ['src-main/image/iso.ts', "import { readHive } from '../guest';", 'may not import'],
    ['src-main/disk/gpt.ts', "import { openIso } from '../image';", 'may not import'],
    ['src-main/guest/bcd.ts', "import type { Host } from '../host';", 'may not import'],
    ['src-main/ventoy/layout.ts', "import { readIso } from '../image';", 'may not import'],
    ['src-main/disk/gpt.ts', "export { run } from '../helper';", 'may not import'],
    ['src-main/disk/gpt.ts', "export * from '../guest';", 'may not import'],
    ['src-main/disk/gpt.ts', "type E = import('../engine').Engine;", 'may not import'],
    ['src-main/disk/gpt.ts', "void import('../engine');", 'may not import'],
    ['src-main/helper/main.ts', "import { makeStick } from '../engine';", 'may not import'],
    ['src-main/host/index.ts', "import type { Plan } from '../engine';", 'may not import'],
    ['src-main/host/linux/a.ts', "import { window } from '../../app';", 'may not import'],
    ['src-main/cli/program.ts', "import { app } from '../app';", 'may not import'],
    ['src-main/io/guid.ts', "import { readGpt } from '../disk';", 'may not import'],
    ['src-shared/plan.ts', "import { readGpt } from '../src-main/disk';", 'may not import'],
    ['src-renderer/App.tsx', "import type { Host } from '../src-main/host';", 'may not import'],
    [
      'src-main/disk/gpt.ts',
      "import { run } from '../../scripts/lib/run.mjs';",
      'outside all areas',
    ],
    ['src-shared/plan.ts', "import { readFile } from 'node:fs';", 'zod and nothing else'],
    ['src-renderer/App.tsx', "import { readFile } from 'node:fs';", 'neither Node nor Electron'],
    ['src-renderer/App.tsx', "import { shell } from 'electron';", 'neither Node nor Electron'],
  ];
  it.each(wrong)('in %s refuses %s', (place, code, message) => {
    expect(lint(place, code)).toEqual([expect.stringContaining(message)]);
  });

  const right: [string, string][] = [
    ['src-main/app/main.ts', "import { makeStick } from '../engine';"],
    ['src-main/app/main.ts', "import { linuxHost } from '../host/linux';"],
    ['src-main/cli/program.ts', "import { checkStick } from '../engine/check';"],
    ['src-main/engine/make.ts', "import type { Host } from '../host';"],
    ['src-main/engine/make.ts', "import { type Host, type OpenTarget } from '../host';"],
    ['src-main/engine/make.ts', "import { readGpt } from '../disk';"],
    ['src-main/ventoy/layout.ts', "import { readGpt } from '../disk';"],
    ['src-main/image/iso.ts', "import { readGpt } from '../disk';"],
    ['src-main/host/linux/a.ts', "import { decodeHive } from '../../guest';"],
    ['src-main/helper/main.ts', "import type { Extent } from '../disk/extent';"],
    ['src-main/disk/gpt.ts', "import { parseGuid } from '../io';"],
    ['src-main/disk/gpt.ts', "import { StickError } from '../../src-shared/errors';"],
    ['src-renderer/App.tsx', "import { useState } from 'react';"],
    ['src-shared/plan.ts', "import { z } from 'zod';"],
  ];
  it.each(right)('in %s accepts %s', (place, code) => {
    expect(lint(place, code)).toEqual([]);
  });
});

describe('doors', () => {
  it.each([
    ['src-main/engine/make.ts', "import { readGpt } from '../disk/gpt-read';"],
    ['src-main/app/main.ts', "import { makeStick } from '../engine/make';"],
    ['src-main/host/index.ts', "import type { Hive } from '../guest/hive/types';"],
  ])('in %s refuse %s, which goes around one', (place, code) => {
    expect(lint(place, code)).toEqual([expect.stringContaining('through its door')]);
  });

  it('are free for files of the same folder', () => {
    expect(lint('src-main/disk/ntfs/mft.ts', "import { readGpt } from '../gpt-read';")).toEqual([]);
  });
});

describe('what only one place may touch', () => {
  it.each([
    ['src-main/engine/make.ts', "import { spawn } from 'node:child_process';", 'runTool'],
    ['src-main/app/main.ts', "import { exec } from 'child_process';", 'runTool'],
    ['src-main/engine/make.ts', "import { app } from 'electron';", 'Only src-main/app'],
    ['src-main/app/main.ts', "import { ipcMain } from 'electron';", 'typed map'],
    ['src-main/app/ipc.ts', "import { fork } from 'node:child_process';", 'runTool'],
    ['src-main/app/main.ts', "import * as e from 'electron'; e.ipcMain.on('x', f);", 'typed map'],
    ['src-main/disk/gpt.ts', 'export default 1;', 'by name'],
    ['src-main/app/preload.ts', 'export default 1;', 'by name'],
  ])('in %s refuses %s', (place, code, message) => {
    expect(lint(place, code)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ['src-main/host/run-tool.ts', "import { spawn } from 'node:child_process';"],
    ['src-main/host/linux/helper-process.ts', "import { spawn } from 'node:child_process';"],
    ['src-main/host/run-tool.test.ts', "import { spawn } from 'node:child_process';"],
    ['src-main/app/requests.ts', "import { ipcMain } from 'electron';"],
    ['src-main/app/preload.ts', "import { ipcRenderer } from 'electron';"],
  ])('in %s accepts %s', (place, code) => {
    expect(lint(place, code)).toEqual([]);
  });
});

describe('the linter of the project', () => {
  it.each(['src-main/engine/make.ts', 'src-renderer/main.tsx', 'src-shared/plan.ts'])(
    'enforces the direction of dependencies in %s',
    async (place) => {
      const config = (await new ESLint({ cwd: projectRoot }).calculateConfigForFile(
        join(projectRoot, place),
      )) as { rules: Record<string, unknown> };
      expect(config.rules['sticksmith/architecture']).toEqual([2]);
    },
  );
});
