import { describe, expect, it } from 'vitest';
import { exampleRecipe } from '../../../src-shared/example-recipe';
import type { StationSeries } from '../../../src-shared/station';
import { ventoyDefaults, ventoyEraseDefaults } from '../../../src-shared/ventoy-recipe';
import { noSecrets } from '../../../src-shared/windows-choices';
import { driveLists, kingston } from '../../dev/samples';
import { identityKey } from '../wizard';
import {
  type StationDraft,
  firstDraft,
  guardOf,
  namesOf,
  namingOf,
  presentIn,
  secretsOfDraft,
  secretsProblem,
  seriesProblem,
  withRules,
} from './draft';

const series: StationSeries = {
  name: 'loaners',
  recipe: exampleRecipe,
  edition: 'Windows 11 Pro',
  image: { path: '/images/win.iso', sha256: 'a'.repeat(64), hashExpected: true },
  neededBytes: 28.6e9,
  imagePaths: ['/images/win.iso'],
  needs: { bitLockerPassword: false, wifiKeys: [] },
  naming: { firstNumber: 1, label: 'LOANER-##', computerName: 'PC-##' },
};
const draft = firstDraft(series, noSecrets, 'en');
const confirmed = (change: Parameters<typeof withRules>[1] = {}): StationDraft => ({
  ...withRules(draft, change),
  ticked: true,
});
const problem = (one: StationDraft): string | null => seriesProblem(one, series, 'erase');

describe('a series as it is first offered', () => {
  it('takes empty drives like the first one, in any port, and none that is there already', () => {
    expect(guardOf(draft, driveLists.many)).toEqual({
      sizes: { kind: 'like-first', tolerancePercent: 10 },
      ...{ contents: 'empty', ports: null, present: [], limit: null, atOnce: 4 },
    });
    expect(problem(draft)).toBe('not-confirmed');
    expect(problem(confirmed())).toBeNull();
  });

  it('takes secrets over that were typed in the wizard', () => {
    const needing = { ...series, needs: { bitLockerPassword: true, wifiKeys: ['Pupils'] } };
    const empty = firstDraft(needing, noSecrets, 'en');
    expect(secretsProblem(empty, needing)).toBe('password-missing');
    const typed = { productKey: null, wifiKeys: { Pupils: 'correct horse' } };
    const begun = firstDraft(needing, { ...typed, bitLockerPassword: 'river-tooth-9' }, 'en');
    expect(secretsProblem(begun, needing)).toBeNull();
    expect(secretsOfDraft(begun, needing)).toEqual({
      ...typed,
      bitLockerPassword: 'river-tooth-9',
    });
    expect(secretsProblem({ ...begun, wifiKeys: { Pupils: 'short' } }, needing)).toBe(
      'network-key',
    );
  });
});

describe('what a person confirms', () => {
  it('is confirmed anew after every change of it', () => {
    expect(withRules(confirmed(), { limit: '20' })).toMatchObject({ ticked: false, typedWord: '' });
  });

  it('names the sizes of drives with files on them, and takes a typed word', () => {
    const erasing = confirmed({ contents: 'any' });
    expect(erasing.sizes).toBe('between');
    expect(problem(erasing)).toBe('sizes-missing');
    const sized = confirmed({ contents: 'any', largest: '64' });
    expect(problem(sized)).toBe('not-confirmed');
    expect(problem({ ...sized, typedWord: 'yes' })).toBe('not-confirmed');
    expect(problem({ ...sized, typedWord: ' Erase ' })).toBeNull();
    expect(problem({ ...sized, typedWord: 'erase', ticked: false })).toBe('not-confirmed');
  });

  it.each([
    [{ label: 'LOANER*##' }, 'label'],
    [{ label: 'LOANERS-OF-US' }, 'label'],
    [{ computerName: 'PC_##' }, 'computer-name'],
    [{ firstNumber: 'one' }, 'first-number'],
    [{ firstNumber: '100' }, 'number-too-long'],
    [{ firstNumber: '90', limit: '11' }, 'number-too-long'],
    [{ sizes: 'between', smallest: '64', largest: '32' }, 'sizes-order'],
    [{ sizes: 'between', smallest: '8', largest: '16' }, 'sizes-needed'],
    [{ ports: [] }, 'ports'],
    [{ limit: '0' }, 'limit'],
    [{ limit: 'many' }, 'limit'],
    [{ atOnce: '17' }, 'at-once'],
  ] as const)('does not do as %j', (change, expected) => {
    expect(problem(confirmed(change))).toBe(expected);
  });

  it('has a drive that is there already only while that can be made', () => {
    const ticked = { ...draft, present: [identityKey(kingston)] };
    expect(presentIn(ticked, driveLists.one).map(({ path }) => path)).toEqual([kingston.path]);
    const unsuitable = [{ drive: kingston, reasons: ['system' as const] }];
    expect(presentIn(ticked, unsuitable)).toEqual([]);
    expect(presentIn(ticked, [])).toEqual([]);
  });
});

describe('names', () => {
  it('of Ventoy sticks are those that Ventoy’s own program takes', () => {
    const package_ = { path: '/v.tar.gz', sha256: null };
    const install = { ...ventoyEraseDefaults, package: package_ };
    const ofVentoy = { ...series, recipe: { ...ventoyDefaults, install } };
    const spaced = confirmed({ label: 'CLASS ##' });
    expect(seriesProblem(spaced, ofVentoy, 'erase')).toBe('ventoy-label-exfat');
    expect(seriesProblem(confirmed({ label: 'CLASS-##' }), ofVentoy, 'erase')).toBeNull();
    const ntfs = { ...ventoyDefaults, install: { ...install, fileSystem: 'ntfs' as const } };
    expect(seriesProblem(spaced, { ...series, recipe: ntfs }, 'erase')).toBeNull();
    expect(seriesProblem(spaced, series, 'erase')).toBeNull();
  });

  it('count up, with room for their number', () => {
    const naming = namingOf(draft);
    expect(namesOf(naming, 9)).toEqual({ number: 9, label: 'LOANER-09', computerName: 'PC-09' });
    expect(namesOf(naming, 100)).toBeNull();
    expect(namesOf({ ...naming, label: null, computerName: null }, 100)?.label).toBeNull();
  });
});
