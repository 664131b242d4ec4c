import { arch, cpus, release, totalmem, type, userInfo, version } from 'node:os';
import type { ToolStatus } from '../../src-shared/doctor';
import { driveName, type Drive } from '../../src-shared/drive';
import { messageOf, type StickErrorData } from '../../src-shared/errors';
import type { Settings } from '../../src-shared/ipc';
import type { LogLine } from '../../src-shared/job';
import type { Host } from '../host';
import { homeFolder, portableFolder } from '../io';
import { hideKeys } from './hide-keys';
import { hidePerson, maskSerial } from './hide-person';
import { readLogEnds, type LogEnd } from './read-log';

/** What could be found out, or why not. */
export type Found<T> = { value: T } | { failure: string };

/** The job that ran last in the window, as far as the program still knows it. */
export interface LastJob {
  state: string;
  error: StickErrorData | null;
  log: readonly LogLine[];
}

export interface SupportDrive {
  name: string;
  bus: string;
  sizeBytes: number;
  serial: string | null;
  /** `removable`, `read-only`, `system`. */
  traits: string[];
  /** File systems on it, such as `vfat`. */
  fileSystems: string[];
}

/** What helps somebody else to find out what went wrong. It names neither secrets nor the person. */
export interface SupportFacts {
  program: { name: string; runtimes: Record<string, string>; portable: boolean };
  system: { name: string; architecture: string; processors: number; memoryBytes: number };
  folders: { data: string | null; work: string | null; workFreeBytes: Found<number> };
  settings: (Settings & { trustedHashes: number }) | null;
  tools: Found<ToolStatus[]>;
  drives: Found<SupportDrive[]>;
  lastJob: LastJob | null;
  logs: Found<LogEnd[]>;
}

export interface SupportSources {
  /** Name and version. */
  program: string;
  host: Pick<Host, 'doctor' | 'listDrives' | 'freeBytes'>;
  folders: { data: string | null; work: string | null };
  settings: SupportFacts['settings'];
  lastJob: LastJob | null;
}

/** Gathers it anew. Nothing of it leaves this computer by that. What can't be found out says why. */
export async function gatherSupport(sources: SupportSources): Promise<SupportFacts> {
  const { host, folders } = sources;
  const [drives, tools, workFreeBytes, logs] = await Promise.all([
    found(() => host.listDrives()),
    found(() => host.doctor()),
    found(() => (folders.work === null ? Promise.resolve(0) : host.freeBytes(folders.work))),
    found(() => (folders.data === null ? Promise.resolve([]) : readLogEnds(folders.data))),
  ]);
  const facts: SupportFacts = {
    program: {
      name: sources.program,
      runtimes: runtimes(),
      portable: portableFolder(process.env) !== null,
    },
    system: {
      name: `${type()} ${release()} ${version()}`,
      architecture: arch(),
      processors: cpus().length,
      memoryBytes: totalmem(),
    },
    folders: { ...folders, workFreeBytes },
    settings: sources.settings,
    tools,
    drives: 'value' in drives ? { value: drives.value.map(aboutDrive) } : drives,
    lastJob: sources.lastJob,
    logs,
  };
  const serials = 'value' in drives ? drives.value.map(({ serial }) => serial ?? '') : [];
  const personal = { home: homeFolder(), user: userName(), serials };
  return everyText(facts, (text) => hidePerson(hideKeys(text), personal));
}

async function found<T>(look: () => Promise<T>): Promise<Found<T>> {
  try {
    return { value: await look() };
  } catch (error) {
    return { failure: messageOf(error) };
  }
}

function runtimes(): Record<string, string> {
  // Under Node alone there is neither Electron nor Chromium.
  const versions: Partial<Record<string, string>> = process.versions;
  return Object.fromEntries(
    ['electron', 'chrome', 'node'].flatMap((name) => {
      const known = versions[name];
      return known === undefined ? [] : [[name, known]];
    }),
  );
}

function aboutDrive(drive: Drive): SupportDrive {
  const { bus, sizeBytes, serial, removable, readOnly, system } = drive;
  const fileSystems = drive.partitions.map(({ fileSystem }) => fileSystem ?? 'unknown');
  return {
    ...{ name: driveName(drive), bus, sizeBytes, fileSystems },
    serial: serial === null ? null : maskSerial(serial),
    traits: [
      ...(removable ? ['removable'] : []),
      ...(readOnly ? ['read-only'] : []),
      ...(system ? ['system'] : []),
    ],
  };
}

/** Empty where the system knows none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** The same value with every text in it changed, whatever it is part of. */
function everyText<T>(value: T, change: (text: string) => string): T {
  const visit = (part: unknown): unknown => {
    if (typeof part === 'string') return change(part);
    if (Array.isArray(part)) return part.map(visit);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [change(key), visit(inner)]),
    );
  };
  return visit(value) as T;
}
