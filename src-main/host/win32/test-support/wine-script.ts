import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { chmod, link, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StickError } from '../../../../src-shared/errors';
import { MiB, SECTOR } from '../../../../src-shared/units';
import { blockMapOf } from '../../../helper/test-support/block-map-of';
import { openInHelper } from '../../helper-target';
import { RunningHelper } from '../../running-helper';
import { findWindowsProgram } from '../find-windows-program';
import { UndoJournal, undoLeftovers } from '../journal';
import { arrangeMeeting } from '../meeting';
import { oemCodePage } from '../oem-code-page';
import type { Operation } from '../operation';
import { runOperation } from '../run-operation';
import { startWindowsProgram } from '../start-program';
import { systemFolder } from '../system-folder';
import { filesBelow } from '../volume-files';
import { openWorkPlace, programFilesFolder } from '../work-place';

/** Runs under Wine: each function tries one thing for real, and what it returns is compared outside. */
const KEY = 'HKCU\\Software\\Sticksmith test';
const HOSTILE = ['a b', 'c"d', 'e\\', '%PATH%', '&calc', '^|<>', "it's", '便携 Größe', '\\\\x\\"y'];

function reg(title: string, args: string[], undo: Operation | null = null): Operation {
  return {
    title,
    program: 'reg.exe',
    args,
    scripts: [],
    stdin: null,
    okCodes: [0],
    progressOf: () => null,
    failureOf: () => null,
    undo,
  };
}

const add = (name: string, data: string): Operation =>
  reg(
    `add ${name}`,
    ['add', KEY, '/v', name, '/t', 'REG_SZ', '/d', data, '/f'],
    reg(`delete ${name}`, ['delete', KEY, '/v', name, '/f']),
  );

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'nothing thrown';
  } catch (error) {
    return error instanceof StickError ? error.code : String(error);
  }
}

