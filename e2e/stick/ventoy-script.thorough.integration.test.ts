import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CliRun } from '../../src-main/cli/testing';
import type { Variations } from '../stand-in-ventoy/variations.mjs';
import {
  VentoySticks,
  partitionHash,
  reportOf,
  requireSoundFileSystems,
  sha256,
  stickOf,
  supportsSecureBoot,
  tool,
  versionOn,
} from './ventoy-sticks';

/* What becomes of a stick, and of what a job made, when Ventoy’s own program does not do what it is there for. */

const PHASES = ['partition', 'format', 'boot', 'vtoyefi', 'sync'] as const;
const LIES = [
  ...(['nothing', 'style', 'vtoyefi-size', 'boot-code', 'core'] as const),
  ...(['vtoyefi-content', 'secure-boot'] as const),
];

let sticks: VentoySticks;
let newer: string;
let image: string;
beforeAll(async () => {
  sticks = await VentoySticks.begin();
  newer = await sticks.releaseOf('1.1.18');
  image = await sticks.liveIso('debian-live.iso');
});
afterEach(() => sticks.detachAll());
afterAll(() => sticks.end());

async function make(
  drive: string,
  variations: Variations,
  more: Parameters<VentoySticks['fresh']>[2] = {},
) {
  const release = await sticks.misbehaving(variations);
  return sticks.fresh(
    drive,
    ['--ventoy-package', release, '--scheme', 'gpt', '--add', image],
    more,
  );
}

/** No other program takes the drive for a Ventoy stick that is as it was asked for. */
async function requireNoStick(drive: string): Promise<void> {
  const { code } = await sticks.run(['check', drive]);
  expect(code).not.toBe(0);
}

/** What a failed installation leaves has no partition: nobody takes it for a stick. */
async function requireUnfinished(drive: string): Promise<void> {
  expect(await tool('sfdisk', '--list', drive)).not.toContain('Device');
  const probed = await tool('blkid', '--probe', drive).catch(() => '');
  expect(probed).not.toContain('PTTYPE');
}

function requireFailed(run: CliRun, code: string, stick: string): void {
  expect(run.error, run.stderr).toMatchObject({ code, stick });
  expect(run.code).not.toBe(0);
  expect(run.lines.some(({ type }) => type === 'result')).toBe(false);
}

describe('a program of Ventoy’s that fails', () => {
  it.each(PHASES)(
    'in the phase %s leaves a stick that is called unfinished, and nothing else',
    async (failIn) => {
      const drive = await sticks.loop();
      const run = await make(drive, { failIn });
      requireFailed(run, 'ventoy/install-failed', 'unfinished');
      expect(run.error?.params['message']).toMatch(/ended with 1/);
      await requireUnfinished(drive);
      expect(JSON.stringify(run.error)).toContain(`fails in phase ${failIn}`);
      await sticks.requireNothingLeft();
    },
  );

  it.each(PHASES)(
    'to say that it was successful, in the phase %s, is not believed',
    async (endQuietlyIn) => {
      const drive = await sticks.loop();
      const run = await make(drive, { endQuietlyIn });
      requireFailed(run, 'ventoy/install-failed', 'unfinished');
      expect(run.error?.params['message']).toMatch(/without saying/);
      await requireUnfinished(drive);
      await sticks.requireNothingLeft();
    },
  );

  it('to ask what is expected gets no more answers, and is no success', async () => {
    const drive = await sticks.loop();
    requireFailed(await make(drive, { askMore: true }), 'ventoy/install-failed', 'unfinished');
    await sticks.requireNothingLeft();
  });

  it('and hides its exit code is found out', async () => {
    const drive = await sticks.loop();
    const run = await make(drive, { failIn: 'vtoyefi', hideExitCode: true });
    requireFailed(run, 'ventoy/install-failed', 'unfinished');
    await requireUnfinished(drive);
  });
});

