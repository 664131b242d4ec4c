import type { Host } from './index';

/** The computer that this program runs on. What belongs to others isn't loaded. */
export async function createHost(): Promise<Host> {
  const computer = process.platform === 'win32' ? await import('./win32') : await import('./linux');
  return computer.createHost();
}
