/** What to do about a finding. */
export const advice = {
  'next.again': 'Make the stick again; if it fails again, use another drive.',
  'next.again-alone': 'Make the stick again.',
  'next.repair': 'Repair the stick; if that doesn’t help, make it again.',
  'next.slow': 'The stick works, but writing to it may be slow. Make it again to change that.',

  'next.mbr.active-partition': 'A BIOS would not know what to start. Repair the stick.',
  'next.mbr.boot-code': 'A BIOS would start nothing; UEFI does without. Repair the stick.',
  'next.mbr.boot-sector':
    'A BIOS would not get to the boot manager; UEFI does without. Repair the stick.',
  'next.mbr.boot-manager': 'A BIOS would find no boot manager. Repair the stick.',

  'next.efi.size':
    'Updates of the boot files may not fit. Make the stick again with a larger EFI system partition.',
  'next.efi.fonts':
    'The boot manager starts, but can’t show text. Make the stick from another image.',
  'next.efi.boot-file': 'Firmware would find nothing to start. Repair the stick.',
  'next.efi.boot-manager': 'The boot manager is not the one of this Windows. Repair the stick.',
  'next.efi.signature':
    'With Secure Boot the computer refuses this stick: turn Secure Boot off, or make the stick again from an image of Microsoft’s.',
  'next.efi.signer':
    'With Secure Boot a computer starts this stick only if its owner trusts that signer.',
  'next.loader.program':
    'The boot manager would stop with 0xc000007b. Make the stick again; if it fails again, use another drive.',
  'next.loader.signature':
    'With Secure Boot the boot manager stops with 0xc0000428: turn Secure Boot off, or make the stick again from an image of Microsoft’s.',

  'next.bcd.setup':
    'Windows starts, but its first-time setup may refuse this store. Repair the stick.',
  'next.bcd.device':
    'The boot store names partitions of another drive, as after copying a stick. Repair the stick.',
  'next.bcd.locale': 'The stick starts; the boot manager speaks English then.',
  'next.bcd.recovery':
    'After failed starts Windows looks for a recovery environment, which a stick has not: make the stick again, or turn it off with reagentc /disable.',

  'next.ntfs.size': 'The rest of the partition can’t be used. Make the stick again.',
  'next.ntfs.start':
    'UEFI starts Windows all the same; a BIOS needs the right place. Make the stick again.',
  'next.ntfs.mft-mirror':
    'Start Windows from the stick and let it check the drive (chkdsk); if it fails again, make the stick again.',
  'next.ntfs.serial': 'Windows tells volumes apart by it. Make the stick again.',
  'next.ntfs.free-space':
    'Windows starts, but may have no room for its updates. Make the stick again on a larger drive, or remove files.',
  'next.volume-open':
    'Start Windows from the stick and shut it down properly, or let Windows check the drive.',
  'next.vhdx.file': 'Windows starts, but more slowly. Make the stick again to change that.',

  'next.hive.clean':
    'Start Windows from the stick and shut it down properly: it completes the change from its log.',
  'next.hive.san-policy':
    'Windows on this stick sees the disks inside of a computer. That may be what you chose; if not, make the stick again.',
  'next.hive.portable':
    'Windows may set it when it starts. With 0 it takes itself for one that is installed on this computer.',
  'next.drivers':
    'Windows would stop with INACCESSIBLE_BOOT_DEVICE where that driver is needed. Make the stick from an image with all of Windows’ own drivers.',

  'next.bitlocker.metadata':
    'The volume still opens as long as one copy is whole, but make the stick again soon.',
  'next.bitlocker.protectors':
    'A stick that moves between computers needs a password, and a recovery key for when it is forgotten.',
  'next.bitlocker.recovery-key':
    'Keep the password safe, and have Windows make a new recovery key.',
  'next.bitlocker.key-file':
    'The password opens the stick. Start Windows from it, and save what “manage-bde -protectors -get C:” shows; or make the stick again.',

  'next.ventoy.update':
    'Update Ventoy on this stick: that writes its own parts again and leaves the images alone.',
  'next.ventoy.update-for-bios':
    'A BIOS would start nothing. Update Ventoy on this stick: that writes its own parts again and leaves the images alone.',
  'next.ventoy.update-for-uefi':
    'Computers with UEFI would start nothing. Update Ventoy on this stick: that writes its own parts again and leaves the images alone.',
  'next.ventoy.make-again': 'Save the images and make the stick again.',
  'next.ventoy.disk-uuid':
    'Ventoy tells this stick from other disks by it. Save the images and make the stick again.',
  'next.ventoy.reformat':
    'Let the system that formatted it check the partition. If that does not help, save the images and format it again; Ventoy stays.',
  'next.ventoy.data-label':
    'Give the partition its label in a file manager. Or save the images and make the stick again.',
  'next.ventoy.table-copy': 'Let a partitioning program such as gdisk write the second copy again.',
  'next.ventoy.data-type':
    'Windows may not show the images. A partitioning program can set the type.',
  'next.ventoy.data-name':
    'Nothing is lost by that; Ventoy’s own programs would have given it the other name.',
  'next.ventoy.active':
    'Some BIOSes start nothing then. A partitioning program can make partition 1 active.',
  'next.ventoy.efi-alignment': 'The stick works, but its start may be slower than need be.',
  'next.ventoy.efi-type': 'A partitioning program can set the type; or make the stick again.',
  'next.ventoy.efi-name':
    'Ventoy’s program for Windows would not know the stick. A partitioning program can set the name.',
  'next.ventoy.efi-attributes':
    'Windows gives partition 2 a drive letter then. Ventoy’s program for Windows sets that right when it updates.',
  'next.ventoy.secure-boot':
    'Update Ventoy on this stick and choose there whether Secure Boot is supported.',
  'next.ventoy.menu':
    'Ventoy starts without these settings. Correct ventoy/ventoy.json, or set them anew.',
  'next.ventoy.menu-files':
    'Ventoy starts without what is missing. Copy these files to the stick, or take them out of ventoy/ventoy.json.',
  'next.ventoy.images':
    'Copy the image to the stick again. If it fails again, the drive may be bad.',

  'next.boot.uefi-only':
    'A stick with a GPT starts computers with UEFI only. For those with a BIOS make it with an MBR (--scheme mbr).',
  'next.boot.practice-unsigned':
    'Secure Boot has to refuse the stand-ins of a practice Windows: nobody signed them. The boot programs of a real Windows are signed by Microsoft.',
  'next.boot.refused':
    'A computer with Secure Boot would refuse this stick. Make it from an image that Microsoft made, or switch Secure Boot off in the firmware of the computer.',
  'next.boot.closed-virtual-disk':
    'The stand-ins of a practice Windows start, but can’t look into a virtual disk. The other checks followed it as Windows would.',
  'next.boot.closed-encrypted':
    'The stand-ins of a practice Windows start, but can’t open an encrypted volume. The other checks tell what is known of it.',
  'next.boot.untold':
    'Something was started that says nothing which this program can read. Look at the picture (--pictures), or try the stick on a real computer.',
  'next.boot.too-slow':
    'The test could not tell in the time it had. Try the stick on a real computer.',
  'next.boot.enrolment':
    'On each computer with Secure Boot, Ventoy’s key has to be enrolled once, at the first start.',
  'next.boot.stopped': 'The boot program stopped with the error {code}. Make the stick again.',
  'next.boot.explained': '{whatHappened} {whatToDo}',
  'next.boot.install': 'Install it with: {command}',
} as const;
