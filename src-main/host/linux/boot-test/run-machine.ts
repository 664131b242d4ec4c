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
import { listenForMonitor, type Monitor } from './monitor';
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
}

export interface MachineRun {
  said: Said;
  /** The last screen on which there was anything to see. */
  screen: Screen | null;
  /** `broken`: the accelerator doesn't work. */
  end: 'verdict' | 'switched-off' | 'still' | 'time-up' | 'broken';
}

const LOOK_MS = 250;
/** Firmware prints its first characters well within this time, or the accelerator doesn't work. */
const SILENCE_SECONDS = 5;
/** Error screens and menus don't move. A program that changes nothing for so long isn't going to tell more. */
const STILL_SECONDS = 90;
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
  const { disk, otherDisks = [], firmware, accelerator, timeoutSeconds } = request;
  const [serialPath, monitorPath, disksPath] = [NAMES.serial, NAMES.monitor, NAMES.disks].map(
    (name) => join(folder, name),
  ) as [string, string, string];
  const disks = [disk, ...otherDisks];
  const qemuPath = await requireProgram('qemu-system-x86_64');
  const ending = new AbortController();
  const end = (): void => {
    ending.abort();
  };
  let overtime = false;
  const hardLimit = setTimeout(
    () => {
      overtime = true;
      end();
    },
    (timeoutSeconds + OVERTIME_SECONDS) * 1000,
  );
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  const server = await serveDisks(disks, disksPath);
  const log = await SerialLog.open(serialPath);
  const socket = await listenForMonitor(monitorPath);
  try {
    const paths = { serialPath, monitorPath, disksPath };
    const machine = { ...paths, diskCount: disks.length, firmware, accelerator };
    // The kernel ends it with this program, however that ends.
    const command = ['--pdeathsig', 'KILL', '--', qemuPath, ...machineArguments(machine)];
    // What the virtual computer writes to a disk goes into files that have no name there.
    const options = { signal: ending.signal, env: { TMPDIR: folder } };
    const qemu = runTool('setpriv', command, options);
    const watching = unlessAborted(socket.connected, ending.signal).then((monitor) =>
      watch(monitor, log, { folder, accelerator, timeoutSeconds }, ending.signal),
    );
    // Whichever ends first ends the other, and only when both have ended is anything taken away.
    const [ran, watched] = await Promise.allSettled([qemu.finally(end), watching.finally(end)]);
    if (signal.aborted) throw stickError('cancelled', {});
    if (server.failure) throw server.failure;
    if (watched.status === 'fulfilled') return watched.value;
    throw failureOf(ran, overtime);
  } finally {
    clearTimeout(hardLimit);
    signal.removeEventListener('abort', end);
    socket.close();
    await log.close();
    await server.close();
  }
}

/** What QEMU, which was started by another program, ended with before it was told to. */
function failureOf(ran: PromiseSettledResult<unknown>, overtime: boolean): StickError {
  const tool = 'qemu-system-x86_64';
  if (overtime) return stickError('tool/failed', { tool, message: 'it does not answer' });
  if (ran.status === 'fulfilled') return stickError('tool/failed', { tool, message: 'it ended' });
  const error = toStickError(ran.reason);
  if (error.code !== 'tool/failed') return error;
  const detail = error.detail === undefined ? {} : { detail: error.detail };
  return stickError('tool/failed', { tool, message: String(error.params['message']) }, detail);
}

interface Watching {
  folder: string;
  accelerator: Accelerator;
  timeoutSeconds: number;
}

/** Looks at serial port and screen until there is an outcome. */
async function watch(
  monitor: Monitor,
  log: SerialLog,
  { folder, accelerator, timeoutSeconds }: Watching,
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
      stillSeconds: (now - changed) / 1000,
      timeoutSeconds,
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
  stillSeconds: number;
  timeoutSeconds: number;
}): MachineRun['end'] | null {
  if (verdictOf(now.said)) return 'verdict';
  if (now.status === 'shutdown') return 'switched-off';
  if (now.status === 'internal-error') return 'broken';
  if (now.silent && now.seconds > SILENCE_SECONDS) return 'broken';
  if (now.seconds > now.timeoutSeconds) return 'time-up';
  if (now.stillSeconds > STILL_SECONDS && silentProgram(now.said)) return 'still';
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
