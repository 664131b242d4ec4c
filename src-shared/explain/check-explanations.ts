import type { ShownErrorId } from './catalogue';

/**
 * What a computer may show, by the check that failed. Only what is known: what was tried with Microsoft's boot
 * managers, what Ventoy itself looks at when it starts, and where firmware has nothing to start. A check that isn't here
 * explains itself.
 */
export const checkExplanations: Readonly<Record<string, readonly ShownErrorId[]>> = {
  'gpt.protective-mbr': ['no-bootable-device'],
  'gpt.primary': ['no-bootable-device'],
  'gpt.efi-partition': ['no-bootable-device'],
  'gpt.windows-partition': ['0xc0000225'],

  'mbr.table': ['no-bootable-device', 'operating-system-not-found'],
  'mbr.active-partition': ['operating-system-not-found'],
  'mbr.efi-partition': ['no-bootable-device'],
  'mbr.windows-partition': ['0xc0000225'],
  'mbr.boot-code': ['no-bootable-device', 'missing-operating-system'],
  'mbr.boot-sector': ['missing-operating-system', 'bootmgr-is-missing'],
  'mbr.boot-manager': ['bootmgr-is-missing'],

  'efi.fat32': ['no-bootable-device'],
  'efi.boot-file': ['no-bootable-device'],
  'efi.signature': ['secure-boot-refused'],
  'efi.signer': ['secure-boot-refused'],
  'efi.fonts': ['bitlocker-empty-screen'],

  'bcd.store': ['0xc000000f', '0xc0000034', '0xc000000d', '0xc000014c'],
  'bcd.default-loader': ['0xc0000034'],
  'bcd.device': ['0xc0000225', '0xc000000e'],
  'bcd.path': ['0xc000000f', '0xc000007b'],
  'bcd.firmware-manager': ['could-not-configure-hardware'],
  'bcd.system-store': ['could-not-configure-hardware'],
  'bios-bcd.store': ['0xc000000f', '0xc0000034', '0xc000000d', '0xc000014c'],
  'bios-bcd.default-loader': ['0xc0000034'],
  'bios-bcd.device': ['0xc000000e', '0xc0000225'],
  'bios-bcd.path': ['0xc000000f', '0xc000007b'],

  'vhdx.host-volume': ['0xc0000225'],
  'bitlocker.metadata': ['0xc0000225'],
  'bitlocker.state': ['0xc0000184'],
  'ntfs.boot-sector': ['0xc000000f'],
  'loader.program': ['0xc000007b'],
  'loader.signature': ['0xc0000428'],

  'boot.uefi': ['no-bootable-device'],
  'boot.secure': ['no-bootable-device', 'secure-boot-refused'],
  'boot.bios': ['no-bootable-device', 'operating-system-not-found'],

  'ventoy.boot-start': ['ventoy:start/boot-code'],
  'ventoy.boot-mark': ['ventoy:start/boot-code'],
  'ventoy.data-start': ['ventoy:start/data-start'],
  'ventoy.data-file-system': ['ventoy:start/no-images'],
  'ventoy.data-volume': ['ventoy:start/no-images'],
  'ventoy.efi-size': ['ventoy:start/layout'],
  'ventoy.efi-start': ['ventoy:start/layout'],
  'ventoy.efi-volume': ['ventoy:start/not-fat'],
  'ventoy.efi-label': ['ventoy:start/label'],
  'ventoy.files': ['ventoy:start/files', 'ventoy:start/cpio'],
  'ventoy.loader': ['no-bootable-device'],
};

/** What a computer may show when this check failed; empty where nothing is known. */
export function errorsOfCheck(id: string): readonly ShownErrorId[] {
  return Object.hasOwn(checkExplanations, id) ? (checkExplanations[id] ?? []) : [];
}
