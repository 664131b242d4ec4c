import type { Host, OpenTarget, TargetRequest } from '../host';

/** Opens every target, or none; each with what is known of it. Throws what the host throws. */
export async function openEach<T>(
  targets: readonly T[],
  requestFor: (target: T) => TargetRequest,
  host: Pick<Host, 'openTargets'>,
  signal: AbortSignal,
): Promise<(T & { open: OpenTarget })[]> {
  const opened = await host.openTargets(targets.map(requestFor), signal);
  return targets.flatMap((target, index) => {
    const open = opened[index];
    return open ? [{ ...target, open }] : [];
  });
}
