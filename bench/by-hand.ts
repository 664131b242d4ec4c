import { runTool } from '../src-main/host/run-tool';

/** Where content begins on the drive in all comparisons, in bytes: behind the partition table. */
export const CONTENT_START = 4 * 1024 * 1024;

/** Everything is on the drive when it returns: written past the page cache, and flushed. */
export async function copyWithDd(source: string, drive: string): Promise<void> {
  await runTool('dd', [
    ...[`if=${source}`, `of=${drive}`, 'bs=4M', `seek=1`, 'oflag=direct', 'conv=fsync,notrunc'],
  ]);
}

/** Drops what the kernel remembers of the drive, and compares what it gives back. */
export async function compareWithFile(source: string, bytes: number, drive: string): Promise<void> {
  await runTool('blockdev', ['--flushbufs', drive]);
  await runTool('cmp', [
    ...[`--ignore-initial=0:${String(CONTENT_START)}`, `--bytes=${String(bytes)}`, source, drive],
  ]);
}
