import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freeBytes } from './free-bytes';

describe('freeBytes', () => {
  it('agrees with df', async () => {
    const [, line] = execFileSync('df', ['-B1', '--output=avail', tmpdir()], { encoding: 'utf8' })
      .trim()
      .split('\n');
    const difference = Math.abs((await freeBytes(tmpdir())) - Number(line));
    // Others may write to that disk in between.
    expect(difference).toBeLessThan(2e9);
  });

  it('asks the nearest parent of a folder that is not there yet', async () => {
    const missing = join(tmpdir(), 'not there', '视窗', 'deeper');
    const difference = Math.abs((await freeBytes(missing)) - (await freeBytes(tmpdir())));
    expect(difference).toBeLessThan(2e9);
    expect(await freeBytes('/proc/nothing')).toBe(0);
  });
});
