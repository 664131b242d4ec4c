import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GiB, MiB } from './units';
import {
  enrolmentScreens,
  ventoyNeedTexts,
  ventoyNeeds,
  type NeedsImage,
  type VentoyMix,
  type VentoyNeedCode,
} from './ventoy-needs';

const everywhere = { bios: true, uefi: { x64: true, ia32: true, aa64: true } };
const nowhere = { bios: false, uefi: { x64: false, ia32: false, aa64: false } };
const unknown = { bios: null, uefi: { x64: null, ia32: null, aa64: null } };

function image(changes: Partial<NeedsImage> = {}): NeedsImage {
  return {
    ...{ name: 'a.iso', sizeBytes: 700 * MiB, kind: 'iso', starts: everywhere },
    ...{ virtualDisk: null, persistence: null },
    ...changes,
  };
}

function mix(changes: Partial<VentoyMix> = {}): VentoyMix {
  return {
    ...{ scheme: 'mbr', secureBoot: true, fileSystem: 'exfat', images: [] },
    plugins: { wimboot: false, vhdboot: false },
    ...changes,
  };
}

const codes = (given: VentoyMix): VentoyNeedCode[] => ventoyNeeds(given).map(({ code }) => code);

/** Without what is said of every stick. */
const aboutImages = (given: VentoyMix): VentoyNeedCode[] =>
  ventoyNeeds(given).flatMap(({ code, images }) => (images.length > 0 ? [code] : []));

describe('what a mix needs', () => {
  it('is enrolment with Secure Boot, and nothing else for an image that starts everywhere', () => {
    expect(ventoyNeeds(mix({ images: [image()] }))).toEqual([
      { code: 'secure-boot-enrolment', level: 'note', images: [] },
    ]);
  });

  it('is Secure Boot turned off where the stick does without', () => {
    expect(codes(mix({ secureBoot: false }))).toEqual(['secure-boot-off']);
  });

  it('is said of a GPT, and of a file system that Ventoy does not read', () => {
    expect(codes(mix({ scheme: 'gpt', fileSystem: 'unknown' }))).toEqual([
      'secure-boot-enrolment',
      'gpt-some-bioses',
      'file-system-unreadable',
    ]);
  });

  const cases: [string, Partial<VentoyMix>, Partial<NeedsImage>, VentoyNeedCode[]][] = [
    ['4 GiB on FAT32', { fileSystem: 'fat32' }, { sizeBytes: 4 * GiB }, ['fat32-limit']],
    ['one byte less on FAT32', { fileSystem: 'fat32' }, { sizeBytes: 4 * GiB - 1 }, []],
    ['4 GiB on exFAT', {}, { sizeBytes: 4 * GiB }, []],
    ['less than 32 KiB', {}, { sizeBytes: 32767 }, ['too-small']],
    ['32 KiB', {}, { sizeBytes: 32768 }, []],
    ['nothing to start', {}, { starts: nowhere }, ['starts-nowhere']],
    ['nothing that is known', {}, { starts: unknown }, []],
    ['a BIOS only', {}, { starts: { ...nowhere, bios: true } }, ['bios-only']],
    ['UEFI only', {}, { starts: { ...everywhere, bios: false } }, ['uefi-only']],
    ['UEFI, and who knows what a BIOS does', {}, { starts: { ...everywhere, bios: null } }, []],
    [
      '32-bit UEFI only',
      {},
      { starts: { bios: false, uefi: { x64: false, ia32: true, aa64: false } } },
      ['uefi-32-bit-only'],
    ],
    [
      'ARM only',
      {},
      { starts: { bios: false, uefi: { x64: false, ia32: false, aa64: true } } },
      ['arm-only'],
    ],
    ['a WIM', {}, { kind: 'wim', starts: unknown }, ['wimboot-missing']],
    [
      'a WIM with its plug-in',
      { plugins: { wimboot: true, vhdboot: false } },
      { kind: 'wim', starts: unknown },
      [],
    ],
    [
      'a VHDX on exFAT',
      {},
      { kind: 'vhdx', starts: unknown },
      ['vhdboot-missing', 'vhd-wants-ntfs', 'vhd-firmware'],
    ],
    [
      'a growing VHD on NTFS with its plug-in',
      { fileSystem: 'ntfs', plugins: { wimboot: false, vhdboot: true } },
      { kind: 'vhd', starts: unknown, virtualDisk: { type: 'dynamic', bytes: 64 * GiB } },
      ['vhd-firmware', 'vhd-grows'],
    ],
    ['a Linux in a virtual disk', {}, { kind: 'vtoy', starts: unknown }, ['vtoy-prepared']],
    ['doubtful persistence', {}, { persistence: 'doubtful' }, ['persistence-doubtful']],
    ['impossible persistence', {}, { persistence: 'unsupported' }, ['persistence-unsupported']],
    ['persistence that works', {}, { persistence: 'works' }, []],
  ];
  it.each(cases)('with an image of %s', (_, changes, given, expected) => {
    expect(aboutImages(mix({ ...changes, images: [image(given)] }))).toEqual(expected);
  });

  it('is told once for all images that it is about, by name', () => {
    const images = ['b.vhd', 'a.iso', 'c.vhdx'].map((name) =>
      image({ name, kind: name.endsWith('iso') ? 'iso' : 'vhd', starts: unknown }),
    );
    const needs = ventoyNeeds(mix({ images }));
    expect(needs.find(({ code }) => code === 'vhdboot-missing')).toEqual({
      ...{ code: 'vhdboot-missing', level: 'warning', images: ['b.vhd', 'c.vhdx'] },
    });
    expect(new Set(needs.map(({ code }) => code)).size).toBe(needs.length);
  });

  it('never says both that an image starts with one firmware only, and with another', () => {
    const starts = fc.constantFrom(true, false, null);
    const uefi = fc.record({ x64: starts, ia32: starts, aa64: starts });
    fc.assert(
      fc.property(fc.record({ bios: starts, uefi }), (given) => {
        const said = aboutImages(mix({ images: [image({ starts: given })] }));
        expect(said.length).toBeLessThanOrEqual(1);
        if (given.bios === true) expect(said).not.toContain('uefi-only');
        if (given.uefi.x64 === true) expect(said).not.toContain('bios-only');
      }),
    );
  });

  it('has a text for everything that the cases above and no others lead to', () => {
    const led = new Set([
      ...cases.flatMap(([, , , expected]) => expected),
      ...codes(mix({ scheme: 'gpt', fileSystem: 'unknown' })),
      ...codes(mix({ secureBoot: false })),
    ]);
    expect([...led].sort()).toEqual(Object.keys(ventoyNeedTexts).sort());
  });
});

describe('the screens of enrolment', () => {
  it('name what is to be chosen, in the order in which it comes', () => {
    const told = Object.values(enrolmentScreens)
      .map(({ action }) => action)
      .join(' ');
    const choices = ['Enroll key from disk', 'VTOYEFI', 'ENROLL_THIS_KEY_IN_MOKMANAGER.cer'];
    const places = [...choices, 'Continue', 'Yes', 'Reboot'].map((name) =>
      told.indexOf(`“${name}”`),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });
});
