import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checksPassed } from '../../src-shared/check';
import {
  messageOf,
  stickError,
  toStickError,
  type StickError,
  type StickState,
} from '../../src-shared/errors';
import type { Report, StickReport } from '../../src-shared/job';
import { partitionOf } from '../../src-shared/layout';
import type { StickPlan } from '../../src-shared/plan';
import { SECTOR } from '../../src-shared/units';
import { encodeGpt } from '../disk';
import type { Host, OpenTarget } from '../host';
import { checkStick } from './check';
import { makeEfiVolume } from './efi-volume';
import { JobLog, type OnEvent } from './job-log';
import {
  preparePlan,
  requireSpace,
  windowsBytes,
  type Prepared,
  type PreparedTarget,
} from './prepare';
import type { StagedImages } from './staged-image';
import { newStickGuids, type StickGuids } from './stick-guids';
import { collectExtents, type StickVolume } from './volumes';
import { windowsVolumeRequest } from './windows-volume';
import { openJobFolder } from './work-folder';
import { workloads } from './workloads';

export interface MakeTools {
  host: Host;
  staged: StagedImages;
  workFolder: string;
  /** Folder of the running program; the disk that holds it must not be erased. */
  appFolder: string;
  /** Name and version, for the report. */
  program: string;
}

export interface MakeRunning {
  signal: AbortSignal;
  onEvent: OnEvent;
}

/** A target that the helper holds open, and what is known of its state. */
interface HeldTarget extends PreparedTarget {
  open: OpenTarget;
  state: StickState;
}

const requiredTools = ['mkntfs', 'ntfscp', 'libwim.so.15', 'libhivex.so.0'];

/**
 * Makes every stick of a plan: reads the image once, unpacks Windows into the work folder, and gives each target its own
 * boot partition, then writes, reads back and checks it. Nothing of a target changes before the image is known to
 * be good. Throws a StickError that says the state of the stick.
 */
export async function makeSticks(
  plan: StickPlan,
  tools: MakeTools,
  running: MakeRunning,
): Promise<Report> {
  const startedAt = new Date().toISOString();
  const held: HeldTarget[] = [];
  let current: HeldTarget | undefined;
  try {
    const prepared = await prepare(plan, tools, running.signal);
    const log = new JobLog(workloads(prepared), running.onEvent);
    log.phase('preparing');
    for (const target of prepared.targets) held.push(await hold(target, prepared, tools, running));

    log.phase('hashing');
    const image = await tools.staged.get(prepared.info, log.running(running.signal));
    requireHash(plan, image.sha256);
    log.info(`SHA-256 of the image: ${image.sha256}`);

    const job = await openJobFolder(tools.workFolder);
    try {
      const builds = new WindowsBuilds(plan, prepared, image.wimParts, job.path, tools.host);
      const sticks: StickReport[] = [];
      for (const target of held) {
        current = target;
        const build = await builds.forTarget(target, log, running.signal);
        await requireSameWim(prepared, tools.staged);
        sticks.push(await makeStick(plan, prepared, target, build, job.path, tools, log, running));
        log.info(`${target.name} is finished`);
        current = undefined;
      }
      log.end();
      return {
        version: 1,
        program: tools.program,
        startedAt,
        finishedAt: new Date().toISOString(),
        image: {
          path: prepared.info.path,
          sizeBytes: prepared.info.sizeBytes,
          sha256: image.sha256,
          hashExpected: plan.image.sha256 !== null,
        },
        edition: {
          index: prepared.edition.index,
          name: prepared.edition.name,
          version: prepared.edition.version,
        },
        sticks,
        timings: log.timings,
      };
    } finally {
      await job.remove();
    }
  } catch (error) {
    throw withStateOf(current, toStickError(error));
  } finally {
    await releaseAll(held, running.onEvent);
  }
}

function withStateOf(target: HeldTarget | undefined, failure: StickError): StickError {
  if (!target) return failure;
  // The helper knows best; the engine only knows how far the target had come when all was well.
  const state = failure.stick === 'untouched' ? target.state : failure.stick;
  // An image file grows under another name: one that stays unfinished has replaced nothing.
  const kept = state === 'unfinished' && target.target.kind === 'file';
  return failure.withStick(kept ? 'untouched' : state);
}

/** Releases every target. What goes wrong here changes nothing about the job, however that ended. */
async function releaseAll(held: readonly HeldTarget[], onEvent: OnEvent): Promise<void> {
  for (const { open, name } of held) {
    try {
      await open.close();
    } catch (error) {
      const text = `Releasing ${name} failed: ${messageOf(error)}`;
      onEvent({ type: 'log', level: 'warn', text });
    }
  }
}

/** Everything that can be refused before anything is opened. */
async function prepare(plan: StickPlan, tools: MakeTools, signal: AbortSignal): Promise<Prepared> {
  const prepared = await preparePlan(plan);
  signal.throwIfAborted();
  const needed = plan.space.sharedBytes > 0 ? [...requiredTools, 'mkfs.exfat'] : requiredTools;
  await tools.host.requireTools(needed);
  const folder = await openJobFolder(tools.workFolder);
  try {
    const staged = (await tools.staged.peek(prepared.info)) !== null;
    await requireSpace(prepared, folder.path, staged, tools.host);
  } finally {
    await folder.remove();
  }
  return prepared;
}

