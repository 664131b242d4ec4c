import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeOnce } from '../../src-main/cli/made-once-testing';
import { CLI, practiceIso, runCli } from '../../src-main/cli/testing';
import { testBoot } from '../../src-main/engine';
import { createHost } from '../../src-main/host/linux';
import { buildScripts } from '../../src-main/host/linux/test-support/build-scripts';
import { sparseHash } from '../../src-main/host/linux/test-support/sparse-file';
import { runTool } from '../../src-main/host/run-tool';
import type { BootFirmware, BootOutcome, BootTest } from '../../src-shared/boot-test';
import type { Target } from '../../src-shared/plan';
import { GiB, MiB } from '../../src-shared/units';
import { makeStandInVentoy } from '../stand-in-ventoy/make.mjs';

/*
 * Whole sticks in virtual computers with each kind of firmware. The boot programs are stand-ins: what is shown is how far
 * firmware gets, what is recognised, and that nothing is changed.
 */

/** Plenty for an emulator on a busy computer. */
const limits = { timeoutSeconds: 280, stillSeconds: 15 };
const { signal } = new AbortController();
const { PNG } = createRequire(import.meta.url)('playwright-core/lib/utilsBundle') as {
  PNG: { sync: { read: (file: Buffer) => { width: number; height: number; data: Buffer } } };
};

let base: string;
let removeScripts: () => Promise<void>;
let iso: string;
const sticks = new Map<string, string>();

beforeAll(async () => {
  process.env['STICKSMITH_ALLOW_LOOP'] = '1';
  removeScripts = await buildScripts();
  base = await mkdtemp(join(tmpdir(), 'sticksmith-matrix-'));
  iso = await practiceIso(join(base, 'practice'));
});
afterAll(async () => {
  await removeScripts();
  await rm(base, { recursive: true, force: true });
});

type StickName = 'gpt' | 'mbr' | 'vhdx' | 'ventoy';

/** Makes a stick once, as an image file. */
async function stick(name: StickName): Promise<string> {
  const known = sticks.get(name);
  if (known !== undefined) return known;
  const path = join(base, `${name}.img`);
  const made = await runCli([
    ...['make', '--target', path, '--yes', '--work-dir', join(base, 'work')],
    ...(await plan(name)),
  ]);
  expect(made.code, made.stderr + made.stdout).toBe(0);
  sticks.set(name, path);
  return path;
}

async function plan(name: StickName): Promise<string[]> {
  if (name === 'ventoy') {
    const folder = join(base, 'ventoy');
    await madeOnce('release of Ventoy', (place) => makeStandInVentoy({ folder: place }), folder);
    const archive = (await readdir(folder)).find((file) => file.endsWith('.tar.gz')) ?? '';
    return ['--kind', 'ventoy', '--ventoy-package', join(folder, archive), '--size', '160M'];
  }
  const layout = name === 'vhdx' ? ['--scheme', 'mbr', '--container', 'vhdx'] : ['--scheme', name];
  const size = name === 'vhdx' ? 2 * GiB : GiB;
  return ['--image', iso, '--edition', '1', ...layout, '--size', `${String(size / MiB)}M`];
}

type Cell = [BootOutcome, 'pass' | 'warn' | 'fail'];

/** What has to come of each stick and each firmware when all of them are asked for. */
const matrix: [StickName, Record<BootFirmware, Cell>][] = [
  [
    'gpt',
    {
      uefi: ['started', 'pass'],
      // Nobody signed the stand-ins.
      secure: ['refused-by-secure-boot', 'warn'],
      // A GPT has nothing for a BIOS.
      bios: ['no-boot', 'warn'],
    },
  ],
  [
    'mbr',
    {
      uefi: ['started', 'pass'],
      secure: ['refused-by-secure-boot', 'warn'],
      bios: ['started', 'pass'],
    },
  ],
  [
    'vhdx',
    {
      // The stand-ins can't look into a virtual disk.
      uefi: ['loader-failed', 'warn'],
      secure: ['refused-by-secure-boot', 'warn'],
      bios: ['loader-failed', 'warn'],
    },
  ],
  [
    'ventoy',
    {
      // The stand-in for Ventoy starts no computer: it has no EFI program, and its boot code does nothing.
      uefi: ['no-boot', 'fail'],
      secure: ['no-boot', 'fail'],
      bios: ['unknown', 'warn'],
    },
  ],
];

function cells(tests: readonly BootTest[]): Record<string, [unknown, string]> {
  return Object.fromEntries(
    tests.map(({ firmware, result, check }) => [firmware, [result?.outcome, check.status]]),
  );
}

/** Command lines of programs that mention a text. */
async function processesWith(text: string): Promise<string[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    numbers.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.filter((line) => line.includes(text));
}

async function bootFolders(owner: number): Promise<string[]> {
  const names = await readdir(tmpdir());
  return names.filter((name) => name.startsWith(`sticksmith-boot-${String(owner)}-`));
}

