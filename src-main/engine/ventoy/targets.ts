import { join, resolve } from 'node:path';
import type { VentoyReport } from '../../../src-shared/job';
import { pathsIn } from '../../../src-shared/recipe-paths';
import { neededVentoyBytes } from '../../../src-shared/ventoy-space';
import { release } from '../each-on-its-own';
import { openEach } from '../open-each';
import { requireSecrets } from '../prepare';
import { withJobFolder } from '../work-folder';
import type { HeldVentoyTarget, VentoyJob } from './job';
import { requiredTools } from './required-tools';
import { requireVentoyRoom } from './work-room';

/** What of a job is there before its targets are open. */
export type VentoyJobBefore = Pick<VentoyJob, 'plan' | 'prepared' | 'tools' | 'log' | 'signal'>;

/** What of a job is there before its files are read. */
export type VentoyJobInFolder = VentoyJobBefore & Pick<VentoyJob, 'folder'>;

/** Everything about a prepared plan that can be refused before anything is opened. */
export async function requireVentoyPossible({
  plan,
  prepared,
  tools,
}: Pick<VentoyJobBefore, 'plan' | 'prepared' | 'tools'>): Promise<void> {
  if (prepared.windows) requireSecrets(prepared.windows.plan);
  await tools.host.requireToolsFor(requiredTools(plan));
  await requireVentoyRoom(plan, prepared, tools);
}

/** Opens the targets of a job, or none, has `work` done with them, and releases them. Throws what opening and `work` throw. */
export async function withVentoyTargets<T>(
  before: VentoyJobBefore,
  work: (job: VentoyJobInFolder, targets: HeldVentoyTarget[]) => Promise<T>,
): Promise<T> {
  const { tools, log, signal } = before;
  const opened = await openAll(before);
  try {
    return await withJobFolder(tools.workFolder, (folder) => {
      const job = { ...before, folder };
      return work(job, hold(job, opened));
    });
  } finally {
    log.end();
    for (const { open, name } of opened) await release(open, name, log, signal);
  }
}

/** All of a report but what became of each stick, and its Windows. */
export function ventoyReport(
  { prepared, tools, log }: VentoyJobBefore,
  startedAt: string,
): Omit<VentoyReport, 'sticks' | 'failed' | 'windows'> {
  return {
    version: 5,
    kind: 'ventoy',
    program: tools.program,
    startedAt,
    finishedAt: new Date().toISOString(),
    package: prepared.release,
    timings: log.timings,
  };
}

type Opened = Omit<HeldVentoyTarget, 'log' | 'folder' | 'state' | 'isNewFile'>;

async function openAll({ plan, prepared, tools, signal }: VentoyJobBefore): Promise<Opened[]> {
  const needed = pathsIn(plan).map((path) => resolve(path));
  const protectedPaths = [...new Set([...needed, tools.workFolder, tools.appFolder])];
  const erases = plan.install.way === 'erase';
  const neededBytes =
    plan.install.way === 'erase' ? neededVentoyBytes(prepared.addedBytes, plan.install) : 0;
  return openEach(
    prepared.targets,
    ({ target }) => ({
      target,
      guards: { neededBytes, protectedPaths, readOnly: false },
      ...(target.kind === 'file' ? { asDisk: erases ? 'new' : 'existing' } : {}),
    }),
    tools.host,
    signal,
  );
}

function hold(
  { plan, log, folder }: VentoyJobInFolder,
  opened: readonly Opened[],
): HeldVentoyTarget[] {
  return opened.map((target, index) => ({
    ...target,
    log: log.target(target.name),
    folder: join(folder, `stick-${String(index + 1)}`),
    state: 'untouched',
    isNewFile: target.target.kind === 'file' && plan.install.way === 'erase',
  }));
}
