import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleInf } from '../guest/drivers/test-support';
import { readDrivers, reportDrivers } from './read-drivers';

const signal = new AbortController().signal;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-drivers-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(files: Record<string, string | Buffer>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

it('refuses a folder that isn’t there, is a file, or has no driver', async () => {
  await put({ 'some.txt': 'x' });
  for (const path of [join(folder, 'none'), join(folder, 'some.txt'), folder]) {
    const error = { code: 'drivers/unusable', params: { path } };
    await expect(readDrivers(path, 'x64', signal)).rejects.toMatchObject(error);
  }
});

it('names the reasons when nothing is usable', async () => {
  await put({ 'net/a.inf': sampleInf(), 'net/sample.sys': 'x' });
  const message = expect.stringContaining('net/a.inf: Its catalog') as unknown;
  const error = { code: 'drivers/unusable', params: { message } };
  await expect(readDrivers(folder, 'x64', signal)).rejects.toMatchObject(error);
});

it('refuses more .inf files than fit into memory, before it reads any', async () => {
  for (let at = 0; at < 17; at += 1) {
    const path = `${String(at)}.inf`;
    await put({ [path]: '' });
    await truncate(join(folder, path), 16 * 2 ** 20);
  }
  const message = expect.stringContaining('.inf files have') as unknown;
  const error = { code: 'drivers/unusable', params: { message } };
  await expect(reportDrivers(folder, 'x64', signal)).rejects.toMatchObject(error);
});

it('refuses an architecture that no portable Windows has', async () => {
  await expect(reportDrivers(folder, 'x86', signal)).rejects.toMatchObject({
    code: 'drivers/unusable',
  });
});

it('gives the files of each package with the sums that sha256sum finds', async () => {
  const unicode = Buffer.from(
    `\ufeff${sampleInf({ files: ['disk.sys'], folder: '\\x64' })}`,
    'utf16le',
  );
  await put({
    ...{ 'all/net.inf': sampleInf(), 'all/disk.inf': unicode, 'all/sample.cat': 'signature' },
    ...{ 'all/sample.sys': 'net', 'all/X64/disk.sys': 'disk', 'all/setup.exe': 'no' },
    ...{ 'arm/net.inf': sampleInf({ decoration: 'NTarm64' }), 'large/b.inf': '' },
  });
  await truncate(join(folder, 'large/b.inf'), 17 * 2 ** 20);
  const { report, files } = await readDrivers(folder, 'x64', signal);

  expect(report.taken.map(({ inf }) => inf)).toEqual(['all/disk.inf', 'all/net.inf']);
  expect(report.refused.map(({ inf, reason }) => [inf, reason])).toEqual([
    ['large/b.inf', 'damaged'],
    ['arm/net.inf', 'wrong-architecture'],
  ]);
  expect(files.map(({ path }) => path)).toEqual([
    '/ProgramData/Sticksmith/Drivers/001-disk/disk.inf',
    '/ProgramData/Sticksmith/Drivers/001-disk/sample.cat',
    '/ProgramData/Sticksmith/Drivers/001-disk/X64/disk.sys',
    '/ProgramData/Sticksmith/Drivers/002-net/net.inf',
    '/ProgramData/Sticksmith/Drivers/002-net/sample.cat',
    '/ProgramData/Sticksmith/Drivers/002-net/sample.sys',
  ]);
  let bytes = 0;
  for (const { content } of files) {
    if (content.kind !== 'file') throw new Error('a file of this computer was expected');
    const sum = execFileSync('sha256sum', ['--binary', content.source], { encoding: 'utf8' });
    expect(content.sha256).toBe(sum.slice(0, 64));
    bytes += content.sizeBytes;
  }
  expect(report.totalBytes).toBe(bytes);
});

it('follows no links below the folder', async () => {
  await put({ 'a/net.inf': sampleInf(), 'a/sample.cat': 'c', 'b.sys': 'elsewhere' });
  await symlink(join(folder, 'b.sys'), join(folder, 'a/sample.sys'));
  await symlink(folder, join(folder, 'a/loop'));
  await expect(readDrivers(join(folder, 'a'), 'x64', signal)).rejects.toMatchObject({
    params: { message: expect.stringContaining('sample.sys') as unknown },
  });
});

it('ends when it is cancelled', async () => {
  await put({ 'net.inf': sampleInf(), 'sample.cat': 'c', 'sample.sys': 's' });
  const reading = readDrivers(folder, 'x64', AbortSignal.abort());
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
});