describe('a program of Ventoy’s that says that it was successful', () => {
  it.each(LIES)('is not believed where the truth is: %s', async (claimSuccessBut) => {
    const drive = await sticks.loop();
    const run = await make(drive, { claimSuccessBut });
    expect(run.error?.code, run.stderr).toMatch(/^(ventoy\/install-failed|check\/failed)$/);
    expect(run.error?.stick).toMatch(/^(unfinished|partial|finished)$/);
    // Asked afterwards, and with the release to compare with, the check says the same.
    await requireNoStickAsAsked(drive, claimSuccessBut);
    await sticks.requireNothingLeft();
  });

  async function requireNoStickAsAsked(drive: string, lie: (typeof LIES)[number]): Promise<void> {
    if (lie === 'style') expect(await tool('sfdisk', '--json', drive)).toContain('"dos"');
    else if (lie === 'secure-boot') expect(await supportsSecureBoot(drive)).toBe(false);
    else if (lie === 'core' || lie === 'vtoyefi-content')
      expect(await versionOn(drive)).toBe('1.1.17');
    else await requireNoStick(drive);
  }
});

describe('a program of Ventoy’s that does not end', () => {
  it.each<[string, Variations]>([
    ['sleeps', { hangIn: 'format' }],
    ['prints lines', { printWithoutEndIn: { phase: 'boot', as: 'lines' } }],
    ['prints one line', { printWithoutEndIn: { phase: 'boot', as: 'one line' } }],
  ])('but %s is ended by Ctrl+C, with all that it started', async (_, variations) => {
    const drive = await sticks.loop();
    const said = variations.hangIn ? 'Format partition 1' : 'mkexfatfs success';
    const run = await make(drive, variations, { interruptWhenSaid: said });
    requireFailed(run, 'cancelled', 'unfinished');
    expect(run.code).toBe(130);
    await sticks.requireNothingLeft();
    // Nobody waits longer than a moment after Ctrl+C, so the table may be there still on a slow computer.
    await requireNoStick(drive);
    // The drive is usable at once.
    stickOf(await sticks.fresh(drive));
  });

  it.each(['in the group', 'in a session of its own'] as const)(
    'all at once, but leaves a process %s, keeps nobody waiting',
    async (leaveChild) => {
      const drive = await sticks.loop();
      const begun = performance.now();
      stickOf(await make(drive, { leaveChild }));
      expect(performance.now() - begun).toBeLessThan(120_000);
      await sticks.requireNothingLeft();
      await requireSoundFileSystems(drive);
    },
  );

  it('prints bytes that are no text, and is read all the same', async () => {
    const drive = await sticks.loop();
    const run = await make(drive, { printNoUtf8: true });
    stickOf(run);
    expect(await versionOn(drive)).toBe('1.1.17');
  });
});

describe('of two drives', () => {
  it('one that fails does not keep the other from being finished', async () => {
    const [good, bad] = [await sticks.loop(), await sticks.loop()];
    stickOf(await sticks.fresh(good));
    stickOf(await sticks.fresh(bad));
    // An update finds no Ventoy that it could trust on the second: its table is gone.
    await tool('dd', 'if=/dev/zero', `of=${bad}`, 'bs=512', 'count=1', 'conv=notrunc');
    await tool('sync', bad);
    const before = await sha256(bad);
    const run = await sticks.make([good, bad], ['--install', 'update', '--ventoy-package', newer]);
    const { sticks: made, failed } = reportOf(run);
    expect(made.map(({ target }) => target)).toEqual([good]);
    expect(failed).toMatchObject([{ target: bad, error: { stick: 'untouched' } }]);
    expect(await versionOn(good)).toBe('1.1.18');
    expect(await sha256(bad)).toBe(before);
    await sticks.requireNothingLeft();
  });
});

describe('an update that fails', () => {
  it.each([...(['boot', 'vtoyefi', 'sync'] as const)])(
    'in the phase %s keeps every byte of the images, and can be done again',
    async (failIn) => {
      const drive = await sticks.loop();
      stickOf(await sticks.fresh(drive, ['--add', image, '--no-secure-boot']));
      const before = await partitionHash(drive, 0);
      const release = await sticks.misbehaving({ failIn }, newer);
      const run = await sticks.change('update', drive, ['--ventoy-package', release]);
      requireFailed(run, 'ventoy/install-failed', 'kept');
      expect(await partitionHash(drive, 0)).toBe(before);
      stickOf(await sticks.change('update', drive, ['--ventoy-package', newer]));
      expect(await versionOn(drive)).toBe('1.1.18');
      expect(await partitionHash(drive, 0)).toBe(before);
      await sticks.requireNothingLeft();
    },
  );
});
