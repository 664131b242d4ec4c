import { identityOf, type Drive } from '../../../src-shared/drive';
import type { JobEvent, WindowsReport } from '../../../src-shared/job';
import { parsePlan, type Target, type WindowsPlan } from '../../../src-shared/plan';
import { GiB } from '../../../src-shared/units';
import { recipeDefaults } from '../../../src-shared/windows-recipe';
import { BuildCache, StagedImages, makeSticks } from '..';
import type { Computer } from './computers';

type Part = Record<string, unknown>;

/** The usual plan for the first edition of an image; `more` replaces fields of it. */
export function planFor(
  image: string,
  targets: readonly Target[],
  more: Part = {},
  secrets?: Part,
): WindowsPlan {
  const plan = parsePlan({
    ...{ ...recipeDefaults, version: 2, kind: 'windows-to-go', way: 'staged' },
    ...{ image: { path: image, sha256: null }, edition: { index: 1 }, targets: [...targets] },
    ...(secrets ? { secrets } : {}),
    ...more,
  });
  if (plan.kind !== 'windows-to-go') throw new Error('no plan for Windows');
  return plan;
}

/** Of what is mounted from it nothing may stay so. */
export const driveTarget = (drive: Drive): Target => ({
  kind: 'drive',
  identity: identityOf(drive),
  unmount: true,
});

export interface Making {
  signal?: AbortSignal;
  onEvent?: (event: JobEvent) => void;
}

/** Makes the sticks of a plan on a computer, which keeps what it unpacked. */
export async function makeOn(
  { host, workFolder, appFolder }: Pick<Computer, 'host' | 'workFolder' | 'appFolder'>,
  plan: WindowsPlan,
  { signal = new AbortController().signal, onEvent = () => undefined }: Making = {},
): Promise<WindowsReport> {
  const staged = new StagedImages(() => workFolder);
  const cache = new BuildCache({ folder: () => workFolder, budgetBytes: () => 20 * GiB });
  const tools = { host, staged, cache, workFolder, appFolder, program: 'test' };
  try {
    const report = await makeSticks(plan, tools, { signal, onEvent });
    if (report.kind !== 'windows-to-go') throw new Error('no report about Windows');
    return report;
  } finally {
    await staged.clear();
  }
}
