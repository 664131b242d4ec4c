import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SECTOR } from '../../../src-shared/units';
import type { OpenTarget } from '../../host';
import { bufferSource } from '../../io';
import { simulatedDisk } from '../../ventoy/test-support/simulated-disk';
import { JobLog } from '../job-log';
import type { HeldVentoyTarget, VentoyJob } from './job';
import { keepingFiles } from './kept-files';

const TARGET = '/dev/simulated';
const FIRST_LBA = 2048;
let whole: Buffer;
beforeAll(() => {
  whole = simulatedDisk({ scheme: 'mbr' });
});

let stick: string;
beforeEach(async () => {
  stick = await mkdtemp(join(tmpdir(), 'sticksmith-kept-'));
  await mkdir(join(stick, 'linux'));
  for (const name of ['a.iso', 'linux/b.iso']) {
    await writeFile(join(stick, name), 'content');
    await utimes(join(stick, name), 1e9, 1e9);
  }
});
afterEach(() => rm(stick, { recursive: true, force: true }));

/** Updates a simulated disk whose files are a plain folder. */
async function update(disk: Buffer, work: () => Promise<unknown>) {
  const log = new JobLog({ shared: [], targets: [{ target: TARGET, work: [] }] }, () => undefined);
  let mounts = 0;
  const open = {
    source: bufferSource(disk),
    mount: (_: unknown, { readOnly }: { readOnly: boolean }) => {
      mounts += 1;
      if (!readOnly) throw new Error('mounted for writing');
      const giveBack = () => {
        mounts -= 1;
        return Promise.resolve();
      };
      return Promise.resolve({ path: stick, fileSystem: 'exfat', giveBack });
    },
  } as unknown as OpenTarget;
  const target = {
    ...{ name: TARGET, open, log: log.target(TARGET), state: 'untouched' },
  } as unknown as HeldVentoyTarget;
  const job = { log, signal: new AbortController().signal } as unknown as VentoyJob;
  const thrown = await keepingFiles(job, target, async () => {
    expect(mounts).toBe(0);
    target.state = 'partial';
    await work();
  }).catch((error: unknown) => error);
  expect(mounts).toBe(0);
  return thrown;
}

describe('an update of Ventoy', () => {
  it('is well when the files are as they were', async () => {
    expect(await update(Buffer.from(whole), () => Promise.resolve())).toBeUndefined();
  });

  it.each([
    ['linux/b.iso is gone', () => rm(join(stick, 'linux/b.iso'))],
    ['a.iso has another size or time', () => writeFile(join(stick, 'a.iso'), 'c0ntent')],
    ['new.iso was not there', () => writeFile(join(stick, 'new.iso'), 'new')],
  ])('is refused when %s', async (message, work) => {
    expect(await update(Buffer.from(whole), work)).toMatchObject({
      code: 'ventoy/update-changed-files',
      stick: 'unknown',
      params: { target: TARGET, message },
    });
  });

  it('is refused when it wrote into the partition', async () => {
    const disk = Buffer.from(whole);
    const work = (): Promise<void> => {
      disk.fill(0x55, FIRST_LBA * SECTOR, FIRST_LBA * SECTOR + 4);
      return Promise.resolve();
    };
    expect(await update(disk, work)).toMatchObject({
      params: { message: 'the first sectors of the partition differ' },
    });
  });

  it('names a few of many', async () => {
    const work = async (): Promise<void> => {
      for (let n = 0; n < 7; n += 1) await writeFile(join(stick, `${String(n)}.iso`), '');
    };
    const refused = await update(Buffer.from(whole), work);
    expect(String(refused)).toMatch(
      /: 0\.iso was not there; .*; 4\.iso was not there; and 2 more\.$/,
    );
  });

  it('is done where it can’t be told where the files are', async () => {
    expect(await update(Buffer.alloc(whole.length), () => Promise.resolve())).toBeUndefined();
  });
});
