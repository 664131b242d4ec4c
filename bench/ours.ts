import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { watchMemory, type MemoryPeak } from './rss';

const CLI = resolve(import.meta.dirname, '../dist/main/cli.js');

/**
 * Runs our command line as a user does and watches the memory of all its processes. `program` is Node unless another one
 * that can be it is named.
 */
export function runOurs(
  args: readonly string[],
  more: { program?: string; env?: Record<string, string> } = {},
): Promise<{ seconds: number; memory: MemoryPeak }> {
  return new Promise((done, reject) => {
    const began = performance.now();
    const child = spawn(more.program ?? process.execPath, [CLI, ...args], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ...more.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const watch = watchMemory(child.pid ?? 0);
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    child.on('error', reject);
    child.on('close', (code) => {
      const memory = watch.stop();
      if (code === 0) done({ seconds: (performance.now() - began) / 1000, memory });
      else reject(new Error(`sticksmith ${args.join(' ')} ended with ${String(code)}: ${errors}`));
    });
  });
}
