import { join } from 'node:path';
import { compareWithFile, copyWithDd } from './by-hand';
import { makeDrives, writeRandomFile } from './drives';
import { flashWithEtcher, installEtcher } from './etcher';
import { writeWithOurs } from './our-writer';
import { row, type BenchResult } from './row';
import { seconds } from './statistics';

const SOURCE_BYTES = 4 * 1024 ** 3;
const DRIVE_BYTES = SOURCE_BYTES + 512 * 1024 ** 2;
const RUNS = 7;

/** dd's throughput times 0.95, and etcher-sdk's times 1.3, as times. */
const DD_LIMIT = 1 / 0.95;
const ETCHER_LIMIT = 1 / 1.3;

/** Writing a file to one loop device and reading it back: our helper against dd and etcher-sdk. */
export async function benchWrite(): Promise<BenchResult> {
  await installEtcher();
  const drives = await makeDrives(1, DRIVE_BYTES);
  const [drive = ''] = drives.paths;
  const source = { path: join(drives.folder, 'source.bin'), sizeBytes: SOURCE_BYTES };
  const times = { ours: list(), oursHashed: list(), whole: list() };
  const peers = { dd: list(), ddCmp: list(), etcher: list() };
  try {
    await writeRandomFile(source.path, SOURCE_BYTES);
    for (let run = 0; run < RUNS; run += 1) {
      await drives.clear();
      const ours = await writeWithOurs(source, [drive], { watched: false });
      times.ours.push(ours.writing);
      times.whole.push(ours.whole);
      times.oursHashed.push(ours.hashing + ours.whole);
      await drives.clear();
      const written = await seconds(() => copyWithDd(source.path, drive));
      const compared = await seconds(() => compareWithFile(source.path, SOURCE_BYTES, drive));
      peers.dd.push(written);
      peers.ddCmp.push(written + compared);
      await drives.clear();
      peers.etcher.push(await flashWithEtcher(source.path, [drive]));
    }
  } finally {
    await drives.remove();
  }
  return {
    rows: [
      row('write 4 GiB', times.ours, 'dd bs=4M oflag=direct', peers.dd, DD_LIMIT),
      row('write and verify 4 GiB', times.whole, 'dd, cmp', peers.ddCmp, Infinity),
      row('write and verify 4 GiB', times.whole, 'etcher-sdk', peers.etcher, ETCHER_LIMIT),
      row('hash, write and verify', times.oursHashed, 'etcher-sdk', peers.etcher, Infinity),
    ],
    figures: [],
    notes: [
      'Source and drives lie in memory: a loop device over tmpfs. No start of a process is counted for ours and etcher-sdk.',
      'A job hashes the source once, when Windows is unpacked; the last row counts that in. etcher-sdk hashes each time, while it writes.',
    ],
  };
}

function list(): number[] {
  return [];
}
