/** What a line of Ventoy's means, in words for a person. */
export interface ExplanationText {
  title: string;
  whatHappened: string;
  whatToDo: string;
}

/**
 * Everything that is explained. The code never changes once released; translations replace the texts and keep the
 * codes.
 */
export const ventoyExplanations = {
  // What Ventoy2Disk.sh prints or notes in its log.txt.
  'script/package-incomplete': {
    title: 'The Ventoy package is not complete',
    whatHappened:
      'Ventoy’s script did not find the files that belong to it. That is so in a copy of its source code.',
    whatToDo: 'Get the release package, such as ventoy-1.1.17-linux.tar.gz, and use that.',
  },
  'script/package-damaged': {
    title: 'The Ventoy package is damaged',
    whatHappened: 'A packed file of the Ventoy package can’t be unpacked.',
    whatToDo: 'Get the package again and compare its SHA-256.',
  },
  'script/tools': {
    title: 'A program of Ventoy’s does not run here',
    whatHappened:
      'Ventoy brings its own small programs for partitions and file systems, and one of them did not start on this computer.',
    whatToDo: 'Use the package for this kind of processor, or make the stick on another computer.',
  },
  'script/no-parted': {
    title: 'A partitioning program is missing',
    whatHappened: 'Ventoy makes its partitions with parted, which is not installed.',
    whatToDo: 'Install parted and start again.',
  },
  'script/folder': {
    title: 'Ventoy can’t write in its own folder',
    whatHappened: 'Its script unpacks programs and writes its log beside itself, and may not.',
    whatToDo: 'Unpack the package in a folder that can be written to.',
  },
  'script/no-device': {
    title: 'The drive is not there',
    whatHappened: 'Ventoy’s script was given a drive that does not exist, or that was unplugged.',
    whatToDo: 'Plug the drive in again and choose it from the list.',
  },
  'script/partition-given': {
    title: 'A partition was chosen instead of the whole drive',
    whatHappened: 'Ventoy takes whole drives only.',
    whatToDo: 'Choose the drive itself.',
  },
  'script/rights': {
    title: 'Administrator’s rights are missing',
    whatHappened: 'Ventoy’s script may not read the drive.',
    whatToDo: 'Start it with administrator’s rights.',
  },
  'script/in-use': {
    title: 'The drive is in use',
    whatHappened:
      'A partition of the drive is mounted, used as swap space, or held by another program, so Ventoy did not write to it.',
    whatToDo: 'Close what uses the drive, eject it in the file manager, and start again.',
  },
  'script/left-over-folder': {
    title: 'Something of an earlier run is in the way',
    whatHappened: 'The folder tmp_mnt of an earlier run is still there and could not be removed.',
    whatToDo: 'Unmount and delete tmp_mnt in the folder of the Ventoy package, or unpack it anew.',
  },
  'script/has-ventoy': {
    title: 'Ventoy is on this drive already',
    whatHappened: 'Ventoy does not install itself over a Ventoy that is there.',
    whatToDo: 'Update it, which keeps the images; or erase the drive and make it anew.',
  },
  'script/no-ventoy': {
    title: 'There is no Ventoy on this drive to update',
    whatHappened: 'The drive does not have Ventoy’s two partitions, or they are damaged.',
    whatToDo: 'Save what is on it and install Ventoy anew.',
  },
  'script/reserve': {
    title: 'So much space can’t be kept free',
    whatHappened: 'The space to keep free is no whole number of MiB, or leaves no room for Ventoy.',
    whatToDo: 'Keep less of the drive free.',
  },
  'script/too-small': {
    title: 'The drive is too small',
    whatHappened: 'Ventoy alone needs 32 MiB, and space for images besides.',
    whatToDo: 'Use a larger drive.',
  },
  'script/mbr-limit': {
    title: 'The drive is too large for an MBR',
    whatHappened: 'A partition table of the older kind (MBR) ends at 2 TiB.',
    whatToDo: 'Make the stick with a GPT.',
  },
  '4kn': {
    title: 'Ventoy can’t use this drive',
    whatHappened: 'The drive has sectors of 4096 bytes only, and Ventoy needs such of 512 bytes.',
    whatToDo: 'Use another drive.',
  },
  'script/no-partitions': {
    title: 'The new partitions did not appear',
    whatHappened:
      'Ventoy wrote a new partition table, but the system did not take notice of it. Often another program held the drive.',
    whatToDo: 'Unplug the drive, plug it in again, and start again.',
  },
  'script/format': {
    title: 'Partition 1 could not be formatted',
    whatHappened: 'Ventoy tried twice to make an exFAT file system and failed.',
    whatToDo: 'Try again. If it fails again, test the drive: it may be worn out or a fake.',
  },
  'script/write': {
    title: 'Writing to the drive failed',
    whatHappened: 'The drive refused to store something, or was unplugged.',
    whatToDo:
      'Plug it directly into the computer and try again. If it fails again, use another drive.',
  },
  'script/full': {
    title: 'There is no space left',
    whatHappened: 'Something that Ventoy wrote did not fit.',
    whatToDo:
      'Free space in the folder of the Ventoy package; if the drive itself is meant, use another.',
  },
  'beside/no-slot': {
    title: 'The partition table is full',
    whatHappened: 'To be installed beside what is there, Ventoy needs room for one more partition.',
    whatToDo: 'Delete a partition that isn’t needed, or let Ventoy have the whole drive.',
  },
  'beside/first-partition': {
    title: 'The first partition does not lie where Ventoy needs it',
    whatHappened:
      'Ventoy can be installed beside what is there only if the first partition begins at 1 MiB.',
    whatToDo: 'Save what is on the drive and let Ventoy have all of it.',
  },
  'beside/no-tool': {
    title: 'A program to make the partition smaller is missing',
    whatHappened: 'Ventoy needs ntfsresize or resize2fs to make room.',
    whatToDo: 'Install ntfs-3g (for NTFS) or e2fsprogs (for ext4) and start again.',
  },
  'beside/shrink': {
    title: 'The partition could not be made smaller',
    whatHappened:
      'Its file system could not give away 32 MiB: it is full, has errors, or was not closed properly by Windows.',
    whatToDo: 'Let the system that uses it check the partition, free some space, and start again.',
  },
  'beside/file-system': {
    title: 'Ventoy can’t make this file system smaller',
    whatHappened: 'It can do so with NTFS and ext2 to ext4 only, not with exFAT and FAT32.',
    whatToDo: 'Save what is on the drive and let Ventoy have all of it.',
  },
  'beside/table': {
    title: 'The partition table could not be changed',
    whatHappened:
      'Ventoy is written, but not in the partition table, so the drive does not start with it.',
    whatToDo: 'Save what is on the drive and start again.',
  },

  // What is shown when a stick starts.
  'start/not-standard': {
    title: 'Ventoy does not accept its own stick',
    whatHappened:
      'At its start Ventoy looks at how the stick is laid out, and something is not as it made it.',
    whatToDo: 'Check the stick with this program, and update Ventoy on it or make it anew.',
  },
  'start/internal': {
    title: 'Ventoy does not find the drive that it started from (4097)',
    whatHappened: 'The firmware did not tell Ventoy which drive and partition it comes from.',
    whatToDo: 'Try another USB port, or start with the other firmware mode (UEFI or BIOS).',
  },
  'start/files': {
    title: 'A file on VTOYEFI is missing (4098)',
    whatHappened:
      'The computer’s BIOS did not find one of Ventoy’s files. Either it is gone, or the BIOS can’t read the end of such a large drive, where they are.',
    whatToDo:
      'Update Ventoy on the stick. If only old computers show this, make the stick with space kept free at its end, or use a smaller one.',
  },
  'start/cpio': {
    title: 'Ventoy can’t read its own files (4099)',
    whatHappened: 'The file ventoy.cpio on VTOYEFI is missing or can’t be read.',
    whatToDo: 'Update Ventoy on the stick.',
  },
  'start/not-fat': {
    title: 'Partition 2 was formatted (4100)',
    whatHappened: 'VTOYEFI does not hold the FAT file system that Ventoy put there.',
    whatToDo: 'Update Ventoy on the stick; the images stay.',
  },
  'start/data-start': {
    title: 'Partition 1 does not begin at 1 MiB (5)',
    whatHappened:
      'A partitioning program moved the first partition, or Ventoy was started from another.',
    whatToDo: 'Save the images and make the stick anew.',
  },
  'start/layout': {
    title: 'The partitions were changed (6 or 7)',
    whatHappened:
      'VTOYEFI must be the second in the table, have 32 MiB, and follow the first without a gap. Making partition 1 smaller, or adding one between them, breaks that.',
    whatToDo:
      'Let partition 1 reach VTOYEFI again, and put partitions of your own behind it as third and fourth. Or make the stick anew, with space kept free at its end.',
  },
  'start/read': {
    title: 'Ventoy could not read the drive (8, 9 or 11)',
    whatHappened: 'The firmware gave Ventoy no access to the drive or to partition 2.',
    whatToDo: 'Try another USB port without a hub. If it stays, update Ventoy on the stick.',
  },
  'start/label': {
    title: 'Partition 2 has another name (10)',
    whatHappened: 'The label of the second partition must be VTOYEFI, and was changed.',
    whatToDo: 'Give it the label VTOYEFI again, or update Ventoy on the stick.',
  },
  'start/boot-code': {
    title: 'The boot code in sector 0 is not Ventoy’s (12)',
    whatHappened:
      'Another program wrote its own boot code to the stick: partitioning programs do that, and installers of systems. With UEFI Ventoy looks at it, too. Version 1.0.92 showed this by a fault of its own.',
    whatToDo:
      'Update Ventoy on the stick; that writes the boot code again and leaves the images alone.',
  },
  'start/mixed-versions': {
    title: 'Parts of different versions of Ventoy are on the stick',
    whatHappened: 'The menu uses a command that the loader on the stick does not know.',
    whatToDo: 'Update Ventoy on the stick from a complete release package.',
  },
  'start/no-images': {
    title: 'Ventoy finds no images',
    whatHappened:
      'Nothing that it can start was found: the files lie in no folder that it searches, have other endings, are below 32 KiB, or partition 1 can’t be read.',
    whatToDo:
      'Look at the images on the stick with this program, and at the folder to search in ventoy.json.',
  },
  'config/syntax': {
    title: 'ventoy.json has a mistake',
    whatHappened: 'Ventoy can’t read its settings and ignores all of them.',
    whatToDo: 'Open the settings with this program; it says where the mistake is.',
  },
  'config/encoding': {
    title: 'ventoy.json is not in UTF-8',
    whatHappened: 'Ventoy reads its settings in UTF-8 only and ignores them.',
    whatToDo: 'Save them again with this program.',
  },
  'config/case': {
    title: 'ventoy.json has the wrong name',
    whatHappened: 'The folder ventoy and the file ventoy.json must be written in small letters.',
    whatToDo: 'Rename them.',
  },
  'config/partition': {
    title: 'The settings are on the wrong partition',
    whatHappened: 'ventoy.json belongs into the folder ventoy on partition 1, with the images.',
    whatToDo: 'Move it there.',
  },

  // What is shown when an image is started.
  'image/no-uefi': {
    title: 'The image has nothing for this computer’s UEFI',
    whatHappened:
      'Ventoy found no program in it that this kind of UEFI starts: it may be for a BIOS only, for other processors, 32-bit while the computer is 64-bit, or damaged.',
    whatToDo:
      'Compare the image’s checksum. If it is right, start the computer in BIOS mode, or get the image for its processor.',
  },
  'image/needs-uefi': {
    title: 'The image starts with UEFI only',
    whatHappened: 'The computer was started in BIOS mode.',
    whatToDo: 'Start the stick in UEFI mode.',
  },
  'image/other-firmware': {
    title: 'The virtual disk was made for the other firmware',
    whatHappened:
      'The system in it was installed with UEFI and is started with a BIOS, or the other way.',
    whatToDo: 'Start the stick in the mode in which the system was installed.',
  },
  'image/unsupported': {
    title: 'Ventoy does not know this image',
    whatHappened: 'Ventoy starts only such disk images as it was taught to.',
    whatToDo: 'Look for an ISO file of the same system.',
  },
  'image/unreadable': {
    title: 'Ventoy can’t read the image',
    whatHappened:
      'The file could not be opened or followed on the stick. It may be damaged, or a hub keeps the firmware from reading it.',
    whatToDo:
      'Plug the stick in without a hub. If that does not help, check the file system of partition 1 and copy the image again.',
  },
  'image/not-started': {
    title: 'The image could not be started',
    whatHappened:
      'Something that was needed to start it failed before; the line above this one says what.',
    whatToDo: 'Try the image in GRUB2 mode (Ctrl+R in Ventoy’s menu), and compare its checksum.',
  },
  'memory/low': {
    title: 'There is not enough memory where it is needed',
    whatHappened:
      'Ventoy or the system needs memory in the first 4 GiB, and the firmware or the graphics has taken it.',
    whatToDo:
      'Try GRUB2 mode (Ctrl+R in Ventoy’s menu), which needs less. Else give less memory to the graphics in the firmware’s settings, or update the firmware.',
  },
  'secure-boot/enrol': {
    title: 'The computer does not know Ventoy’s key yet',
    whatHappened:
      'Secure Boot is on, and this computer starts Ventoy for the first time. Its key has to be enrolled once.',
    whatToDo:
      'Press Enter for OK, any key at “Press any key to perform MOK management”, then choose “Enroll key from disk”, VTOYEFI, ENROLL_THIS_KEY_IN_MOKMANAGER.cer, “Continue”, “Yes”, “Reboot”.',
  },
  'secure-boot/revoked': {
    title: 'This computer does not accept such an old loader any more',
    whatHappened:
      'An update of Windows or Linux told the firmware to refuse older versions of the loader (shim), such as that in Ventoy up to 1.0.99. An image can contain one as well.',
    whatToDo:
      'Update Ventoy on the stick and use a newer image, or turn Secure Boot off while you use the stick.',
  },
  'secure-boot/policy': {
    title: 'The firmware refuses the loader',
    whatHappened:
      'Secure Boot is on and does not let the loader start. On some computers loaders other than Windows’ have to be allowed first.',
    whatToDo:
      'Look in the firmware’s settings for “Allow Microsoft 3rd party UEFI CA” and turn it on, or turn Secure Boot off while you use the stick.',
  },
  'vhd/no-plugin': {
    title: 'ventoy_vhdboot.img is missing or not the right one',
    whatHappened:
      'Ventoy starts VHD and VHDX files with the help of this file, which it doesn’t bring along.',
    whatToDo:
      'Get ventoy_vhdboot.img from the releases of ventoy/vhdiso and put it on the stick as /ventoy/ventoy_vhdboot.img.',
  },
  'vhd/not-ntfs': {
    title: 'The virtual disk does not lie on NTFS',
    whatHappened:
      'Windows starts from a virtual disk reliably only when it lies on an NTFS partition.',
    whatToDo:
      'Make the stick with NTFS. If it starts all the same, turn the warning off with VTOY_VHD_NO_WARNING.',
  },
  'vhd/device-missing': {
    title: 'Windows’ boot manager does not find the virtual disk (0xc000000e)',
    whatHappened:
      'The boot manager looks on a disk that isn’t there. Ventoy 1.0.87 caused this by a fault of its own.',
    whatToDo: 'Update Ventoy on the stick, and ventoy_vhdboot.img with it.',
  },
  'vhd/initialization': {
    title: 'Windows could not open its virtual disk',
    whatHappened:
      'Windows began to start but lost the file that it lies in. That is known of some USB 3 ports; the cause is not known for certain.',
    whatToDo: 'Try a USB 2 port and another stick, and a virtual disk of fixed size.',
  },
  'vhd/space': {
    title: 'The partition has too little space for the virtual disk',
    whatHappened:
      'A virtual disk that grows needs room for its full size before Windows starts from it.',
    whatToDo: 'Free space on partition 1, or use a smaller virtual disk of fixed size.',
  },
  'vhd/inaccessible': {
    title: 'Windows does not reach the disk it started from',
    whatHappened:
      'With a virtual disk this comes of one with NTFS on a partition with exFAT, or of a Windows without the driver for this port.',
    whatToDo: 'Put the virtual disk on an NTFS partition, and try another USB port.',
  },

  // What Ventoy2Disk.exe notes in cli_log.txt and log.txt.
  'windows/parameters': {
    title: 'Ventoy did not understand its command line',
    whatHappened: 'It was told neither to install nor to update, or no drive.',
    whatToDo: 'Report this with the log; it is a fault in the program that called Ventoy.',
  },
  'windows/no-drive': {
    title: 'Ventoy could not open the drive',
    whatHappened: 'Windows gave Ventoy no information about the drive.',
    whatToDo: 'Plug it in again and start with administrator’s rights.',
  },
  'windows/not-usb': {
    title: 'The drive is not connected by USB',
    whatHappened:
      'Ventoy’s program for Windows refuses other drives unless it is told not to look.',
    whatToDo: 'Make sure that this is the drive you mean.',
  },
  'windows/no-room': {
    title: 'Ventoy can’t be installed beside what is there',
    whatHappened: 'The partitions on the drive don’t allow it.',
    whatToDo: 'Save what is on the drive and let Ventoy have all of it.',
  },
  'windows/failed': {
    title: 'Ventoy’s program for Windows failed',
    whatHappened: 'It tried several times and gave up. The lines above this one say at what.',
    whatToDo:
      'Close programs that use the drive, virus scanners above all, plug it in again, and try again.',
  },
} as const satisfies Record<string, ExplanationText>;

export type ExplanationCode = keyof typeof ventoyExplanations;