const checks: Record<string, (folder: string) => Promise<unknown>> = {
  programs: async () => ({
    system: await systemFolder(),
    reg: await findWindowsProgram('reg.exe'),
    missing: await codeOf(findWindowsProgram('no-such-program.exe')),
    codePage: await oemCodePage(startWindowsProgram),
  }),

  async arguments(folder) {
    const missed: unknown[] = [];
    for (const data of HOSTILE) {
      await runOperation(add('data', data), { folder });
      const { stdout } = await runOperation(reg('query', ['query', KEY, '/v', 'data']), { folder });
      const read = / {4}data {4}REG_SZ {4}(.*)\r\n/.exec(stdout)?.[1];
      if (read !== data) missed.push([data, read]);
    }
    return { missed, left: await readdir(folder) };
  },

  failure: async (folder) =>
    codeOf(runOperation(reg('query', ['query', `${KEY}\\none`]), { folder })),

  async cancel(folder) {
    // cmd.exe waits for a program of its own.
    const waiting = { ...reg('wait', ['/d', '/c', 'ping -n 60 127.0.0.1']), program: 'cmd.exe' };
    const began = Date.now();
    const signal = AbortSignal.timeout(1500);
    const code = await codeOf(runOperation(waiting, { folder, signal }));
    return { code, soon: Date.now() - began < 20_000, left: await readdir(folder) };
  },

  async journal(folder) {
    const journal = await UndoJournal.begin(folder, runOperation);
    await journal.perform(add('left', '1'), { folder });
    const query = () => codeOf(runOperation(reg('q', ['query', KEY, '/v', 'left']), { folder }));
    const before = await query();
    // As one that a process left which is gone: no process has the number 1 on Windows.
    const [name = ''] = (await readdir(folder)).filter((one) => one.endsWith('.jsonl'));
    await rename(join(folder, name), join(folder, 'undo-1-1.jsonl'));
    const { undone } = await undoLeftovers(folder, runOperation, { folder });
    return { before, undone, after: await query(), left: await readdir(folder) };
  },

  async files(folder) {
    const at = (...names: string[]): string => join(folder, ...names);
    const files = filesBelow(folder);
    await files.makeFolder(at('Größe', '便携'));
    await files.put(at('one'), [Buffer.from('one')]);
    await link(at('one'), at('other name'));
    await files.put(at('other name'), [Buffer.from('two'), Buffer.from('!')]);
    await files.move(at('other name'), at('Größe', 'moved'));
    await files.appendZeros(at('Größe', 'moved'), 5);
    // Read-only, as much of Windows is.
    await chmod(at('Größe', 'moved'), 0o444);
    const result = {
      kinds: await Promise.all(
        ['one', 'ONE', 'Größe', 'none'].map((name) => files.kindOf(at(name))),
      ),
      one: String(await files.read(at('one'), 10)),
      moved: String(await files.read(at('Größe', 'moved'), 10)),
      outside: await codeOf(files.remove('C:\\windows\\system32\\x')),
    };
    for (const name of ['one', 'Größe']) await files.remove(at(name));
    return { ...result, left: await readdir(folder) };
  },

  async workPlace() {
    const programFiles = await programFilesFolder();
    const { folder, leftovers } = await openWorkPlace(programFiles, runOperation);
    return { programFiles, folder, leftovers, left: await readdir(folder) };
  },

  async helper() {
    const helper = await startHelper(null);
    const answer = await codeOf(
      helper.link.request({ say: 'read', slot: 0, offset: 0, length: 512 }),
    );
    // Megabytes in one direction while the other side answers.
    const chunks = Array.from({ length: 100_000 }, (_, index) => ({
      sourceOffset: index * 4096,
      targetOffset: index * 4096,
      length: 4096,
      hash: BigInt(index),
    }));
    const slot = helper.takeSlot();
    helper.send({ path: '/file', sizeBytes: 4096 * chunks.length, chunks }, slot);
    const after = await codeOf(
      helper.link.request({ say: 'read', slot: 0, offset: 0, length: 512 }),
    );
    await helper.giveUpSlot(slot, true);
    return { answer, after };
  },

  async image(folder) {
    const path = join(folder, 'stick.img');
    const source = join(folder, 'Größe 便携');
    const content = Buffer.alloc(2 * MiB, 7);
    await writeFile(source, content);
    const { signal } = new AbortController();
    const target = await openInHelper(
      await startHelper(null),
      {
        target: { kind: 'file', path, sizeBytes: 4 * MiB },
        guards: { neededBytes: 0, protectedPaths: [source], readOnly: false },
      },
      signal,
    );
    const extents = [{ sourceOffset: 0, targetOffset: MiB, length: content.length }];
    const maps = [await blockMapOf(source, content, extents)];
    const [head, tail] = [Buffer.alloc(SECTOR, 1), Buffer.alloc(SECTOR, 2)];
    const unfinished = await readdir(folder);
    await target.write(
      { maps, head, tail, resume: false },
      { signal, onProgress: () => undefined },
    );
    await target.close();
    const expected = Buffer.concat([
      ...[head, Buffer.alloc(MiB - SECTOR), content],
      ...[Buffer.alloc(MiB - SECTOR), tail],
    ]);
    const isRight = (await readFile(path)).equals(expected);
    const left = await readdir(folder);
    await Promise.all([path, source].map((made) => rm(made)));
    return { unfinished, isRight, left };
  },

  impostor: () => codeOf(startHelper('{"say":"hello","token":"' + '0'.repeat(64) + '"}\n')),
};

/** The helper, or somebody else who dials in first and says `line`. */
function startHelper(line: string | null): Promise<RunningHelper> {
  const start = (folder: string) => {
    const script =
      line === null
        ? [join(__dirname, 'helper.js'), folder]
        : [
            '-e',
            `const fs = require('fs'), path = require('path'), net = require('net');
             net.connect(fs.readFileSync(path.join(process.argv[1], 'pipe'), 'utf8')).write(process.argv[2])`,
            folder,
            line,
          ];
    const child = spawn(process.execPath, script, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    const ended = new Promise<string>((resolve) =>
      child.on('close', () => resolve(said || 'it ended')),
    );
    return { ended, kill: () => void child.kill() };
  };
  return RunningHelper.start(start, new AbortController().signal, () =>
    arrangeMeeting(runOperation),
  );
}

async function main(): Promise<void> {
  const results: Record<string, unknown> = {};
  const folder = await mkdtemp(join(tmpdir(), 'a folder, 便携-'));
  for (const [name, check] of Object.entries(checks)) {
    try {
      results[name] = await check(folder);
    } catch (error) {
      results[name] =
        error instanceof StickError ? JSON.stringify(error) : String((error as Error).stack);
    }
    // What was found so far, should the next never end.
    writeFileSync(process.argv[2] ?? '', JSON.stringify(results));
  }
  await rm(folder, { recursive: true, force: true });
  process.exit();
}

void main();
