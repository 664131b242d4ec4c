import { join } from 'node:path';
import { SOCKET_NAME } from '../../helper';
import { meetIn, type Meeting } from '../meeting';
import { makeSocketFolder } from './socket-folder';

/** Makes a private folder with a socket and a file of two one-time tokens. */
export async function arrangeMeeting(): Promise<Meeting> {
  const folder = await makeSocketFolder('sticksmith-helper-', [SOCKET_NAME]);
  return meetIn(folder, join(folder, SOCKET_NAME));
}
