import { expect, it } from 'vitest';
import { MiB } from '../../../../src-shared/units';
import { bufferSource } from '../../../io';
import { hasBiosCode } from './bios-code';
import { bootTest } from './boot-test';

/** A disk of zeros but for some bytes. */
function disk(bytes: [number, number][]) {
  const content = Buffer.alloc(MiB);
  for (const [at, byte] of bytes) content.writeUInt8(byte, at);
  return bufferSource(content);
}

/** What is in the first sector of a GPT: the disk's signature, one entry, and the mark of a table. */
const table: [number, number][] = [
  [440, 0x17],
  [446 + 4, 0xee],
  [510, 0x55],
  [511, 0xaa],
];

it('code for a BIOS is what comes before the partition table', async () => {
  expect(await hasBiosCode(disk(table))).toBe(false);
  expect(await hasBiosCode(disk([...table, [0, 0xfa]]))).toBe(true);
  expect(await hasBiosCode(disk([...table, [439, 0x90]]))).toBe(true);
  expect(await hasBiosCode(bufferSource(Buffer.alloc(100, 1)))).toBe(false);
});

it('no virtual computer is started with a BIOS for a disk that has nothing for it', async () => {
  const request = {
    disk: disk(table),
    firmware: 'bios',
    timeoutSeconds: 300,
    stillSeconds: 90,
  } as const;
  const result = await bootTest(request, new AbortController().signal);
  expect(result).toMatchObject({
    outcome: 'no-boot',
    seconds: 0,
    accelerator: null,
    picture: null,
  });
  expect(result.evidence).toContain('no program');
});
