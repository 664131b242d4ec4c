import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import koffi from 'koffi';
import { FaultyContent } from './content.mjs';
import { FILE_NAME, serveFuse } from './fuse.mjs';

/**
 * The process behind a faulty drive: a FUSE file system with one file, and a loop device over that.
 * Arguments: an empty folder of its own, and the size in bytes. It takes one JSON request a line on stdin and
 * answers in kind on stdout; it ends when stdin does.
 *
 * Nothing of it outlives it, however it ends: the file system is mounted only until the loop device has
 * opened its file, and the loop device clears itself when we, who hold it open, close it.
 */

const run = promisify(execFile);
const libc = koffi.load('libc.so.6');
/** @type {(source: string, target: string, type: string, flags: number, data: string) => number} */
const mount = libc.func('int mount(const char *, const char *, const char *, ulong, const char *)');
/** @type {(target: string, flags: number) => number} */
const umount2 = libc.func('int umount2(const char *, int)');
const MS_NOSUID_NODEV = 2 | 4;
const MNT_DETACH = 2;

/**
 * @param {string} folder
 * @param {number} bytes
 */
async function main(folder, bytes) {
  const mountPoint = join(folder, 'mount');
  const fuse = await open('/dev/fuse', 'r+');
  const options = `fd=${fuse.fd},rootmode=40000,user_id=0,group_id=0`;
  succeed(mount('sticksmith-faulty', mountPoint, 'fuse.sticksmith', MS_NOSUID_NODEV, options));

  const content = new FaultyContent(join(folder, 'content'), bytes, async () => {
    // The size is asked for anew before the loop device takes it over.
    await file.stat();
    await run('losetup', ['--set-capacity', loop]);
  });
  const served = serveFuse(fuse.fd, content);
  const path = join(mountPoint, FILE_NAME);
  const file = await open(path, 'r');
  const { stdout } = await run('losetup', ['--find', '--show', '--direct-io=on', path]);
  const loop = stdout.trim();
  const device = await open(loop, 'r');
  succeed(umount2(mountPoint, MNT_DETACH));
  // In use by us, it is marked to be cleared at the last close instead.
  await run('losetup', ['--detach', loop]);
  tell({ path: loop });

  for await (const line of createInterface({ input: process.stdin })) {
    /** @type {ControlRequest} */
    const request = JSON.parse(line);
    void answer(request, content);
  }
  // Whoever still waits for a write would otherwise keep the device from being closed.
  await content.set({});
  await device.close();
  await file.close();
  await served;
  content.close();
}

/** @typedef {import('./control').ControlRequest} ControlRequest */

/**
 * @param {ControlRequest} request
 * @param {FaultyContent} content
 */
async function answer(request, content) {
  const { id } = request;
  switch (request.ask) {
    case 'set':
      await content.set(request.faults);
      tell({ id });
      return;
    case 'held':
      await content.held();
      tell({ id });
      return;
    case 'writes':
      tell({ id, writes: content.writes() });
      return;
  }
}

/** @param {object} message */
function tell(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

/** @param {number} result */
function succeed(result) {
  if (result !== 0) throw new Error(`errno ${koffi.errno()}`);
}

const [folder, bytes] = process.argv.slice(2);
if (folder === undefined || bytes === undefined) throw new Error('folder and size are missing');
// A test run that is interrupted on its terminal tidies up first; then our stdin ends.
process.on('SIGINT', () => undefined);
await main(folder, Number(bytes));
