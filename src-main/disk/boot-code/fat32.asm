; Boot code of a FAT32 volume with sectors of 512 bytes: it loads /BOOTMGR and enters it. Two sectors: the first goes to sector
; 0 of the volume around its parameters (BPB), the second to sector 2.
;
; It is loaded to 0000:7C00 and entered there with the drive's number in DL. Boot managers of Windows expect: the file
; at 2000:0000, entered there in real mode, the drive's number in DL, and at 0000:7C00 the volume's first sector, whose BPB tells
; where on the drive the volume begins (GRUB, grub-core/loader/i386/pc/ntldr.c, does the same).
;
; Field names: Microsoft, FAT32 File System Specification 1.03.
;
;   nasm -f bin -o fat32.bin fat32.asm

%include "disk-read.asm"

LOADED          equ 0x7c00
SECOND          equ 0x7e00
SECOND_SECTOR   equ 2
MARK            equ 0xaa55
SECTOR_BYTES    equ 512

BytsPerSec      equ LOADED + 11
SecPerClus      equ LOADED + 13
RsvdSecCnt      equ LOADED + 14
NumFATs         equ LOADED + 16
HiddSec         equ LOADED + 28
TotSec32        equ LOADED + 32
FATSz32         equ LOADED + 36
RootClus        equ LOADED + 44
DrvNum          equ LOADED + 64
CODE_AT         equ 90

; Entries of a folder.
DIR_ENTRY_BYTES equ 32
DIR_Attr        equ 11
DIR_FstClusHI   equ 20
DIR_FstClusLO   equ 26
DIR_FileSize    equ 28
NOT_A_FILE      equ 0x18                ; a label, a part of a long name, or a folder
MOST_DIR_SECTORS equ 65536 * DIR_ENTRY_BYTES / SECTOR_BYTES

LAST_CLUSTER    equ 0x0ffffff6          ; larger numbers mean: damaged, or the end of the chain

; Where things are put.
TABLE           equ 0x8000              ; one sector of the allocation table
BOOT_MANAGER    equ 0x2000              ; segment

; Scratch data.
DATA_SECTOR     equ 0x0920              ; first sector of the clusters, in the volume
TABLE_SECTOR    equ 0x0924              ; which sector of the allocation table is loaded
CLUSTER         equ 0x0928
CLUSTERS_LEFT   equ 0x092c              ; of the file

        bits    16
        cpu     386
        org     LOADED

        jmp     short start
        nop
        times   CODE_AT - ($ - $$) db 0 ; the BPB
start:
        cli
        xor     ax, ax
        mov     ds, ax
        mov     ss, ax
        mov     sp, LOADED
        sti
        cld
        jmp     0:.here
.here:
        mov     [DRIVE], dl
        mov     [DrvNum], dl
        cmp     word [BytsPerSec], SECTOR_BYTES
        jne     fail
        mov     eax, [HiddSec]
        add     eax, SECOND_SECTOR
        push    word SECOND >> 4
        pop     es
        mov     cx, 1
        call    read_sectors
        jc      fail
        cmp     dword [SECOND], "STK2"
        je      second
fail:
        mov     si, message
        jmp     stop_with_message

        read_sectors_code
        stop_code

message:
        db      13, 10, "This stick can't start Windows: its boot manager /bootmgr can't be read. Make the stick again.", 13, 10, 0

        times   510 - ($ - $$) db 0
        dw      MARK

; ------------------------------------------------------------------------------------------------------------------
        db      "STK2"

second:
        movzx   eax, byte [NumFATs]
        mul     dword [FATSz32]
        movzx   ecx, word [RsvdSecCnt]
        add     eax, ecx
        mov     [DATA_SECTOR], eax
        mov     dword [TABLE_SECTOR], -1

; The root folder, one cluster after the other. A damaged chain may lead in a circle: there are no larger folders than of
; MOST_DIR_SECTORS.
        mov     eax, [RootClus]
        mov     bp, MOST_DIR_SECTORS
