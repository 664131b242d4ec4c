import type { AnswerChoices } from '../../../src-shared/windows-choices';
import type { RegistryEdit } from '../edits';

/** How Windows is brought to let a person go on without a Microsoft account. */
export type LocalAccountWay = 'HideOnlineAccountScreens' | 'BypassNRO';

interface Range {
  way: LocalAccountWay;
  /** Builds of Windows that know it, both included; null for all later ones. */
  from: number;
  to: number | null;
}

const RANGES: readonly Range[] = [
  /*
   * A setting of the answer file (Microsoft, Shell-Setup, OOBE, HideOnlineAccountScreens), since Windows 8: first
   * start offers a local account instead of a sign-in, network or none. Microsoft documents it without an end, while
   * the commands that people typed at first start were taken away in build 26220.6772.
   */
  { way: 'HideOnlineAccountScreens', from: 9200, to: null },
  /*
   * A registry value that lets first start go on without a network, which it insists on since build 22500
   * (Rufus 4.15, src/wue.c). Later builds lost the script that set it, not the value.
   */
  { way: 'BypassNRO', from: 22_500, to: null },
];

/** Those that apply to a build; all of them when it isn't known, since an older Windows ignores what it doesn't know. */
export function localAccountWays(build: number | null): LocalAccountWay[] {
  return RANGES.filter(
    ({ from, to }) => build === null || (build >= from && (to === null || build <= to)),
  ).map(({ way }) => way);
}

/**
 * What has to be in the registry before first start so that a person may go on without a Microsoft account: written
 * into the hive, it needs no command that would have to run in time.
 */
export function localAccountEdits(
  onlineAccount: AnswerChoices['onlineAccount'],
  build: number | null,
): RegistryEdit[] {
  if (onlineAccount !== 'local' || !localAccountWays(build).includes('BypassNRO')) return [];
  const key = 'Microsoft\\Windows\\CurrentVersion\\OOBE';
  return [{ hive: 'SOFTWARE', key, name: 'BypassNRO', data: { type: 'dword', value: 1 } }];
}
