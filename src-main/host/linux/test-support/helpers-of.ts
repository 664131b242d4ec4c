import { readFileSync } from 'node:fs';

/** Process ids of the helpers that a process has started. */
export function helpersOf(pid: number): number[] {
  return readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter((child) => child !== '' && commandOf(child).includes('helper.js'))
    .map(Number);
}

/** Empty for one that has ended meanwhile. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
