import type { Host } from './index';
import { createHost as createLinuxHost } from './linux';
import { createHost as createWindowsHost } from './win32';

/** The computer that this program runs on. */
export function createHost(): Host {
  return process.platform === 'win32' ? createWindowsHost() : createLinuxHost();
}
