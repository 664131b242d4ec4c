import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { isRunning, processMark } from './running-process';

/** Above the highest process id that Linux gives. */
const NOBODY = 2 ** 22 + 12345;

describe('processMark', () => {
  it('stays the same while a process runs, and is another for another process', async () => {
    const own = await processMark(process.pid);
    expect(own).toMatch(/^[0-9a-f]{8}\.\d+$/);
    expect(await processMark(process.pid)).toBe(own);
    expect(await processMark(1)).not.toBe(own);
  });

  it('knows a process whose name looks like the end of its record', async () => {
    const script = 'process.title = ") Z 1 2"; console.log("named"); process.stdin.resume()';
    const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'ignore'] });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    const pid = child.pid ?? 0;
    expect(await readFile(`/proc/${String(pid)}/comm`, 'utf8')).toBe(') Z 1 2\n');
    expect(await processMark(pid)).toMatch(/^[0-9a-f]{8}\.\d+$/);
    child.stdin.end();
    await ended;
  });

  it('is null for a process that has ended, for one that nobody waited for, and for none', async () => {
    // Its parent becomes a program that never asks for its child, which ends only after that.
    const child = 'while [ "$(cat /proc/$PPID/comm)" != cat ]; do :; done';
    const script = 'sh -c "$1" & echo $!; exec cat';
    const parent = spawn('sh', ['-c', script, 'sh', child], { stdio: ['pipe', 'pipe', 'ignore'] });
    const ended = once(parent, 'exit');
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const zombie = Number(line.toString());
    const hasEnded = async (): Promise<void> => {
      expect(await processMark(zombie)).toBeNull();
    };
    await vi.waitFor(hasEnded, { timeout: 4_000 });
    expect(isRunning(zombie)).toBe(true);
    parent.stdin.end();
    await ended;
    expect(await processMark(parent.pid ?? 0)).toBeNull();
    expect(await processMark(NOBODY)).toBeNull();
  });
});
