import { describe, expect, it } from 'vitest';
import { StickError } from '../../src-shared/errors';
import { requireBootable } from './architecture';
import { bootFiles } from './boot-files';

describe('the boot files', () => {
  it('go where firmware and the boot manager look for them', () => {
    const placed = bootFiles('x64').place([
      '/Windows/Boot/EFI/bootmgfw.efi',
      '/Windows/Boot/EFI/de-DE/bootmgfw.efi.mui',
      '/Windows/Boot/Fonts/segoe_slboot.ttf',
      '/Windows/Boot/Resources/de-DE/bootres.dll.mui',
    ]);
    expect(placed).toEqual([
      { from: '/Windows/Boot/EFI/bootmgfw.efi', to: '/EFI/Microsoft/Boot/bootmgfw.efi' },
      {
        from: '/Windows/Boot/EFI/de-DE/bootmgfw.efi.mui',
        to: '/EFI/Microsoft/Boot/de-DE/bootmgfw.efi.mui',
      },
      {
        from: '/Windows/Boot/Fonts/segoe_slboot.ttf',
        to: '/EFI/Microsoft/Boot/Fonts/segoe_slboot.ttf',
      },
      {
        from: '/Windows/Boot/Resources/de-DE/bootres.dll.mui',
        to: '/EFI/Microsoft/Boot/Resources/de-DE/bootres.dll.mui',
      },
      { from: '/Windows/Boot/EFI/bootmgfw.efi', to: '/EFI/Boot/bootx64.efi' },
    ]);
  });

  it.each(['constructor', '__proto__', 'toString'])('may be named %s', (name) => {
    const files = ['/Windows/Boot/EFI/bootmgfw.efi', '/Windows/Boot/PCAT/bootmgr'];
    const placed = bootFiles('x64', { scheme: 'mbr' }).place([
      ...files,
      `/Windows/Boot/PCAT/${name}`,
    ]);
    expect(placed.map(({ to }) => to)).toContain(`/Boot/${name}`);
  });

  it('have another name for ARM where firmware looks', () => {
    const placed = bootFiles('arm64').place(['Windows/Boot/EFI/bootmgfw.efi']);
    expect(placed.map(({ to }) => to)).toContain('/EFI/Boot/bootaa64.efi');
  });

  it('are found whatever the case of their names, and keep their own names', () => {
    const placed = bootFiles('x64').place([
      'WINDOWS/boot/efi/BootMgFw.EFI',
      'windows/BOOT/fonts/A.ttf',
    ]);
    expect(placed).toEqual([
      { from: 'WINDOWS/boot/efi/BootMgFw.EFI', to: '/EFI/Microsoft/Boot/BootMgFw.EFI' },
      { from: 'windows/BOOT/fonts/A.ttf', to: '/EFI/Microsoft/Boot/Fonts/A.ttf' },
      { from: 'WINDOWS/boot/efi/BootMgFw.EFI', to: '/EFI/Boot/bootx64.efi' },
    ]);
  });

  it('leave out files from other folders and a foreign boot store', () => {
    const placed = bootFiles('x64').place([
      'Windows/Boot/EFI/bootmgfw.efi',
      'Windows/Boot/EFI/BCD',
      'Windows/Boot/EFI/BCD.LOG1',
      'Windows/Boot/EFI_EX/bootmgfw_EX.efi',
      'Windows/Boot/PCAT/bootmgr',
    ]);
    expect(new Set(placed.map(({ from }) => from))).toEqual(
      new Set(['Windows/Boot/EFI/bootmgfw.efi']),
    );
  });

  it('for a BIOS lie beside those for UEFI', () => {
    const placed = bootFiles('x64', { scheme: 'mbr' }).place([
      'Windows/Boot/EFI/bootmgfw.efi',
      'Windows/Boot/Fonts/segoe_slboot.ttf',
      'Windows/Boot/PCAT/BootMgr',
      'Windows/Boot/PCAT/bootnxt',
      'Windows/Boot/PCAT/memtest.exe',
      'Windows/Boot/PCAT/BCD',
      'Windows/Boot/PCAT/de-DE/bootmgr.exe.mui',
      'Windows/Boot/Resources/bootres.dll',
    ]);
    expect(placed.map(({ to }) => to)).toEqual([
      '/EFI/Microsoft/Boot/bootmgfw.efi',
      '/EFI/Microsoft/Boot/Fonts/segoe_slboot.ttf',
      '/Boot/Fonts/segoe_slboot.ttf',
      '/bootmgr',
      '/BOOTNXT',
      '/Boot/memtest.exe',
      '/Boot/de-DE/bootmgr.exe.mui',
      '/EFI/Microsoft/Boot/Resources/bootres.dll',
      '/Boot/Resources/bootres.dll',
      '/EFI/Boot/bootx64.efi',
    ]);
  });

  it('are taken out of the image for all schemes alike, so that sticks can share a build', () => {
    expect(bootFiles('x64', { scheme: 'mbr' }).paths).toEqual(
      bootFiles('x64', { scheme: 'gpt' }).paths,
    );
    expect(bootFiles('x64').paths).toContain('/Windows/Boot/PCAT');
  });

  it('without a boot manager for a BIOS can’t make a stick for one', () => {
    const place = (): unknown =>
      bootFiles('x64', { scheme: 'mbr' }).place(['Windows/Boot/EFI/bootmgfw.efi']);
    expect(place).toThrow('wim/unsupported');
    expect(place).toThrow('no Windows/Boot/PCAT/bootmgr');
  });

  describe('of a stick that asks for a password', () => {
    const files = ['Windows/Boot/EFI/bootmgfw.efi', 'Windows/Boot/PCAT/bootmgr'];

    it.each(['gpt', 'mbr'] as const)(
      'have the fonts to ask with, on a stick of kind %s',
      (scheme) => {
        const placed = bootFiles('x64', { scheme, asksPassword: true }).place([
          ...files,
          'Windows/Boot/Fonts/segoe_slboot.ttf',
        ]);
        const fonts = placed.map(({ to }) => to).filter((to) => to.endsWith('.ttf'));
        expect(fonts).toEqual([
          '/EFI/Microsoft/Boot/Fonts/segoe_slboot.ttf',
          ...(scheme === 'mbr' ? ['/Boot/Fonts/segoe_slboot.ttf'] : []),
        ]);
      },
    );

    it('are refused without fonts, which others can do without', () => {
      const other = [...files, 'Windows/Boot/Fonts/readme.txt', 'Windows/Boot/Resources/a.ttf'];
      const place = (asksPassword: boolean) => (): unknown =>
        bootFiles('x64', { asksPassword }).place(other, 'x.iso');
      expect(place(true)).toThrow('wim/unsupported');
      expect(place(true)).toThrow('no fonts in Windows/Boot/Fonts');
      expect(place(false)).not.toThrow();
    });
  });

  it.each([
    ['without a boot manager', ['/Windows/Boot/EFI/memtest.efi']],
    ['that are none', []],
    [
      'that FAT could not hold side by side',
      ['/Windows/Boot/EFI/bootmgfw.efi', '/Windows/Boot/EFI/BOOTMGFW.EFI'],
    ],
  ])('%s are refused as an image that can’t be used', (_, extracted) => {
    const place = (): unknown => bootFiles('x64').place(extracted, '/home/x/My Windows.iso');
    expect(place).toThrow(StickError);
    expect(place).toThrow('wim/unsupported: The Windows image /home/x/My Windows.iso');
  });
});

describe('an architecture', () => {
  it('passes when a portable Windows can be made of it', () => {
    expect(requireBootable('arm64', 'x.iso')).toBe('arm64');
  });

  it.each(['x86', 'arm', 'unknown'] as const)('%s is refused', (architecture) => {
    expect(() => requireBootable(architecture, 'x.iso')).toThrow('wim/unsupported');
  });
});
