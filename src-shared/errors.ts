import { z } from 'zod';

/**
 * What is known about the target when something went wrong. It is part of every error, because it is
 * the first thing a person wants to know.
 * - `untouched`: not one byte of the target was changed.
 * - `unfinished`: writing had begun; the target has no valid partition table and can't be mistaken for a finished stick.
 * - `kept`: the files that were on the target are still there, but it may not start a computer.
 * - `partial`: what is on the target is whole and can be used, but not all that was asked for was done.
 * - `finished`: everything was written; the problem came after that.
 * - `unknown`: contact was lost at a moment that doesn't tell.
 */
export const StickStateSchema = z.enum([
  'untouched',
  'kept',
  'partial',
  'unfinished',
  'finished',
  'unknown',
]);
export type StickState = z.infer<typeof StickStateSchema>;

/** Exit codes of the command line, as promised in the documentation. */
export const ExitCode = {
  done: 0,
  internal: 1,
  usage: 2,
  refused: 3,
  verification: 4,
  lacking: 5,
  io: 6,
  image: 7,
  cancelled: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

interface ErrorText {
  exit: keyof typeof ExitCode;
  /** What happened. `{name}` is a parameter, `{name:bytes}` one shown as a size. */
  what: string;
  /** What the person can do now. */
  next: string;
}

/**
 * Every error that a person can meet. The code never changes once released: people search for it.
 * Translations replace the texts and keep codes and parameters.
 */
export const errorCatalogue = {
  internal: {
    exit: 'internal',
    what: 'Sticksmith made a mistake it did not expect: {message}.',
    next: 'Save the log and report this; it is a fault in the program, not in your hardware.',
  },
  cancelled: {
    exit: 'cancelled',
    what: 'The job was cancelled.',
    next: 'Start it again whenever you like.',
  },
  usage: {
    exit: 'usage',
    what: '{message}.',
    next: 'Run “sticksmith --help” for the commands and their options.',
  },
  'explain/unknown': {
    exit: 'usage',
    what: 'Nothing is known of “{text}”.',
    next: 'Write the code as it stands on the screen, such as 0xc0000225, or a few words of the message. “sticksmith explain --list” shows all that is known.',
  },
  'plan/invalid': {
    exit: 'usage',
    what: 'The plan is not valid: {message}.',
    next: 'Correct the named field and try again.',
  },
  'plan/version': {
    exit: 'usage',
    what: 'The plan has version {found}; this program understands version {known}.',
    next: 'Make the recipe again with this version of the program, or use the version that wrote it.',
  },
  'plan/unreadable': {
    exit: 'usage',
    what: 'The recipe {path} can’t be read: {message}.',
    next: 'Check that the file exists and contains a recipe saved by Sticksmith.',
  },
  'recipe/not-found': {
    exit: 'usage',
    what: 'There is no recipe {name} in {folder}.',
    next: 'Look at the list of recipes, and take a name from there.',
  },
  'recipe/folder': {
    exit: 'io',
    what: 'The folder for recipes, {folder}, can’t be used: {message}.',
    next: 'Check that you may write there, or choose another folder.',
  },

  'ventoy/not-found': {
    exit: 'refused',
    what: 'There is no Ventoy on {target}.',
    next: 'Choose the drive that has it, or make a fresh Ventoy stick.',
  },
  'ventoy/already-there': {
    exit: 'refused',
    what: 'Ventoy is on {target} already.',
    next: 'Update it, which keeps everything, or make it anew.',
  },
  'ventoy/beside-impossible': {
    exit: 'refused',
    what: 'Ventoy can’t be put beside what is on {target}: {message}.',
    next: 'Save what matters and let Ventoy have the whole drive, or make room for it with a partition program first.',
  },
  'ventoy/damaged': {
    exit: 'verification',
    what: 'The Ventoy on {target} is damaged: {message}.',
    next: 'Update it, which writes it again and keeps your files; if that is refused, make it anew.',
  },
  'ventoy/install-failed': {
    exit: 'io',
    what: 'Ventoy’s own programs did not succeed on {target}: {message}.',
    next: 'Look at the details; then try again, on another USB port or with another drive if it happens again.',
  },
  'ventoy/update-changed-files': {
    exit: 'verification',
    what: 'While Ventoy was updated on {target}, its files changed: {message}.',
    next: 'Save what is on the stick and compare it with your originals before you use it again. Report this, with the version of Ventoy.',
  },
  'ventoy/other-layout': {
    exit: 'internal',
    what: 'Ventoy’s own programs made other partitions than expected: {message}.',
    next: 'Use a release of Ventoy that this program knows, or put Windows in a virtual disk on a stick without Ventoy.',
  },
  'ventoy/vhd-boot': {
    exit: 'usage',
    what: 'The file {path} can’t be what starts virtual disks: {message}.',
    next: 'Get ventoy_vhdboot.img from the Ventoy project’s page about starting VHD files, and choose it again.',
  },
  'ventoy/file-unreadable': {
    exit: 'image',
    what: 'The file {path} can’t be read: {message}.',
    next: 'Check that it is there, that you may read it, and that its disk is healthy.',
  },
  'ventoy/file-mismatch': {
    exit: 'verification',
    what: 'The file for {name} is not the one that was expected. Its SHA-256 is {actual}, expected was {expected}.',
    next: 'Get it again from its publisher and compare once more.',
  },
  'ventoy/source-changed': {
    exit: 'image',
    what: 'The file {path} changed while it was being used.',
    next: 'Make sure that no download or copy is still running, then start again.',
  },
  'ventoy/file-exists': {
    exit: 'refused',
    what: 'There is another {name} on {target} already.',
    next: 'Remove or rename it first, or give the new one another name.',
  },
  'ventoy/file-missing': {
    exit: 'refused',
    what: 'There is no file {name} on {target}.',
    next: 'Look at what is on the stick, and correct the name.',
  },
  'ventoy/file-name': {
    exit: 'usage',
    what: 'The name {name} can’t be on this stick: {message}.',
    next: 'Give the file another name.',
  },
  'ventoy/file-too-large': {
    exit: 'refused',
    what: 'The file {name} is too large for {target}: its FAT32 holds no file of 4 GiB or more.',
    next: 'Make the stick with exFAT or NTFS.',
  },
  'ventoy/no-room': {
    exit: 'refused',
    what: 'There is too little room on {target}: {needed:bytes} are needed and {free:bytes} are free.',
    next: 'Remove files that you don’t need, or choose fewer images.',
  },
  'ventoy/copy-mismatch': {
    exit: 'verification',
    what: 'The file {name} on {target} is not what was written to it.',
    next: 'The drive may be worn out or not as large as it says: test it, and use another one.',
  },
  'ventoy/copy-unreadable': {
    exit: 'io',
    what: 'The file {name} on {target} can’t be read: {message}.',
    next: 'Connect the drive again, at another port if you can, and do the same once more. If that fails, too, the drive is failing.',
  },
  'ventoy/config-unreadable': {
    exit: 'image',
    what: 'The settings ventoy/ventoy.json on {target} can’t be read: {message}.',
    next: 'Correct the file, or rename it; then try again.',
  },
  'ventoy/persistence-unsupported': {
    exit: 'refused',
    what: 'What is changed in {name} can’t be kept: {message}.',
    next: 'Go on without it, or choose another live system.',
  },
  'ventoy/persistence-shrinks': {
    exit: 'refused',
    what: 'The file {name} on {target} has {bytes:bytes} already, and can only become larger.',
    next: 'Ask for more, or remove the file first; what is kept in it is lost then.',
  },

  'image/not-found': {
    exit: 'image',
    what: 'There is no file {path}.',
    next: 'Check the name, or choose the image again.',
  },
  'image/unreadable': {
    exit: 'image',
    what: 'The image {path} can’t be read: {message}.',
    next: 'Check that you may read it and that its disk is healthy, or copy it elsewhere first.',
  },
  'image/truncated': {
    exit: 'image',
    what: 'The image {path} is cut short: it should have at least {expected:bytes} but has {actual:bytes}.',
    next: 'The download was probably interrupted. Get the image again and compare its checksum.',
  },
  'image/not-recognised': {
    exit: 'image',
    what: '{path} is not an image this program knows: {message}.',
    next: 'Choose an ISO file with Windows, or a WIM, ESD or SWM file.',
  },
  'image/not-windows': {
    exit: 'image',
    what: 'The disc image {path} holds no sources/install.wim, install.esd or install.swm.',
    next: 'Choose an installation image of Windows 10 or 11; a repair or driver disc can’t become a portable Windows.',
  },
  'image/damaged': {
    exit: 'image',
    what: 'The file system inside {path} is damaged: {message}.',
    next: 'Get the image again and compare its checksum with the publisher’s.',
  },
  'image/changed': {
    exit: 'image',
    what: 'The image {path} changed while it was being used.',
    next: 'Make sure that no download or copy is still running, then start again.',
  },
  'image/hash-mismatch': {
    exit: 'verification',
    what: 'The image is not the one that was expected. Its SHA-256 is {actual}, expected was {expected}.',
    next: 'Don’t use this image. Get it again from its publisher and compare once more.',
  },
  'image/checksum-file': {
    exit: 'usage',
    what: 'The checksum file {path} names no SHA-256 for this image.',
    next: 'Choose the checksum file that belongs to the image, or paste the value.',
  },
  'boot-image/not-recognised': {
    exit: 'image',
    what: 'Ventoy can’t start {path}: {message}.',
    next: 'Choose a file that is, and is called, .iso, .img, .wim, .vhd, .vhdx, .efi or .vtoy.',
  },
  'boot-image/damaged': {
    exit: 'image',
    what: 'The image {path} is damaged: {message}.',
    next: 'Get it again and compare its checksum with the publisher’s.',
  },
  'wim/header': {
    exit: 'image',
    what: 'The Windows image {path} has a damaged header: {message}.',
    next: 'Get the image again and compare its checksum with the publisher’s.',
  },
  'wim/hash-table': {
    exit: 'image',
    what: 'The table of contents of the Windows image {path} is damaged: {message}.',
    next: 'Get the image again and compare its checksum with the publisher’s.',
  },
  'wim/xml': {
    exit: 'image',
    what: 'The description of the editions in {path} is damaged: {message}.',
    next: 'Get the image again and compare its checksum with the publisher’s.',
  },
  'wim/part-missing': {
    exit: 'image',
    what: 'The Windows image is split into {total} parts; part {part} ({path}) is missing.',
    next: 'Put all parts of the set into one folder and try again.',
  },
  'wim/part-foreign': {
    exit: 'image',
    what: '{path} does not belong to the same split image as the other parts.',
    next: 'Put the parts of one and the same set into one folder and try again.',
  },
  'wim/edition-missing': {
    exit: 'image',
    what: 'The image has no edition number {index}; it has {available}.',
    next: 'Choose one of the editions that “sticksmith inspect” lists.',
  },
  'wim/unsupported': {
    exit: 'image',
    what: 'The Windows image {path} is of a kind that can’t be used: {message}.',
    next: 'Use an install.wim or install.esd as it comes from the publisher.',
  },
  'wim/too-large': {
    exit: 'refused',
    what: 'Windows doesn’t fit into a partition of {size:bytes}: it takes more room than its image says.',
    next: 'Use a larger drive, or choose a smaller edition or less shared space.',
  },
  'wim/apply': {
    exit: 'image',
    what: 'Windows could not be unpacked: {message}.',
    next: 'The image is probably damaged: compare its checksum with the publisher’s. If it matches, report this with the log.',
  },

  'files/unreadable': {
    exit: 'usage',
    what: 'The file {path} can’t be read: {message}.',
    next: 'Check the name and that you may read it, or leave it out.',
  },
  'files/changed': {
    exit: 'usage',
    what: 'The file {path} changed while the stick was being made.',
    next: 'Start again when nothing changes it any more.',
  },
  'answers/invalid': {
    exit: 'usage',
    what: 'The answer file {path} can’t be used: {message}.',
    next: 'Correct the file, or go on without it.',
  },
  'wifi/invalid': {
    exit: 'usage',
    what: 'The network “{name}” can’t be used: {message}.',
    next: 'Export the profile again with “netsh wlan export profile key=clear”, or enter name and key.',
  },
  'bitlocker/password': {
    exit: 'usage',
    what: 'The password for BitLocker can’t be used: {message}.',
    next: 'Choose a password of 8 to 256 characters, best with letters of the English keyboard and digits only.',
  },
  'bitlocker/recovery-folder': {
    exit: 'lacking',
    what: 'The recovery key can’t be saved in {path}: {message}.',
    next: 'Choose another folder, one that you may write to and that is not on the stick.',
  },
  'bitlocker/key-file': {
    exit: 'lacking',
    what: 'The recovery key can’t be taken from {path}: {message}.',
    next: 'Look where the file was moved to. If it is lost, the password still opens the stick, and Windows shows the key with “manage-bde -protectors -get C:”.',
  },
  'print/failed': {
    exit: 'lacking',
    what: 'The system could not print: {message}.',
    next: 'Check that this computer has a printer, or open the file and print it with another program.',
  },
  'domain/invalid': {
    exit: 'usage',
    what: 'The domain join in {path} can’t be used: {message}.',
    next: 'Make the file again with “djoin /provision … /savefile”, one for each stick.',
  },
  'bitlocker/needs-windows': {
    exit: 'refused',
    what: 'Only a computer with Windows can have Windows encrypt a stick after writing it.',
    next: 'Have it encrypted now, or at its first start; or make the stick on a computer with Windows.',
  },
  'bitlocker/windows-refused': {
    exit: 'io',
    what: 'This Windows did not encrypt the stick {target}: {message}.',
    next: 'The stick starts, but it is not encrypted, and no key of it was kept. Make it again to be encrypted now; or change what keeps this Windows from it.',
  },
  'bitlocker/windows-stopped': {
    exit: 'io',
    what: 'Windows began to encrypt the stick {target} and did not finish: {message}.',
    next: 'Keep the recovery key: it and the password open the stick. Plug it into a computer with Windows Pro, unlock it, and run “manage-bde -resume” with its letter; or make it again.',
  },
  'bitlocker/not-encrypted': {
    exit: 'refused',
    what: 'This volume is not encrypted with BitLocker: {message}.',
    next: 'Choose the stick and the partition that is.',
  },
  'bitlocker/damaged': {
    exit: 'verification',
    what: 'The BitLocker data of this volume is damaged: {message}.',
    next: 'Make the stick again. To save files from it first, use Windows’ program repair-bde with the recovery key.',
  },
  'bitlocker/unsupported': {
    exit: 'refused',
    what: 'This BitLocker volume can’t be opened here: {message}.',
    next: 'Open it in Windows.',
  },
  'bitlocker/wrong-password': {
    exit: 'verification',
    what: 'The password doesn’t open this BitLocker volume.',
    next: 'Enter it again, and mind the keyboard layout and capital letters; or use the recovery key.',
  },
  'bitlocker/wrong-recovery-password': {
    exit: 'verification',
    what: 'The recovery key is well-formed, but it is not the one of this BitLocker volume.',
    next: 'Look for the key whose identifier the recovery screen shows.',
  },
  'bitlocker/recovery-password': {
    exit: 'usage',
    what: 'The recovery key can’t be right: {message}.',
    next: 'Compare it with the printout or file: eight groups of six digits.',
  },
  'drivers/unusable': {
    exit: 'usage',
    what: 'The driver folder {path} can’t be used: {message}.',
    next: 'Choose a folder with unpacked drivers: .inf files with their .sys and .cat files beside them.',
  },
  'windows/unusable-text': {
    exit: 'usage',
    what: 'Windows’ program {tool} can’t be given {text}: {message}.',
    next: 'Use a name or a folder without such characters.',
  },
  'vhdx/unsupported': {
    exit: 'refused',
    what: '{path} is a virtual disk that can’t be used: {message}.',
    next: 'Use one of fixed size, as this program makes it.',
  },

  'ventoy/package-not-found': {
    exit: 'image',
    what: 'There is no file {path}.',
    next: 'Check the name, or choose the Ventoy package again.',
  },
  'ventoy/package-unreadable': {
    exit: 'image',
    what: 'The Ventoy package {path} can’t be read: {message}.',
    next: 'Check that you may read it and that its disk is healthy, or copy it elsewhere first.',
  },
  'ventoy/package-not-recognised': {
    exit: 'image',
    what: '{path} is no release package of Ventoy: {message}.',
    next: 'Get ventoy-x.y.z-linux.tar.gz from Ventoy’s releases and choose that file as it is.',
  },
  'ventoy/package-source': {
    exit: 'image',
    what: '{path} holds Ventoy’s source code. It lacks the programs that make a stick.',
    next: 'Use a complete release package: ventoy-x.y.z-linux.tar.gz from Ventoy’s releases.',
  },
  'ventoy/package-platform': {
    exit: 'image',
    what: '{path} is Ventoy {version} for {platform}. It lacks the programs that this computer can run.',
    next: 'Get {wanted} from Ventoy’s releases and choose that file.',
  },
  'ventoy/package-incomplete': {
    exit: 'image',
    what: 'The Ventoy package {path} is not complete: {message}.',
    next: 'Use a complete release package, as it comes from Ventoy’s releases.',
  },
  'ventoy/package-contradiction': {
    exit: 'image',
    what: 'The Ventoy package {path} says different things about itself: {message}.',
    next: 'Get the package again from Ventoy’s releases, and keep its name.',
  },
  'ventoy/package-damaged': {
    exit: 'image',
    what: 'The Ventoy package {path} is damaged: {message}.',
    next: 'Get it again and compare its SHA-256 with the publisher’s.',
  },
  'ventoy/package-unsafe': {
    exit: 'refused',
    what: 'The archive {path} was not unpacked, because it could do harm: {message}.',
    next: 'Don’t use it. Get the package from Ventoy’s releases and compare its SHA-256.',
  },
  'ventoy/package-hash-mismatch': {
    exit: 'verification',
    what: 'The Ventoy package {path} is not the one that was expected. Its SHA-256 is {actual}, expected was {expected}.',
    next: 'Don’t use it. Get it again from its publisher and compare once more.',
  },
  'ventoy/package-hashes-differ': {
    exit: 'verification',
    what: 'Two SHA-256 values were found for the Ventoy package {path}: {given} was given, {beside} stands in sha256.txt beside it.',
    next: 'Find out which one its publisher names. Correct the value, or remove the sha256.txt.',
  },
  'ventoy/package-changed': {
    exit: 'image',
    what: 'The Ventoy package {path} is no longer the file that was checked.',
    next: 'Make sure that no download or copy is still running, then choose the package again.',
  },
  'ventoy/package-unpack': {
    exit: 'io',
    what: 'The Ventoy package could not be unpacked into {path}: {message}.',
    next: 'Free some space or choose another work folder, then try again.',
  },
  'ventoy/package-not-kept': {
    exit: 'usage',
    what: 'No package of Ventoy {version} is kept on this computer.',
    next: 'Choose a release package, or let the program download one.',
  },
  'ventoy/package-store': {
    exit: 'lacking',
    what: 'Ventoy packages can’t be kept in {path}: {message}.',
    next: 'Choose a folder that is yours alone and has room, or name the package’s file each time.',
  },
  'ventoy/download-address': {
    exit: 'usage',
    what: 'Nothing is downloaded from {url}: {message}.',
    next: 'Use the https address of a release package of Ventoy.',
  },
  'ventoy/download-failed': {
    exit: 'io',
    what: 'The download from {url} failed: {message}.',
    next: 'Check the connection and try again, or download the package by other means and choose its file.',
  },
  'ventoy/download-status': {
    exit: 'io',
    what: 'The server answered the request for {url} with status {status}.',
    next: 'Check the address, or download the package by other means and choose its file.',
  },
  'ventoy/download-too-large': {
    exit: 'refused',
    what: 'What {url} gives is larger than a Ventoy package: more than {limit:bytes}.',
    next: 'Use the address of a release package of Ventoy, not of another file.',
  },

  'persistence/no-room': {
    exit: 'refused',
    what: 'There is no room for {path}: {needed:bytes} are needed, {free:bytes} are free.',
    next: 'Choose a smaller size, or remove something from the stick first.',
  },
  'persistence/exists': {
    exit: 'refused',
    what: 'There is a file {path} already.',
    next: 'Enlarge it instead, or choose another name.',
  },
  'persistence/size': {
    exit: 'usage',
    what: '{path} can’t have {size:bytes}: {message}.',
    next: 'Choose another size.',
  },
  'persistence/unusable': {
    exit: 'refused',
    what: '{path} holds no ext4 file system that can be enlarged: {message}.',
    next: 'Save what you need of it, remove it and make a new one.',
  },

  'target/too-small': {
    exit: 'refused',
    what: '{target} is too small: {needed:bytes} are needed, it has {actual:bytes}.',
    next: 'Use a larger drive, or choose a smaller edition or less shared space.',
  },
  'target/not-found': {
    exit: 'refused',
    what: 'There is no drive {target}.',
    next: 'Plug the drive in and look at “sticksmith drives”.',
  },
  'target/not-a-drive': {
    exit: 'refused',
    what: '{target} is not a drive: {message}.',
    next: 'Name a whole drive as “sticksmith drives” lists it, or an image file that ends in .img or .vhdx.',
  },
  'target/changed': {
    exit: 'refused',
    what: '{target} is no longer the drive that was confirmed: {message}.',
    next: 'Look at the list of drives again and confirm the right one.',
  },
  'target/refused': {
    exit: 'refused',
    what: '{target} can’t be used as a target: {reasons}.',
    next: 'Choose another drive.',
  },
  'target/mounted': {
    exit: 'refused',
    what: '{target} is in use: {mounts} is mounted.',
    next: 'Close files and windows that show this drive, or allow the program to unmount it.',
  },
  'target/not-empty': {
    exit: 'refused',
    what: '{target} is not empty: it holds {what}.',
    next: 'Save what matters and empty the drive, or begin a series that erases drives with files as well.',
  },
  'target/busy': {
    exit: 'refused',
    what: '{target} is held by another program.',
    next: 'Close programs that use the drive, or unplug it and plug it in again.',
  },
  'target/held': {
    exit: 'refused',
    what: '{target} is in use by {programs}.',
    next: 'Close {programs} and start again; if that doesn’t help, unplug the drive and plug it in again.',
  },
  'target/controlled-folder-access': {
    exit: 'refused',
    what: 'Windows’ Controlled Folder Access keeps this program from writing to {target}.',
    next: 'Open Windows Security, “Virus & threat protection”, “Manage ransomware protection”, “Allow an app through Controlled folder access”, and add this program. Then start again.',
  },
  'target/guarded': {
    exit: 'refused',
    what: 'Something on this computer keeps this program from writing to {target}.',
    next: 'A virus scanner or a program that guards drives may do that: allow this program there, and start again.',
  },
  'target/policy': {
    exit: 'refused',
    what: 'A policy of this computer forbids writing to {target}: {policy}.',
    next: 'Ask who looks after this computer to allow it, or use another computer.',
  },
  'target/loop-not-allowed': {
    exit: 'refused',
    what: '{target} is a file that pretends to be a drive, which only tests may write to.',
    next: 'Set STICKSMITH_ALLOW_LOOP=1 if you are sure, or choose a real drive.',
  },
  'target/not-confirmed': {
    exit: 'refused',
    what: 'Everything on {target} would be erased and that was not confirmed.',
    next: 'Look at the target once more and repeat the command with --yes.',
  },
  'target/change-not-confirmed': {
    exit: 'refused',
    what: '{target} would be changed and that was not confirmed.',
    next: 'Look at the target once more and repeat the command with --yes.',
  },
  'target/vanished': {
    exit: 'io',
    what: '{target} disappeared while it was being used.',
    next: 'Plug it in again, preferably straight into the computer and not into a hub, and start again.',
  },
  'target/exists': {
    exit: 'refused',
    what: 'The file {target} exists and would be replaced.',
    next: 'Choose another name, or confirm with --yes that it may be replaced.',
  },
  'target/unusable-path': {
    exit: 'refused',
    what: 'The image file {target} can’t be made: {message}.',
    next: 'Choose another name or folder, one that you may write to and that has room.',
  },

  'io/read': {
    exit: 'io',
    what: 'Reading {path} failed at byte {offset}: {message}.',
    next: 'The medium may be failing. Try another port or cable, then another drive.',
  },
  'io/write': {
    exit: 'io',
    what: 'Writing to {path} failed at byte {offset}: {message}.',
    next: 'The drive may be failing or write-protected. Try another port or cable, then another drive.',
  },
  'verify/mismatch': {
    exit: 'verification',
    what: '{target} gave back other data than was written, first at byte {offset}: {cause}.',
    next: 'Try another port or cable. If it happens again, don’t use this drive.',
  },
  'work/full': {
    exit: 'lacking',
    what: 'The work folder {path} lacks {missing:bytes}: {needed:bytes} are needed.',
    next: 'Free some space, choose a work folder on another disk (--work-dir, or Settings), or unpack straight onto the drive (--direct), which is slow.',
  },
  'work/unusable': {
    exit: 'lacking',
    what: 'The work folder {path} can’t be used: {message}.',
    next: 'Choose a work folder you may write to, on a file system with sparse files (not FAT).',
  },
  'work/damaged': {
    exit: 'io',
    what: 'The file {path} in the work folder changed after it was made, first at byte {offset}.',
    next: 'Start again: Windows is unpacked anew. If it happens twice, the disk of the work folder is failing.',
  },
  'cache/not-found': {
    exit: 'usage',
    what: 'There is no kept build {key}.',
    next: 'Look at “sticksmith cache” for those there are.',
  },
  'cache/in-use': {
    exit: 'refused',
    what: 'A job uses the kept build {key} right now.',
    next: 'Wait until the job has ended, or cancel it.',
  },
  'diary/unusable': {
    exit: 'io',
    what: 'The diary in {path} can’t be used: {message}.',
    next: 'See to it that you may write to that folder and that its disk has room. What the diary held was not changed.',
  },
  'diary/newer': {
    exit: 'refused',
    what: 'The diary {path} was written by a later version of this program.',
    next: 'Use that version. Nothing of the diary was changed.',
  },
  'diary/busy': {
    exit: 'refused',
    what: 'Another program has been writing to the diary for too long, by what lies in {path}.',
    next: 'Close other windows and commands of Sticksmith and try again. If there are none, remove that folder.',
  },
  'diary/full': {
    exit: 'refused',
    what: 'The diary holds {limit} entries at most.',
    next: 'Export it and remove old entries first.',
  },
  'diary/not-found': {
    exit: 'usage',
    what: 'There is no entry {id} in the diary.',
    next: 'Look at “sticksmith diary list” for those there are.',
  },
  'diary/unreadable': {
    exit: 'usage',
    what: '{path} holds no diary that can be read: {message}.',
    next: 'Name a .json file that was exported from a diary. Nothing was added.',
  },
  'diary/no-identity': {
    exit: 'refused',
    what: '{target} can’t be told from other sticks: {message}.',
    next: 'Say which stick it is with --stick, by its ID in the diary or in the report of its making.',
  },
  'records/unusable': {
    exit: 'io',
    what: 'The records in {path} can’t be used: {message}.',
    next: 'See to it that you may write to that folder and that its disk has room. What was recorded before was not changed.',
  },
  'records/busy': {
    exit: 'refused',
    what: 'Another program has been writing records for too long, by what lies in {path}.',
    next: 'Close other windows and commands of Sticksmith and try again. If there are none, remove that folder.',
  },
  'records/not-found': {
    exit: 'usage',
    what: 'There is no record {id}.',
    next: 'Look at “sticksmith records list” for those there are.',
  },
  'records/unreadable': {
    exit: 'io',
    what: 'The record {path} is damaged or of a later version of this program.',
    next: 'Use the latest version, or look at the file yourself. It was not changed.',
  },
  'records/no-label': {
    exit: 'usage',
    what: 'The record {id} is of a drive that is an ordinary one again, for which there is no label.',
    next: 'Print the label of a stick that was made; “sticksmith records list” shows them.',
  },
  'records/line-file': {
    exit: 'io',
    what: 'Records could not be appended to {path}: {message}.',
    next: 'See to it that the file can be reached and written to. The lines wait here, and are tried again with the next record.',
  },
  'host/cannot': {
    exit: 'refused',
    what: 'A computer with {platform} can’t {what} yet.',
    next: 'Leave it out, or make the stick on a computer with Linux.',
  },
  'tool/missing': {
    exit: 'lacking',
    what: 'This computer lacks {tool}, which is needed to {purpose}.',
    next: 'Install it with: {install}',
  },
  'tool/failed': {
    exit: 'io',
    what: 'The program {tool} failed: {message}.',
    next: 'See the log for what it said.',
  },
  'file/unwritable': {
    exit: 'lacking',
    what: 'The file {path} can’t be written: {message}.',
    next: 'Choose a folder that you may write to and that has room.',
  },
  'data/unwritable': {
    exit: 'lacking',
    what: 'The folder {path}, where Sticksmith keeps its settings and logs, can’t be written to: {message}.',
    next: 'If it lies on a write-protected medium, take the protection off, or copy the program’s whole folder to a medium that can be written to. Otherwise see that you may write there and that there is room.',
  },
  'permission/denied': {
    exit: 'lacking',
    what: 'Permission was refused for {path}.',
    next: 'Choose a place you may use, or start again with the rights it takes.',
  },
  'ventoy/run-failed': {
    exit: 'internal',
    what: 'Ventoy’s program could not do its work: {message}.',
    next: 'Look at its output in the log, then start again.',
  },
  'ventoy/run-silent': {
    exit: 'io',
    what: 'Ventoy’s program was ended: {message}.',
    next: 'The drive may be failing. Try another port, then another drive.',
  },
  'mount/unsupported': {
    exit: 'refused',
    what: 'The partition of {target} can’t be used: {message}.',
    next: 'Ventoy’s first partition must be exFAT, NTFS or FAT32 to be changed by this program; install Ventoy anew, or change it on a computer that knows this file system.',
  },
  'mount/unclean': {
    exit: 'refused',
    what: 'The file system on {target} can’t be changed: {message}.',
    next: 'Connect the drive to a Windows computer, let it be checked (chkdsk /f) and shut Windows down fully, not into sleep or fast startup. Then start again.',
  },
  'mount/failed': {
    exit: 'io',
    what: 'The file system on {target} can’t be opened: {message}.',
    next: 'Have the partition checked on the computer where it was used last. If it is damaged, install Ventoy anew.',
  },
  'mount/busy': {
    exit: 'refused',
    what: '{target} is ready but for its file system at {path}, which another program still uses.',
    next: 'Close the programs that show files of the drive. Don’t unplug it before they are closed.',
  },

  'elevation/denied': {
    exit: 'lacking',
    what: 'Writing to a drive needs administrator rights, which were not given.',
    next: 'Start again and enter the password when asked, or run the command with sudo.',
  },
  'elevation/unavailable': {
    exit: 'lacking',
    what: 'This computer has no way to ask for administrator rights: {message}.',
    next: 'Run the command line with sudo, or install a polkit agent for your desktop.',
  },
  'helper/lost': {
    exit: 'io',
    what: 'The program that writes to the drive stopped unexpectedly: {message}.',
    next: 'Start again. If it happens twice, report it with the log.',
  },
  'helper/protocol': {
    exit: 'internal',
    what: 'A message between the program’s parts was not understood: {message}.',
    next: 'Restart the program. If it happens again, report it with the log.',
  },
  'ventoy/config-json': {
    exit: 'usage',
    what: 'ventoy.json can’t be read: line {line}, column {column}: {message}.',
    next: 'Correct the file at that place. Nothing of it was changed.',
  },
  'ventoy/config-invalid': {
    exit: 'usage',
    what: 'ventoy.json can’t be used: {message}.',
    next: 'Correct the file, or remove what is wrong in it. Nothing of it was changed.',
  },
  'repair/not-understood': {
    exit: 'refused',
    what: '{target} can’t be repaired: {message}.',
    next: 'Nothing was changed. Save what matters from it on another computer, then make the stick again.',
  },
  'repair/encrypted': {
    exit: 'refused',
    what: 'What {target} starts from has to be taken from its Windows, which is encrypted.',
    next: 'Repeat this with the password or the recovery key of the stick (--password-stdin).',
  },
  'repair/no-boot-files': {
    exit: 'refused',
    what: 'The Windows on {target} lacks the files that a computer starts from: {message}.',
    next: 'Save what matters from the stick, then make it again.',
  },
  'repair/ventoy': {
    exit: 'refused',
    what: '{target} is a Ventoy stick, which Ventoy’s own program repairs.',
    next: 'Repeat this with a release archive of Ventoy (--ventoy-package FILE); the files on the stick stay.',
  },
  'repair/not-undone': {
    exit: 'io',
    what: 'Repairing {target} failed, and what had been there before could not be put back: {message}.',
    next: 'Start the repair again. What was there before is kept in {saved} until you delete it.',
  },
  'restore/too-small': {
    exit: 'refused',
    what: '{target} is too small for files: it has {actual:bytes}, and {needed:bytes} are needed.',
    next: 'Use a larger drive.',
  },
  'restore/mbr-too-small': {
    exit: 'refused',
    what: 'The table of partitions that was asked for, an MBR, can’t name all of {target}, which has {actual:bytes}.',
    next: 'Take a GPT, or leave the choice to Sticksmith.',
  },
  'restore/not-ordinary': {
    exit: 'verification',
    what: '{target} was written, and what can be read of it is something else: {message}.',
    next: 'Do it again, on another USB port; if it fails again, the drive is worn out or not as large as it says: test it.',
  },
  'check/failed': {
    exit: 'verification',
    what: '{target} would not start a computer: {failed}.',
    next: 'Make the stick again; if it fails again, use another drive.',
  },
} as const satisfies Record<string, ErrorText>;

export type StickErrorCode = keyof typeof errorCatalogue;
const codes = Object.keys(errorCatalogue) as [StickErrorCode, ...StickErrorCode[]];

/** The names of the parameters that a text mentions. */
export type Placeholder<S extends string> = S extends `${string}{${infer P}}${infer Rest}`
  ? (P extends `${infer Name}:${string}` ? Name : P) | Placeholder<Rest>
  : never;
type Texts<C extends StickErrorCode> =
  (typeof errorCatalogue)[C]['what'] | (typeof errorCatalogue)[C]['next'];
/** The parameters that an error's texts mention; a missing one doesn't compile. */
export type StickErrorParams<C extends StickErrorCode> = Record<
  Placeholder<Texts<C>>,
  string | number
>;

/** A StickError as it crosses a process border. Contains no secrets by construction: params are shown to people. */
export const StickErrorDataSchema = z.object({
  code: z.enum(codes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  stick: StickStateSchema,
  /** Technical detail for the log and the folded part of the message. */
  detail: z.string().optional(),
});
export type StickErrorData = z.infer<typeof StickErrorDataSchema>;

export class StickError extends Error implements StickErrorData {
  override readonly name = 'StickError';
  readonly code: StickErrorCode;
  readonly params: Record<string, string | number>;
  readonly stick: StickState;
  readonly detail: string | undefined;

  constructor(data: StickErrorData, options?: ErrorOptions) {
    super(`${data.code}: ${fillIn(errorCatalogue[data.code].what, data.params)}`, options);
    this.code = data.code;
    this.params = data.params;
    this.stick = data.stick;
    this.detail = data.detail;
  }

  toData(): StickErrorData {
    return {
      code: this.code,
      params: this.params,
      stick: this.stick,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
    };
  }

  /** The same error, with what is now known about the stick. */
  withStick(stick: StickState): StickError {
    return new StickError({ ...this.toData(), stick }, { cause: this.cause });
  }

  get exitCode(): ExitCode {
    return ExitCode[errorCatalogue[this.code].exit];
  }
}

/** The usual way to make a StickError. `stick` is `untouched` unless said otherwise. */
export function stickError<C extends StickErrorCode>(
  code: C,
  params: StickErrorParams<C>,
  more: { stick?: StickState; detail?: string; cause?: unknown } = {},
): StickError {
  return new StickError(
    {
      code,
      params,
      stick: more.stick ?? 'untouched',
      ...(more.detail === undefined ? {} : { detail: more.detail }),
    },
    more.cause === undefined ? undefined : { cause: more.cause },
  );
}

/** Any thrown value as a StickError: StickErrors pass, aborts become `cancelled`, the rest `internal`. */
export function toStickError(thrown: unknown, stick: StickState = 'untouched'): StickError {
  if (thrown instanceof StickError) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return stickError('cancelled', {}, { stick, cause: thrown });
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const stack = thrown instanceof Error ? thrown.stack : undefined;
  return stickError(
    'internal',
    { message },
    { stick, cause: thrown, ...(stack === undefined ? {} : { detail: stack }) },
  );
}

/** The message of an unknown thrown value, for the `message` parameter of an error. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Replaces `{name}` and `{name:bytes}` in a text. */
export function fillIn(
  text: string,
  params: Record<string, string | number>,
  formatBytes: (bytes: number) => string = (bytes) => `${String(bytes)} bytes`,
): string {
  return text.replace(/\{(\w+)(:bytes)?\}/g, (whole, name: string, asBytes?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return asBytes !== undefined && typeof value === 'number' ? formatBytes(value) : String(value);
  });
}
