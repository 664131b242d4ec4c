import { describe, expect, it } from 'vitest';
import type { Edition } from './image';
import { recipeDefaults, type WindowsRecipe } from './windows-recipe';
import { type Target } from './plan';
import { noSecrets } from './windows-choices';
import { networksWithoutKey, planConflicts, type PlanUse } from './plan-conflicts';

const edition: Edition = {
  index: 1,
  name: 'Windows 11 Pro',
  description: null,
  editionId: 'Professional',
  architecture: 'x64',
  version: null,
  build: null,
  languages: ['en-US', 'de-DE'],
  defaultLanguage: 'en-US',
  totalBytes: 0,
  fileCount: 0,
  directoryCount: 0,
  windows: true,
};

function recipe(change: (recipe: WindowsRecipe) => unknown = () => undefined): WindowsRecipe {
  const made: WindowsRecipe = structuredClone({
    ...recipeDefaults,
    image: { path: '/w.iso', sha256: null },
    edition: { index: 1 },
  });
  change(made);
  return made;
}

function files(count: number, extension = 'img'): Target[] {
  return Array.from({ length: count }, (_, at) => ({
    kind: 'file',
    path: `/stick${String(at)}.${extension}`,
    sizeBytes: 2 ** 34,
  }));
}

const drive: Target = {
  kind: 'drive',
  identity: { path: '/dev/sdb', sizeBytes: 2 ** 36, serial: 'A', model: 'M', bus: 'usb' },
  unmount: false,
};

function fields(asked: WindowsRecipe, use: Partial<PlanUse> = {}): string[] {
  return planConflicts(asked, { edition, targets: files(1), way: 'staged', ...use }).map(
    ({ field }) => field.join('.'),
  );
}

function named(name: string, pattern: string | null, firstNumber = 1): WindowsRecipe {
  return recipe(({ windows: { answers } }) => {
    answers.account = { name, administrator: true, askPassword: true };
    answers.computerName = pattern === null ? null : { pattern, firstNumber };
  });
}

const join = (change: (recipe: WindowsRecipe) => unknown = () => undefined): WindowsRecipe =>
  recipe((made) => {
    made.windows.roaming.domainJoinFile = '/join.txt';
    change(made);
  });

const inVhdx = (change: (recipe: WindowsRecipe) => unknown = () => undefined): WindowsRecipe =>
  recipe((made) => {
    made.layout.container = 'vhdx';
    change(made);
  });

const wifi = (...networks: WindowsRecipe['windows']['roaming']['wifi']): WindowsRecipe =>
  recipe(({ windows }) => (windows.roaming.wifi = networks));

const network = (ssid: string, security: 'open' | 'wpa2' = 'wpa2') =>
  ({ kind: 'network', ssid, security, hidden: false }) as const;

