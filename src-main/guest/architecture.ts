import { stickError } from '../../src-shared/errors';
import type { Architecture } from '../../src-shared/image';

/** What a portable Windows on UEFI can be. */
export type BootArchitecture = 'x64' | 'arm64';

/** Throws `wim/unsupported` for an architecture no portable Windows is made for. */
export function requireBootable(architecture: Architecture, image: string): BootArchitecture {
  if (architecture === 'x64' || architecture === 'arm64') return architecture;
  const message =
    architecture === 'unknown'
      ? 'its architecture is not known'
      : `it is a Windows for ${architecture}, and only x64 and arm64 can be made portable`;
  throw stickError('wim/unsupported', { path: image, message });
}
