import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toStickError } from '../../../src-shared/errors';
import { MiB } from '../../../src-shared/units';
import { attachLoop, type LoopDevice } from '../../helper/test-support/loop-device';
import { makeScriptPackage } from '../../helper/test-support/script-package';
import type { OpenTarget, VentoyCommand } from '../index';
import { targetOpening } from './open-targets';
import { helpersOf } from './test-support/helpers-of';
import { useHelpers } from './test-support/use-helpers';

const { openTargets } = targetOpening();
const run = promisify(execFile);
const DISK = 96 * MiB;
const never = new AbortController().signal;
const install: VentoyCommand = {
  do: 'install',
  scheme: 'mbr',
  secureBoot: true,
  reserveBytes: 0,
  label: 'STICK',
};

let folder: string;
let loop: LoopDevice;
let target: OpenTarget;
const helpers = new Set<string>();

useHelpers();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-run-'));
  loop = await attachLoop(DISK);
  target = await openDisk();
});
afterEach(async () => {
  await target.close();
  await loop.detach();
  await rm(folder, { recursive: true, force: true });
});

async function openDisk(): Promise<OpenTarget> {
  const identity = await loop.identity();
  const guards = { neededBytes: 0, protectedPaths: [], readOnly: false };
  const asked = { target: { kind: 'drive', identity, unmount: false } as const, guards };
  const [opened] = await openTargets([asked], never);
  if (!opened) throw new Error('nothing was opened');
  for (const pid of helpersOf(process.pid)) helpers.add(String(pid));
  return opened;
}

/** Runs a script of the test as Ventoy's program. */
async function runScript(
  script: string,
  more: { command?: VentoyCommand; signal?: AbortSignal; onLine?: (line: string) => void } = {},
) {
  const lines: string[] = [];
  const progress: number[] = [];
  const archive = await makeScriptPackage(folder, script);
  const result = await target.runVentoy(
    { package: archive, command: more.command ?? install },
    {
      signal: more.signal ?? never,
      onLine(line) {
        lines.push(line);
        more.onLine?.(line);
      },
      onProgress: (bytes) => progress.push(bytes),
    },
  );
  return { ...result, lines, progress };
}

/** Folders of the helpers that this test has started: there may be others on the computer. */
async function leftovers(): Promise<string[]> {
  const names = await readdir('/var/tmp');
  return names.filter((name) => helpers.has(/^sticksmith-ventoy-(\d+)-/.exec(name)?.[1] ?? ''));
}

/** Whether a process with these words in its command line runs. */
async function runs(words: string): Promise<boolean> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.replaceAll('\0', ' ').includes(words) && Number(pid) !== process.pid) return true;
  }
  return false;
}