.folder:
        mov     [CLUSTER], eax
        push    word BOOT_MANAGER
        pop     es
        push    bp
        call    read_cluster
        pop     bp
        jc      fail
        push    word BOOT_MANAGER
        pop     es
        movzx   cx, byte [SecPerClus]
        sub     bp, cx
        jc      fail
        shl     cx, 4                   ; entries of a sector
        xor     di, di
.entry:
        cmp     byte [es:di], 0         ; there are no more
        je      fail
        test    byte [es:di + DIR_Attr], NOT_A_FILE
        jnz     .other
        push    cx
        push    di
        mov     si, name
        mov     cx, NAME_BYTES
        repe    cmpsb
        pop     di
        pop     cx
        je      .found
.other:
        add     di, DIR_ENTRY_BYTES
        loop    .entry
        push    bp
        call    next_cluster
        pop     bp
        jnc     .folder
        jmp     fail

.found:
        push    word [es:di + DIR_FstClusHI]
        push    word [es:di + DIR_FstClusLO]
        pop     eax
        mov     [CLUSTER], eax

; As many clusters as the file has; all of them must fit below what the BIOS keeps for itself.
        movzx   ecx, byte [SecPerClus]
        shl     ecx, 9
        mov     eax, [es:di + DIR_FileSize]
        sub     eax, 1
        jc      fail                    ; an empty file
        xor     edx, edx
        div     ecx
        inc     eax
        mov     [CLUSTERS_LEFT], eax
        mul     ecx
        test    edx, edx
        jnz     fail
        mov     ebx, eax
        int     0x12                    ; KiB of memory below 640 KiB
        movzx   eax, ax
        shl     eax, 10
        sub     eax, BOOT_MANAGER << 4
        jc      fail
        cmp     ebx, eax
        ja      fail

        push    word BOOT_MANAGER
        pop     es
.load:
        call    read_cluster
        jc      fail
        dec     dword [CLUSTERS_LEFT]
        jz      .enter
        push    es
        call    next_cluster
        pop     es
        jc      fail
        mov     [CLUSTER], eax
        jmp     .load
.enter:
        xor     ax, ax
        mov     es, ax
        mov     dl, [DRIVE]
        jmp     BOOT_MANAGER:0

; Reads the cluster named in CLUSTER to ES:0000 and leaves ES behind it. The carry flag is set when that failed, or when no
; such cluster is in the volume.
read_cluster:
        mov     eax, [CLUSTER]
        sub     eax, 2                  ; the first one's number
        jc      .ret
        movzx   ecx, byte [SecPerClus]
        mul     ecx
        neg     edx                     ; sets the carry flag unless it is 0
        jc      .ret
        add     eax, [DATA_SECTOR]
        jc      .ret
        cmp     eax, [TotSec32]
        cmc
        jc      .ret
        add     eax, [HiddSec]
        jc      .ret
        call    read_sectors
.ret:
        ret

; Puts the number of the cluster that follows CLUSTER into EAX. The carry flag is set when there is none, or when that can't be
; read. Changes ES.
next_cluster:
        mov     eax, [CLUSTER]
        shr     eax, 7                  ; numbers in a sector
        cmp     eax, [TABLE_SECTOR]
        je      .loaded
        mov     [TABLE_SECTOR], eax
        movzx   ecx, word [RsvdSecCnt]
        add     eax, ecx
        add     eax, [HiddSec]
        push    word TABLE >> 4
        pop     es
        mov     cx, 1
        call    read_sectors
        jc      .ret
.loaded:
        mov     bx, [CLUSTER]
        and     bx, 127
        shl     bx, 2
        mov     eax, [TABLE + bx]
        and     eax, 0x0fffffff
        cmp     eax, LAST_CLUSTER + 1
        cmc
.ret:
        ret

name:   db      "BOOTMGR    "
NAME_BYTES      equ $ - name

        times   1022 - ($ - $$) db 0
        dw      MARK
