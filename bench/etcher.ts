import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { runTool } from '../src-main/host/run-tool';

const folder = resolve(import.meta.dirname, 'peers');
const ResultSchema = z.object({ seconds: z.number(), bytesWritten: z.number() });

/** Installs etcher-sdk, which nothing but the benchmarks needs, unless it is there already. */
export async function installEtcher(): Promise<void> {
  if (existsSync(resolve(folder, 'node_modules/etcher-sdk'))) return;
  console.log('Installing etcher-sdk for comparison …');
  await runTool('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund']);
}

/** Writes a file to drives with etcher-sdk and reads it back. Seconds, without the start of Node. */
export async function flashWithEtcher(path: string, drives: readonly string[]): Promise<number> {
  const script = resolve(folder, 'etcher.mjs');
  const { stdout } = await runTool(process.execPath, [script, path, ...drives]);
  return ResultSchema.parse(JSON.parse(stdout)).seconds;
}
