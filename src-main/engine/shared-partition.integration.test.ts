import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksPassed } from '../../src-shared/check';
import type { Target } from '../../src-shared/plan';
import { GiB, MiB, SECTOR } from '../../src-shared/units';
import { practiceIso } from '../cli/testing';
import { chooseTable, readExfatBootRegion, readGpt } from '../disk';
import { buildScripts } from '../host/linux/test-support/build-scripts';
import { runTool } from '../host/run-tool';
import { openFileSource, slice } from '../io';
import {
  simulatedWindowsComputer,
  thisLinuxComputer,
  type Computer,
} from './test-support/computers';
import { driveTarget, makeOn, planFor } from './test-support/making';

const STICK_BYTES = 1 * GiB;
const SHARED_BYTES = 96 * MiB;

let removeScripts: () => Promise<void>;
let base: string;
let iso: string;
beforeAll(async () => {
  process.env['STICKSMITH_ALLOW_LOOP'] = '1';
  removeScripts = await buildScripts();
  base = await mkdtemp(join(tmpdir(), 'shared-partition-'));
  iso = await practiceIso(join(base, 'practice'));
});
afterAll(async () => {
  await removeScripts();
  await rm(base, { recursive: true, force: true });
});

/** A stick whose end, where the shared partition will be, is full of what was there before. */
async function usedStick(computer: Computer): Promise<{ target: Target; image: string }> {
  const { drive, image } = await computer.addStick(STICK_BYTES);
  const file = await open(image, 'r+');
  const old = Buffer.alloc(MiB, 0xa5);
  for (let at = STICK_BYTES - SHARED_BYTES - 8 * MiB; at < STICK_BYTES - MiB; at += MiB) {
    await file.write(old, 0, old.length, at);
  }
  await file.sync();
  await file.close();
  return { target: driveTarget(drive), image };
}

/** The shared partition in a file of its own, and what its boot region says. */
async function takeOut(image: string, to: string) {
  const source = await openFileSource(image);
  try {
    const entry = chooseTable(await readGpt(source))?.entries.at(-1);
    if (!entry) throw new Error('there is no partition');
    const bytes = (entry.lastLba - entry.firstLba + 1) * SECTOR;
    const part = slice(source, entry.firstLba * SECTOR, bytes);
    await writeFile(to, await part.read(0, bytes));
    return { entry, boot: await readExfatBootRegion(part) };
  } finally {
    await source.close();
  }
}

describe.each([
  ['a computer with Linux', thisLinuxComputer],
  ['a simulated computer with Windows', simulatedWindowsComputer],
] as const)('on %s', (_, start) => {
  it('two used sticks get a shared partition each, which other programs find sound', async () => {
    const computer = await start(base);
    try {
      const sticks = [await usedStick(computer), await usedStick(computer)];
      const space = { windowsBytes: null, sharedBytes: SHARED_BYTES, sharedLabel: 'Größe' };
      const targets = sticks.map(({ target }) => target);
      const report = await makeOn(computer, planFor(iso, targets, { space }));
      expect(report.failed).toEqual([]);
      const serials = new Set<number>();
      for (const [index, { image }] of sticks.entries()) {
        const checks = report.sticks[index]?.checks ?? [];
        expect(checksPassed(checks)).toBe(true);
        expect(checks).toContainEqual(
          expect.objectContaining({ id: 'exfat.backup-region', status: 'pass' }),
        );
        const volume = join(base, `shared-${String(index)}.exfat`);
        const { entry, boot } = await takeOut(image, volume);
        expect(boot.partitionOffset).toBe(entry.firstLba);
        expect(boot.volumeSectors).toBe(entry.lastLba - entry.firstLba + 1);
        serials.add(boot.serial);
        expect((await runTool('fsck.exfat', ['-n', volume])).stdout).toContain('clean');
        const { stdout } = await runTool('blkid', ['-p', '-o', 'value', '-s', 'LABEL', volume]);
        expect(stdout).toBe('Größe\n');
        await rm(volume);
      }
      expect(serials.size).toBe(2);
    } finally {
      await computer.close();
    }
  });
});
