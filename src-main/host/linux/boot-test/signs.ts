import type { BootOutcome, BootProgram } from '../../../../src-shared/boot-test';

/** A text by which an outcome is known. */
export interface Sign {
  /** Names it in tests. */
  id: string;
  /**
   * Looked for in text of whole lines, where `.` ends at a line's end. Its first group, if it has one and it matches, is
   * the error code.
   */
  pattern: RegExp;
  outcome: Exclude<BootOutcome, 'timed-out' | 'unknown'>;
  program: BootProgram;
}

/** What the stand-ins of a practice Windows say last. Once one of them has begun, nothing else counts: files have any name. */
export const STAND_IN_SIGNS: readonly Sign[] = [
  {
    id: 'stand-in-content',
    pattern: /^STICKSMITH-PRACTICE OK$/m,
    outcome: 'started',
    program: 'practice-stand-in',
  },
  {
    id: 'stand-in-failed',
    pattern: /^STICKSMITH-PRACTICE FAILED .*\n/m,
    outcome: 'loader-failed',
    program: 'practice-stand-in',
  },
];

/**
 * What everybody else says. The first that is found counts: programs that ran come before the firmware, which goes on to
 * its next choice when they give up.
 */
export const SIGNS: readonly Sign[] = [
  // Windows' boot manager (support.microsoft.com and learn.microsoft.com, “Windows boot issues”): “Error code:” on the screen of Windows
  // 8 and later, “Status:” on the older one of text. Words around them are translated, the number isn't.
  {
    id: 'windows-error-code',
    // At a line's end: in listings of firmware a disk's signature may look like it.
    pattern: /(?:^|: *)(0xc0[0-9a-f]{6}) *$/im,
    outcome: 'loader-failed',
    program: 'windows-boot-manager',
  },
  {
    id: 'windows-error-screen',
    pattern: /Your PC(?:\/Device)? needs to be repaired|Windows failed to start\./i,
    outcome: 'loader-failed',
    program: 'windows-boot-manager',
  },
  {
    id: 'windows-menu',
    pattern: /Choose an operating system to start/i,
    outcome: 'menu',
    program: 'windows-boot-manager',
  },
  // Boot sectors that Windows writes (learn.microsoft.com, same pages).
  {
    id: 'bootmgr-missing',
    pattern: /BOOTMGR (?:is missing|is compressed|image is corrupt)|^NTLDR is missing/im,
    outcome: 'loader-failed',
    program: 'boot-code',
  },
  {
    id: 'windows-boot-sector',
    pattern: /A disk read error occurred|Remove disks or other media\./i,
    outcome: 'loader-failed',
    program: 'boot-code',
  },
  {
    id: 'windows-mbr',
    pattern: /Invalid partition table|Error loading operating system|Missing operating system/i,
    outcome: 'loader-failed',
    program: 'boot-code',
  },

  // Ventoy: ventoy/Ventoy grub-core/ventoy/ventoy_cmd.c and INSTALL/grub/grub.cfg.
  {
    id: 'ventoy-not-standard',
    pattern: /NOT a standard Ventoy device(?:.*NOT supported\W*\((\d+)\))?/i,
    outcome: 'loader-failed',
    program: 'ventoy',
  },
  {
    id: 'ventoy-mixed-versions',
    pattern: /can't find command [`'"]?vt_(?!update_sb_policy)\w+/i,
    outcome: 'loader-failed',
    program: 'ventoy',
  },
  {
    id: 'ventoy-menu',
    pattern: /No ISO or supported IMG files found|^.*\bVentoy \d+\.\d+\.\d+ .*www\.ventoy\.net/im,
    outcome: 'menu',
    program: 'ventoy',
  },

  // shim, by which Ventoy and Linux start with Secure Boot: rhboot/shim shim.c and MokManager.c.
  {
    id: 'shim-refuses',
    pattern: /Verification failed: \((0x[0-9a-f]+)\) Security Violation/i,
    outcome: 'refused-by-secure-boot',
    program: 'shim',
  },
  {
    id: 'shim-keys',
    pattern: /Shim UEFI key management/i,
    outcome: 'refused-by-secure-boot',
    program: 'shim',
  },

  // GRUB: grub-core/kern/rescue_reader.c, grub-core/normal/main.c.
  {
    id: 'grub-prompt',
    pattern: /^(?:grub rescue|grub)> *$/m,
    outcome: 'loader-failed',
    program: 'grub',
  },

  // What this program puts into the first sectors of a stick with an MBR.
  {
    id: 'own-boot-code',
    pattern: /This stick can't start Windows: /,
    outcome: 'no-boot',
    program: 'boot-code',
  },

  // UEFI of EDK II: MdeModulePkg/Library/UefiBootManagerLib. The stick is the only drive on USB.
  {
    id: 'uefi-refuses',
    pattern:
      /BdsDxe: failed to (?:load|start) Boot\w+ ".*USB.*" from .*: (?:Access Denied|Security Violation)/,
    outcome: 'refused-by-secure-boot',
    program: 'firmware',
  },
  {
    id: 'uefi-program-gave-up',
    pattern: /BdsDxe: failed to start Boot\w+ ".*USB.*" from .*: \w+/,
    outcome: 'loader-failed',
    program: 'firmware',
  },
  {
    id: 'uefi-finds-nothing',
    pattern: /BdsDxe: failed to load Boot\w+ ".*USB.*" from .*: \w+/,
    outcome: 'no-boot',
    program: 'firmware',
  },
  {
    id: 'uefi-no-device',
    pattern: /BdsDxe: No bootable option or device was found/,
    outcome: 'no-boot',
    program: 'firmware',
  },
  {
    id: 'uefi-shell',
    pattern: /UEFI Interactive Shell/,
    outcome: 'no-boot',
    program: 'firmware',
  },
  {
    id: 'uefi-menu',
    pattern: /Press any key to enter the Boot Manager Menu/,
    outcome: 'no-boot',
    program: 'firmware',
  },

  // SeaBIOS: src/boot.c. Other drives may still be tried after “Boot failed”.
  {
    id: 'bios-no-device',
    pattern: /^No bootable device\./m,
    outcome: 'no-boot',
    program: 'firmware',
  },
];

/** Firmware says these when it hands over to what a drive holds: EDK II and SeaBIOS. */
export const HANDED_OVER = [/BdsDxe: starting Boot\w+ ".*USB/, /^Booting from Hard Disk/m];
