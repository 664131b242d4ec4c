import { describe, expect, it } from 'vitest';
import { windowsVolume } from '../../src-shared/layout';
import { protectDefaults, type Protect } from '../../src-shared/protect';
import { driveTarget, fileTarget, imageInfo, simulatedJob } from './test-support/simulated-job';
import { workloads } from './workloads';

const protect = (clearFreeSpace: boolean): Protect => ({
  kind: 'now',
  ...protectDefaults,
  recoveryFolder: '/keys',
  clearFreeSpace,
});

function phasesFor(target: ReturnType<typeof driveTarget>, asked: Protect) {
  const info = imageInfo('/windows.wim', null, 1000);
  const { plan, prepared } = simulatedJob('/work', info, [target]).job;
  const { work } = workloads(prepared, { ...plan, protect: asked }).targets[0] ?? { work: [] };
  return { work, phases: work.map(({ phase }) => phase), prepared };
}

describe('the work of a job', () => {
  it('begins on a drive that will be encrypted with clearing what Windows leaves free', () => {
    const { work, phases, prepared } = phasesFor(driveTarget('/dev/test'), protect(true));
    expect(phases).toEqual(['clearing', 'writing', 'verifying']);
    const [target] = prepared.targets;
    if (!target) throw new Error('no target');
    const volumeBytes = windowsVolume(target.layout).bytes;
    expect(work[0]?.bytes).toBe(volumeBytes - prepared.unpackedBytes);
  });

  it('ends on a drive that Windows is to encrypt with that, of what is in use or of the whole volume', () => {
    const after = (usedSpaceOnly: boolean): Protect => ({
      ...{ kind: 'after-writing', cipher: 'xts-aes-128', escrow: 'none' },
      ...{ recoveryFolder: '/keys', usedSpaceOnly },
    });
    const { work, phases, prepared } = phasesFor(driveTarget('/dev/test'), after(true));
    expect(phases).toEqual(['writing', 'verifying', 'encrypting']);
    expect(work.at(-1)?.bytes).toBe(prepared.unpackedBytes);
    const [target] = prepared.targets;
    if (!target) throw new Error('no target');
    const whole = phasesFor(driveTarget('/dev/test'), after(false)).work.at(-1)?.bytes;
    expect(whole).toBe(windowsVolume(target.layout).bytes);
  });

  it('clears nothing that nobody wants cleared, and no new file', () => {
    const none: Protect = { kind: 'none' };
    expect(phasesFor(driveTarget('/dev/test'), none).phases).toEqual(['writing', 'verifying']);
    expect(phasesFor(driveTarget('/dev/test'), protect(false)).phases).not.toContain('clearing');
    expect(phasesFor(fileTarget('/stick.img'), protect(true)).phases).toEqual(['writing']);
  });
});
