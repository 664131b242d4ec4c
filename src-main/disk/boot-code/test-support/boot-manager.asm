; A stand-in for bootmgr that judges how it was entered, and whether every byte of it was loaded. It says so on the first
; serial port.
;
; -D HIDDEN=N: sector of the drive at which the volume begins. -D NAME='"…"': told besides.
; Behind the first 512 bytes follows what is summed up. At SIZE_AT and SUM_AT the test puts how many bytes follow, a multiple of
; 4, and their sum as dwords.

SIZE_AT         equ 504
SUM_AT          equ 508

        bits    16
        cpu     386
        org     0

start:
        push    cs
        pop     ds
        mov     [drive], dl
        mov     ax, cs
        mov     si, wrong_segment
        cmp     ax, 0x2000
        jne     failed
        mov     si, wrong_drive
        test    dl, 0x80
        jz      failed
        xor     ax, ax
        mov     es, ax
        mov     si, wrong_parameters
        cmp     dword [es:0x7c00 + 28], HIDDEN
        jne     failed
        cmp     dl, [es:0x7c00 + 64]
        jne     failed

        mov     ecx, [SIZE_AT]
        shr     ecx, 2
        xor     ebx, ebx
        mov     ax, 0x2020
.segment:
        mov     fs, ax
        xor     si, si
.dword:
        add     ebx, [fs:si]
        add     si, 4
        dec     ecx
        jz      .summed
        cmp     si, 0x1000
        jb      .dword
        add     ax, 0x100
        jmp     .segment
.summed:
        mov     si, wrong_sum
        cmp     ebx, [SUM_AT]
        jne     failed

        mov     si, name
        call    print
        mov     al, [drive]
        call    print_byte
        mov     si, ok
        jmp     finish
failed:
        push    si
        mov     si, failure
        call    print
        pop     si
finish:
        call    print
        mov     si, newline
        call    print
.halt:
        hlt
        jmp     .halt

print_byte:
        push    ax
        shr     al, 4
        call    .digit
        pop     ax
        and     al, 15
.digit:
        add     al, '0'
        cmp     al, '9'
        jbe     put
        add     al, 'a' - '9' - 1
put:
        mov     ah, al
        mov     dx, 0x3fd
.wait:
        in      al, dx
        test    al, 0x20
        jz      .wait
        mov     al, ah
        mov     dx, 0x3f8
        out     dx, al
        ret

print:
        lodsb
        test    al, al
        jz      .end
        call    put
        jmp     print
.end:
        ret

name:                   db      13, 10, "STAND-IN ", NAME, " drive ", 0
ok:                     db      13, 10, "STICKSMITH-PRACTICE OK", 0
failure:                db      13, 10, "STICKSMITH-PRACTICE FAILED ", 0
wrong_segment:          db      "segment", 0
wrong_drive:            db      "drive", 0
wrong_parameters:       db      "parameters of the volume", 0
wrong_sum:              db      "sum", 0
newline:                db      13, 10, 0
drive:                  db      0

        times   512 - ($ - $$) db 0
