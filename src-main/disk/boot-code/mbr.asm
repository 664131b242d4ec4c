; Boot code for sector 0 of a drive with a classic partition table: 440 bytes, followed by the disk's signature, the table and
; 55 AA, which are not part of it.
;
; The BIOS loads sector 0 to 0000:7C00 and enters it with the drive's number in DL. This code loads the first sector
; of the active partition to the same place and enters it with the drive's number in DL, and DS:SI at the
; partition's entry.
;
;   nasm -f bin -o mbr.bin mbr.asm

%include "disk-read.asm"

LOADED          equ 0x7c00
MOVED           equ 0x0600
SIGNATURE_AT    equ 440
TABLE_AT        equ 446
ENTRY_BYTES     equ 16
ENTRIES         equ 4
MARK_AT         equ 510
MARK            equ 0xaa55

FIRST_DISK      equ 0x80
LAST_DISK       equ 0x8f

        bits    16
        cpu     386
        org     MOVED

        cli
        xor     ax, ax
        mov     ss, ax
        mov     sp, LOADED
        mov     ds, ax
        mov     es, ax
        sti
        cld
        mov     si, LOADED
        mov     di, MOVED
        mov     cx, 256
        rep     movsw
        jmp     0:moved
moved:

; Some BIOSes tell a wrong number for a stick. The right drive is the one whose sector 0 bears the signature that came with
; this code: the drive told, or else the first such disk. Never one that is not this very stick.
        mov     [DRIVE], dl
        call    is_this_drive
        je      drive_found
        mov     byte [DRIVE], FIRST_DISK
.next:
        call    is_this_drive
        je      drive_found
        inc     byte [DRIVE]
        cmp     byte [DRIVE], LAST_DISK
        jbe     .next
        jmp     fail

drive_found:
        mov     si, MOVED + TABLE_AT
        mov     cx, ENTRIES
.next:
        cmp     byte [si], 0x80         ; active
        je      .active
        add     si, ENTRY_BYTES
        loop    .next
        jmp     fail
.active:
        mov     eax, [si + 8]           ; its first sector
        push    si
        call    load_sector
        pop     si
        jc      fail
        cmp     word [LOADED + MARK_AT], MARK
        jne     fail
        mov     dl, [DRIVE]
        jmp     LOADED

fail:
        mov     si, message
        jmp     stop_with_message

; Sets the zero flag when the drive is the one that this code came from.
is_this_drive:
        xor     eax, eax
        call    load_sector
        jnc     .compare
        or      al, 1                   ; clears the zero flag
        ret
.compare:
        mov     eax, [LOADED + SIGNATURE_AT]
        cmp     eax, [MOVED + SIGNATURE_AT]
        ret

; Loads sector EAX to 0000:7C00. The carry flag is set when that failed.
load_sector:
        push    word LOADED >> 4
        pop     es
        mov     cx, 1
        ; goes on in read_sectors

        read_sectors_code
        stop_code

message:
        db      13, 10, "This stick can't start Windows: its partition can't be read. Make the stick again.", 0

        times   440 - ($ - $$) db 0
