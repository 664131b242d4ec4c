import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolveLean } from '../../src-shared/lean-presets';
import { LeanPresetSchema, defaultWindowsChoices } from '../../src-shared/windows-choices';
import { windowsContents } from '../dev/samples';
import { appStays, featureOn, isFound, presetRules, withApp, withFeature } from './lean';

const contents = windowsContents(0);
const { lean: usual } = defaultWindowsChoices;

it('What is ticked is what becomes of Windows, whatever is ticked under whichever preset.', () => {
  const ticks = fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 12 });
  fc.assert(
    fc.property(
      fc.constantFrom(...LeanPresetSchema.options),
      ticks,
      ticks,
      (preset, apps, features) => {
        const rules = presetRules(preset);
        let lean = { ...usual, preset };
        for (const [index, stays] of apps) {
          const app = contents.apps[index % contents.apps.length];
          // Those that Windows can't do without have no tick to take away.
          const fixed =
            app?.name === 'Microsoft.WindowsStore' || app?.name === 'Microsoft.DesktopAppInstaller';
          if (app === undefined || fixed) continue;
          lean = { ...lean, ...withApp(lean, app.name, stays, rules) };
        }
        for (const [index, on] of features) {
          const feature = contents.features[index % contents.features.length];
          if (feature === undefined) continue;
          lean = { ...lean, ...withFeature(lean, feature, on, rules) };
        }
        const resolved = resolveLean(lean, contents);
        for (const { name } of contents.apps) {
          expect(appStays(lean, name, rules)).toBe(!resolved.apps.includes(name));
        }
        for (const feature of contents.features) {
          const before = feature.enabled !== false;
          const after =
            resolved.enableFeatures.includes(feature.name) ||
            (before && !resolved.disableFeatures.includes(feature.name));
          expect(featureOn(lean, feature, rules)).toBe(after);
        }
      },
    ),
  );
});

it('A tick that is taken back leaves nothing in the lists.', () => {
  const rules = presetRules('light');
  const away = withApp(usual, 'Microsoft.Paint', false, rules);
  expect(away.removeApps).toEqual(['Microsoft.Paint']);
  expect(withApp({ ...usual, ...away }, 'Microsoft.Paint', true, rules)).toEqual({
    removeApps: [],
    keepApps: [],
  });
});

it('Things are found by parts of what they are called or of their name.', () => {
  const app = { name: 'Microsoft.YourPhone', displayName: 'Phone Link' };
  for (const search of ['', 'phone', 'LINK phone', 'yourph'])
    expect(isFound(app, search)).toBe(true);
  expect(isFound(app, 'phone book')).toBe(false);
  expect(isFound({ ...app, displayName: null }, 'link')).toBe(false);
});
