import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, link, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSource } from './source-file';

const run = promisify(execFile);
const uid = process.getuid?.() ?? 0;
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith-source-'));
  path = join(folder, 'Quelle 内');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a file that may become a stick', () => {
  it('is read as it was when it was opened, whatever then takes its name', async () => {
    await writeFile(path, 'mine');
    const source = await openSource({ path, sizeBytes: 4 }, uid);
    await writeFile(join(folder, 'other'), 'evil');
    await rename(join(folder, 'other'), path);
    const found = Buffer.alloc(4);
    await source.read(found, 0);
    await source.close();
    expect(found.toString()).toBe('mine');
  });

  it('is missed when it became shorter since', async () => {
    await writeFile(path, 'long enough');
    const source = await openSource({ path, sizeBytes: 11 }, uid);
    await writeFile(path, 'short');
    await expect(source.read(Buffer.alloc(11), 0)).rejects.toMatchObject({ code: 'io/read' });
    await source.close();
  });
});

describe('what must not become a stick', () => {
  it.each([
    ['a link', (to: string) => symlink('/etc/passwd', to)],
    ['another user’s file', (to: string) => writeFile(to, '').then(() => chown(to, 65534, 65534))],
    ['another user’s file by a second name of it', secondName],
    ['a device', (to: string) => run('mknod', [to, 'c', '1', '5'])],
    ['a folder', (to: string) => run('mkdir', [to])],
  ] as [string, (to: string) => Promise<unknown>][])('is %s', async (_, make) => {
    await make(path);
    const opening = openSource({ path, sizeBytes: 0 }, uid);
    await expect(opening).rejects.toMatchObject({ code: 'permission/denied' });
  });

  it('is not even opened, so that nobody notices at its other end', async () => {
    await run('mkfifo', [path]);
    const writer = spawn('dd', ['if=/etc/hostname', `of=${path}`, 'status=none']);
    const ended = once(writer, 'close');
    // Until it waits for somebody who reads.
    const waitsAt = () => readFile(`/proc/${String(writer.pid)}/wchan`, 'utf8');
    await expect.poll(waitsAt, { timeout: 5000 }).toBe('wait_for_partner');
    const opening = openSource({ path, sizeBytes: 0 }, uid);
    await expect(opening).rejects.toMatchObject({ code: 'permission/denied' });
    const [received] = await Promise.all([readFile(path, 'utf8'), ended]);
    expect(received).toBe(await readFile('/etc/hostname', 'utf8'));
  });
});

async function secondName(to: string): Promise<void> {
  const first = join(folder, 'first');
  await writeFile(first, '');
  await chown(first, 65534, 65534);
  await link(first, to);
}
