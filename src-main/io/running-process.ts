import { readFile } from 'node:fs/promises';

/** Whether a process of that number exists, be it somebody else's. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Where the system has no such record, all processes have this mark. */
const UNKNOWN = 'unknown';

/**
 * What tells a running process from others that had or will have its number: the computer's boot and the
 * moment in it (proc_pid_stat(5), field 22, clock ticks). Null when the process has ended.
 */
export async function processMark(pid: number): Promise<string | null> {
  if (!isRunning(pid)) return null;
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'ascii')).slice(0, 8);
    const stat = await readFile(`/proc/${String(pid)}/stat`, 'latin1');
    // The second field is the program's name in parentheses and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state = '', ticks = ''] = [fields[0], fields[19]];
    // A zombie has a number and does nothing any more.
    return 'ZXx'.includes(state) ? null : `${boot}.${ticks}`;
  } catch {
    return isRunning(pid) ? UNKNOWN : null;
  }
}
