import { describe, expect, it } from 'vitest';
import { VHDX_MAXIMUM_BYTES } from '../../src-shared/layout';
import { recipeDefaults, type StickPlan, type Target } from '../../src-shared/plan';
import { GiB, MiB } from '../../src-shared/units';
import { noSecrets } from '../../src-shared/windows-choices';
import { requirePossibleVirtualDisks } from './vhdx-plan';

const file = (path: string, sizeBytes = 16 * GiB): Target => ({ kind: 'file', path, sizeBytes });

const plain: StickPlan = {
  ...recipeDefaults,
  image: { path: '/w.iso', sha256: null },
  edition: { index: 1 },
  targets: [file('/a.img')],
  way: 'staged',
  secrets: noSecrets,
};
const layout = { scheme: 'gpt', container: 'vhdx' } as const;
const contained: StickPlan = { ...plain, layout };

describe('a plan with virtual disks', () => {
  it.each<[string, StickPlan]>([
    ['has none', plain],
    ['puts Windows into one', contained],
    ['puts sticks into some', { ...plain, targets: [file('/a.vhdx'), file('/b.VHDX', 32 * MiB)] }],
  ])('is possible when it %s', (_, plan) => {
    expect(() => {
      requirePossibleVirtualDisks(plan);
    }).not.toThrow();
  });

  const { portable } = plain.windows;
  it.each<[string, string, StickPlan]>([
    ['one in another', 'layout.container', { ...contained, targets: [file('/a.vhdx')] }],
    ['the direct way', 'way', { ...contained, way: 'direct' }],
    [
      'hibernation',
      'windows.portable.hibernation',
      { ...contained, windows: { ...plain.windows, portable: { ...portable, hibernation: true } } },
    ],
    [
      'more than 2 TiB',
      'space.windowsBytes',
      { ...contained, space: { ...plain.space, windowsBytes: 2049 * GiB } },
    ],
    ['part of a block', 'targets', { ...plain, targets: [file('/a.vhdx', GiB + MiB)] }],
    [
      'too many blocks',
      'targets',
      { ...plain, targets: [file('/a.vhdx', 2 * VHDX_MAXIMUM_BYTES)] },
    ],
  ])('is refused with %s, naming the field', (_, field, plan) => {
    expect(() => {
      requirePossibleVirtualDisks(plan);
    }).toThrow(`${field}: `);
  });
});
