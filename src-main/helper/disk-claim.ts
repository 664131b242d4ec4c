import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

/** Only root can make something there. */
const PARENT = '/run';

/**
 * Tells other helpers that a disk is in use while nobody holds it, since foreign programs work on it. Only for
 * who holds the disk; the claim goes when this process ends, however that happens.
 * @param device `major:minor`
 */
export async function claimDisk(device: string): Promise<{ release(): Promise<void> }> {
  const path = placeOf(device);
  // Of a helper that was killed: whoever lives would hold the disk, or its claim would keep us from holding it.
  await rm(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  server.unref();
  server.listen(path);
  await once(server, 'listening');
  return {
    async release() {
      server.close();
      await once(server, 'close');
    },
  };
}

/** Whether a helper that lives claims a disk. To be asked by who holds it: from then on nobody else can claim it. */
export async function isClaimed(device: string): Promise<boolean> {
  const socket = connect(placeOf(device));
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    // There is none, or the one who made it has ended.
    return false;
  } finally {
    socket.destroy();
  }
}

function placeOf(device: string): string {
  return join(PARENT, `sticksmith-disk-${device.replace(':', '-')}.sock`);
}
