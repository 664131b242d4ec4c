import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { watchMemory } from './rss';

const MEBIBYTE = 1024 * 1024;
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** A Node process that fills `mebibytes` and says so, after its own child has, if it is to have one. */
async function holding(mebibytes: number, childMebibytes: number): Promise<ChildProcess> {
  const script = `
    const { spawn } = require('node:child_process');
    const [own, childs] = process.argv.slice(1).map(Number);
    const held = Buffer.alloc(own * ${String(MEBIBYTE)}, 1);
    const ready = () => console.log('holding', held.length);
    if (childs > 0) {
      const child = spawn(process.execPath, ['-e', process.env.SCRIPT, String(childs), '0']);
      child.stdout.once('data', ready);
      process.stdin.on('end', () => child.kill()).resume();
    } else { ready(); process.stdin.resume(); }
  `;
  const child = spawn(process.execPath, ['-e', script, String(mebibytes), String(childMebibytes)], {
    env: { ...process.env, SCRIPT: script },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  started.push(child);
  await once(child.stdout, 'data');
  return child;
}

test('the memory of a process and of what it started are added up', async () => {
  const child = await holding(120, 80);
  const peak = watchMemory(child.pid ?? 0).stop();
  child.stdin?.end();
  expect(peak.pssBytes).toBeGreaterThan(200 * MEBIBYTE);
  expect(peak.pssBytes).toBeLessThan(400 * MEBIBYTE);
  expect(peak.processes.map(({ command }) => command)).toEqual(['node', 'node']);
  expect(peak.rssBytes).toBeGreaterThanOrEqual(peak.pssBytes);
});

test('a process that has ended counts nothing and disturbs nothing', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'close');
  expect(watchMemory(child.pid ?? 0).stop()).toMatchObject({ pssBytes: 0, samples: 1 });
});
