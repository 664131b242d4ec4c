import type { Target } from '../../../src-shared/plan';
import type { VentoyLayout } from '../../../src-shared/ventoy-stick';
import type { Host } from '../../host';
import { readVentoyLayout } from '../../ventoy';
import { openEach } from '../open-each';

/** How Ventoy lies on each target now; null where there is none. Opens them for reading only. Throws what opening throws. */
export async function presentVentoy(
  targets: readonly Target[],
  host: Pick<Host, 'openTargets'>,
  signal: AbortSignal,
): Promise<{ target: Target; layout: VentoyLayout | null }[]> {
  const guards = { neededBytes: 0, protectedPaths: [], readOnly: true };
  const opened = await openEach(
    targets.map((target) => ({ target })),
    ({ target }) => ({
      ...{ target, guards },
      ...(target.kind === 'file' ? { asDisk: 'existing' as const } : {}),
    }),
    host,
    signal,
  );
  try {
    return await Promise.all(
      opened.map(async ({ target, open }) => ({
        target,
        layout: await readVentoyLayout(open.source),
      })),
    );
  } finally {
    for (const { open } of opened) await open.close();
  }
}
