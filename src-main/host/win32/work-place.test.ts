import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stickError } from '../../../src-shared/errors';
import { UndoJournal } from './journal';
import { pauseAutomount } from './operations';
import type { RunOperation } from './run-operation';
import { openWorkPlace } from './work-place';

let programFiles = '';
let ran: string[] = [];

const run: RunOperation = ({ program, args }) => {
  ran.push([program, ...args].join(' '));
  return Promise.resolve({ code: 0, stdout: '', stderr: '' });
};

beforeEach(async () => {
  programFiles = await mkdtemp(join(tmpdir(), 'work-place-'));
  ran = [];
});
afterEach(async () => {
  await rm(programFiles, { recursive: true });
});

describe('the place for elevated work', () => {
  it('is a fixed folder that is closed before anything is read from it', async () => {
    const { folder, leftovers } = await openWorkPlace(programFiles, run);
    expect(folder).toBe(join(programFiles, 'Sticksmith', 'work'));
    expect(leftovers).toEqual({ undone: [], failed: [] });
    expect(ran).toEqual([
      `icacls.exe ${folder} /inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F`,
    ]);
    expect((await openWorkPlace(programFiles, run)).folder).toBe(folder);
  });

  it('takes back what a process left that was ended', async () => {
    const { folder } = await openWorkPlace(programFiles, run);
    const journal = await UndoJournal.begin(folder, run);
    await journal.noteMaking(join(programFiles, 'left'));
    await mkdir(join(programFiles, 'left'));
    await journal.perform(pauseAutomount(), { folder });
    // The process that kept it is at an end: a number that no process has any more.
    const [name = ''] = await readdir(folder);
    const pid = execFileSync('sh', ['-c', 'echo $$']).toString().trim();
    await rename(join(folder, name), join(folder, `undo-${pid}-1.jsonl`));
    ran = [];
    const { leftovers } = await openWorkPlace(programFiles, run);
    expect(leftovers.undone).toEqual([
      'Let Windows give letters to new volumes again',
      `Remove ${join(programFiles, 'left')}`,
    ]);
    expect(ran.slice(1)).toEqual(['mountvol.exe /E']);
    expect(await readdir(folder)).toEqual([]);
    expect(await readdir(programFiles)).toEqual(['Sticksmith']);
  });

  it('loses scripts that nobody removed, and keeps those of today', async () => {
    const { folder } = await openWorkPlace(programFiles, run);
    for (const name of ['operation-old', 'operation-new']) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'diskpart.txt'), 'clean');
    }
    await utimes(join(folder, 'operation-old'), new Date(0), new Date(0));
    await openWorkPlace(programFiles, run);
    expect(await readdir(folder)).toEqual(['operation-new']);
  });

  it('is no link, and not used when it can’t be closed', async () => {
    const failing: RunOperation = () =>
      Promise.reject(stickError('tool/failed', { tool: 'icacls.exe', message: 'denied' }));
    await expect(openWorkPlace(programFiles, failing)).rejects.toMatchObject({
      code: 'tool/failed',
    });
    await rm(join(programFiles, 'Sticksmith'), { recursive: true });
    await mkdir(join(programFiles, 'elsewhere'));
    await symlink(join(programFiles, 'elsewhere'), join(programFiles, 'Sticksmith'));
    await expect(openWorkPlace(programFiles, run)).rejects.toThrow('a link is in the way');
    expect(await readdir(join(programFiles, 'elsewhere'))).toEqual([]);
  });
});
