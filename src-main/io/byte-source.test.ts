import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StickError } from '../../src-shared/errors';
import { bufferSource, readInto, type ByteSource } from './byte-source';
import { openFileSource, type FileSource } from './file-source';

const CONTENT = Buffer.from('0123456789');

let folder: string;
let file: FileSource;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byte-source-test-'));
  await writeFile(join(folder, 'file'), CONTENT);
  file = await openFileSource(join(folder, 'file'));
});
afterAll(async () => {
  await file.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each<[string, () => ByteSource]>([
  ['a file', () => file],
  ['a buffer', () => bufferSource(CONTENT)],
])('reading into a buffer from %s', (_, source) => {
  it('fills exactly the buffer', async () => {
    const all = Buffer.alloc(6, '.');
    await readInto(source(), all.subarray(1, 5), 3);
    expect(all.toString()).toBe('.3456.');
  });

  it('throws for what lies outside', async () => {
    await expect(readInto(source(), Buffer.alloc(2), 9)).rejects.toThrow(RangeError);
    await expect(readInto(source(), Buffer.alloc(2), -1)).rejects.toThrow(RangeError);
  });
});

it('a file that was cut short says where reading failed', async () => {
  const path = join(folder, 'cut');
  await writeFile(path, CONTENT);
  const source = await openFileSource(path);
  await writeFile(path, '01');
  const reading = readInto(source, Buffer.alloc(5), 0);
  await expect(reading).rejects.toThrow(StickError);
  await expect(reading).rejects.toMatchObject({ code: 'io/read', params: { path, offset: 2 } });
  await source.close();
});
