import type { LayoutRequest } from './layout';

/** A GPT stick without a virtual disk, on which Windows takes what the shared partition leaves. In bytes. */
export function plainRequest(asked: {
  diskBytes: number;
  sharedBytes: number;
  minimumWindowsBytes: number;
}): LayoutRequest {
  const { diskBytes, sharedBytes, minimumWindowsBytes } = asked;
  return {
    diskBytes,
    layout: { scheme: 'gpt', container: 'none' },
    space: { windowsBytes: null, sharedBytes },
    minimumWindowsBytes,
  };
}
