import { describe, expect, it } from 'vitest';
import { stickError } from '../../../src-shared/errors';
import { detachStagedDisk, loadHive, unloadHive } from './operations';
import { patientRun, realWaiting, type Waiting } from './patient-run';
import type { RunOperation } from './run-operation';

const options = { folder: '/nowhere' };

/** Time passes only while somebody waits. */
function simulatedWaiting(): Waiting & { waited: number[] } {
  const waited: number[] = [];
  return {
    waited,
    now: () => waited.reduce((sum, one) => sum + one, 0),
    wait: (milliseconds) => {
      waited.push(milliseconds);
      return Promise.resolve();
    },
  };
}

/** Fails the first times. */
function failing(times: number, error = stickError('tool/failed', { tool: 'x', message: 'y' })) {
  const ran: string[] = [];
  const run: RunOperation = ({ title }) => {
    ran.push(title);
    const output = { code: 0, stdout: '', stderr: '' };
    return ran.length <= times ? Promise.reject(error) : Promise.resolve(output);
  };
  return { run, ran };
}

describe('running operations with patience', () => {
  it('lets 15 seconds pass between two scripts of diskpart, also after one that failed', async () => {
    const waiting = simulatedWaiting();
    const { run } = failing(1);
    const patient = patientRun(run, waiting);
    await expect(patient(detachStagedDisk('C:\\a.vhdx'), options)).rejects.toThrow();
    expect(waiting.waited).toEqual([]);
    await patient(detachStagedDisk('C:\\a.vhdx'), options);
    expect(waiting.waited).toEqual([15_000]);
    await waiting.wait(14_000);
    await patient(detachStagedDisk('C:\\a.vhdx'), options);
    expect(waiting.waited.at(-1)).toBe(1000);
    await waiting.wait(15_000);
    await patient(detachStagedDisk('C:\\a.vhdx'), options);
    expect(waiting.waited.at(-1)).toBe(15_000);
  });

  it('tries a few times to unload a hive, and nothing else', async () => {
    const waiting = simulatedWaiting();
    await patientRun(failing(4).run, waiting)(unloadHive('a'), options);
    expect(waiting.waited).toEqual([200, 400, 800, 1600]);
    const never = failing(Infinity);
    await expect(patientRun(never.run, waiting)(unloadHive('a'), options)).rejects.toThrow('y');
    expect(never.ran.length).toBe(5);
    const load = failing(1);
    const hive = loadHive({ name: 'a', file: 'C:\\a' });
    await expect(patientRun(load.run, waiting)(hive, options)).rejects.toThrow('y');
    expect(load.ran.length).toBe(1);
  });

  it('ends at once when it is cancelled', async () => {
    const cancelled = failing(1, stickError('cancelled', {}));
    const patient = patientRun(cancelled.run, simulatedWaiting());
    await expect(patient(unloadHive('a'), options)).rejects.toThrow('cancelled');
    expect(cancelled.ran.length).toBe(1);
    await expect(realWaiting.wait(60_000, AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
