import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stickError } from '../../../src-shared/errors';
import type { Edition, ImageInfo } from '../../../src-shared/image';
import type { JobEvent } from '../../../src-shared/job';
import { planLayout } from '../../../src-shared/layout';
import { recipeDefaults } from '../../../src-shared/windows-recipe';
import { targetBytes, targetName, type WindowsPlan, type Target } from '../../../src-shared/plan';
import { minimumWindowsBytes, unpackedBytes, windowsNeeds } from '../../../src-shared/space';
import { GiB, MiB } from '../../../src-shared/units';
import { noSecrets } from '../../../src-shared/windows-choices';
import type { Host, WindowsVolumeRequest } from '../../host';
import { BuildCache } from '../build-cache';
import { guestContent } from '../guest-content';
import type { Job, MakeTools } from '../job';
import { JobLog } from '../job-log';
import { noMaterials } from '../materials';
import type { Prepared } from '../prepare';
import { StagedImages } from '../staged-image';
import { UnfinishedSticks } from '../unfinished-sticks';
import { workloads } from '../workloads';

/** A host that only simulates: it unpacks nothing, opens no target, and a disk is as full as it is told. */
export class SimulatedHost {
  /** Free bytes of any folder that isn't named. */
  free = 100 * GiB;
  readonly freeOf = new Map<string, number>();
  /** A volume of fewer bytes is too small for what is unpacked. */
  neededVolumeBytes = 0;
  readonly unpacked: WindowsVolumeRequest[] = [];

  asHost(): Host {
    const simulated: Pick<
      Host,
      'platform' | 'servicesOffline' | 'freeBytes' | 'buildWindowsVolume'
    > = {
      platform: 'linux',
      servicesOffline: false,
      freeBytes: (folder) => Promise.resolve(this.freeOf.get(folder) ?? this.free),
      buildWindowsVolume: async (request) => {
        this.unpacked.push(request);
        const { volumeBytes: size } = request;
        if (size < this.neededVolumeBytes) throw stickError('wim/too-large', { size });
        await writeFile(request.volumePath, 'a simulated volume');
      },
    };
    return simulated as Host;
  }
}

export const edition: Edition = {
  ...{ index: 1, name: 'Windows 11 Pro', description: null, editionId: 'Professional' },
  ...{ architecture: 'x64', version: null, build: null, languages: [], defaultLanguage: null },
  ...{ totalBytes: 400 * MiB, fileCount: 1000, directoryCount: 100, windows: true },
};

/** What is known of an image at a path; it isn't looked at. */
export function imageInfo(path: string, insideIso: string | null, wimBytes: number): ImageInfo {
  return {
    ...{ path, sizeBytes: wimBytes, label: null, container: insideIso === null ? 'wim' : 'iso' },
    wim: {
      ...{ kind: 'wim', insideIso, sizeBytes: wimBytes, parts: [insideIso ?? path] },
      ...{ compression: 'lzx', solid: false },
    },
    ...{ editions: [edition], kinds: ['windows-to-go'] },
  };
}

export function driveTarget(path: string, sizeBytes = 8 * GiB): Target {
  const identity = { path, sizeBytes, serial: path, model: 'Stick', bus: 'usb' } as const;
  return { kind: 'drive', identity, unmount: false };
}

export function fileTarget(path: string, sizeBytes = 8 * GiB): Target {
  return { kind: 'file', path, sizeBytes };
}

export interface SimulatedJob {
  job: Job;
  tools: MakeTools;
  host: SimulatedHost;
  events: JobEvent[];
}

/** A job in a work folder that is real, with a host that isn't. */
export function simulatedJob(
  workFolder: string,
  info: ImageInfo,
  targets: readonly Target[],
  more: Partial<Pick<WindowsPlan, 'way'>> & { sha256?: string; signal?: AbortSignal } = {},
): SimulatedJob {
  const host = new SimulatedHost();
  const events: JobEvent[] = [];
  const plan: WindowsPlan = {
    ...recipeDefaults,
    image: { path: info.path, sha256: more.sha256 ?? null },
    edition: { index: edition.index },
    targets: [...targets],
    way: more.way ?? 'staged',
    secrets: noSecrets,
  };
  const tools: MakeTools = {
    host: host.asHost(),
    staged: new StagedImages(() => workFolder),
    cache: new BuildCache({ folder: () => workFolder, budgetBytes: () => GiB }),
    ...{ workFolder, appFolder: '/', program: 'test' },
  };
  const prepared = prepare(plan, info);
  const job: Job = {
    ...{ plan, prepared, tools, folder: workFolder },
    log: new JobLog(workloads(prepared, plan), (event) => events.push(event)),
    signal: more.signal ?? new AbortController().signal,
    unfinished: new UnfinishedSticks(workFolder),
    label: null,
    mayAdopt: true,
  };
  return { job, tools, host, events };
}

function prepare(plan: WindowsPlan, info: ImageInfo): Prepared {
  const guest = guestContent(plan, edition, noMaterials);
  const needed = minimumWindowsBytes(edition, guest.addedBytes);
  return {
    ...{ info, edition, guest, needs: windowsNeeds(edition, plan.windows, guest.addedBytes) },
    ...{ unpackedBytes: unpackedBytes(edition) + guest.addedBytes },
    targets: plan.targets.map((target, index) => {
      const layout = planLayout({
        diskBytes: targetBytes(target),
        ...{ layout: recipeDefaults.layout, space: recipeDefaults.space },
        minimumWindowsBytes: needed,
      });
      if ('problem' in layout) throw new Error(layout.problem);
      const content = guest.sticks[index] ?? { computerName: null, ownFiles: [] };
      return { target, name: targetName(target), layout, content };
    }),
  };
}

/** Writes a file that stands for an image, and returns its path and SHA-256. */
export async function sampleImage(
  folder: string,
  content: string,
): Promise<{ path: string; sha256: string }> {
  const path = join(folder, 'install.wim');
  await writeFile(path, content);
  return { path, sha256: createHash('sha256').update(content).digest('hex') };
}
