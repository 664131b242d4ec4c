# shellcheck shell=sh
# Stand-in: what VentoyWorker.sh and nothing else uses.

VTOYEFI_SECTORS=65536
VTOYEFI_MIB=32

vtinfo() { printf '\033[32m%s\033[0m\n' "$*"; }
vtwarn() { printf '\033[33m%s\033[0m\n' "$*"; }
vterr() { printf '\033[31m%s\033[0m\n' "$*"; }
vtdebug() { echo "$*" >> ./log.txt; }

# part_node DISK NUMBER: a disk whose name ends in a digit has a p before the number.
part_node() {
    case $1 in
        *[0-9]) echo "${1}p$2" ;;
        *) echo "$1$2" ;;
    esac
}

# sysfs DEVICE ATTRIBUTE
sysfs() { cat "/sys/class/block/${1#/dev/}/$2" 2> /dev/null; }

# poke DISK OFFSET OCTAL: one byte
poke() { printf "\\$3" | dd of="$1" bs=1 count=1 seek="$2" conv=notrunc status=none; }

# byte_at DISK OFFSET: two hexadecimal digits
byte_at() { dd if="$1" bs=1 count=1 skip="$2" status=none | hexdump -n1 -e '1/1 "%02X"'; }

# unpack_to DISK FIRST_SECTOR MOST_SECTORS FILE.xz
unpack_to() {
    xzcat "$4" | dd of="$1" bs=64K count=$(($3 * 512)) seek=$(($2 * 512)) \
        iflag=fullblock,count_bytes oflag=seek_bytes conv=notrunc status=none
}

# random_to DISK OFFSET BYTES
random_to() {
    dd if=/dev/urandom of="$1" bs=1 count="$3" seek="$2" conv=notrunc status=none
}

# A prefix is compared, so /dev/sda covers /dev/sda1 and /dev/sdaa too; Ventoy does the same.
unmount_all() {
    grep "^$1" /proc/mounts | while read -r _ folder _; do
        vtdebug "Trying to umount $folder ..."
        umount "$folder" > /dev/null 2>&1
    done
}

looks_like_ventoy() {
    part1=$(part_node "$1" 1)
    part2=$(part_node "$1" 2)
    [ -b "$part1" ] && [ -b "$part2" ] &&
        [ "$(sysfs "$part1" start)" = 2048 ] &&
        [ "$(sysfs "$part2" size)" = "$VTOYEFI_SECTORS" ]
}

# Prints the version; fails when there is none.
ventoy_version() { looks_like_ventoy "$1" && vtoycli fat "$(part_node "$1" 2)"; }
