import { windowsCannot } from '../../../src-shared/windows-cannot';
import type { HostDescription } from '../../host';

/** Before anything is asked or read. Throws `host/cannot` on Windows, where Ventoy's own program isn't run yet. */
export function requireVentoyHost({ platform }: Pick<HostDescription, 'platform'>): void {
  if (platform === 'win32') throw windowsCannot('make or change Ventoy sticks');
}
