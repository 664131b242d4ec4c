import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Protect } from '../../../src-shared/protect';
import { defaultWindowsChoices, type WindowsChoices } from '../../../src-shared/windows-choices';
import { ANSWER_FILE_PATH } from '../answer-file';
import type { RegistryEdit } from '../edits';
import { FIRST_START_DRIVERS, FIRST_START_WIFI } from '../first-start';
import { choiceEdits } from '.';

type Change = { [Part in keyof WindowsChoices]?: Partial<WindowsChoices[Part]> };

function choices(change: Change): WindowsChoices {
  const base = defaultWindowsChoices;
  return {
    portable: { ...base.portable, ...change.portable },
    answers: { ...base.answers, ...change.answers },
    drivers: { ...base.drivers, ...change.drivers },
    lean: { ...base.lean, ...change.lean },
    speed: { ...base.speed, ...change.speed },
    roaming: { ...base.roaming, ...change.roaming },
  };
}

const unprotected: Protect = { kind: 'none' };

/** What is set, by hive, key and name. */
function set(change: Change, build: number | null = 22631): Map<string, RegistryEdit['data']> {
  const { registry } = choiceEdits({
    windows: choices(change),
    protect: unprotected,
    build,
  });
  return new Map(registry.map(({ hive, key, name, data }) => [`${hive}\\${key}\\${name}`, data]));
}

const control = 'SYSTEM\\CurrentControlSet\\Control';
const services = 'SYSTEM\\CurrentControlSet\\Services';
const dword = (value: number) => ({ type: 'dword', value });

