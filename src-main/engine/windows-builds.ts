import { rm } from 'node:fs/promises';
import { stickError } from '../../src-shared/errors';
import type { Job } from './job';
import { windowsBytes, type PreparedTarget } from './prepare';
import { windowsVolumeRequest } from './windows-volume';

/** A Windows volume in the job's folder with the boot files taken from the same image. */
export interface WindowsBuild {
  volumePath: string;
  bootFilesFolder: string;
  /** No later target needs it: its file may be consumed. */
  spare: boolean;
}

/** Unpacks Windows once for targets of the same size, which is the usual case, and again when the size differs. */
export class WindowsBuilds {
  private last: { bytes: number; build: WindowsBuild } | null = null;
  private count = 0;
  /** Bytes of the Windows partitions of the targets to come, in order. */
  private readonly toCome: number[];

  constructor(
    private readonly job: Job,
    private readonly wimParts: string[],
  ) {
    this.toCome = job.prepared.targets.map(({ layout }) => windowsBytes(layout));
  }

  /** Call for each target in its turn. Throws `image/changed` and what the host throws. */
  async forTarget(target: PreparedTarget): Promise<WindowsBuild> {
    const bytes = windowsBytes(target.layout);
    this.toCome.shift();
    const spare = this.toCome[0] !== bytes;
    if (this.last?.bytes === bytes) return { ...this.last.build, spare };
    if (this.last) await rm(this.last.build.volumePath, { force: true });
    this.last = null;

    const build = { ...(await this.build(target)), spare };
    await this.requireSameWim();
    this.last = { bytes, build };
    if (this.toCome.every((next) => next === bytes)) await this.dropCopiedWim();
    return build;
  }

  private async build({ layout }: PreparedTarget): Promise<Omit<WindowsBuild, 'spare'>> {
    const { plan, prepared, tools, log, signal, folder } = this.job;
    log.phase('building');
    this.count += 1;
    const name = `windows-${String(this.count)}`;
    const { edition } = prepared;
    const request = windowsVolumeRequest(plan, edition, layout, this.wimParts, folder, name);
    await tools.host.buildWindowsVolume(request, log.running(signal));
    return { volumePath: request.volumePath, bootFilesFolder: request.extractTo };
  }

  /** A WIM that wasn't copied out of an image could be exchanged after it was hashed. */
  private async requireSameWim(): Promise<void> {
    const { prepared, tools } = this.job;
    if (this.isCopied() || (await tools.staged.peek(prepared.info)) !== null) return;
    throw stickError('image/changed', { path: prepared.info.path });
  }

  /** Gigabytes that nobody needs any more make room, on the disk and in memory, for what is written next. */
  private async dropCopiedWim(): Promise<void> {
    if (this.isCopied()) await this.job.tools.staged.clear();
  }

  private isCopied(): boolean {
    return this.job.prepared.info.wim.insideIso !== null;
  }
}
