import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import log from 'electron-log/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepLog, logFolder, logNames, MOST_LOG_BYTES } from './keep-log';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'sticksmith-log-'));
});
afterEach(async () => {
  await rm(data, { recursive: true });
});

/** A logger of its own, so that no test finds the hooks of another. */
function openLog() {
  const own = log.create({ logId: data });
  own.transports.console.level = false;
  keepLog(own, data, logNames.commandLine);
  return own;
}

describe('the log', () => {
  it('stays within its bound however much is written, and keeps the newest', async () => {
    const own = openLog();
    const line = 'x'.repeat(9000);
    for (let written = 0; written < 3.5 * MOST_LOG_BYTES; written += line.length) {
      own.info(String(written), line);
    }
    own.info('the last line');
    const names = await readdir(logFolder(data));
    expect(names.sort()).toEqual(['command-line.log', 'command-line.old.log']);
    for (const name of names) {
      const { size, mode } = await stat(join(logFolder(data), name));
      expect(size).toBeLessThan(MOST_LOG_BYTES + 10_000);
      expect(mode & 0o777).toBe(0o600);
    }
    const text = await readFile(join(logFolder(data), 'command-line.log'), 'utf8');
    expect(text).toContain('the last line');
  });

  it('goes on in the file of an earlier run, and counts it', async () => {
    for (let run = 0; run < 3; run += 1) openLog().info(`run ${String(run)}`);
    const text = await readFile(join(logFolder(data), 'command-line.log'), 'utf8');
    expect(text.match(/run \d/g)).toEqual(['run 0', 'run 1', 'run 2']);
  });

  it('cuts a line that is too long, and hides what looks like a key, also in an error', async () => {
    const own = openLog();
    const key = '111111-222222-333333-444444-555555-666666-777777-888888';
    own.info('y'.repeat(5_000_000));
    own.warn(`key ${key}`, new Error(key), { password: 'open sesame' });
    const text = await readFile(join(logFolder(data), 'command-line.log'), 'utf8');
    expect(text.length).toBeLessThan(40_000);
    expect(text).not.toContain('111111');
    expect(text).not.toContain('open sesame');
  });
});
