import { randomBytes } from 'node:crypto';
import { processMark } from './running-process';

/** A name that this process gives to one thing of its own, from which others can tell whether the process still runs. */
export async function processName(): Promise<string> {
  const mark = (await processMark(process.pid)) ?? '';
  return `${String(process.pid)}-${mark}-${randomBytes(6).toString('hex')}`;
}

/** Whether the process that gave itself this name still runs. A name of any other form is nobody's. */
export async function isNameInUse(name: string): Promise<boolean> {
  const match = /^(\d{1,10})-([^-]*)-[0-9a-f]{12}$/.exec(name);
  if (!match) return false;
  return (await processMark(Number(match[1]))) === match[2];
}
