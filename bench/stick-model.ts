import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { runTool } from '../src-main/host/run-tool';

/**
 * The stick model lies beside the project, not in it: a FUSE file that works out how long a stick would
 * have taken for the requests that reach it.
 */
const PROGRAM = resolve(
  process.env['STICKSMITH_STICKMODEL'] ??
    resolve(import.meta.dirname, '../../shared/tools/stickmodel/stickmodel'),
);

export const profiles = ['cheap', 'usb3', 'ssd'] as const;
export type Profile = (typeof profiles)[number];

const ReplaySchema = z.object({
  transfer_seconds: z.number(),
  merge_seconds: z.number(),
  left_open_seconds: z.number(),
  flush_seconds: z.number(),
  bytes_written: z.number(),
  parameters: z.object({ write: z.number() }),
});

/** What a stick of one profile would have needed, and the least it could need. */
export interface ModelledWrite {
  /** Modelled seconds of all writes, flushes and moved erase blocks; reads not counted. */
  seconds: number;
  /** Bytes a second that the profile writes at best. */
  bytesPerSecond: number;
  writtenBytes: number;
}

export function hasStickModel(): boolean {
  return existsSync(PROGRAM);
}

/** A modelled stick. The requests that reach it are recorded, and judged afterwards for any profile. */
export class StickModel {
  private constructor(
    private readonly folder: string,
    /** The stick as a file. Nothing is cached between a program that uses it and the model. */
    readonly file: string,
  ) {}

  static async start(folder: string, bytes: number): Promise<StickModel> {
    const { stdout } = await runTool(PROGRAM, [
      ...['start', '--size', String(bytes), '--profile', 'cheap', '--dir', folder],
    ]);
    return new StickModel(folder, stdout.trim());
  }

  /** Call when everything has been flushed. */
  async judge(profile: Profile): Promise<ModelledWrite> {
    await runTool(PROGRAM, ['report', '--dir', this.folder]);
    const { stdout } = await runTool(PROGRAM, ['replay', '--profile', profile, this.tracePath]);
    const replay = ReplaySchema.parse(JSON.parse(stdout));
    return {
      seconds: replay.transfer_seconds + replay.merge_seconds + replay.flush_seconds,
      bytesPerSecond: replay.parameters.write * 1e6,
      writtenBytes: replay.bytes_written,
    };
  }

  /** How often a write began before the place where the one that came before it had begun. */
  async backwardSeeks(): Promise<number> {
    const trace = await readFile(this.tracePath);
    let seeks = 0;
    let last = 0;
    for (let at = 0; at + RECORD_BYTES <= trace.length; at += RECORD_BYTES) {
      if (trace[at] !== WRITE) continue;
      const offset = Number(trace.readBigUInt64LE(at + 8));
      if (offset < last) seeks += 1;
      last = offset;
    }
    return seeks;
  }

  async stop(): Promise<void> {
    await runTool(PROGRAM, ['stop', '--dir', this.folder, '--delete']);
  }

  private get tracePath(): string {
    return join(this.folder, 'trace.bin');
  }
}

/** A record of the trace: operation (1 byte), 3 unused, length (4), offset (8); little-endian. */
const RECORD_BYTES = 16;
const WRITE = 1;
