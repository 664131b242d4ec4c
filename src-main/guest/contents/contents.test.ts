import { describe, expect, it } from 'vitest';
import { provisionedApps } from './apps';
import { optionalFeatures, selectableUpdates } from './features';

describe('provisionedApps', () => {
  it('leaves out what is no full name of a package', () => {
    const names = ['', 'S-1-5-18', 'Name_1.0_x64__abc', 'A.B_1.2.3.4_x64_~_\u001b[31mpublish'];
    expect(provisionedApps(names)).toEqual([]);
  });

  it('tells the newest version of each, by a name for people', () => {
    expect(
      provisionedApps([
        'Microsoft.WindowsCalculator_10.9.0.0_neutral_~_8wekyb3d8bbwe',
        'Microsoft.WindowsCalculator_10.10.0.0_neutral_~_8wekyb3d8bbwe',
        'Microsoft.YourPhone_1.2.3.4_x64__8wekyb3d8bbwe',
      ]),
    ).toEqual([
      { name: 'Microsoft.YourPhone', displayName: 'Phone Link', version: '1.2.3.4' },
      {
        name: 'Microsoft.WindowsCalculator',
        displayName: 'Windows Calculator',
        version: '10.10.0.0',
      },
    ]);
  });
});

describe('selectableUpdates', () => {
  it('gives nothing for what is no manifest', () => {
    for (const text of ['', '<selectable', '<a><selectable/></a>', '<assembly><selectable/>']) {
      expect(selectableUpdates(text)).toEqual([]);
    }
  });

  it('tells what can be switched and leaves out what can’t', () => {
    const manifest = `<assembly><package><update name="One" displayName="First &amp; best">
      <selectable disposition="staged"><detectNone default="true"/></selectable></update>
      <update name="Part"/><update name="Two" displayName="$(two)"><selectable/></update>
      </package></assembly>`;
    expect(selectableUpdates(manifest)).toEqual([
      { name: 'One', displayName: 'First & best' },
      { name: 'Two', displayName: null },
    ]);
  });
});

describe('optionalFeatures', () => {
  it('brings names and states together, whatever the case', () => {
    const updates = [
      { name: 'Two', displayName: null },
      { name: 'One', displayName: 'First' },
      { name: 'bad name\n', displayName: null },
    ];
    const states = [
      { name: 'ONE', selection: 1 },
      { name: 'Three', selection: 0 },
      { name: 'Four', selection: 'yes' },
    ];
    expect(optionalFeatures(updates, states)).toEqual([
      { name: 'One', displayName: 'First', enabled: true },
      { name: 'Four', displayName: null, enabled: null },
      { name: 'Three', displayName: null, enabled: false },
      { name: 'Two', displayName: null, enabled: null },
    ]);
  });
});
