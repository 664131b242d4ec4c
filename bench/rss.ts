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

/**
 * The process and its descendants that are alive. No other process is looked at: reading about one that hangs in a
 * device would hang, too.
 */
function processTree(rootPid: number): number[] {
  const tree = [rootPid];
  for (const pid of tree) tree.push(...startedBy(pid));
  return tree;
}

/** The children of all threads of a process (proc_pid_tid_children(5)). */
function startedBy(pid: number): number[] {
  return namesIn(`/proc/${String(pid)}/task`).flatMap((thread) => {
    const children = contents(`/proc/${String(pid)}/task/${thread}/children`) ?? '';
    return (children.match(/\d+/g) ?? []).map(Number);
  });
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

/** Names in a folder of /proc; none for a process that has ended. */
function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
