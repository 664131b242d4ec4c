import { join } from 'node:path';
import { runTool } from '../src-main/host/run-tool';
import { writeRandomFile } from './drives';
import { row, type BenchResult } from './row';
import { runOurs } from './ours';
import { seconds } from './statistics';

const FILE_BYTES = 1024 * 1024 * 1024;
const RUNS = 5;

/** SHA-256 of a file in the page cache: our command against sha256sum and openssl. */
export async function benchHash(folder: string): Promise<BenchResult> {
  const path = join(folder, 'random.bin');
  await writeRandomFile(path, FILE_BYTES);
  const ours: number[] = [];
  const oursInElectron: number[] = [];
  const sha256sum: number[] = [];
  const openssl: number[] = [];
  const electron = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '', 'electron');
  for (let run = 0; run < RUNS; run += 1) {
    sha256sum.push(await seconds(() => runTool('sha256sum', [path])));
    ours.push((await runOurs(['hash', path])).seconds);
    oursInElectron.push((await runOurs(['hash', path], { program: electron })).seconds);
    openssl.push(await seconds(() => runTool('openssl', ['dgst', '-sha256', path])));
  }
  return {
    rows: [
      row('SHA-256 of 1 GiB, whole command', ours, 'sha256sum', sha256sum, 1.1),
      row('the same in Electron’s Node', oursInElectron, 'sha256sum', sha256sum, 1.1),
      row('SHA-256 of 1 GiB, whole command', ours, 'openssl dgst', openssl, Infinity),
    ],
    figures: [],
    notes: ['Our times include starting Node or Electron.'],
  };
}
