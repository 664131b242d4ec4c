import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codePageOf } from './oem-code-page';
import type { Operation } from './operation';
import { operationRunner } from './run-operation';
import type { StartProgram } from './start-program';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-operation-'));
});

afterEach(async () => {
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

/** Stands for Windows' programs: JavaScript that this Node runs. `argv` is what the program is given. */
function simulatedProgram(code: string): StartProgram {
  return ({ args, folder: cwd }) => {
    const script = `const argv = process.argv.slice(1); ${code}`;
    const child = spawn(process.execPath, ['-e', script, '--', ...args], {
      cwd: cwd ?? folder,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return Promise.resolve({
      stdin: child.stdin,
      stdout: child.stdout,
      stderr: child.stderr,
      ended: new Promise((resolve) => child.once('close', (exit) => resolve(exit ?? 1))),
      endTree: () => void child.kill('SIGKILL'),
    });
  };
}

const operation: Operation = {
  title: 'Do something',
  program: 'tool.exe',
  args: [],
  scripts: [],
  stdin: null,
  okCodes: [0],
  progressOf: () => null,
  failureOf: () => null,
  undo: null,
};

function run(code: string, changes: Partial<Operation> = {}, more: object = {}) {
  const runIt = operationRunner({
    start: simulatedProgram(code),
    codePage: () => Promise.resolve(850),
  });
  return runIt({ ...operation, ...changes }, { folder, ...more });
}

const error = (code: string, params: object = {}) =>
  expect.objectContaining({ code, params: expect.objectContaining(params) as object }) as Error;

describe('an operation', () => {
  it('gives the program its arguments as they are', async () => {
    const args = ['a b', '"', '\\', '%PATH%', '&|<>^', "'", '', 'Größe 便携'];
    const { stdout } = await run('console.log(Buffer.from(JSON.stringify(argv)).toString("hex"))', {
      args,
    });
    expect(JSON.parse(Buffer.from(stdout.trim(), 'hex').toString())).toEqual(args);
  });

  it.each([
    ['utf-16le-bom', Buffer.from('\ufeffselect disk 3 rem Größe\r\n', 'utf16le')],
    ['utf-8-bom', Buffer.from('\ufeffselect disk 3 rem Größe\r\n', 'utf8')],
  ] as const)('hands over a script in %s and removes it', async (encoding, bytes) => {
    const { stdout } = await run(
      `const fs = require('fs'), path = argv[1].slice(2);
       console.log(argv[0], fs.readFileSync(path).toString('hex'), (fs.statSync(path).mode & 0o77) === 0)`,
      {
        args: ['/s', '/:{make-partitions.txt}'],
        scripts: [{ name: 'make-partitions.txt', text: 'select disk 3 rem Größe\r\n', encoding }],
      },
    );
    expect(stdout.trim()).toBe(`/s ${bytes.toString('hex')} true`);
  });

  it('leaves a GUID in braces alone', async () => {
    const guid = '{9dea862c-5cdd-4e70-acc1-f32b344d4795}';
    expect((await run('console.log(argv[0])', { args: [guid] })).stdout.trim()).toBe(guid);
  });

  it('types what the program reads', async () => {
    const { stdout } = await run('process.stdin.pipe(process.stdout)', {
      stdin: { text: 'yes\r\n', secret: false },
    });
    expect(stdout).toBe('yes\r\n');
  });

  it('reads the output in the code page', async () => {
    const { stdout, stderr } = await run(
      'process.stdout.write(Buffer.from([0x47, 0x72, 0x94, 0xe1, 0x65])); process.stderr.write(Buffer.from([0x84]))',
    );
    expect([stdout, stderr]).toEqual(['Größe', 'ä']);
  });

  it('tells of the progress by lines and by carriage returns, and never backwards', async () => {
    const seen: number[] = [];
    await run(
      "process.stdout.write('10%\\r20'); setTimeout(() => process.stdout.write('%\\r15%\\r\\n\\r\\n100%'), 50)",
      {
        progressOf: (line) => {
          const percent = /^(\d+)%$/.exec(line)?.[1];
          return percent === undefined ? null : Number(percent) / 100;
        },
      },
      { onProgress: (fraction: number) => seen.push(fraction) },
    );
    expect(seen).toEqual([0.1, 0.2, 1]);
  });

  it('fails with what its output says, although the exit code is good', async () => {
    const failing = run('console.log("Error: 0x80070057")', {
      failureOf: ({ stdout }) => ({ windowsCode: '0x80070057', message: stdout.slice(0, 5) }),
    });
    await expect(failing).rejects.toEqual(
      error('tool/failed', { tool: 'tool.exe', message: 'Error (0x80070057)' }),
    );
  });

  it('fails with its last line, or its exit code, when nothing else is known', async () => {
    await expect(run('console.log("one\\ntwo."); process.exit(3)')).rejects.toEqual(
      error('tool/failed', { message: 'two' }),
    );
    await expect(run('process.exit(3)')).rejects.toEqual(
      error('tool/failed', { message: 'exit code 3' }),
    );
    expect((await run('process.exit(3)', { okCodes: [0, 3] })).code).toBe(3);
  });

  it('never shows what was typed', async () => {
    const failing = run('process.exit(1)', { stdin: { text: 'hunter2', secret: true } });
    const shown = await failing.catch((reason: unknown) => JSON.stringify(reason));
    expect(shown).toContain('tool/failed');
    expect(shown).not.toContain('hunter2');
  });

  it('is cancelled at once', async () => {
    const cancelling = new AbortController();
    const running = run(
      'console.log("1"); setInterval(() => {}, 1000)',
      { progressOf: () => 0.5 },
      { signal: cancelling.signal, onProgress: () => cancelling.abort() },
    );
    await expect(running).rejects.toEqual(error('cancelled'));
    await expect(run('', {}, { signal: AbortSignal.abort() })).rejects.toEqual(error('cancelled'));
  });

  it('ends a program that prints without end', async () => {
    const failing = run('for (;;) require("fs").writeSync(1, "x".repeat(65536))');
    await expect(failing).rejects.toEqual(
      error('tool/failed', { message: 'it printed more than can be kept' }),
    );
  });

  it.each([
    ['a script in another folder', { scripts: [{ name: '../a', text: '', encoding: 'ascii' }] }],
    [
      'two scripts of one name',
      { scripts: ['x', 'y'].map((text) => ({ name: 'a', text, encoding: 'ascii' })) },
    ],
    ['more than ASCII to type', { stdin: { text: 'Größe', secret: false } }],
  ] as [string, Partial<Operation>][])('is refused with %s', async (_, changes) => {
    await expect(run('', changes)).rejects.toThrow(RangeError);
  });
});

describe('the OEM code page', () => {
  it('is read from reg’s answer', () => {
    // As Wine's reg.exe prints it; the real one is documented to print the same three columns.
    const answer =
      '\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage\r\n    OEMCP    REG_SZ    850\r\n\r\n';
    expect(codePageOf(answer)).toBe(850);
  });

  it('is not guessed', () => {
    expect(() => codePageOf('ERROR: The system was unable to find the key.')).toThrow(
      error('tool/failed'),
    );
  });
});
