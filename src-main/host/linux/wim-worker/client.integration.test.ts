import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { StickError } from '../../../../src-shared/errors';
import { decodeHive, encodeHive, subkey, valueOf, type HiveKey } from '../../../guest';
import { builtScript } from '../../built-script';
import { buildScripts } from '../test-support/build-scripts';
import { makePracticeWim, type PracticeWim } from '../test-support/practice-wim';
import { withWimWorker } from './client';
import type { HiveEdit } from './protocol';

let removeScripts: () => Promise<void>;
let folder: string;
beforeAll(async () => {
  removeScripts = await buildScripts();
});
afterAll(() => removeScripts());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wim-worker-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const signal = new AbortController().signal;

function key(name: string, more: Partial<HiveKey> = {}): HiveKey {
  return { name, values: [], subkeys: [], ...more };
}

async function edit(hive: Buffer, edits: HiveEdit[]): Promise<HiveKey> {
  const path = join(folder, 'HIVE');
  await writeFile(path, hive);
  await withWimWorker(signal, (worker) => worker.editHive(path, edits));
  return decodeHive(await readFile(path));
}

describe('editing a hive', () => {
  const one: HiveEdit = { key: 'A\\b', name: 'Value', data: { type: 'dword', value: 7 } };

  it('finds keys and values whatever their case and makes no second ones', async () => {
    const old = { name: 'VALUE', type: 1, data: Buffer.from('x\0', 'utf16le') };
    const other = { name: 'Other', type: 3, data: Buffer.from('keep') };
    const hive = key('ROOT', {
      subkeys: [key('a', { subkeys: [key('B', { values: [old, other] })] })],
    });
    const after = await edit(encodeHive(hive), [one]);
    expect(after.subkeys.map(({ name }) => name)).toEqual(['a']);
    const changed = after.subkeys[0]?.subkeys[0] ?? key('none');
    expect(changed.values).toHaveLength(2);
    expect(valueOf(changed, 'value')).toMatchObject({ type: 4, data: Buffer.from([7, 0, 0, 0]) });
    expect(valueOf(changed, 'Other')?.data.toString()).toBe('keep');
  });

  it('makes keys that are missing', async () => {
    const after = await edit(encodeHive(key('ROOT')), [one]);
    const made = subkey(subkey(after, 'A') ?? key('none'), 'b');
    expect(made && valueOf(made, 'Value')?.data.readUInt32LE()).toBe(7);
  });

  it('leaves everything else in the hive as it is, for any set of edits', async () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,20}$/);
    const values = fc.uniqueArray(
      fc.record({ name, type: fc.constant(3), data: fc.uint8Array({ maxLength: 200 }) }),
      { selector: (value) => value.name.toLowerCase(), maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(values, name, async (kept, added) => {
        const before = kept.map((value) => ({ ...value, data: Buffer.from(value.data) }));
        const hive = key('ROOT', { subkeys: [key('Kept', { values: before })] });
        const data = { type: 'string', value: 'Größe 视窗' } as const;
        const after = await edit(encodeHive(hive), [{ key: `New\\${added}`, name: added, data }]);
        const keptAfter = subkey(after, 'Kept');
        expect(keptAfter?.values).toEqual(before);
        const made = subkey(subkey(after, 'New') ?? key('none'), added);
        expect(made && valueOf(made, added)?.data.toString('utf16le')).toBe('Größe 视窗\0');
      }),
      { numRuns: 15 },
    );
  });

  it('refuses a hive that does not say which control set is current', async () => {
    const edits: HiveEdit[] = [{ ...one, key: 'CurrentControlSet\\Control' }];
    const hive = encodeHive(key('ROOT', { subkeys: [key('ControlSet001')] }));
    await expect(edit(hive, edits)).rejects.toMatchObject({ code: 'wim/apply' });
  });

  it('refuses what is no hive', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('text'), Buffer.alloc(8192, 0xff)]) {
      await expect(edit(bytes, [one])).rejects.toMatchObject({ code: 'wim/apply' });
    }
  });

  it('meets a damaged hive with an error, never with a hang or a crash of this program', async () => {
    const whole = encodeHive(
      key('ROOT', { subkeys: [key('A', { subkeys: [key('b'), key('c')] }), key('D')] }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (damage) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of damage) bytes.writeUInt8(value, at);
          const path = join(folder, 'HIVE');
          await writeFile(path, bytes);
          const outcome: unknown = await withWimWorker(signal, (worker) =>
            worker.editHive(path, [one]),
          ).catch((error: unknown) => error);
          expect(outcome === undefined || outcome instanceof StickError).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('opening an image', () => {
  let imageFolder: string;
  let image: PracticeWim;
  beforeAll(async () => {
    imageFolder = await mkdtemp(join(tmpdir(), 'wim-worker-image-'));
    image = await makePracticeWim(imageFolder, { payloadFiles: 2, payloadBytes: 1000 });
  });
  afterAll(() => rm(imageFolder, { recursive: true, force: true }));

  it('meets a damaged image with an error that a person can read', async () => {
    const whole = await readFile(image.wimPath);
    const path = join(folder, 'damaged.wim');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (damage) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of damage) bytes.writeUInt8(value, at);
          // The header and what it points to are small; without this they would hardly be hit.
          bytes.writeUInt8(damage[0]?.[1] ?? 0, (damage[0]?.[0] ?? 0) % 208);
          await writeFile(path, bytes);
          const outcome: unknown = await withWimWorker(signal, async (worker) => {
            await worker.open([path], 1);
            await worker.extract(['/Windows'], join(folder, 'out'));
          }).catch((error: unknown) => error);
          if (outcome === undefined) return;
          expect(outcome).toBeInstanceOf(StickError);
          expect((outcome as StickError).code).toMatch(/^(wim|image)\//);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('finds paths whatever their case and spells them as the image does', async () => {
    const found = await withWimWorker(signal, async (worker) => {
      await worker.open([image.wimPath], 1);
      return worker.find(['/windows/SYSTEM32', '/USERS/-DASH', '/nowhere', '/', '']);
    });
    expect(found).toEqual([
      { path: '/Windows/System32', directory: true },
      { path: '/Users/-dash', directory: false },
      null,
      { path: '/', directory: true },
      { path: '/', directory: true },
    ]);
  });

  it('refuses to work on an image before one is open', async () => {
    await expect(withWimWorker(signal, (worker) => worker.find(['/']))).rejects.toMatchObject({
      code: 'internal',
    });
  });
});

describe('the worker’s process', () => {
  it('ends when the program that started it is killed', async () => {
    const script =
      'const c = require("node:child_process").fork(process.argv[1], [], { stdio: ["ignore", "ignore", "ignore", "ipc"] });' +
      'console.log(c.pid); setInterval(() => {}, 1000);';
    const parent = spawn(process.execPath, ['-e', script, builtScript('wim-worker')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const worker = line.toString().trim();
    expect(execFileSync('ps', ['-o', 'args=', '-p', worker], { encoding: 'utf8' })).toContain(
      'wim-worker',
    );
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await vi.waitFor(async () => {
      const status = await readFile(`/proc/${worker}/status`, 'utf8').catch(() => 'State:\tX');
      expect(status).toMatch(/^State:\s+[ZX]/m);
    }, 5000);
  });

  it('is ended and leaves no temporary files when its work is done or fails', async () => {
    const mine = async (): Promise<string[]> =>
      (await readdir(tmpdir())).filter((name) =>
        name.startsWith(`sticksmith-wim-${String(process.pid)}-`),
      );
    const before = await mine();
    let pids: string[] = [];
    const children = `/proc/self/task/${String(process.pid)}/children`;
    await expect(
      withWimWorker(signal, async (worker) => {
        pids = (await readFile(children, 'utf8')).trim().split(' ');
        await worker.open(['/no/such.wim'], 1);
      }),
    ).rejects.toMatchObject({ code: 'image/unreadable' });
    expect(pids.length).toBeGreaterThan(0);
    expect(await mine()).toEqual(before);
    for (const pid of pids) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      expect(command).not.toContain('wim-worker');
    }
  });
});
