import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MiB } from '../../../src-shared/units';
import { readVentoyReference } from './reference';
import { linuxEntries, sha256Of, tarGz, windowsEntries, zip, type TestEntry } from './testing';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sticksmith reference '));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const coreImg = randomBytes(2047 * 512);
const diskImg = Buffer.alloc(32 * MiB);
randomBytes(1000).copy(diskImg, 12345);

/** Simulated packing: what xz does is tested where xz is started. */
const xz = { core: Buffer.from('core'), disk: Buffer.from('disk') };
function unxz(packed: Buffer, mostBytes: number): Promise<Buffer> {
  const bytes = packed.equals(xz.core) ? coreImg : diskImg;
  expect(packed.equals(xz.core) || packed.equals(xz.disk)).toBe(true);
  expect(bytes.length).toBeLessThanOrEqual(mostBytes);
  return Promise.resolve(bytes);
}

function withImages(entries: TestEntry[]): TestEntry[] {
  return entries.map((entry) => {
    if (entry.name.endsWith('core.img.xz')) return { ...entry, content: xz.core };
    return entry.name.endsWith('disk.img.xz') ? { ...entry, content: xz.disk } : entry;
  });
}

const { signal } = new AbortController();

/** An archive in a file, and what readVentoyPackage says of it. */
async function written(bytes: Buffer) {
  const path = join(folder, 'package');
  await writeFile(path, bytes);
  return { path, sha256: sha256Of(bytes), version: '1.1.17', folder: 'ventoy-1.1.17' };
}

describe('readVentoyReference', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['Linux', () => tarGz(withImages(linuxEntries()))],
    ['Windows', () => Promise.resolve(zip(withImages(windowsEntries())))],
  ])('gives the images of a package for %s', async (_, make) => {
    const release = await written(await make());
    const found = await readVentoyReference(release, { signal, unxz });
    expect(found.version).toBe('1.1.17');
    expect(found.bootImg).toEqual(Buffer.alloc(512, 0x90));
    expect(found.coreImg.equals(coreImg)).toBe(true);
    expect(found.diskImg.size).toBe(32 * MiB);
    expect((await found.diskImg.read(0, 32 * MiB)).equals(diskImg)).toBe(true);
  });

  it('refuses a package whose disk image is no 32 MiB', async () => {
    const release = await written(await tarGz(withImages(linuxEntries())));
    const short = () => Promise.resolve(Buffer.alloc(MiB));
    const reading = readVentoyReference(release, { signal, unxz: short });
    await expect(reading).rejects.toMatchObject({ code: 'ventoy/package-damaged' });
  });

  it('refuses a package that is no longer the one that was checked', async () => {
    const release = await written(await tarGz(linuxEntries()));
    const other = { ...release, sha256: 'a'.repeat(64) };
    const reading = readVentoyReference(other, { signal, unxz });
    await expect(reading).rejects.toMatchObject({ code: 'ventoy/package-changed' });
  });
});
