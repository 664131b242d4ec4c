import { describe, expect, it } from 'vitest';
import type { OfflineServicing, WindowsVolumeRequest } from '../../index';
import { transcript } from '../transcripts-testing';
import {
  isSwitchedOn,
  listingSteps,
  nothingInstalled,
  servicingSteps,
  withListed,
  type InstalledParts,
} from './servicing';

const places = { mountFolder: 'C:\\w\\volume', scratch: 'C:\\w\\scratch', log: 'C:\\w\\dism.log' };
const FRAME = ['/English', '/LogPath:C:\\w\\dism.log', '/ScratchDir:C:\\w\\scratch'];
const IMAGE = '/Image:C:\\w\\volume';

const servicing: OfflineServicing = {
  drivers: '/ProgramData/Sticksmith/Drivers',
  apps: ['Microsoft.Bing*', 'Microsoft.ZuneMusic'],
  keepApps: [],
  disableFeatures: ['workfolders-client', 'TelnetClient'],
  cleanUp: true,
};

function request(changes: Partial<OfflineServicing> | null, place: 'new-file' | 'device') {
  const asked: WindowsVolumeRequest = {
    ...{
      wimParts: ['D:\\install.wim'],
      index: 1,
      place,
      volumePath: 'C:\\w\\v',
      volumeBytes: 4096,
    },
    ...{ fenceBytes: null, startLba: 2048, label: 'Windows', extractPaths: [], extractTo: 'C:\\b' },
    edits: { registry: [], files: [], removals: [] },
    ...(changes && { servicing: { ...servicing, ...changes } }),
  };
  return asked;
}

function argsOf(
  changes: Partial<OfflineServicing>,
  installed: InstalledParts | null,
  place: 'new-file' | 'device' = 'new-file',
): string[] {
  return servicingSteps(request(changes, place), places, installed).map(({ operation }) => {
    expect(operation.args.slice(0, 4)).toEqual([...FRAME, IMAGE]);
    return operation.args.slice(4).join(' ');
  });
}

describe('servicing an unpacked Windows', () => {
  const listed = withListed(
    withListed(nothingInstalled, 'apps', transcript('dism-apps-english')),
    'features',
    transcript('dism-features-english'),
  );

  it('takes out what is there, by the names under which DISM lists it', () => {
    expect(argsOf({}, listed)).toEqual([
      '/Add-Driver /Driver:C:\\w\\volume\\ProgramData\\Sticksmith\\Drivers /Recurse',
      '/Remove-ProvisionedAppxPackage /PackageName:Microsoft.BingNews_4.2.27001.0_neutral_~_8wekyb3d8bbwe',
      '/Remove-ProvisionedAppxPackage /PackageName:Microsoft.ZuneMusic_2019.22091.10041.0_neutral_~_8wekyb3d8bbwe',
      '/Disable-Feature /FeatureName:WorkFolders-Client',
      '/Cleanup-Image /StartComponentCleanup',
    ]);
  });

  it('is shown beforehand as if everything were there', () => {
    expect(argsOf({ drivers: null }, null)).toEqual([
      '/Remove-ProvisionedAppxPackage /PackageName:Microsoft.Bing*_…',
      '/Remove-ProvisionedAppxPackage /PackageName:Microsoft.ZuneMusic_…',
      '/Disable-Feature /FeatureName:workfolders-client',
      '/Disable-Feature /FeatureName:TelnetClient',
      '/Cleanup-Image /StartComponentCleanup',
    ]);
  });

  it('leaves what is to be kept, and what a drive would take an hour for', () => {
    const changes = { drivers: null, keepApps: ['microsoft.bing*'], disableFeatures: [] };
    expect(argsOf(changes, listed, 'device')).toEqual([
      '/Remove-ProvisionedAppxPackage /PackageName:Microsoft.ZuneMusic_2019.22091.10041.0_neutral_~_8wekyb3d8bbwe',
    ]);
  });

  it('takes nothing out where nothing is known', () => {
    expect(argsOf({ drivers: null, cleanUp: false }, nothingInstalled)).toEqual([]);
  });

  it('asks for the lists it needs, and for nothing where nothing is asked', () => {
    const listsOf = (changes: Partial<OfflineServicing> | null) =>
      listingSteps(request(changes, 'new-file'), places).map(({ lists }) => lists);
    expect(listsOf({})).toEqual(['apps', 'features']);
    expect(listsOf({ apps: [] })).toEqual(['features']);
    expect(listsOf({ disableFeatures: [] })).toEqual(['apps']);
    expect(listsOf(null)).toEqual([]);
    expect(servicingSteps(request(null, 'new-file'), places, listed)).toEqual([]);
  });

  it.each([
    ['Enabled', true],
    ['Enable Pending', true],
    ['Disabled', false],
    ['Disabled with Payload Removed', false],
    ['Disable Pending', false],
    ['Superseded', null],
    ['', null],
  ])('tells of the state %j whether a feature is on: %s', (state, isOn) => {
    expect(isSwitchedOn(state)).toBe(isOn);
  });
});
