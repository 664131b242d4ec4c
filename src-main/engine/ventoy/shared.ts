import { readVentoyReference } from '../../ventoy';
import type { Job } from '../job';
import { planLabel } from '../plan-label';
import { UnfinishedSticks } from '../unfinished-sticks';
import type { VentoyJob } from './job';
import type { VentoyJobBefore, VentoyJobInFolder } from './targets';

/** What the release's own files would make of a disk, to compare a finished stick with. */
export async function referenceOf({
  prepared: { release },
  tools: { host },
  signal,
}: Pick<VentoyJobBefore, 'prepared' | 'tools' | 'signal'>): Promise<VentoyJob['reference']> {
  if (!release) return null;
  return readVentoyReference(release, { signal, unxz: host.unxz.bind(host) });
}

/** The job that unpacks the Windows of a plan, once for all targets; null where there is none. */
export function windowsJob({ plan, prepared, ...before }: VentoyJobInFolder): Job | null {
  const { windows } = prepared;
  if (!windows) return null;
  const { tools } = before;
  return {
    ...before,
    ...windows,
    unfinished: new UnfinishedSticks(tools.workFolder),
    label: planLabel(plan),
    mayAdopt: false,
  };
}
