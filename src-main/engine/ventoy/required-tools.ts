import type { VentoyPlan } from '../../../src-shared/plan';
import type { ToolUse } from '../../host';

/** What a plan needs tools for. */
export function requiredTools({ install, windows, persistence }: VentoyPlan): ToolUse[] {
  // What a stick that is there holds is seen when it is mounted.
  const forFileSystem =
    install.way !== 'erase'
      ? []
      : ([install.fileSystem === 'ntfs' ? 'make-ntfs' : 'use-exfat'] as const);
  return [
    'mount',
    ...(install.way === 'none' ? [] : (['run-ventoy'] as const)),
    ...forFileSystem,
    ...(windows ? (['read-windows'] as const) : []),
    ...(persistence.length > 0 ? (['make-ext4'] as const) : []),
  ];
}
