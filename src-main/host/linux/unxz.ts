import { stickError } from '../../../src-shared/errors';
import { formatBytes } from '../../../src-shared/units';
import { runTool } from '../run-tool';

/** xz -9 takes 65 MiB to unpack; what wants more is no file of Ventoy's. */
const MEMORY = '128MiB';

/**
 * Undoes xz. The checksum in the file is compared. Throws `tool/failed` for what is damaged or would give more than
 * `mostBytes` bytes, `tool/missing`, and `cancelled`.
 */
export async function unxz(
  packed: Buffer,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const stop = new AbortController();
  const onAbort = () => {
    stop.abort();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) stop.abort();
  const args = ['--decompress', '--stdout', '--format=xz', `--memlimit-decompress=${MEMORY}`];
  try {
    await runTool('xz', args, {
      stdin: packed,
      signal: stop.signal,
      onStdout(chunk) {
        bytes += chunk.length;
        if (bytes > mostBytes) stop.abort();
        else chunks.push(chunk);
      },
    });
  } catch (error) {
    if (bytes <= mostBytes || signal.aborted) throw error;
    const message = `it unpacks to more than ${formatBytes(mostBytes)}`;
    throw stickError('tool/failed', { tool: 'xz', message }, { cause: error });
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
  return Buffer.concat(chunks, bytes);
}
