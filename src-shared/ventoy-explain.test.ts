import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainVentoy } from './ventoy-explain';
import { ventoyExplanations, type ExplanationCode } from './ventoy-explanations';

/** Lines as the programs print them. */
const lines: [string, ExplanationCode][] = [
  [
    "Don't run Ventoy2Disk.sh here, please download the released install package, and run the script in it.",
    'script/package-incomplete',
  ],
  ['Please run under the correct directory!', 'script/package-incomplete'],
  ['xzcat: ./boot/core.img.xz: File format not recognized', 'script/package-damaged'],
  ['xz: (stdin): Unexpected end of input', 'script/package-damaged'],
  [
    '\u001b[31mSome tools can not run on current system. Please check log.txt for details.\u001b[0m',
    'script/tools',
  ],
  ['mkexfatfs test fail ...', 'script/tools'],
  [
    "\u001b[31mparted is not found in the system, Ventoy can't create new partitions without it.\u001b[0m",
    'script/no-parted',
  ],
  [
    "Both parted and fdisk are not found in the system, Ventoy can't create new partitions.",
    'script/no-parted',
  ],
  ['Ventoy2Disk.sh: 45: cannot create ./log.txt: Read-only file system', 'script/folder'],
  ['/dev/sdq is NOT a valid device', 'script/no-device'],
  ['Disk /dev/sdq does not exist', 'script/no-device'],
  ['/dev/sdb1 is a partition, please use the whole disk.', 'script/partition-given'],
  ['Failed to access /dev/sdb, maybe root privilege is needed!', 'script/rights'],
  ['/dev/sdb is already mounted, please umount it first!', 'script/in-use'],
  ['/dev/sdb is used as swap, please swapoff it first!', 'script/in-use'],
  ["Write data to /dev/sdb failed, please check whether it's in use.", 'script/in-use'],
  ['tmp_mnt directory exits, please delete it first.', 'script/left-over-folder'],
  [
    '\u001b[33m/dev/sdb already contains a Ventoy with version 1.1.05\u001b[0m',
    'script/has-ventoy',
  ],
  ['/dev/sdb does not contain Ventoy or data corrupted', 'script/no-ventoy'],
  ['/dev/sdb does not contain ventoy or data corupted', 'script/no-ventoy'],
  ['12x is invalid for reserved space', 'script/reserve'],
  ["Can't reserve 99999 MB space from /dev/sdb", 'script/reserve'],
  ['No enough space in disk /dev/sdb', 'script/too-small'],
  ['/dev/sdb is over 2TB size, MBR will not work on it.', 'script/mbr-limit'],
  ['Ventoy does not support 4k native disk.', '4kn'],
  ['[FAIL] /dev/loop0p1/dev/loop0p2 does not exist', 'script/no-partitions'],
  ['/dev/sdb1 NOT exist', 'script/no-partitions'],
  ['######### mkexfatfs failed, exit ########', 'script/format'],
  ["dd: error writing '/dev/sdb': Input/output error", 'script/write'],
  ['Failed to write 512 -1 5', 'script/write'],
  ["dd: error writing './rsvdata.bin': No space left on device", 'script/full'],
  ['###[FAIL] 4 MBR partition tables are all used.', 'beside/no-slot'],
  ['###[FAIL] Partition 1 is not start at 1MB', 'beside/first-partition'],
  ['###[FAIL] GPT Partition 1 is invalid', 'beside/first-partition'],
  ['###[FAIL] ntfsresize not found. Please install ntfs-3g package.', 'beside/no-tool'],
  ['###[FAIL] resize2fs failed.', 'beside/shrink'],
  ['###[FAIL] Unsupported filesystem in partition 1.', 'beside/file-system'],
  ['Ventoy non-destructive installation on /dev/sdb failed.', 'beside/table'],
  ['GPT write MBR & Main partition table failed', 'beside/table'],
  ['This is NOT a standard Ventoy device and is NOT supported (4097).', 'start/internal'],
  ['This is NOT a standard Ventoy device and is not supported (4098)', 'start/files'],
  ['This is NOT a standard Ventoy device and is NOT supported (4099).', 'start/cpio'],
  ['This is NOT a standard Ventoy device and is NOT supported (4100).', 'start/not-fat'],
  ['This is NOT a standard Ventoy device and is NOT supported (5).', 'start/data-start'],
  ['This is NOT a standard Ventoy device and is not supported (0x7)', 'start/layout'],
  ['This is NOT a standard Ventoy device and is NOT supported (9).', 'start/read'],
  ['This is NOT a standard Ventoy device and is NOT supported (10).', 'start/label'],
  ['This is NOT a standard Ventoy device and is NOT supported (12).', 'start/boot-code'],
  ['This is NOT a standard Ventoy device and is NOT supported (99).', 'start/not-standard'],
  ['This is NOT a standard Ventoy device and is NOT supported.', 'start/not-standard'],
  ["error: can't find command `vt_need_secondary_menu'.", 'start/mixed-versions'],
  ['No ISO or supported IMG files found (Press enter to reboot ...)', 'start/no-images'],
  [' Syntax error detected in ventoy.json, please check! ', 'config/syntax'],
  ['Encoding type for ventoy.json is not supported, please convert to UTF-8.', 'config/encoding'],
  [
    'Path case does not match! ventoy directory and ventoy.json MUST be all lowercase!',
    'config/case',
  ],
  [
    'You need to put ventoy.json in the 1st partition which hold the ISO files.',
    'config/partition',
  ],
  ['No bootfile found for UEFI!', 'image/no-uefi'],
  ['Maybe the image does not support X64 UEFI!', 'image/no-uefi'],
  ['This IMG file is only supported in UEFI mode.', 'image/needs-uefi'],
  [
    'The OS in the vdisk was created in UEFI mode, but current is Legacy BIOS mode.',
    'image/other-firmware',
  ],
  ['This IMG file is NOT supported now.', 'image/unsupported'],
  ["error: Can't alloc memory 63488", 'memory/low'],
  ['error: ../../grub-core/kern/mm.c:552:out of memory', 'memory/low'],
  ['error: image chunk is null', 'image/unreadable'],
  ['chain empty failed', 'image/not-started'],
  ['Verification failed: (0x1A) Security Violation', 'secure-boot/enrol'],
  [
    'Something has gone seriously wrong: SBAT self-check failed: Security Policy Violation',
    'secure-boot/revoked',
  ],
  ['start_image() returned Security Policy Violation', 'secure-boot/policy'],
  ['Please put the right ventoy_vhdboot.img file to the 1st partition', 'vhd/no-plugin'],
  ['Partition1 (exfat) is NOT ntfs, the VHD(x) file may not boot normally', 'vhd/not-ntfs'],
  ['Status: 0xc000000e', 'vhd/device-missing'],
  ['Stop code: VHD BOOT INITIALIZATION FAILED', 'vhd/initialization'],
  ['VHD_BOOT_HOST_VOLUME_NOT_ENOUGH_SPACE', 'vhd/space'],
  ['Stop code: INACCESSIBLE BOOT DEVICE', 'vhd/inaccessible'],
  ['[2025/05/01 10:00:00.123] [ERROR] Invalid parameters -1 2', 'windows/parameters'],
  ['[2025/05/01 10:00:00.123] [ERROR] Failed to get phydrive3 info', 'windows/no-drive'],
  ['[2025/05/01 10:00:00.123] [ERROR] PhyDrive 3 is NOT USB type', 'windows/not-usb'],
  [
    '[ERROR] No Ventoy information detected in PhyDrive 3, so can not do update',
    'script/no-ventoy',
  ],
  ['#### Part Resize PreCheck Failed ####', 'windows/no-room'],
  ['Ventoy_CLI_Install [FAILED]', 'windows/failed'],
];

