import { describe, expect, it } from 'vitest';
import { toStickError } from '../../../src-shared/errors';
import type { VentoyPlan } from '../../../src-shared/plan';
import { ventoyDefaults, ventoyEraseDefaults } from '../../../src-shared/ventoy-recipe';
import { noSecrets } from '../../../src-shared/windows-choices';
import { requireFileNames, requireNamesOn } from './file-names';

const erase: VentoyPlan['install'] = {
  ...ventoyEraseDefaults,
  package: { path: '/v.tar.gz', sha256: null },
};

function plan(change: Partial<VentoyPlan>): VentoyPlan {
  const targets = [{ kind: 'file', path: '/disk.img', sizeBytes: 512 }] as const;
  return {
    ...{ ...ventoyDefaults, install: erase, secrets: noSecrets, targets: [...targets] },
    ...change,
  };
}

function files(...names: string[]): Pick<VentoyPlan, 'files'> {
  return { files: names.map((name) => ({ source: '/source', name, sha256: null })) };
}

function refusal(check: () => void): Record<string, unknown> {
  try {
    check();
  } catch (error) {
    const { code, params } = toStickError(error);
    return { code, ...params };
  }
  return {};
}

describe('the names that a plan gives', () => {
  it.each<[string, Partial<VentoyPlan>]>([
    ['ventoy/ventoy.json', files('ventoy/ventoy.json')],
    ['Ventoy/VENTOY.JSON', files('Ventoy/VENTOY.JSON')],
    ['ventoy', files('ventoy')],
    ['.sticksmith/a.iso', files('.sticksmith/a.iso')],
    ['.StickSmith/a.iso', files('.StickSmith/a.iso')],
    ['a:b.iso', files('a:b.iso')],
    ['linux./a.iso', files('linux./a.iso')],
    ['con.iso', files('con.iso')],
    ['ventoy/ventoy.json', { rename: [{ from: 'a.json', to: 'ventoy/ventoy.json' }] }],
    ['straße.iso', files('Straße.iso', 'straße.iso')],
    ['a.iso.SHA256', { ...files('a.iso.SHA256', 'a.iso'), checksums: true }],
    ['a.iso/b.iso', files('A.iso', 'a.iso/b.iso')],
  ])('are refused for %j', (name, change) => {
    const found = refusal(() => {
      requireFileNames(plan(change));
    });
    expect(found['code']).toBe('ventoy/file-name');
    expect(String(found['name']).toLowerCase()).toBe(name.toLowerCase());
    expect(String(found['message'])).not.toBe('');
  });

  it('may be what a folder of images usually has', () => {
    const usual = files('debian 12.iso', 'linux/Ünï 内.iso', 'ventoy/theme/theme.txt');
    expect(() => requireFileNames(plan({ ...usual, checksums: true }))).not.toThrow();
  });

  it('are held against the file system that a stick has', () => {
    const change = plan({ ...files('a:b.iso'), install: { way: 'none' } });
    expect(() => requireFileNames(change)).not.toThrow();
    expect(() => requireNamesOn(change, 'ext4', [])).not.toThrow();
    for (const fileSystem of ['vfat', 'exfat', 'ntfs'] as const) {
      const found = refusal(() => {
        requireNamesOn(change, fileSystem, []);
      });
      expect(found).toMatchObject({ code: 'ventoy/file-name', name: 'a:b.iso' });
    }
  });

  it('may be removed or renamed from, whatever they are', () => {
    const odd = plan({
      install: { way: 'none' },
      remove: ['con.iso'],
      rename: [{ from: 'a:b.iso', to: 'ab.iso' }],
    });
    expect(() => requireFileNames(odd)).not.toThrow();
    expect(() => requireNamesOn(odd, 'exfat', odd.rename)).not.toThrow();
  });
});
