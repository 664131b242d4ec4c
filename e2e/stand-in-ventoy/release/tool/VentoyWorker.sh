#!/bin/sh
# Stand-in: takes the options of Ventoy's script, asks its questions and leaves its layout behind.
# Faults that a test wants are in stand-in-variations, as shell variables.

. ./tool/ventoy_lib.sh
. ./tool/stand-in-variations

print_usage() {
    cat << 'USAGE'
Usage:  Ventoy2Disk.sh CMD [ OPTION ] /dev/sdX
  CMD:
   -i  install the stand-in to sdX (fails if it is there already)
   -I  force install
   -u  update
   -l  list

  OPTION: (optional)
   -r SIZE_MiB preserve some space (MiB) at the end of the disk
   -s/-S       enable/disable secure boot support (default is enabled)
   -g          use GPT partition style, default is MBR
   -L          label of the first partition (default is Ventoy)
   -n          try non-destructive installation

USAGE
}

# ask QUESTION: anything but y ends the script, and with success. Like bash's read -p, the question is
# shown to a terminal only.
ask() {
    [ -t 0 ] && printf '%s' "$1" >&2
    read -r answer
    [ "$answer" = y ] || [ "$answer" = Y ] || exit 0
}

# phase NAME: partition, format, boot, vtoyefi or sync
phase() {
    [ -n "$SECONDS_PER_PHASE" ] && sleep "$SECONDS_PER_PHASE"
    if [ "$PRINT_WITHOUT_END_IN" = "$1" ]; then
        if [ "$PRINT_WITHOUT_END" = lines ]; then exec yes 'And another line.'; fi
        exec tr '\0' x < /dev/zero
    fi
    if [ "$HANG_IN" = "$1" ]; then while :; do sleep 5; done; fi
    if [ "$END_QUIETLY_IN" = "$1" ]; then exit 0; fi
    if [ "$FAIL_IN" = "$1" ]; then
        vterr "Stand-in fails in phase $1, as it was told to."
        exit 1
    fi
}

lies_about() { [ "$CLAIM_SUCCESS_BUT" = "$1" ]; }

# The first bytes of LBA 0, whose partition table and identifiers stay: write_boot_code BYTES
write_boot_code() {
    phase boot
    if ! lies_about boot-code; then
        dd if=./boot/boot.img of="$DISK" bs=1 count="$1" conv=notrunc status=none
    fi
    lies_about core && return
    if [ "$style" = GPT ]; then
        poke "$DISK" 92 042
        unpack_to "$DISK" 34 2014 ./boot/core.img.xz
        poke "$DISK" 17908 043
    else
        unpack_to "$DISK" 1 2047 ./boot/core.img.xz
    fi
}

# write_vtoyefi FIRST_SECTOR
write_vtoyefi() {
    phase vtoyefi
    unmount_all "$DISK"
    unpack_to "$DISK" "$1" "$VTOYEFI_SECTORS" ./ventoy/ventoy.disk.img.xz
    if lies_about vtoyefi-content; then
        dd if=/dev/zero of="$DISK" bs=512 count=8 seek=$(($1 + 2000)) conv=notrunc status=none
    fi
}

# finish_vtoyefi FIRST_SECTOR
finish_vtoyefi() {
    # An update doesn't say so.
    [ "$MODE" = update ] || vtinfo "sync data ..."
    phase sync
    sync "$DISK"
    vtinfo "esp partition processing ..."
    lies_about secure-boot && if [ "$SECUREBOOT" = YES ]; then SECUREBOOT=NO; else SECUREBOOT=YES; fi
    [ "$SECUREBOOT" = YES ] || vtoycli partresize -s "$DISK" "$1"
    if lies_about data; then random_to "$DISK" $(((2048 + 4096) * 512)) 512; fi
}

print_disk() {
    echo "Disk : $DISK"
    parted -s "$DISK" print 2>&1 | grep Model
    echo "Size : $((disk_sectors / 2097152)) GiB"
    echo "Style: $style"
    echo ""
}

