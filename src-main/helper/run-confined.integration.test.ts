import { describe, expect, it } from 'vitest';
import { runConfined, type ConfinedWatch } from './run-confined';

const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };

async function run(script: string, more: Partial<ConfinedWatch> = {}) {
  let said = '';
  const began = performance.now();
  const end = await runConfined(
    { argv: ['sh', '-c', script], cwd: '/', env, stdin: '' },
    {
      signal: new AbortController().signal,
      onOutput: (_, chunk) => (said += chunk.toString()),
      look: () => Promise.resolve(0),
      silenceMs: 60_000,
      limitMs: 60_000,
      ...more,
    },
  );
  return { ...end, said, ms: performance.now() - began };
}

describe('a program that runs confined', () => {
  it('has its own exit code', async () => {
    expect(await run('echo said; exit 7')).toMatchObject({
      by: 'itself',
      exitCode: 7,
      said: 'said\n',
    });
  });

  it('sees no processes but its own, and gives up its terminal', async () => {
    const { said } = await run('echo $$; ls -d /proc/[0-9]* | wc -l; cut -d" " -f7 /proc/1/stat');
    const [pid, processes, terminal] = said.trim().split('\n').map(Number);
    expect([pid, terminal]).toEqual([1, 0]);
    expect(processes).toBeLessThan(5);
  });

  it('is ended when it neither says nor does anything', async () => {
    const end = await run('echo a; sleep 600', { silenceMs: 700 });
    expect(end.by).toBe('silence');
    // unshare(1) may have a word on it.
    expect(end.said.startsWith('a\n')).toBe(true);
    expect(end.ms).toBeLessThan(10_000);
  });

  it('may be silent as long as it does something', async () => {
    let done = 0;
    const look = () => Promise.resolve((done += 1));
    expect(await run('sleep 2', { silenceMs: 700, look })).toMatchObject({ by: 'itself' });
  });

  it('is ended when it takes too long, whatever it says', async () => {
    const end = await run('while :; do echo a; sleep 0.1; done', { limitMs: 1000 });
    expect(end.by).toBe('limit');
    expect(end.ms).toBeLessThan(10_000);
  });

  it('is ended when it can’t be looked after', async () => {
    const look = () => Promise.reject(new Error('no look'));
    await expect(run('sleep 600', { look })).rejects.toThrow('no look');
  });

  it('does not run for a job that is cancelled already', async () => {
    const end = await run('sleep 600', { signal: AbortSignal.abort() });
    expect(end.by).toBe('cancel');
    expect(end.ms).toBeLessThan(10_000);
  });
});
