import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StickError } from '../../src-shared/errors';
import { runTool } from './run-tool';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-tool-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function failure(promise: Promise<unknown>): Promise<StickError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StickError)) throw new Error(`no StickError but ${String(error)}`);
  return error;
}

/** A process that has ended may stay in the table as a zombie until init collects it. */
async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => 'State:\tZ');
  return !/^State:\s+[ZX]/m.test(status);
}

describe('runTool', () => {
  it('passes every argument as it is, whatever characters it has', async () => {
    const args = ['a b', '"q\'', '-dash', 'Größe', '视窗', '$(id)', '', '*'];
    const { stdout } = await runTool('printf', ['%s\\n', ...args]);
    expect(stdout).toBe(args.map((arg) => `${arg}\n`).join(''));
  });

  it('keeps umlauts and Chinese characters in file names', async () => {
    const path = join(folder, '-Größe 视窗 "q\'.txt');
    await writeFile(path, 'content');
    expect((await runTool('ls', ['-1', '--quoting-style=literal', folder])).stdout).toBe(
      '-Größe 视窗 "q\'.txt\n',
    );
    expect((await runTool('cat', [path])).stdout).toBe('content');
  });

  it('gives a tool nothing of its own environment but the path and folders', async () => {
    process.env['STICKSMITH_TEST_SECRET'] = 'hidden';
    try {
      const { stdout } = await runTool('env', []);
      const names = stdout.split('\n').map((line) => line.split('=')[0] ?? '');
      expect(names.filter((name) => name !== '').sort()).toEqual(
        ['HOME', 'LC_ALL', 'PATH', 'TMPDIR'].sort(),
      );
      expect(stdout).toContain('LC_ALL=C.UTF-8');
      expect(stdout).toMatch(/^PATH=.*\/usr\/sbin/m);
    } finally {
      delete process.env['STICKSMITH_TEST_SECRET'];
    }
  });

  it('sends stdin and the named folder and variables', async () => {
    const options = { stdin: Buffer.from('typed'), cwd: folder, env: { EXTRA: '1' } };
    const { stdout } = await runTool('sh', ['-c', 'cat; pwd; echo $EXTRA'], options);
    expect(stdout).toBe(`typed${folder}\n1\n`);
  });

  it('does not mind a tool that ends without reading its input', async () => {
    const { code } = await runTool('true', [], { stdin: Buffer.alloc(4 * 1024 * 1024) });
    expect(code).toBe(0);
  });

  it('names a missing tool with its purpose and how to install it', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = folder;
    try {
      const error = await failure(runTool('wimlib-imagex', []));
      expect(error.code).toBe('tool/missing');
      expect(error.params['tool']).toBe('wimlib-imagex');
      expect(error.params['purpose']).toContain('practice image');
      expect(error.params['install']).toMatch(/wim/);
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('names a missing tool that is in no table', async () => {
    const error = await failure(runTool('no-such-tool-anywhere', []));
    expect(error.code).toBe('tool/missing');
    expect(error.params['install']).toContain('no-such-tool-anywhere');
  });

  it('reports the last line that a failing tool printed, and the rest as detail', async () => {
    const error = await failure(runTool('sh', ['-c', 'echo one >&2; echo two >&2; exit 3']));
    expect(error.code).toBe('tool/failed');
    expect(error.params).toEqual({ tool: 'sh', message: 'two' });
    expect(error.detail).toContain('exit code 3');
    expect(error.detail).toContain('one');
  });

  it('says which signal ended a tool that printed nothing', async () => {
    const error = await failure(runTool('sh', ['-c', 'kill -SEGV $$']));
    expect(error.params['message']).toContain('SIGSEGV');
  });

  it('accepts the exit codes that are named', async () => {
    const { code } = await runTool('sh', ['-c', 'exit 4'], { okCodes: [0, 4] });
    expect(code).toBe(4);
    expect((await failure(runTool('true', [], { okCodes: [4] }))).code).toBe('tool/failed');
  });

  it('reports a working folder that is not there', async () => {
    const error = await failure(runTool('true', [], { cwd: join(folder, 'gone') }));
    expect(error.code).toBe('tool/failed');
  });

  it('keeps only the end of long error output', async () => {
    const { stderr } = await runTool('sh', ['-c', 'seq 1 100000 >&2']);
    expect(stderr.length).toBeLessThanOrEqual(16 * 1024);
    expect(stderr.endsWith('99999\n100000\n')).toBe(true);
  });

  it('ends a tool that prints without end', async () => {
    const error = await failure(runTool('yes', []));
    expect(error.code).toBe('tool/failed');
    expect(error.params['message']).toContain('more than can be kept');
  });

  it('hands out binary output as it comes', async () => {
    const chunks: Buffer[] = [];
    const path = join(folder, 'bytes');
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    await writeFile(path, bytes);
    const { stdout } = await runTool('cat', [path], { onStdout: (chunk) => chunks.push(chunk) });
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
    expect(stdout).toBe('');
  });

  it('does not start a tool when the job is cancelled already', async () => {
    const path = join(folder, 'made');
    const error = await failure(runTool('touch', [path], { signal: AbortSignal.abort() }));
    expect(error.code).toBe('cancelled');
    expect((await runTool('ls', [folder])).stdout).toBe('');
  });

  it('ends a cancelled tool with everything it started, even if they ignore being asked', async () => {
    const controller = new AbortController();
    const started = Date.now();
    const script = 'trap "" TERM; sleep 600 & echo $!; wait; sleep 600';
    let child = 0;
    const error = await failure(
      runTool('sh', ['-c', script], {
        signal: controller.signal,
        onStdout: (chunk) => {
          child = Number(chunk.toString());
          controller.abort();
        },
      }),
    );
    expect(error.code).toBe('cancelled');
    expect(Date.now() - started).toBeLessThan(2000);
    expect(child).toBeGreaterThan(1);
    expect(await isRunning(child)).toBe(false);
  });

  it('ends a tool that takes too long', async () => {
    const error = await failure(runTool('sleep', ['600'], { timeoutMs: 50 }));
    expect(error.code).toBe('tool/failed');
    expect(error.params['message']).toContain('50 ms');
  });
});