# Sets part2_start
make_partitions() {
    case $style in
        MBR) free_end=$((disk_sectors - RESERVE_MIB * 2048)) ;;
        GPT) free_end=$((disk_sectors - RESERVE_MIB * 2048 - 33)) ;;
    esac
    part2_start=$(((free_end - VTOYEFI_SECTORS) / 8 * 8))
    part2_end=$((part2_start + VTOYEFI_SECTORS - 1))
    lies_about vtoyefi-size && part2_end=$((part2_end - 8))
    for node in "$PART1" "$PART2"; do
        if [ -e "$node" ]; then
            echo "delete $node"
            rm -f "$node"
        fi
    done
    echo ""
    echo "Create partitions on $DISK by $part_tool in $style style ..."
    if [ "$style" = GPT ]; then
        [ "$TOOLDIR" = aarch64 ] || data_type="set 2 msftdata on"
        # shellcheck disable=SC2086
        parted -a none --script "$DISK" mklabel gpt unit s \
            mkpart Ventoy ntfs 2048 $((part2_start - 1)) \
            mkpart VTOYEFI fat16 "$part2_start" "$part2_end" $data_type
        vtoycli gpt -f "$DISK"
    elif [ "$part_tool" = parted ]; then
        parted -a none --script "$DISK" mklabel msdos unit s \
            mkpart primary ntfs 2048 $((part2_start - 1)) \
            mkpart primary fat16 "$part2_start" "$part2_end" set 1 boot on
        poke "$DISK" 466 357
    else
        {
            printf '%s\n' o n p 1 2048 $((part2_start - 1)) n p 2 "$part2_start" "$part2_end"
            printf '%s\n' t 1 7 t 2 ef a 1 w
        } | fdisk "$DISK" >> ./log.txt 2>&1
    fi
    sync "$DISK"
    udevadm trigger --name-match="$DISK" > /dev/null 2>&1
    partprobe "$DISK" > /dev/null 2>&1
    partx -u "$DISK" > /dev/null 2>&1
    echo "Done"
}

# A node that is still missing though the kernel knows the partition is made, and outlives the partition.
wait_for_nodes() {
    echo 'Wait for partitions ...'
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        if [ -b "$PART1" ] && [ -b "$PART2" ]; then break; fi
        echo "Wait for $PART1/$PART2 ..."
        sleep 1
    done
    for node in "$PART1" "$PART2"; do
        [ -b "$node" ] && continue
        numbers=$(sysfs "$node" dev)
        echo "mknod -m 0660 $node b ${numbers%:*} ${numbers#*:} ..."
        mknod -m 0660 "$node" b "${numbers%:*}" "${numbers#*:}"
    done
    if ! { [ -b "$PART1" ] && [ -b "$PART2" ]; }; then
        echo "[FAIL] $PART1/$PART2 does not exist"
        exit 1
    fi
    echo "partition exist OK"
}

install_ventoy() {
    if parted -v > /dev/null 2>&1; then
        part_tool=parted
    elif [ "$style" = MBR ] && fdisk -v > /dev/null 2>&1; then
        part_tool=fdisk
    else
        vterr "parted is not found in the system, Ventoy can't create new partitions without it."
        exit 1
    fi
    if [ "$(blockdev --getss "$DISK")" != 512 ]; then
        vterr "Currently Ventoy does not support 4K native device."
        exit 1
    fi
    if version=$(ventoy_version "$DISK") && [ -z "$FORCE" ]; then
        vtwarn "$DISK already contains a Ventoy with version $version"
        vtwarn "Use -u option to do a safe upgrade operation."
        vtwarn "OR if you really want to reinstall Ventoy to $DISK, please use -I option."
        exit 1
    fi
    if [ "$disk_sectors" -gt 4294967296 ] && [ "$style" = MBR ]; then
        vterr "$DISK is over 2TB size, MBR will not work on it."
        exit 1
    fi
    if [ "$disk_sectors" -le $(((RESERVE_MIB + VTOYEFI_MIB) * 2048)) ]; then
        vterr "Can't reserve $RESERVE_MIB MiB space from $DISK"
        exit 1
    fi

    print_disk
    [ "$RESERVE_MIB" -gt 0 ] && echo "You will reserve $RESERVE_MIB MiB disk space "
    echo ""
    vtwarn "Attention:"
    vtwarn "You will install Ventoy to $DISK."
    vtwarn "All the data on the disk $DISK will be lost!!!"
    ask 'Continue? (y/n) '
    vtwarn "All the data on the disk $DISK will be lost!!!"
    ask 'Double-check. Continue? (y/n) '
    begin

    if lies_about nothing; then
        vtinfo "Install Ventoy to $DISK successfully finished."
        exit 0
    fi
    unmount_all "$DISK"
    if ! dd if=/dev/zero of="$DISK" bs=64 count=512 conv=notrunc status=none; then
        vterr "Write data to $DISK failed, please check whether it's in use."
        exit 1
    fi
    phase partition
    lies_about style && style=MBR
    make_partitions
    wait_for_nodes
    echo "create efi fat fs $PART2 ..."
    mkfs.vfat -F 16 -n VTOYEFI -s 1 "$PART2" && echo success

    vtinfo "Format partition 1 $PART1 ..."
    phase format
    if [ $((disk_sectors / 2097152)) -gt 32 ]; then cluster=256; else cluster=64; fi
    if ! mkexfatfs -n "$LABEL" -s "$cluster" "$PART1"; then
        echo "######### mkexfatfs failed, exit ########"
        exit 1
    fi
    echo "mkexfatfs success"

    vtinfo "writing data to disk ..."
    write_boot_code 446
    write_vtoyefi "$part2_start"
    random_to "$DISK" 384 16
    random_to "$DISK" 440 4
    finish_vtoyefi "$part2_start"
    echo ""
    vtinfo "Install Ventoy to $DISK successfully finished."
}