describe('the edits that choices come to', () => {
  it('are these for a stick as it is made when nothing is chosen', () => {
    const edits = choiceEdits({
      windows: defaultWindowsChoices,
      protect: unprotected,
      build: 22631,
    });
    expect(
      edits.registry.map(({ key, name, data }) => `${key}\\${name}=${String(data.value)}`),
    ).toEqual([
      'CurrentControlSet\\Control\\PortableOperatingSystem=1',
      'CurrentControlSet\\Services\\partmgr\\Parameters\\SanPolicy=4',
      'CurrentControlSet\\Control\\Power\\HibernateEnabled=0',
      'CurrentControlSet\\Control\\Power\\HibernateEnabledDefault=0',
      'CurrentControlSet\\Control\\Session Manager\\Power\\HiberbootEnabled=0',
      'CurrentControlSet\\Control\\BitLocker\\PreventDeviceEncryption=1',
      'CurrentControlSet\\Control\\Session Manager\\Memory Management\\PagingFiles=?:\\pagefile.sys',
      'CurrentControlSet\\Services\\SysMain\\Start=4',
      'CurrentControlSet\\Control\\Session Manager\\Memory Management\\PrefetchParameters\\EnablePrefetcher=0',
      'CurrentControlSet\\Control\\Session Manager\\Memory Management\\PrefetchParameters\\EnableSuperfetch=0',
      'CurrentControlSet\\Control\\FileSystem\\NtfsDisableLastAccessUpdate=2147483649',
      'Microsoft\\Windows\\CurrentVersion\\OOBE\\BypassNRO=1',
    ]);
    expect(edits.files).toEqual([]);
    expect(edits.removals).toContain('/Windows/System32/Recovery/Winre.wim');
  });

  it('leave alone what the person wants as Windows has it', () => {
    const changed = set({
      portable: { internalDisks: 'online', deviceEncryption: true, recovery: true },
      answers: { onlineAccount: 'windows-decides' },
      speed: { prefetch: true },
    });
    const names = [...changed.keys()].join('\n');
    expect(names).not.toMatch(/SanPolicy|BitLocker|SysMain|Prefetch|BypassNRO/);
    const windows = choices({ portable: { recovery: true } });
    expect(choiceEdits({ windows, protect: unprotected, build: null }).removals.join()).not.toMatch(
      /Recovery/,
    );
  });

  it('always leave out what an image that was captured from a stick has of its first start', () => {
    const { removals } = choiceEdits({
      windows: choices({}),
      protect: unprotected,
      build: null,
    });
    const own = [FIRST_START_DRIVERS, FIRST_START_WIFI].map((path) => dirname(path));
    expect(removals).toEqual(expect.arrayContaining(own));
    expect(removals).toContain('/Windows/Panther/Unattend/Unattend.xml');
    expect(removals).not.toContain(dirname(ANSWER_FILE_PATH));
  });

  it('let a portable Windows hibernate, which it doesn’t by itself', () => {
    const changed = set({ portable: { hibernation: true } });
    const policies = 'SYSTEM\\CurrentControlSet\\Policies\\Microsoft\\PortableOperatingSystem';
    expect(changed.get(`${policies}\\Hibernate`)).toEqual(dword(1));
    expect([...changed.keys()].join()).not.toMatch(/HibernateEnabled|HiberbootEnabled/);
  });

  it.each([
    [{ kind: 'automatic' } as const, ['?:\\pagefile.sys']],
    [{ kind: 'none' } as const, []],
    [{ kind: 'fixed', bytes: 3 * 2 ** 30 } as const, ['C:\\pagefile.sys 3072 3072']],
  ])('set the page file as %j', (pageFile, value) => {
    const changed = set({ portable: { pageFile } });
    expect(changed.get(`${control}\\Session Manager\\Memory Management\\PagingFiles`)).toEqual({
      type: 'strings',
      value,
    });
  });

  it('switch the search service off only when it is to be off', () => {
    const start = `${services}\\WSearch\\Start`;
    expect(set({ speed: { searchIndexing: false } }).get(start)).toEqual(dword(4));
    expect(set({ speed: { searchIndexing: true } }).has(start)).toBe(false);
  });

  it.each([
    [false, 22631, 0x80000001],
    [true, 22631, 0x80000000],
    [false, 17134, 0x80000001],
    [false, 14393, 1],
    [true, 17133, 0],
    [false, null, 0x80000001],
  ])(
    'say about times of last access (kept: %s) in build %s: %i',
    (lastAccessTimes, build, value) => {
      const changed = set({ speed: { lastAccessTimes } }, build);
      expect(changed.get(`${control}\\FileSystem\\NtfsDisableLastAccessUpdate`)).toEqual(
        dword(value),
      );
    },
  );

  it.each([
    [22500, true],
    [22499, false],
    [null, true],
    [19045, false],
  ])('open the way to a local account in build %s: %s', (build, opened) => {
    const changed = set({}, build);
    expect(changed.has('SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\OOBE\\BypassNRO')).toBe(
      opened,
    );
  });

  it('give everyone a profile of their own on the server', () => {
    const value = 'SOFTWARE\\Policies\\Microsoft\\Windows\\System\\MachineProfilePath';
    expect(set({ roaming: { profilePath: '\\\\srv\\profiles' } }).get(value)).toEqual({
      type: 'expandable-string',
      value: '\\\\srv\\profiles\\%USERNAME%',
    });
    expect(set({ roaming: { profilePath: '\\\\srv\\p\\%UserName%\\w' } }).get(value)).toEqual({
      type: 'expandable-string',
      value: '\\\\srv\\p\\%UserName%\\w',
    });
  });

  it('redirect the folders that were chosen, each once', () => {
    const redirect = {
      path: '\\\\srv\\homes',
      folders: ['documents' as const, 'downloads' as const, 'documents' as const],
    };
    const { registry } = choiceEdits({
      windows: choices({ roaming: { redirect } }),
      protect: unprotected,
      build: 22631,
    });
    const redirected = registry.filter(({ hive }) => hive === 'DEFAULT_USER');
    expect(redirected.map(({ name, data }) => [name, data.type, data.value])).toEqual([
      ['Personal', 'expandable-string', '\\\\srv\\homes\\%USERNAME%\\Documents'],
      [
        '{374DE290-123F-4565-9164-39C4925E467B}',
        'expandable-string',
        '\\\\srv\\homes\\%USERNAME%\\Downloads',
      ],
    ]);
    expect(new Set(redirected.map(({ key }) => key))).toEqual(
      new Set(['Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders']),
    );
  });

  it('set the policies of a preset', () => {
    const policy = 'Policies\\Microsoft\\Windows\\CloudContent\\DisableWindowsConsumerFeatures';
    expect(set({ lean: { preset: 'light' } }).get(`SOFTWARE\\${policy}`)).toEqual(dword(1));
    expect(set({ lean: { preset: 'minimal' } }).get(`SOFTWARE\\${policy}`)).toEqual(dword(1));
    expect(set({}).has(`SOFTWARE\\${policy}`)).toBe(false);
  });

  it.each(['none', 'light', 'minimal'] as const)('set nothing twice with preset %s', (preset) => {
    const windows = choices({
      lean: { preset },
      speed: { searchIndexing: false },
      roaming: {
        profilePath: '\\\\srv\\profiles',
        redirect: { path: '\\\\srv\\homes', folders: ['desktop', 'music', 'pictures', 'videos'] },
      },
    });
    const protect: Protect = {
      ...{ kind: 'first-start', cipher: 'xts-aes-128' },
      ...{ escrow: 'entra-id', recoveryFolder: null },
    };
    const places = choiceEdits({ windows, protect, build: 26100 }).registry.map(
      ({ hive, key, name }) => `${hive}\\${key}\\${name}`.toLowerCase(),
    );
    expect(new Set(places).size).toBe(places.length);
  });
});
