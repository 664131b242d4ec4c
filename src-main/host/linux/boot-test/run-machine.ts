import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stickError, toStickError, type StickError } from '../../../../src-shared/errors';
import { unlessAborted, type ByteSource } from '../../../io';
import { requireProgram, runTool } from '../../run-tool';
import { makeSocketFolder } from '../socket-folder';
import { serveDisks } from './disk-server';
import type { Firmware } from './firmware';
import { machineArguments, type Accelerator } from './machine';
import { MonitorClosed, listenForMonitor, type Monitor } from './monitor';
import { TEXT_MEMORY, isBlank, isTextMode, parsePixmap, screenText, type Screen } from './screen';
import { SerialLog } from './serial-log';
import { silentProgram, verdictOf, type Said } from './verdict';

export interface MachineRequest {
  /** The stick. */
  disk: ByteSource;
  /** Internal disks that the computer has as well. None unless given. */
  otherDisks?: readonly ByteSource[];
  firmware: Firmware;
  accelerator: Accelerator;
  timeoutSeconds: number;
  stillSeconds: number;
}

export interface MachineRun {
  said: Said;
  /** The last screen on which there was anything to see. */
  screen: Screen | null;
  /** `broken`: the accelerator doesn't work. */
  end: 'verdict' | 'switched-off' | 'still' | 'time-up' | 'broken';
}

const QEMU = 'qemu-system-x86_64';
const LOOK_MS = 250;
/** Firmware prints its first characters well within this time, or the accelerator doesn't work. */
const SILENCE_SECONDS = 5;
/** What a QEMU that doesn't answer any more is given beyond the time allowed. */
const OVERTIME_SECONDS = 10;

const NAMES = { serial: 'serial', monitor: 'monitor', disks: 'disks', screen: 's', memory: 'm' };

/**
 * Runs a virtual computer until the outcome is known, and ends it. Neither a process nor a file is left, however it ends;
 * what a crash of this program leaves in the folder for temporary files, the next run removes, and the kernel ends QEMU.
 * Throws `tool/missing`, `tool/failed`, `cancelled`, and what reading a disk throws.
 */
