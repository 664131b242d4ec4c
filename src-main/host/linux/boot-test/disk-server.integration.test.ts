import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MiB } from '../../../../src-shared/units';
import { bufferSource, type ByteSource } from '../../../io';
import { runTool } from '../../run-tool';
import { serveDisks, type DiskServer } from './disk-server';

let folder: string;
let path: string;
let server: DiskServer | null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disk-server-'));
  path = join(folder, 'disks');
  server = null;
});
afterEach(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const address = (name: string): string => `nbd+unix:///${name}?socket=${path}`;

it('gives QEMU’s own tool every byte of the disk that it names', async () => {
  const disks = [randomBytes(MiB), randomBytes(3 * MiB)];
  server = await serveDisks(disks.map(bufferSource), path);
  for (const [name, disk] of disks.entries()) {
    const original = join(folder, 'original');
    await writeFile(original, disk);
    const compared = await runTool('qemu-img', [
      ...['compare', '-f', 'raw', '-F', 'raw', original, address(String(name))],
    ]);
    expect(compared.stdout).toContain('Images are identical');
  }
  expect(server.failure).toBeNull();
});

it('knows no other disk, and lets nobody write', async () => {
  server = await serveDisks([bufferSource(randomBytes(MiB))], path);
  await expect(runTool('qemu-img', ['info', address('1')])).rejects.toMatchObject({
    code: 'tool/failed',
  });
  await expect(
    runTool('qemu-io', ['-f', 'raw', '-c', 'write 0 512', address('0')]),
  ).rejects.toThrow();
  const { stdout } = await runTool('qemu-io', [
    '-r',
    '-f',
    'raw',
    '-c',
    'read 0 512',
    address('0'),
  ]);
  expect(stdout).toContain('read 512/512');
});

it('tells of a disk that can’t be read, and goes on', async () => {
  const disk: ByteSource = {
    size: MiB,
    read: (offset, length) =>
      offset < 65536 ? Promise.resolve(Buffer.alloc(length)) : Promise.reject(new Error('gone')),
  };
  server = await serveDisks([disk], path);
  const commands = ['-c', 'read 524288 512', '-c', 'read 0 512'];
  const { stdout } = await runTool('qemu-io', ['-r', '-f', 'raw', ...commands, address('0')], {
    okCodes: [0, 1],
  });
  expect(stdout).toContain('read failed: Input/output error');
  expect(stdout).toContain('read 512/512 bytes at offset 0');
  expect(server.failure?.message).toBe('gone');
});

it('leaves whoever doesn’t speak its protocol', async () => {
  server = await serveDisks([bufferSource(Buffer.alloc(MiB))], path);
  const socket = createConnection(path);
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.resume().write(Buffer.alloc(64, 0x41));
  await closed;
});

it('ends connections that are open when it is closed', async () => {
  server = await serveDisks([bufferSource(Buffer.alloc(MiB))], path);
  const socket = createConnection(path);
  await new Promise((resolve) => socket.once('data', resolve));
  const closed = new Promise((resolve) => socket.on('close', resolve));
  await server.close();
  await closed;
});