describe('Ventoy’s program', () => {
  it('gets its arguments, two answers and nothing else, and may write in its folder', async () => {
    const result = await runScript(`
      printf '\\033[32marguments %s\\033[0m\\n' "$*"
      read -r a; read -r b; read -r c || c=end
      echo "answers $a $b $c"
      env | sort
      echo noted >> log.txt
      echo oops >&2
      exit 3`);
    expect(result.lines).toContain(`arguments -I -L STICK -s ${loop.path}`);
    expect(result.lines).toContain('answers y y end');
    expect(result.lines).toContain('oops');
    const names = result.lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(names.filter((name) => !['PWD', 'OLDPWD', '_', 'SHLVL'].includes(name))).toEqual([
      ...['HOME', 'LC_ALL', 'PATH', 'TERM', 'USER'],
    ]);
    expect(result).toMatchObject({ exitCode: 3, log: 'noted\n' });
    expect(result.output.split('\n').sort()).toEqual([...result.lines].sort());
    expect(await leftovers()).toEqual([]);
  });

  it('can claim the disk, which is claimed again afterwards, and what it writes is counted and read', async () => {
    const result = await runScript(`
      for disk; do :; done
      mkfs.vfat -I "$disk" > /dev/null || exit 9
      dd if=/dev/zero bs=1M count=20 status=none | tr '\\0' '\\252' |
        dd of="$disk" bs=1M iflag=fullblock conv=fsync status=none
      sleep 0.6`);
    expect(result.exitCode).toBe(0);
    expect(result.writtenBytes).toBeGreaterThanOrEqual(20 * MiB);
    expect(result.writtenBytes).toBeLessThan(30 * MiB);
    expect(result.progress.at(-1)).toBe(result.writtenBytes);
    expect((await target.source.read(20 * MiB - 1, 2)).toString('hex')).toBe('aa00');
    await expect(run('mkfs.vfat', ['-I', loop.path])).rejects.toThrow(/busy/);
  });

  it('sees partitions before an update, and those that it made are there afterwards', async () => {
    const made = await runScript(`
      parted -s ${loop.path} mklabel msdos mkpart primary ntfs 2048s 65535s mkpart primary fat16 65536s 131071s
      ls ${loop.path}p1 ${loop.path}p2
      echo "successfully finished."`);
    expect(made.lines).toContain(`${loop.path}p2`);
    await run('partx', ['--delete', loop.path]);
    const update = await runScript(`cat /sys/class/block/*/${loop.path.slice(5)}p2/start`, {
      command: { do: 'update', secureBoot: false },
    });
    expect(update.lines).toEqual(['65536']);
    await run('partx', ['--delete', loop.path]);
  });

  it('cannot unmount what others have mounted, whatever its name begins with', async () => {
    const place = join(folder, 'mine');
    await mkdir(place);
    // A name that begins with that of the disk, as that of the eleventh disk does with the first one’s.
    await run('mount', ['-t', 'tmpfs', `${loop.path}7`, place]);
    try {
      await writeFile(join(place, 'open'), 'x');
      const result = await runScript(`
        grep "^${loop.path}" /proc/mounts | while read -r line; do
          umount "$(echo "$line" | awk '{print $2}')" && echo unmounted
        done
        grep -c "^${loop.path}" /proc/mounts`);
      expect(result.lines).toEqual(['unmounted', '0']);
      expect(await readFile(join(place, 'open'), 'utf8')).toBe('x');
    } finally {
      await run('umount', [place]);
    }
  });

  it('leaves nothing running in the background', async () => {
    const mark = `6${String(process.pid)}`;
    const result = await runScript(`
      setsid sleep ${mark} > /dev/null 2>&1 < /dev/null &
      echo started`);
    expect(result.lines).toEqual(['started']);
    expect(await runs(`sleep ${mark}`)).toBe(false);
  });

  it('ends with all that it started when the job is cancelled', async () => {
    const mark = `7${String(process.pid)}`;
    const cancel = new AbortController();
    const running = runScript(
      `trap '' TERM INT HUP
      (trap '' TERM; setsid sleep ${mark}) &
      echo ready
      sleep ${mark}
      echo never; exit 0`,
      { signal: cancel.signal, onLine: () => cancel.abort() },
    );
    const error = await running.catch(toStickError);
    expect(error).toMatchObject({ code: 'cancelled', stick: 'unfinished' });
    expect(await runs(`sleep ${mark}`)).toBe(false);
    // The target is held again.
    expect((await target.source.read(0, 1)).length).toBe(1);
    expect(await leftovers()).toEqual([]);
  });

  it('keeps others from the disk while nobody holds it', async () => {
    let other: unknown = null;
    const device = (await readFile(`/sys/class/block/${basename(loop.path)}/dev`, 'utf8')).trim();
    const own = `sticksmith-disk-${device.replace(':', '-')}.sock`;
    const claims = async () => (await readdir('/run')).filter((name) => name === own);
    let claimed: string[] = [];
    const tried = async (): Promise<void> => {
      claimed = await claims();
      other = await openDisk().then(
        async (opened) => {
          await opened.close();
          return 'opened';
        },
        (error: unknown) => error,
      );
      await writeFile(join(folder, 'tried'), '');
    };
    await runScript(`echo ready; until [ -e '${folder}/tried' ]; do sleep 0.1; done`, {
      onLine: () => void tried(),
    });
    expect(other).toMatchObject({ code: 'target/busy', stick: 'untouched' });
    expect(claimed).toEqual([own]);
    expect(await claims()).toEqual([]);
  });

  it.each([
    ['a folder', 'mkdir log.txt'],
    ['a link', 'ln -s /etc/passwd log.txt'],
    ['a pipe', 'mkfifo log.txt'],
    ['a device', 'ln /dev/zero log.txt 2> /dev/null || mknod log.txt c 1 5'],
  ])('may leave %s in the place of its log', async (_, script) => {
    const result = await runScript(`rm -f log.txt; ${script}; echo done`);
    expect(result).toMatchObject({ exitCode: 0, output: 'done', log: '' });
    expect(await leftovers()).toEqual([]);
  });

  it('ends when the helper is killed, and its folder goes with the next one', async () => {
    const mark = `8${String(process.pid)}`;
    let kill: () => void = () => undefined;
    const killed = new Promise<void>((resolve) => (kill = resolve));
    const running = runScript(`echo ready; sleep ${mark}`, { onLine: () => kill() });
    const failed = running.catch(toStickError);
    await killed;
    for (const pid of helpersOf(process.pid)) process.kill(pid, 'SIGKILL');
    expect(await failed).toMatchObject({ code: 'helper/lost', stick: 'unfinished' });
    await expect.poll(() => runs(`sleep ${mark}`), { timeout: 5000 }).toBe(false);
    target = await openDisk();
    expect(await leftovers()).toEqual([]);
  });

  it('may print without end', async () => {
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 3000);
    const lines: string[] = [];
    const error = await runScript('yes "$(printf "%05000d" 1)"', {
      signal: cancel.signal,
      onLine: (line) => lines.push(line),
    }).catch(toStickError);
    expect(error).toMatchObject({ code: 'cancelled' });
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.every((line) => line.length <= 4096)).toBe(true);
    expect(lines.join('').length).toBeLessThanOrEqual(MiB);
  });

  it('is not started with another package than the one named, nor for a label that it would tear apart', async () => {
    const archive = await makeScriptPackage(folder, 'echo never');
    const lines: string[] = [];
    const running = {
      signal: never,
      onLine: (line: string) => lines.push(line),
      onProgress: () => undefined,
    };
    const other = { ...archive, sha256: '0'.repeat(64) };
    const error = await target
      .runVentoy({ package: other, command: install }, running)
      .catch(toStickError);
    expect(error).toMatchObject({ stick: 'untouched' });
    expect(lines).toEqual([]);
    expect(await leftovers()).toEqual([]);
    const torn = { ...install, label: 'A /dev/sdz' };
    const refused = await target
      .runVentoy({ package: archive, command: torn }, running)
      .catch(toStickError);
    expect(refused).toMatchObject({ code: 'plan/invalid', stick: 'untouched' });
    expect(lines).toEqual([]);
  });
});