export async function runMachine(
  request: MachineRequest,
  signal: AbortSignal,
): Promise<MachineRun> {
  const folder = await makeSocketFolder('sticksmith-boot-', Object.values(NAMES));
  try {
    return await runIn(folder, request, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runIn(
  folder: string,
  request: MachineRequest,
  signal: AbortSignal,
): Promise<MachineRun> {
  const disks = [request.disk, ...(request.otherDisks ?? [])];
  const server = await serveDisks(disks, join(folder, NAMES.disks));
  try {
    const log = await SerialLog.open(join(folder, NAMES.serial));
    try {
      const run = await runQemu(folder, request, log, signal);
      // What the virtual computer did without the bytes that are missing tells nothing.
      if (server.failure) throw server.failure;
      return run;
    } finally {
      await log.close();
    }
  } finally {
    await server.close();
  }
}

async function runQemu(
  folder: string,
  { otherDisks = [], firmware, ...watching }: MachineRequest,
  log: SerialLog,
  signal: AbortSignal,
): Promise<MachineRun> {
  const program = await requireProgram(QEMU);
  const monitorPath = join(folder, NAMES.monitor);
  const socket = await listenForMonitor(monitorPath);
  const ending = new AbortController();
  let problem: unknown = null;
  const end = (why: unknown): void => {
    if (ending.signal.aborted) return;
    problem = why;
    ending.abort();
  };
  const cancel = (): void => {
    end(stickError('cancelled', {}));
  };
  const overtime = setTimeout(
    () => {
      end(failed('it does not answer'));
    },
    (watching.timeoutSeconds + OVERTIME_SECONDS) * 1000,
  );
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  try {
    const [serialPath, disksPath] = [join(folder, NAMES.serial), join(folder, NAMES.disks)];
    const paths = { serialPath, monitorPath, disksPath };
    const { accelerator } = watching;
    const machine = { ...paths, diskCount: 1 + otherDisks.length, firmware, accelerator };
    // The kernel ends it with this program, however that ends.
    const command = ['--pdeathsig', 'KILL', '--', program, ...machineArguments(machine)];
    // What the virtual computer writes to a disk goes into files that have no name there.
    const options = { signal: ending.signal, env: { TMPDIR: folder } };
    const ran = runTool('setpriv', command, options).then(
      () => {
        end(failed('it ended by itself'));
      },
      (error: unknown) => {
        end(inItsName(error));
      },
    );
    const watched = unlessAborted(socket.connected, ending.signal)
      .then((monitor) => watch(monitor, log, { ...watching, folder }, ending.signal))
      .then(
        (run) => {
          end(null);
          return run;
        },
        async (error: unknown) => {
          if (error instanceof MonitorClosed) await ran;
          end(error);
          return null;
        },
      );
    // Whichever ends first ends the other, and only when both have ended is anything taken away.
    const [run] = await Promise.all([watched, ran]);
    if (run && problem === null) return run;
    throw problem;
  } finally {
    clearTimeout(overtime);
    signal.removeEventListener('abort', cancel);
    socket.close();
  }
}

function failed(message: string): StickError {
  return stickError('tool/failed', { tool: QEMU, message });
}

/** What went wrong with QEMU, which another program starts. */
function inItsName(error: unknown): StickError {
  const { code, params, detail } = toStickError(error);
  if (code !== 'tool/failed') return toStickError(error);
  const more = detail === undefined ? {} : { detail };
  return stickError(code, { tool: QEMU, message: String(params['message']) }, more);
}

interface Watching {
  folder: string;
  accelerator: Accelerator;
  timeoutSeconds: number;
  stillSeconds: number;
}

/** Looks at serial port and screen until there is an outcome. */
async function watch(
  monitor: Monitor,
  log: SerialLog,
  { folder, accelerator, ...limits }: Watching,
  signal: AbortSignal,
): Promise<MachineRun> {
  const began = Date.now();
  let changed = began;
  let seen: Screen | null = null;
  let before: Look | null = null;
  for (;;) {
    const look = await lookAt(monitor, log, folder);
    const now = Date.now();
    if (look.screen && !isBlank(look.screen)) seen = look.screen;
    if (!before || !sameLook(look, before)) changed = now;
    // A screen may be seen while it is being written; what counts stays.
    const screen = look.text === before?.text ? look.text : '';
    const said = { serial: log.text, screen };
    const end = endOf({
      said,
      status: look.status,
      silent: accelerator === 'kvm' && said.serial === '' && screen === '',
      seconds: (now - began) / 1000,
      unchangedSeconds: (now - changed) / 1000,
      ...limits,
    });
    if (end) return { said: { ...said, screen: look.text }, screen: seen, end };
    before = look;
    await pause(LOOK_MS, undefined, { signal });
  }
}

/** Why to end; null to go on. */
function endOf(now: {
  said: Said;
  status: string;
  /** Nothing has been said although it should have been by now. */
  silent: boolean;
  seconds: number;
  /** For how long nothing has changed. */
  unchangedSeconds: number;
  timeoutSeconds: number;
  stillSeconds: number;
}): MachineRun['end'] | null {
  if (verdictOf(now.said)) return 'verdict';
  if (now.status === 'shutdown') return 'switched-off';
  if (now.status === 'internal-error') return 'broken';
  if (now.silent && now.seconds > SILENCE_SECONDS) return 'broken';
  if (now.seconds > now.timeoutSeconds) return 'time-up';
  if (now.unchangedSeconds > now.stillSeconds && silentProgram(now.said)) return 'still';
  return null;
}

interface Look {
  status: string;
  serial: string;
  screen: Screen | null;
  /** Of a text screen; empty for others. */
  text: string;
}

async function lookAt(monitor: Monitor, log: SerialLog, folder: string): Promise<Look> {
  const [screenPath, memoryPath] = [join(folder, NAMES.screen), join(folder, NAMES.memory)];
  // Before the serial port is read: what it says last must not be missed.
  const status = await monitor.status();
  await log.read();
  await monitor.screen(screenPath);
  const screen = parsePixmap(await readFile(screenPath));
  if (!screen || !isTextMode(screen)) return { status, serial: log.text, screen, text: '' };
  await monitor.memory(TEXT_MEMORY, memoryPath);
  const text = screenText(await readFile(memoryPath));
  return { status, serial: log.text, screen, text };
}

function sameLook(one: Look, other: Look): boolean {
  if (one.serial !== other.serial || one.text !== other.text) return false;
  // On a text screen the cursor blinks.
  if (one.text !== '' || !one.screen || !other.screen) return true;
  return one.screen.rgb.equals(other.screen.rgb);
}
