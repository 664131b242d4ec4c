import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isProtectedApp,
  leanKeptApps,
  leanPreset,
  matchesAppPattern,
  resolveLean,
} from './lean-presets';
import { defaultWindowsChoices, type LeanChoices } from './windows-choices';
import type { WindowsContents } from './windows-contents';

const presets = ['none', 'light', 'minimal'] as const;

function lean(change: Partial<LeanChoices>): LeanChoices {
  return { ...defaultWindowsChoices.lean, ...change };
}

function contents(apps: string[], features: [string, boolean | null][] = []): WindowsContents {
  return {
    apps: apps.map((name) => ({ name, displayName: name, version: null })),
    features: features.map(([name, enabled]) => ({ name, displayName: null, enabled })),
  };
}

/** Whether one name could be meant by both patterns. */
function overlap(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  const starts = (pattern: string) => pattern.replace('*', '');
  if (a.endsWith('*') && b.endsWith('*')) {
    return starts(a).startsWith(starts(b)) || starts(b).startsWith(starts(a));
  }
  return a.endsWith('*') ? matchesAppPattern(b, a) : matchesAppPattern(a, b);
}

describe('presets', () => {
  it.each(presets)('%s names no app that has to stay', (preset) => {
    const kept = [...leanKeptApps.always, ...leanKeptApps.byPresets];
    const meant = leanPreset(preset).apps.filter((app) => kept.some((name) => overlap(app, name)));
    expect(meant).toEqual([]);
  });

  it('keep what a Windows can’t be used without', () => {
    for (const name of [
      ...['Microsoft.WindowsStore', 'Microsoft.DesktopAppInstaller', 'Microsoft.SecHealthUI'],
      ...['Microsoft.VCLibs.140.00', 'Microsoft.UI.Xaml.2.8', 'Microsoft.NET.Native.Runtime.2.2'],
      ...['Microsoft.HEIFImageExtension', 'windows.immersivecontrolpanel'],
      ...['Microsoft.VP9VideoExtensions', 'Microsoft.WebpImageExtension'],
    ]) {
      expect(isProtectedApp(name), name).toBe(true);
    }
    expect(isProtectedApp('Microsoft.BingNews')).toBe(false);
  });

  it.each(presets)('%s names nothing twice', (preset) => {
    const { apps, disableFeatures, capabilities, policies } = leanPreset(preset);
    const places = policies.map(({ hive, key, name }) => `${hive}\\${key}\\${name}`);
    for (const list of [apps, disableFeatures, capabilities, places]) {
      expect(new Set(list.map((name) => name.toLowerCase())).size).toBe(list.length);
    }
  });

  it('leave scanning alone until little is to stay', () => {
    expect(leanPreset('light').capabilities).not.toContain('Print.Fax.Scan');
    expect(leanPreset('minimal').capabilities).toContain('Print.Fax.Scan');
  });

  it('say which policies Home and Pro pass over', () => {
    const said = leanPreset('minimal').policies.filter(({ why }) =>
      why.includes('Enterprise and Education'),
    );
    expect(said.map(({ name }) => name).sort()).toEqual([
      'DisableCloudOptimizedContent',
      'DisableConsumerAccountStateContent',
      'DisableSoftLanding',
      'DisableWindowsConsumerFeatures',
    ]);
  });

  it('grow from none to minimal', () => {
    const [none, light, minimal] = presets.map((preset) => leanPreset(preset));
    expect(none).toEqual({ apps: [], disableFeatures: [], capabilities: [], policies: [] });
    expect(light?.apps).toContain('Microsoft.BingNews');
    expect(minimal?.apps).toEqual(expect.arrayContaining(light?.apps ?? []));
    expect(minimal?.apps.length).toBeGreaterThan(light?.apps.length ?? 0);
    expect(minimal?.policies).toEqual(expect.arrayContaining(light?.policies ?? []));
  });
});

describe('what the choices come to', () => {
  it('is nothing when nothing is chosen', () => {
    expect(resolveLean(lean({}), null)).toEqual({
      apps: [],
      keepApps: [],
      disableFeatures: [],
      enableFeatures: [],
      capabilities: [],
      policies: [],
    });
  });

  it('keeps apps of the preset that are to stay, whatever their case', () => {
    const { apps } = resolveLean(
      lean({ preset: 'light', keepApps: ['microsoft.bingnews'], removeApps: ['Contoso.App'] }),
      null,
    );
    expect(apps).not.toContain('Microsoft.BingNews');
    expect(apps).toContain('Microsoft.SkypeApp');
    expect(apps.at(-1)).toBe('Contoso.App');
  });

  it('names of a preset only what the edition has, and all that the person named', () => {
    const resolved = resolveLean(
      lean({ preset: 'minimal', removeApps: ['Contoso.Gone'], disableFeatures: ['Gone'] }),
      contents(
        ['Microsoft.BINGNews', 'Microsoft.WindowsStore', 'Microsoft.WindowsCalculator'],
        [
          ['WorkFolders-Client', true],
          ['Printing-XPSServices-Features', false],
          ['MicrosoftWindowsPowerShellV2Root', null],
        ],
      ),
    );
    expect(resolved.apps).toEqual(['Microsoft.BINGNews', 'Contoso.Gone']);
    expect(resolved.disableFeatures).toEqual([
      'MicrosoftWindowsPowerShellV2Root',
      'WorkFolders-Client',
      'Gone',
    ]);
  });

  it('goes by the preset when the edition’s lists are empty', () => {
    expect(resolveLean(lean({ preset: 'minimal' }), contents([]))).toEqual(
      resolveLean(lean({ preset: 'minimal' }), null),
    );
  });

  it('switches on what the preset would switch off', () => {
    const choices = lean({ preset: 'minimal', enableFeatures: ['workfolders-client', 'NetFx3'] });
    const { disableFeatures, enableFeatures } = resolveLean(choices, null);
    expect(disableFeatures).not.toContain('WorkFolders-Client');
    expect(enableFeatures).toEqual(['workfolders-client', 'NetFx3']);
  });

  it('refuses what would break Windows, and what contradicts itself', () => {
    expect(() => resolveLean(lean({ removeApps: ['microsoft.windowsstore'] }), null)).toThrow(
      'plan/invalid: The plan is not valid: windows.lean.removeApps: Windows can’t do without microsoft.windowsstore',
    );
    expect(() =>
      resolveLean(lean({ disableFeatures: ['NetFx3'], enableFeatures: ['netfx3'] }), null),
    ).toThrow('both on and off');
  });

  it('never removes what has to stay, whichever apps an edition has', () => {
    const someApps = fc.subarray([
      ...leanKeptApps.always.map((name) => name.replace('*', '.Some.1')),
      ...leanPreset('minimal').apps,
      'Contoso.App',
    ]);
    fc.assert(
      fc.property(someApps, fc.constantFrom(...presets), someApps, (has, preset, keepApps) => {
        const { apps } = resolveLean(lean({ preset, keepApps }), contents(['x', ...has]));
        expect(apps.filter(isProtectedApp)).toEqual([]);
        expect(apps.filter((app) => keepApps.includes(app))).toEqual([]);
        expect(apps.every((app) => has.includes(app))).toBe(true);
      }),
    );
  });
});
