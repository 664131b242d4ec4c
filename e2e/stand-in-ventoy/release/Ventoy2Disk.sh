#!/bin/sh
# Stand-in for Ventoy's script of the same name, made by Sticksmith for its tests. What it makes
# has the layout of a Ventoy stick and starts no computer.

case $0 in */*) cd "${0%/*}" || exit 1 ;; esac

if ! [ -f ./boot/boot.img ]; then
    echo "Please run under the correct directory!"
    exit 1
fi

case $(uname -m) in
    aarch64 | arm64) TOOLDIR=aarch64 ;;
    x86_64 | amd64) TOOLDIR=x86_64 ;;
    mips64*) TOOLDIR=mips64el ;;
    *) TOOLDIR=i386 ;;
esac
export TOOLDIR
export PATH="$PWD/tool/$TOOLDIR:$PATH"

echo ''
echo '**********************************************'
echo "      Ventoy: $(cat ./ventoy/version)  $TOOLDIR"
echo "      Stand-in made by Sticksmith for tests."
echo "      It starts no computer."
echo '**********************************************'
echo ''

{
    echo "############# Ventoy2Disk $* [$TOOLDIR] ################"
    date
} >> ./log.txt

# Like the genuine one, this leaves its own folder changed: the packed tools become plain ones, and a
# second log lies beside them.
(
    cd "./tool/$TOOLDIR" || exit 1
    for packed in *.xz; do
        [ -f "$packed" ] || continue
        echo "decompress $packed" >> ./log.txt
        sh ./xzcat "$packed" > "${packed%.xz}" && rm "$packed"
    done
    chmod +x ./*
)

# Unquoted as in the genuine script, which is why a label can't hold a space or an asterisk.
# shellcheck disable=SC2048,SC2086
sh ./tool/VentoyWorker.sh $*
code=$?

. ./tool/stand-in-variations
if [ -n "$HIDE_EXIT_CODE" ]; then exit 0; fi
exit $code