async function hold(
  target: PreparedTarget,
  prepared: Prepared,
  tools: MakeTools,
  running: MakeRunning,
): Promise<HeldTarget> {
  const open = await tools.host.openTarget(
    target.target,
    {
      neededBytes: target.layout.diskSectors * SECTOR,
      protectedPaths: [prepared.info.path, tools.workFolder, tools.appFolder],
      readOnly: false,
    },
    running.signal,
  );
  return { ...target, open, state: 'untouched' };
}

function requireHash(plan: StickPlan, actual: string): void {
  const expected = plan.image.sha256;
  if (expected !== null && expected !== actual) {
    throw stickError('image/hash-mismatch', { actual, expected });
  }
}

/** A WIM that wasn't copied out of an image could be exchanged after it was hashed. */
async function requireSameWim({ info }: Prepared, staged: StagedImages): Promise<void> {
  if (info.wim.insideIso !== null || (await staged.peek(info)) !== null) return;
  throw stickError('image/changed', { path: info.path });
}

/** A Windows volume in the work folder with the boot files taken from the same image. */
interface WindowsBuild {
  volumePath: string;
  bootFilesFolder: string;
}

/** Unpacks Windows once for targets of the same size, which is the usual case, and again when the size differs. */
class WindowsBuilds {
  private last: { bytes: number; build: WindowsBuild } | null = null;
  private count = 0;

  constructor(
    private readonly plan: StickPlan,
    private readonly prepared: Prepared,
    private readonly wimParts: string[],
    private readonly folder: string,
    private readonly host: Host,
  ) {}

  async forTarget(target: PreparedTarget, log: JobLog, signal: AbortSignal): Promise<WindowsBuild> {
    const bytes = windowsBytes(target.layout);
    if (this.last?.bytes === bytes) return this.last.build;
    if (this.last) await rm(this.last.build.volumePath, { force: true });
    this.last = null;

    log.phase('building');
    const request = windowsVolumeRequest(
      this.plan,
      this.prepared.edition,
      target.layout,
      this.wimParts,
      this.folder,
      `windows-${String((this.count += 1))}`,
    );
    await this.host.buildWindowsVolume(request, log.running(signal));
    const build = { volumePath: request.volumePath, bootFilesFolder: request.extractTo };
    this.last = { bytes, build };
    return build;
  }
}

async function makeStick(
  plan: StickPlan,
  prepared: Prepared,
  target: HeldTarget,
  build: WindowsBuild,
  folder: string,
  tools: MakeTools,
  log: JobLog,
  running: MakeRunning,
): Promise<StickReport> {
  const { layout, name } = target;
  const guids = newStickGuids();
  const volumes = await makeVolumes(plan, prepared, target, guids, build, folder, tools, running);
  const extents = await collectExtents(volumes);
  const written = await target.open.write(
    {
      sources: volumes.map(({ path, bytes }) => ({ path, sizeBytes: bytes })),
      extents,
      ...encodeGpt({ layout, diskGuid: guids.disk, guids: guids.partitions }),
    },
    {
      signal: running.signal,
      onProgress: (phase, done, total) => {
        target.state = 'unfinished';
        log.phase(phase, name);
        log.progress(done, total);
      },
    },
  );
  target.state = 'finished';

  log.phase('checking', name);
  const checks = await checkStick(target.open.source);
  const failed = checks.filter((check) => check.status === 'fail');
  for (const check of failed) log.warn(`${check.id}: ${check.evidence}`);
  if (!checksPassed(checks)) {
    throw stickError(
      'check/failed',
      { target: name, failed: failed.map((check) => check.evidence).join('; ') },
      { stick: 'finished', detail: JSON.stringify(failed, null, 2) },
    );
  }
  return {
    target: name,
    targetBytes: layout.diskSectors * SECTOR,
    diskGuid: guids.disk,
    partitions: layout.partitions.map((partition) => ({
      ...partition,
      guid: guids.partitions[partition.role],
    })),
    ...written,
    checks,
  };
}

/** The files that become this stick's partitions, in the order in which they lie on it. */
async function makeVolumes(
  plan: StickPlan,
  prepared: Prepared,
  target: HeldTarget,
  guids: StickGuids,
  build: WindowsBuild,
  folder: string,
  tools: MakeTools,
  running: MakeRunning,
): Promise<StickVolume[]> {
  const { layout } = target;
  const efiPath = join(folder, 'efi.fat');
  await rm(efiPath, { force: true });
  const efiRanges = await makeEfiVolume({
    path: efiPath,
    layout,
    guids,
    edition: prepared.edition,
    bootFilesFolder: build.bootFilesFolder,
  });
  const volumes: StickVolume[] = [
    { kind: 'ranges', path: efiPath, ...place(layout, 'efi'), ranges: efiRanges },
    { kind: 'ntfs', path: build.volumePath, ...place(layout, 'windows') },
  ];
  if (partitionOf(layout, 'shared')) {
    const shared = { path: join(folder, 'shared.exfat'), ...place(layout, 'shared') };
    await rm(shared.path, { force: true });
    const label = plan.space.sharedLabel;
    await tools.host.formatExfat(
      { path: shared.path, bytes: shared.bytes, label, startLba: shared.startByte / SECTOR },
      running.signal,
    );
    volumes.push({ kind: 'exfat', ...shared });
  }
  return volumes;
}

function place(
  layout: PreparedTarget['layout'],
  role: 'efi' | 'windows' | 'shared',
): { startByte: number; bytes: number } {
  const partition = partitionOf(layout, role);
  if (!partition) throw new Error(`the layout has no ${role} partition`);
  return { startByte: partition.startLba * SECTOR, bytes: partition.sectors * SECTOR };
}
