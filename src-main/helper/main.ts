import { once } from 'node:events';
import { connect } from 'node:net';
import { messageOf } from '../../src-shared/errors';
import { win32HelperParts } from '../host/win32/helper-parts';
import { linuxPlatform } from './linux-platform';
import type { HelperPlatform } from './platform';
import { meetingAddress, readPrivateFolder, type PrivateFolder } from './private-folder';
import { serve } from './serve';
import { win32Platform } from './win32-platform';

/**
 * The helper: the only process that opens a drive. Started with one argument, the private folder of
 * the program that started it; it dials the socket there.
 */
async function main(folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new Error('no folder given');
  const found = await readPrivateFolder(folder);
  const platform = await platformFor(found);
  await platform.tidyUp();
  const socket = connect(await meetingAddress(folder));
  // Signals meant for the program, such as Ctrl+C in its terminal, reach the helper as well. It is the
  // program that decides; if it ends, the connection does.
  process.on('SIGINT', () => undefined);
  process.on('SIGHUP', () => undefined);
  // Nobody may be left to read what is said there; that must not keep us from cleaning up.
  process.stderr.on('error', () => undefined);
  await once(socket, 'connect');
  const { tokens } = found;
  const serving = serve(socket, { tokens, platform }, say);
  process.on('SIGTERM', () => {
    serving.end(null);
  });
  if ((await serving.ended) !== null) process.exitCode = 1;
  process.exit();
}

async function platformFor({ userUid, userGid }: PrivateFolder): Promise<HelperPlatform> {
  if (process.platform === 'win32') return win32Platform(await win32HelperParts());
  const asRootForUser = process.getuid !== undefined && process.getuid() !== userUid;
  return linuxPlatform({ userUid, userGid, asRootForUser });
}

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

main(process.argv[2]).catch((error: unknown) => {
  say(messageOf(error));
  process.exitCode = 1;
});
