import { describe, expect, it } from 'vitest';
import { recipeDefaults } from '../../src-shared/windows-recipe';
import type { WindowsPlan } from '../../src-shared/plan';
import type { LeanChoices } from '../../src-shared/windows-choices';
import { logServiced, offlineServicing } from './offline-servicing';
import { driveTarget, imageInfo, simulatedJob } from './test-support/simulated-job';
import { windowsBuildKey } from './windows-volume';

const report = { folder: '/d', taken: [], refused: [], totalBytes: 0 };

function jobWith(lean: Partial<LeanChoices>) {
  const { job } = simulatedJob('/work', imageInfo('/install.wim', null, 17), [
    driveTarget('/dev/a'),
  ]);
  const { windows } = recipeDefaults;
  const plan: WindowsPlan = {
    ...job.plan,
    windows: { ...windows, lean: { ...windows.lean, ...lean } },
  };
  return { ...job, plan };
}

describe('what is done before the first start', () => {
  it('is nothing where nothing is chosen, and what waits for a running Windows', () => {
    expect(offlineServicing(jobWith({}).plan, { drivers: null })).toBeNull();
    const { plan } = jobWith({ enableFeatures: ['TelnetClient'] });
    expect(offlineServicing(plan, { drivers: null })).toBeNull();
  });

  it('is what the first start does as well', () => {
    const { plan } = jobWith({
      ...{ removeApps: ['Contoso.App'], keepApps: ['Other'], disableFeatures: ['WorkFolders'] },
      cleanUp: true,
    });
    expect(offlineServicing(plan, { drivers: report })).toEqual({
      drivers: '/ProgramData/Sticksmith/Drivers',
      ...{ apps: ['Contoso.App'], keepApps: [], disableFeatures: ['WorkFolders'], cleanUp: true },
    });
    expect(offlineServicing(jobWith({}).plan, { drivers: report })).toMatchObject({ apps: [] });
  });

  it('tells a kept build from that of a computer that leaves it to the first start', () => {
    const keyOn = (servicesOffline: boolean, lean: Partial<LeanChoices>): string => {
      const { plan, prepared } = jobWith(lean);
      const asked = { plan, prepared, tools: { host: { servicesOffline } } };
      return windowsBuildKey(asked, '0'.repeat(64), 4096);
    };
    const lean = { removeApps: ['Contoso.App'] };
    expect(keyOn(true, lean)).not.toBe(keyOn(false, lean));
    expect(keyOn(true, lean)).not.toBe(keyOn(true, { ...lean, cleanUp: true }));
    expect(keyOn(true, {})).toBe(keyOn(false, {}));
  });

  it('is said in the log, and what was refused is pointed out', () => {
    const told: string[] = [];
    const log = logServiced({
      info: (text) => told.push(`info ${text}`),
      warn: (text) => told.push(`warn ${text}`),
    });
    log({ title: 'Add the drivers', refusal: null });
    log({ title: 'List the apps', refusal: 'Not supported. (50)' });
    expect(told).toEqual([
      'info Done before the first start: Add the drivers',
      'warn Left to the first start, because DISM refused it: List the apps. Not supported. (50)',
    ]);
  });
});