/** What a good installation prints, in the script's order. */
const SUCCESS = `
**********************************************
      Ventoy: 1.1.17  x86_64
      longpanda admin@ventoy.net
**********************************************

Disk : /dev/loop7
Model: Loopback device (loopback)
Size : 4 GB
Style: MBR

\u001b[33mAttention:\u001b[0m
\u001b[33mAll the data on the disk /dev/loop7 will be lost!!!\u001b[0m
Continue? (y/n) y
Create partitions on /dev/loop7 by parted in MBR style ...
Done
Wait for partitions ...
Wait for /dev/loop7p1/dev/loop7p2 ...
partition exist OK
create efi fat fs /dev/loop7p2 ...
127 retry ...
success
\u001b[32mFormat partition 1 /dev/loop7p1 ...\u001b[0m
mkexfatfs success
\u001b[32mwriting data to disk ...\u001b[0m
\u001b[32mInstall Ventoy to /dev/loop7 successfully finished.\u001b[0m
/dev/loop7p1 not exist
part2 size is 0 not 65536
hexdump test ok ...
`;

describe('what Ventoy says', () => {
  it.each(lines)('“%s” is explained as %s', (line, code) => {
    const [found, ...more] = explainVentoy(`before\n${line}\r\nafter`);
    expect(found?.code).toBe(code);
    expect(found?.line).not.toMatch(/\u001b|\n/);
    expect(line).toContain(found?.line);
    expect(found).toMatchObject(ventoyExplanations[code]);
    expect(more).toEqual([]);
  });

  it('is explained in the order of the text, and each thing once', () => {
    const text = [
      'error: image chunk is null',
      'chain empty failed',
      'error: image chunk is null',
      'No bootfile found for UEFI!',
      'Maybe the image does not support X64 UEFI!',
    ].join('\n');
    expect(explainVentoy(text).map(({ code }) => code)).toEqual([
      'image/unreadable',
      'image/not-started',
      'image/no-uefi',
    ]);
  });

  it('is no failure when it is none', () => {
    expect(explainVentoy(SUCCESS)).toEqual([]);
  });

  it('gives no guess for anything else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        expect(explainVentoy(text)).toEqual([]);
      }),
    );
    expect(explainVentoy('')).toEqual([]);
    expect(explainVentoy('dd: /dev/sdb: something else')).toEqual([]);
  });

  it('is cut where a line has no end', () => {
    const [found] = explainVentoy(`${'x'.repeat(10)} chain empty failed ${'y'.repeat(1_000_000)}`);
    expect(found?.line.length).toBeLessThanOrEqual(2000);
  });
});

describe('the explanations', () => {
  it('each have a line that leads to them', () => {
    const led = new Set(lines.map(([, code]) => code));
    expect(Object.keys(ventoyExplanations).filter((code) => !led.has(code as never))).toEqual([]);
  });

  it('end in full stops but for their titles', () => {
    for (const { title, whatHappened, whatToDo } of Object.values(ventoyExplanations)) {
      expect(title).not.toMatch(/[.:!]$/);
      expect(whatHappened).toMatch(/\.$/);
      expect(whatToDo).toMatch(/\.$/);
    }
  });
});
