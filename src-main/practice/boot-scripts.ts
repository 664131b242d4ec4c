import { NOTICE } from './notice';

/**
 * What the stand-in boot programs do, in GRUB's script language. Both print lines that begin with
 * `STICKSMITH-PRACTICE` on the first serial port (on the screen where there is none), the last of
 * which is `STICKSMITH-PRACTICE OK` or `STICKSMITH-PRACTICE FAILED <why>`, and then switch the
 * computer off. Nothing is ever written.
 */

/** Where the loader finds what each file must contain: lines of SHA-256, two spaces, path. */
export const MANIFEST_PATH = 'Windows/practice-manifest.txt';

/** Lines must not be wrapped: a hash and a path have to stay together, and paths are long. */
const COLUMNS = 500;

const prelude = `
terminal_output console
echo "${NOTICE}"
if serial --unit=0 --speed=115200; then
  terminfo -g ${String(COLUMNS)}x50 serial vt100
  terminal_output serial
fi

function conclude {
  echo "STICKSMITH-PRACTICE $1"
  terminal_output console
  echo "STICKSMITH-PRACTICE $1"
  sleep 3
  halt
}

function report_hash {
  echo -n "STICKSMITH-PRACTICE sha256 "
  sha256sum "$1"
}
`;

/** The last branches of what is asked of a volume: whether files read back as the manifest says. */
const readBack = (
  volume: string,
): string => `elif ! report_hash "${volume}/Windows/System32/config/SYSTEM"; then
  conclude "FAILED the SYSTEM hive can't be read"
elif sha256sum --keep-going --check "$manifest" --prefix "${volume}"; then
  conclude OK
else
  conclude "FAILED files differ from the manifest"
fi
`;

/** Stand-in for bootmgfw.efi: finds the loader on the disk it was started from, and starts it. */
export const bootManagerScript = `${prelude}
echo "STICKSMITH-PRACTICE boot manager"
echo "STICKSMITH-PRACTICE firmware $grub_cpu-$grub_platform"
echo "STICKSMITH-PRACTICE started from $cmdpath"
regexp --set=1:efi --set=2:disk '^\\((([a-z0-9]+),[a-z0-9]+)\\)' "$cmdpath"
regexp --set=1:efi_number '([0-9]+)$' "$efi"

loader=/Windows/System32/winload.efi
store=/EFI/Microsoft/Boot/BCD
windows=
for partition in ($disk,*); do
  type=unformatted
  probe --set=type --fs "$partition"
  echo "STICKSMITH-PRACTICE partition $partition $type"
  if [ "$type" = ntfs -a -f "$partition$loader" ]; then windows="$partition"; fi
done

if [ ! -f "($efi)$store" ]; then
  conclude "FAILED no file $store on the partition the boot manager came from"
elif [ -z "$windows" ]; then
  conclude "FAILED no NTFS partition with $loader on the disk the boot manager came from"
elif ! report_hash "($efi)$store"; then
  conclude "FAILED $store can't be read"
elif ! report_hash "$windows$loader"; then
  conclude "FAILED $loader can't be read"
else
  regexp --set=1:root '^.(.*).$' "$windows"
  chainloader "$loader"
  boot
  conclude "FAILED $loader can't be started"
fi
`;

/**
 * Stand-in for bootmgr, which a BIOS gets to. It also does what the loader does with UEFI:
 * winload.exe is only looked at, since nothing on a BIOS starts such programs but bootmgr itself.
 */
export const biosBootManagerScript = `${prelude}
echo "STICKSMITH-PRACTICE boot manager"
echo "STICKSMITH-PRACTICE firmware $grub_cpu-$grub_platform"
echo "STICKSMITH-PRACTICE started from $cmdpath"
regexp --set=1:disk '^\\(([a-z0-9]+)' "$cmdpath"

loader=/Windows/System32/winload.exe
store=/Boot/BCD
system=
windows=
for partition in ($disk,*); do
  type=unformatted
  probe --set=type --fs "$partition"
  echo "STICKSMITH-PRACTICE partition $partition $type"
  if [ "$type" = fat -a -f "$partition$store" ]; then system="$partition"; fi
  if [ "$type" = ntfs -a -f "$partition$loader" ]; then windows="$partition"; fi
done
manifest="$windows/${MANIFEST_PATH}"

if [ -z "$system" ]; then
  conclude "FAILED no FAT partition with $store on the disk the boot manager came from"
elif [ -z "$windows" ]; then
  conclude "FAILED no NTFS partition with $loader on the disk the boot manager came from"
elif [ ! -f "$manifest" ]; then
  conclude "FAILED no file /${MANIFEST_PATH}"
elif ! report_hash "$system$store"; then
  conclude "FAILED $store can't be read"
elif ! report_hash "$windows$loader"; then
  conclude "FAILED $loader can't be read"
${readBack('$windows')}`;

/** Stand-in for winload.efi: reads files back from the volume it lies on and compares their hashes. */
export const loaderScript = `${prelude}
echo "STICKSMITH-PRACTICE loader"
regexp --set=1:root '^\\(([a-z0-9,]+)\\)' "$cmdpath"
manifest="($root)/${MANIFEST_PATH}"

if [ ! -f "$manifest" ]; then
  conclude "FAILED no file /${MANIFEST_PATH}"
${readBack('($root)')}`;