# Makes partition 1 smaller by 32 MiB. Sets part2_start
shrink_partition_1() {
    mib=$(($(sysfs "$PART1" size) / 2048 - VTOYEFI_MIB))
    filesystem=$(blkid -o value -s TYPE "$PART1")
    case $filesystem in
        ntfs)
            ntfsfix -b -d "$PART1"
            ntfsresize -f --size "${mib}Mi" "$PART1" || fail_with "ntfsresize failed."
            ;;
        ext[234])
            # Like Ventoy's: e2fsck asks before it repairs, and can't without a terminal.
            e2fsck -f "$PART1"
            resize2fs "$PART1" "${mib}M" || fail_with "resize2fs failed."
            ;;
        *) fail_with "Unsupported filesystem in partition 1." ;;
    esac
    part2_start=$(((mib + 1) * 2048))
}

fail_with() {
    echo "###[FAIL] $1"
    exit 1
}

install_beside() {
    if version=$(ventoy_version "$DISK") && [ -z "$FORCE" ]; then
        vtwarn "$DISK already contains a Ventoy with version $version."
        exit 1
    fi
    if vtoycli partresize -t "$DISK"; then style=GPT; else style=MBR; fi
    print_disk
    vtwarn "Attention:"
    vtwarn "Ventoy will try non-destructive installation on $DISK if possible."
    ask 'Continue? (y/n) '
    begin

    echo "check partition layout ..."
    vtoycli partresize -c "$DISK"
    case $? in
        1)
            echo "Free space enough, start install..."
            unmount_all "$DISK"
            part2_start=$(($(sysfs "$PART1" size) + 2048))
            ;;
        2)
            echo "We need to shrink partition 1 firstly ..."
            unmount_all "$DISK"
            phase format
            shrink_partition_1
            ;;
        *) exit 1 ;;
    esac
    vtinfo "writing data to disk part2_start=$part2_start ..."
    write_boot_code 440
    write_vtoyefi "$part2_start"
    random_to "$DISK" 384 16
    finish_vtoyefi "$part2_start"
    vtinfo "update partition table $DISK $part2_start ..."
    phase partition
    if vtoycli partresize -p "$DISK" "$part2_start"; then
        sync "$DISK"
        vtinfo "Ventoy non-destructive installation on $DISK successfully finished."
    else
        # No exit code says so, as in Ventoy.
        vterr "Ventoy non-destructive installation on $DISK failed."
    fi
}

