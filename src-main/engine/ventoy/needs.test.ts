import { describe, expect, it } from 'vitest';
import type { BootImage } from '../../../src-shared/boot-image';
import type { VentoyPlan } from '../../../src-shared/plan';
import { ventoyDefaults, ventoyEraseDefaults } from '../../../src-shared/ventoy-recipe';
import { noSecrets } from '../../../src-shared/windows-choices';
import { MiB } from '../../../src-shared/units';
import { foreseenNeeds, needsOn } from './needs';
import type { PreparedFile, PreparedVentoy } from './prepare';

const starting: BootImage = {
  ...{ path: '/here/some.iso', name: 'some.iso', sizeBytes: 10 * MiB, kind: 'iso' },
  ...{ family: 'fedora', title: null, version: null, architecture: 'x64', volumeId: null },
  ...{ live: true, windows: null, virtualDisk: null, notes: [] },
  starts: { bios: true, uefi: { x64: true, ia32: false, aa64: false } },
};

function file(name: string, image: Partial<BootImage> | null): PreparedFile {
  return {
    ...{ source: `/here/${name}`, name, sizeBytes: 10 * MiB, expected: null },
    mark: { text: '' } as PreparedFile['mark'],
    image: image && { ...starting, ...image },
  };
}

function prepared(...files: PreparedFile[]): PreparedVentoy {
  return {
    ...{ release: null, files, persistence: new Map(), windows: null, addedBytes: 0, targets: [] },
  };
}

const stick = { scheme: 'mbr', secureBoot: true, fileSystem: 'exfat', files: [] } as const;

function plan(change: Partial<VentoyPlan>): VentoyPlan {
  const install = { ...ventoyEraseDefaults, package: { path: '/v.tar.gz', sha256: null } };
  return { ...ventoyDefaults, install, targets: [], secrets: noSecrets, ...change };
}

describe('what a Ventoy stick needs', () => {
  it('is about images by their names on the stick, and files that are there', () => {
    const disk = file('disks/w.vhdx', { kind: 'vhdx', virtualDisk: { type: 'fixed', bytes: MiB } });
    const codes = (files: readonly string[]): string[] =>
      needsOn({ ...stick, files }, plan({}), prepared(disk))
        .filter(({ images }) => images[0] === 'disks/w.vhdx')
        .map(({ code }) => code);
    expect(codes(['a.iso'])).toContain('vhdboot-missing');
    expect(codes(['ventoy/ventoy_vhdboot.img'])).not.toContain('vhdboot-missing');
  });

  it('tells of doubtful persistence only where some is asked for', () => {
    const files = prepared(file('live/f.iso', {}));
    const asked = plan({ persistence: [{ image: 'Live/F.iso', bytes: 64 * MiB }] });
    const doubtful = { code: 'persistence-doubtful', level: 'warning', images: ['live/f.iso'] };
    expect(needsOn(stick, asked, files)).toContainEqual(doubtful);
    expect(needsOn(stick, plan({}), files)).not.toContainEqual(doubtful);
  });

  it('is not told of the stick again where only files change', () => {
    const change = plan({ install: { way: 'none' } });
    expect(needsOn(stick, change, prepared(file('a.iso', {}), file('b.txt', null)))).toEqual([]);
  });

  it('is known before for a stick that is erased, and for no other', () => {
    expect(foreseenNeeds(plan({}), prepared())).toEqual([
      { code: 'secure-boot-enrolment', level: 'note', images: [] },
    ]);
    expect(foreseenNeeds(plan({ install: { way: 'none' } }), prepared())).toBeNull();
  });
});
