import { describe, expect, it } from 'vitest';
import { localAccountEdits, localAccountWays } from './local-account';

describe('going on without a Microsoft account', () => {
  it.each([
    [7601, []],
    [19_045, ['HideOnlineAccountScreens']],
    [22_000, ['HideOnlineAccountScreens']],
    [22_500, ['HideOnlineAccountScreens', 'BypassNRO']],
    [26_200, ['HideOnlineAccountScreens', 'BypassNRO']],
    [null, ['HideOnlineAccountScreens', 'BypassNRO']],
  ])('takes, on build %j, %j', (build, ways) => {
    expect(localAccountWays(build)).toEqual(ways);
  });

  it('takes a value in the registry where first start insists on a network', () => {
    expect(localAccountEdits('local', 26_100)).toEqual([
      {
        hive: 'SOFTWARE',
        key: 'Microsoft\\Windows\\CurrentVersion\\OOBE',
        name: 'BypassNRO',
        data: { type: 'dword', value: 1 },
      },
    ]);
    expect(localAccountEdits('local', 22_000)).toEqual([]);
    expect(localAccountEdits('windows-decides', 26_100)).toEqual([]);
  });
});