describe('planConflicts', () => {
  it('finds nothing in a usual plan', () => {
    expect(fields(recipe())).toEqual([]);
    expect(fields(recipe(), { edition: null, targets: files(9) })).toEqual([]);
  });

  it.each<[string, WindowsRecipe, Partial<PlanUse>, string]>([
    [
      'the rest of a drive that Windows fills',
      recipe(({ space }) => (space.sharedBytes = 'rest')),
      {},
      'space.sharedBytes',
    ],
    [
      'hibernation in a virtual disk',
      inVhdx(({ windows }) => (windows.portable.hibernation = true)),
      {},
      'windows.portable.hibernation',
    ],
    [
      'an account called like the computer',
      named('Loaner', 'LOANER'),
      {},
      'windows.answers.account.name',
    ],
    [
      'an account called like a computer of the series',
      named('loaner-12', 'LOANER-##', 10),
      { targets: files(3) },
      'windows.answers.account.name',
    ],
    [
      'a first number without room',
      named('Eva', 'PC-#', 10),
      { targets: files(2) },
      'windows.answers.computerName.firstNumber',
    ],
    [
      'numbers that run out',
      named('Eva', 'PC-#', 8),
      { targets: files(3) },
      'windows.answers.computerName.pattern',
    ],
    [
      'one name for several sticks',
      named('Eva', 'PC'),
      { targets: files(2) },
      'windows.answers.computerName.pattern',
    ],
    [
      'a name besides the one that a domain join has',
      join(
        ({ windows: { answers } }) => (answers.computerName = { pattern: 'PC', firstNumber: 1 }),
      ),
      {},
      'windows.answers.computerName',
    ],
    [
      'one domain join for several sticks',
      join(),
      { targets: files(2) },
      'windows.roaming.domainJoinFile',
    ],
    [
      'a Home edition that joins a domain',
      join(),
      { edition: { ...edition, editionId: 'CoreSingleLanguage' } },
      'windows.roaming.domainJoinFile',
    ],
    [
      'an app both removed and kept',
      recipe(({ windows: { lean } }) => {
        lean.removeApps = ['Microsoft.BingNews'];
        lean.keepApps = ['Other', 'microsoft.bingnews'];
      }),
      {},
      'windows.lean.keepApps.1',
    ],
    [
      'a feature both on and off',
      recipe(({ windows: { lean } }) => {
        lean.disableFeatures = ['NetFx3'];
        lean.enableFeatures = ['NetFx3'];
      }),
      {},
      'windows.lean.enableFeatures.0',
    ],
    [
      'a network named twice',
      wifi(network('Office'), network('Home'), network('Office', 'open')),
      {},
      'windows.roaming.wifi.2',
    ],
    [
      'a profile named twice',
      wifi({ kind: 'file', path: '/a.xml' }, { kind: 'file', path: '/a.xml' }),
      {},
      'windows.roaming.wifi.1',
    ],
    ['a target named twice', recipe(), { targets: [drive, drive] }, 'targets.1'],
    ['the direct way into a file', recipe(), { way: 'direct' }, 'way'],
    [
      'the direct way into a virtual disk',
      inVhdx(),
      { way: 'direct', targets: [drive] },
      'layout.container',
    ],
    ['a virtual disk in another', inVhdx(), { targets: files(1, 'VHDX') }, 'layout.container'],
    [
      'ARM64 with an MBR',
      recipe(({ layout }) => (layout.scheme = 'mbr')),
      { edition: { ...edition, architecture: 'arm64' } },
      'layout.scheme',
    ],
    [
      'a language that is not there',
      recipe(({ windows }) => (windows.answers.language = 'fr-FR')),
      {},
      'windows.answers.language',
    ],
  ])('refuses %s', (_, asked, use, field) => {
    expect(fields(asked, use)).toEqual([field]);
  });

  it.each<[string, WindowsRecipe, Partial<PlanUse>]>([
    ['a series with room', named('loaner', 'LOANER-##', 10), { targets: files(3) }],
    ['an account called like the pattern', named('PC', 'PC-#'), {}],
    ['a fixed name for one stick', named('Eva', 'PC'), {}],
    ['one domain join for one stick', join(), {}],
    ['a domain join while the edition is not known', join(), { edition: null }],
    ['networks whose names differ in case', wifi(network('Office'), network('office')), {}],
    ['a network called like a profile', wifi(network('a'), { kind: 'file', path: 'a' }), {}],
    ['the direct way onto one drive', recipe(), { way: 'direct', targets: [drive] }],
    ['a virtual disk on a drive', inVhdx(), { targets: [drive] }],
    [
      'a compressed Windows in a virtual disk',
      inVhdx(({ windows }) => (windows.portable.compact = true)),
      {},
    ],
    ['an MBR for x64', recipe(({ layout }) => (layout.scheme = 'mbr')), {}],
    [
      'a language in another case',
      recipe(({ windows }) => (windows.answers.language = 'DE-de')),
      {},
    ],
    [
      'a language of an edition that names none',
      recipe(({ windows }) => (windows.answers.language = 'fr-FR')),
      { edition: { ...edition, languages: [] } },
    ],
    [
      'the rest behind a Windows of fixed size',
      recipe(({ space }) => {
        space.sharedBytes = 'rest';
        space.windowsBytes = 2 ** 35;
      }),
      {},
    ],
  ])('takes %s', (_, asked, use) => {
    expect(fields(asked, use)).toEqual([]);
  });
});

describe('networksWithoutKey', () => {
  it('names protected networks only, and looks at names of their own', () => {
    const { windows } = wifi(
      network('A'),
      network('Open', 'open'),
      network('toString'),
      network('B'),
      {
        kind: 'file',
        path: '/x',
      },
    );
    const secrets = { ...noSecrets, wifiKeys: { A: '12345678' } };
    expect(networksWithoutKey({ windows, secrets })).toEqual(['toString', 'B']);
  });
});
