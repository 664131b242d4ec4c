import { describe, expect, it } from 'vitest';
import { planLayout, type StickLayout } from '../../src-shared/layout';
import { GiB } from '../../src-shared/units';
import { buildBcd, readBcd, type BootPlatform } from '../guest';
import { systemDevice, windowsDevices } from './boot-devices';
import { newStickIds } from './stick-ids';

const ids = newStickIds();

function layoutOf(scheme: 'gpt' | 'mbr', container: 'none' | 'vhdx'): StickLayout {
  const layout = planLayout({
    diskBytes: 8 * GiB,
    layout: { scheme, container },
    space: { windowsBytes: null, sharedBytes: 0 },
    minimumWindowsBytes: GiB,
  });
  if ('problem' in layout) throw new Error(layout.problem);
  return layout;
}

const efi = {
  gpt: { kind: 'gpt', diskGuid: ids.disk, partitionGuid: ids.partitions.efi },
  mbr: { kind: 'mbr', diskSignature: ids.diskSignature, partitionOffset: 2n ** 20n },
};
const windows = {
  gpt: { kind: 'gpt', diskGuid: ids.disk, partitionGuid: ids.partitions.windows },
  mbr: { kind: 'mbr', diskSignature: ids.diskSignature, partitionOffset: 320n * 2n ** 20n },
};

describe.each(['gpt', 'mbr'] as const)('on a stick with a table of the kind %s', (scheme) => {
  it('the boot manager and Windows are named by their partitions', () => {
    const layout = layoutOf(scheme, 'none');
    expect(systemDevice(layout, ids)).toEqual(efi[scheme]);
    expect(windowsDevices(layout, ids)).toEqual({
      device: windows[scheme],
      osDevice: windows[scheme],
    });
  });

  // BitLocker: with “locate” the boot manager does not ask for the password, it stops with 0xc000000f.
  it.each<BootPlatform>(['uefi', 'bios'])(
    'a store for %s names nothing but partitions',
    (platform) => {
      const layout = layoutOf(scheme, 'none');
      const store = readBcd(
        buildBcd({
          ...{ platform, system: systemDevice(layout, ids), windows: windowsDevices(layout, ids) },
          ...{ loaderGuid: ids.loader, resumeGuid: ids.resume, hasMemtest: true },
          ...{ locale: 'en-US', description: 'Windows 11 Pro' },
        }),
      );
      const devices = store.objects.flatMap(({ elements }) =>
        elements.flatMap(({ value }) => (value.format === 'device' ? [value.device] : [])),
      );
      expect(devices).toHaveLength(6);
      expect(new Set(devices.map(({ kind }) => kind))).toEqual(new Set([scheme]));
    },
  );

  it('Windows in a virtual disk is found by the paths that the loader names', () => {
    const layout = layoutOf(scheme, 'vhdx');
    expect(systemDevice(layout, ids)).toEqual(efi[scheme]);
    const disk = { kind: 'vhd', parent: windows[scheme], path: '\\Windows.vhdx' };
    expect(windowsDevices(layout, ids)).toEqual({
      device: { ...disk, element: 0x12000002 },
      osDevice: { ...disk, element: 0x22000002 },
    });
  });
});
