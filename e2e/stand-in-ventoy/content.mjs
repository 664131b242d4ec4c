import { createHash } from 'node:crypto';

/** What every placeholder begins with. */
export const NOTICE =
  'Stand-in made by Sticksmith for tests. This is not Ventoy, and it starts no computer.\n';

const SECTOR = 512;
/** Fewer than there is room for with either kind of partition table. */
const CORE_SECTORS = 1400;

/**
 * 512 bytes with what Ventoy looks for in LBA 0 at start: 0x00–0x2F and 0x190–0x19F (Ventoy's
 * boot-time validation). A computer that runs it halts.
 */
export function bootImage() {
  const image = Buffer.alloc(SECTOR);
  image.write('eb6390', 0, 'hex');
  // First sector of core.img; Ventoy's script sets its lowest byte to 0x22 where there is a GPT.
  image.writeBigUInt64LE(1n, 0x5c);
  // cli; hlt; jmp back to hlt. The jump at 0 leads here.
  image.write('faf4ebfd', 0x65, 'hex');
  image.write(NOTICE, 0x70, 'latin1');
  image.write('5654004765004844005264002045720d', 0x190, 'hex');
  image.writeUInt16LE(0xaa55, 510);
  return image;
}

/** @param {string} version */
export function coreImage(version) {
  const image = filler(`core.img ${version}`, CORE_SECTORS * SECTOR);
  image.write(NOTICE, 0, 'latin1');
  // As grub-mkimage has it: where the rest of it begins on a stick with an MBR (0x23 where there is a
  // GPT), and how many sectors follow.
  image.writeBigUInt64LE(2n, 0x1f4);
  image.writeUInt16LE(CORE_SECTORS - 1, 0x1fc);
  return image;
}

/**
 * The files of the VTOYEFI partition that Ventoy, its scripts or a check of a stick look for.
 * @param {string} version
 * @returns {Map<string, Buffer>} path without a leading slash → content
 */
export function vtoyEfiFiles(version) {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  files.set('grub/grub.cfg', Buffer.from(grubConfiguration(version)));
  files.set('grub/localboot.cfg', Buffer.from(`# ${NOTICE}`));
  files.set('grub/menu/en_US.json', Buffer.from('{ "VTLANG_LANGUAGE_NAME": "English (US)" }\n'));
  const placeholders = {
    'EFI/BOOT/BOOTX64.EFI': 200_000,
    'EFI/BOOT/grubx64.efi': 60_000,
    'EFI/BOOT/grubx64_real.efi': 300_000,
    'EFI/BOOT/mmx64.efi': 150_000,
    'EFI/BOOT/fbx64.efi': 20_000,
    'EFI/BOOT/BOOTIA32.EFI': 180_000,
    'EFI/BOOT/grubia32.efi': 50_000,
    'EFI/BOOT/grubia32_real.efi': 250_000,
    'EFI/BOOT/mmia32.efi': 130_000,
    'EFI/BOOT/BOOTAA64.EFI': 220_000,
    'ENROLL_THIS_KEY_IN_MOKMANAGER.cer': 1_000,
    'grub/i386-pc/normal.mod': 70_000,
    'tool/mount.exfat-fuse_i386': 40_000,
    'tool/mount.exfat-fuse_x86_64': 40_000,
    'tool/mount.exfat-fuse_aarch64': 40_000,
    'ventoy/ventoy.cpio': 1_500_000,
    'ventoy/ventoy_x86.cpio': 500_000,
    'ventoy/ventoy_arm64.cpio': 400_000,
  };
  for (const [path, size] of Object.entries(placeholders)) {
    const content = filler(`${path} ${version}`, size);
    content.write(NOTICE, 0, 'latin1');
    files.set(path, content);
  }
  return files;
}

/** @param {string} version */
function grubConfiguration(version) {
  return `# ${NOTICE}\nset VENTOY_VERSION="${version}"\n`;
}

/**
 * Bytes that follow from the name alone and hardly compress.
 * @param {string} name
 * @param {number} size
 */
function filler(name, size) {
  const blocks = [];
  for (let i = 0; i * 64 < size; i++) {
    blocks.push(createHash('sha512').update(`${name} ${i}`).digest());
  }
  return Buffer.concat(blocks).subarray(0, size);
}