update_ventoy() {
    if ! old=$(ventoy_version "$DISK"); then
        if ! looks_like_ventoy "$DISK"; then
            vtwarn "$DISK does not contain Ventoy or data corrupted"
            vtwarn "Please use -i option if you want to install ventoy to $DISK"
            exit 1
        fi
        old=Unknown
    fi
    new=$(cat ./ventoy/version)
    vtinfo "Upgrade operation is safe, all the data in the 1st partition (iso files and other) will be unchanged!"
    ask "Update Ventoy  $old ===> $new   Continue? (y/n) "
    begin

    if ! lies_about nothing; then
        if [ "$(byte_at "$DISK" 450)" = EE ]; then style=GPT; else style=MBR; fi
        part2_start=$(sysfs "$PART2" start)
        dd if="$DISK" of=./kept-uuid bs=1 skip=384 count=16 status=none
        dd if="$DISK" of=./kept-sectors bs=512 skip=2040 count=8 status=none
        write_boot_code 440
        dd if=./kept-uuid of="$DISK" bs=1 seek=384 conv=notrunc status=none
        dd if=./kept-sectors of="$DISK" bs=512 seek=2040 conv=notrunc status=none
        rm -f ./kept-uuid ./kept-sectors
        write_vtoyefi "$part2_start"
        finish_vtoyefi "$part2_start"
        if [ "$style" = GPT ]; then
            vtinfo "update esp partition attribute"
            vtoycli gpt -f "$DISK"
        fi
    fi
    echo ""
    vtinfo "Update Ventoy on $DISK successfully finished."
}

list_ventoy() {
    if version=$(ventoy_version "$DISK"); then
        echo "Ventoy Version in Disk: $version"
        if [ "$(byte_at "$DISK" 450)" = EE ]; then style=GPT; else style=MBR; fi
        echo "Disk Partition Style  : $style"
        if vtoycli fat -s "$PART2"; then support=YES; else support=NO; fi
        echo "Secure Boot Support   : $support"
    else
        echo "Ventoy Version: NA"
    fi
    echo ""
}

# What a test wants of a script that was told to go on
begin() {
    [ -n "$ASK_MORE" ] && ask 'Is the stand-in to go on? (y/n) '
    [ -n "$PRINT_NO_UTF8" ] && printf 'Caf\351 \377\376 \300\200\n'
    case $LEAVE_CHILD in
        "in the group") sleep 600 & ;;
        "in a session of its own") setsid sleep 600 & ;;
    esac
    [ -z "$LEAVE_CHILD" ] || echo $! > ./left-child
}

# On unless switched off; so an update that isn't told turns it on again. Ventoy's does too.
SECUREBOOT=YES
LABEL=Ventoy
RESERVE_MIB=0
style=MBR
while [ -n "$1" ]; do
    case $1 in
        -i) MODE=install ;;
        -I) MODE=install FORCE=Y ;;
        -u) MODE=update ;;
        -l) MODE=list ;;
        -n) BESIDE=Y ;;
        -s) SECUREBOOT=YES ;;
        -S) SECUREBOOT=NO ;;
        -g) style=GPT ;;
        -L) shift; LABEL=$1 ;;
        -r) shift; RESERVE_MIB=$1 ;;
        -V | --version) exit 0 ;;
        -h | --help) print_usage; exit 0 ;;
        *)
            if ! [ -b "$1" ]; then
                vterr "$1 is NOT a valid device"
                print_usage
                exit 1
            fi
            DISK=$(readlink -e -n "$1")
            ;;
    esac
    shift
done

if [ -z "$MODE" ]; then
    print_usage
    exit 1
fi
if ! [ -b "$DISK" ]; then
    vterr "Disk $DISK does not exist"
    exit 1
fi
if [ -e "/sys/class/block/${DISK#/dev/}/start" ]; then
    vterr "$DISK is a partition, please use the whole disk."
    exit 1
fi
case $RESERVE_MIB in
    '' | *[!0-9]*)
        vterr "$RESERVE_MIB is invalid for reserved space"
        exit 1
        ;;
esac
if ! { hexdump -V && mkexfatfs -V && vtoycli fat -T; } >> ./log.txt 2>&1; then
    vterr "Some tools can not run on current system. Please check log.txt for details."
    exit 1
fi
PART1=$(part_node "$DISK" 1)
PART2=$(part_node "$DISK" 2)
disk_sectors=$(sysfs "$DISK" size)

if [ "$MODE" = list ]; then
    list_ventoy
    exit 0
fi
unmount_all "$DISK"
if grep "$DISK" /proc/mounts; then
    vterr "$DISK is already mounted, please umount it first!"
    exit 1
fi
if ! dd if="$DISK" of=/dev/null bs=1 count=1 2> /dev/null; then
    vterr "Failed to access $DISK, maybe root privilege is needed!"
    exit 1
fi
case $MODE$BESIDE in
    install) install_ventoy ;;
    installY) install_beside ;;
    *) update_ventoy ;;
esac
