import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileEdit } from '../guest';
import { contentOf } from './file-content';

let folder = '';
const goOn = new AbortController().signal;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-content-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function read(content: FileEdit['content'], signal = goOn): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of contentOf(content, signal)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function fileOf(text: string): FileEdit['content'] {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { kind: 'file', source: join(folder, 'source'), sizeBytes: text.length, sha256 };
}

describe('the content of a file edit', () => {
  it('is what the plan holds, or what the file held when the plan was made', async () => {
    expect(await read({ kind: 'bytes', bytes: Buffer.from('bytes') })).toBe('bytes');
    await writeFile(join(folder, 'source'), 'as planned');
    expect(await read(fileOf('as planned'))).toBe('as planned');
    await expect(read(fileOf('as it was'))).rejects.toMatchObject({ code: 'files/changed' });
  });

  it('says why it can’t be read', async () => {
    await expect(read(fileOf('x'))).rejects.toMatchObject({ code: 'files/unreadable' });
    await writeFile(join(folder, 'source'), 'x');
    const cancelled = read(fileOf('x'), AbortSignal.abort());
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  });
});