describe('a test boot', () => {
  it.each(matrix)(
    'of a stick of kind %s ends as it has to with each firmware, and changes nothing',
    async (name, expected) => {
      const path = await stick(name);
      const before = await sparseHash(path);
      const target: Target = { kind: 'file', path, sizeBytes: 160 * MiB };
      const sized = {
        ...target,
        sizeBytes: name === 'ventoy' ? 160 * MiB : name === 'vhdx' ? 2 * GiB : GiB,
      };
      const running = { signal, onEvent: () => undefined, limits };
      const tests = await testBoot(sized, 'all', createHost(), running);
      expect(cells(tests), JSON.stringify(tests.map(({ check }) => check))).toEqual(expected);
      for (const { result } of tests.filter((test) => test.result?.accelerator)) {
        const picture = PNG.sync.read(Buffer.from(result?.picture?.png ?? '', 'base64'));
        expect(picture).toMatchObject({ width: result?.picture?.width });
        // Some pixel has another colour than the one before it.
        expect(picture.data.subarray(4).equals(picture.data.subarray(0, -4))).toBe(false);
      }
      expect(await sparseHash(path)).toBe(before);
      expect(await bootFolders(process.pid)).toEqual([]);
    },
    900_000,
  );

  it('reads a drive through the helper, and tells each outcome when it is known', async () => {
    const path = await stick('mbr');
    const device = (
      await runTool('losetup', ['--find', '--show', '--read-only', path])
    ).stdout.trim();
    try {
      const pictures = join(base, 'pictures');
      const run = await runCli(['check', device, '--boot', 'bios', '--pictures', pictures]);
      expect(run.code, run.stderr).toBe(0);
      const line = run.lines.find(({ id }) => id === 'boot.bios');
      const picture = join(pictures, 'boot-bios.png');
      const boot = {
        outcome: 'started',
        program: 'practice-stand-in',
        accelerator: 'tcg',
        picture,
      };
      expect(line).toMatchObject({ id: 'boot.bios', status: 'pass', boot });
      expect(PNG.sync.read(await readFile(picture))).toMatchObject({ width: 720, height: 400 });
      expect(run.lines.at(-1)).toMatchObject({ type: 'result', passed: true });
    } finally {
      await runTool('losetup', ['--detach', device]);
    }
  });

  it('of a GPT with a BIOS fails when it is asked for alone', async () => {
    const run = await runCli(['check', await stick('gpt'), '--boot', 'bios']);
    expect(run.code).toBe(4);
    expect(run.lines.find(({ id }) => id === 'boot.bios')).toMatchObject({
      ...{ id: 'boot.bios', status: 'fail', boot: { outcome: 'no-boot', picture: null } },
    });
  });

  it('ends at once when it is cancelled, and leaves nothing behind', async () => {
    const path = await stick('gpt');
    const before = await sparseHash(path);
    const cancel = new AbortController();
    const target: Target = { kind: 'file', path, sizeBytes: GiB };
    const mine = join(tmpdir(), `sticksmith-boot-${String(process.pid)}-`);
    const testing = testBoot(target, 'secure', createHost(), {
      ...{ signal: cancel.signal, onEvent: () => undefined, limits },
    });
    const ended = expect(testing).rejects.toMatchObject({ code: 'cancelled' });
    await expect.poll(() => processesWith(mine), { timeout: 60_000 }).toHaveLength(1);
    cancel.abort();
    await ended;
    expect(await processesWith(mine)).toEqual([]);
    expect(await bootFolders(process.pid)).toEqual([]);
    expect(await sparseHash(path)).toBe(before);
  });

  it('ends with a program that is killed, and the next one removes what that left', async () => {
    const path = await stick('gpt');
    const command = [CLI, 'check', path, '--boot', 'secure', '--json'];
    const child = spawn(process.execPath, command, { stdio: 'ignore' });
    const gone = new Promise((resolve) => child.on('close', resolve));
    const pid = child.pid ?? 0;
    const its = join(tmpdir(), `sticksmith-boot-${String(pid)}-`);
    await expect.poll(() => processesWith(its), { timeout: 60_000 }).toHaveLength(1);
    child.kill('SIGKILL');
    await gone;
    await expect.poll(() => processesWith(its), { timeout: 60_000 }).toEqual([]);
    expect(await bootFolders(pid)).toHaveLength(1);
    const next = await runCli(['check', await stick('mbr'), '--boot', 'bios']);
    expect(next.code, next.stderr).toBe(0);
    expect(await bootFolders(pid)).toEqual([]);
  });

  it.each([
    [['--boot', 'efi'], 'usage'],
    [['--pictures', '/tmp'], 'usage'],
    [['--boot', '--pictures', '/dev/null/pictures'], 'file/unwritable'],
  ])('that is asked for by %s is refused', async (options, code) => {
    const run = await runCli(['check', await stick('gpt'), ...options]);
    expect(run.error).toMatchObject({ code });
  });
});
