import { readFileSync, readdirSync } from 'node:fs';

/** The most memory that a process and everything it started held at one moment. Bytes. */
export interface MemoryPeak {
  /** Proportional: what processes share is counted once. This is the figure to judge by. */
  pssBytes: number;
  /** Resident: shared pages count in each process. */
  rssBytes: number;
  /** What the processes held when the proportional sum was highest, largest first. */
  processes: { command: string; pssBytes: number }[];
  samples: number;
}

const INTERVAL_MS = 50;

/** Watches a process tree until `stop` is called. */
export function watchMemory(rootPid: number): { stop: () => MemoryPeak } {
  const peak: MemoryPeak = { pssBytes: 0, rssBytes: 0, processes: [], samples: 0 };
  const look = (): void => {
    const processes = processTree(rootPid).flatMap((pid) => memoryOf(pid) ?? []);
    const pssBytes = sum(processes.map((process) => process.pssBytes));
    peak.samples += 1;
    peak.rssBytes = Math.max(peak.rssBytes, sum(processes.map((process) => process.rssBytes)));
    if (pssBytes <= peak.pssBytes) return;
    peak.pssBytes = pssBytes;
    peak.processes = processes
      .map(({ command, pssBytes }) => ({ command, pssBytes }))
      .sort((a, b) => b.pssBytes - a.pssBytes);
  };
  look();
  const timer = setInterval(look, INTERVAL_MS);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

/** The processes that a process started, with their whole command lines. */
export function childrenOf(pid: number): { pid: number; command: string }[] {
  return processTree(pid)
    .slice(1)
    .map((child) => ({ pid: child, command: contents(`/proc/${String(child)}/cmdline`) ?? '' }));
}

/** The process and its descendants that are alive. */
function processTree(rootPid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? contents(`/proc/${name}/stat`) : null;
    if (stat === null) continue;
    // The command, in brackets, may contain anything; the parent is the second field after it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    const siblings = children.get(parent);
    if (siblings) siblings.push(pid);
    else children.set(parent, [pid]);
  }
  const tree = [rootPid];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

interface ProcessMemory {
  command: string;
  pssBytes: number;
  rssBytes: number;
}

/** Null when the process has ended. */
function memoryOf(pid: number): ProcessMemory | null {
  const rollup = contents(`/proc/${String(pid)}/smaps_rollup`);
  if (rollup === null) return null;
  return {
    command: (contents(`/proc/${String(pid)}/comm`) ?? '').trim(),
    pssBytes: kilobytes(rollup, 'Pss') * 1024,
    rssBytes: kilobytes(rollup, 'Rss') * 1024,
  };
}

function kilobytes(rollup: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(rollup)?.[1] ?? 0);
}

/** A file of /proc, or null: a process may end at any moment. */
function contents(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
