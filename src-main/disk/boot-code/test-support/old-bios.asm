; Sector 0 of a first disk that changes the BIOS for what comes after it, and starts the second disk.
;
; -D REFUSE: there are no functions of INT 13h that take a sector's number.
; -D TOLD=N: the number that the second disk is told to have.

HOOK            equ 0x0500

        bits    16
        cpu     386
        org     0x7c00

        xor     ax, ax
        mov     ds, ax
        mov     es, ax
        mov     ss, ax
        mov     sp, 0x7c00
        mov     si, hook
        mov     di, HOOK
        mov     cx, hook_end - hook
        rep     movsb
        mov     eax, [0x13 * 4]
        mov     [HOOK + old - hook], eax
        mov     dword [0x13 * 4], HOOK
        mov     si, 0x7c00
        mov     di, 0x0700
        mov     cx, 256
        rep     movsw
        jmp     0:0x0700 + moved - 0x7c00
moved:
        mov     ax, 0x0201
        mov     bx, 0x7c00
        mov     cx, 1
        mov     dx, 0x0081
        int     0x13
        mov     dl, TOLD
        jmp     0:0x7c00

hook:
%ifdef REFUSE
        cmp     ah, 0x41
        je      .refuse
        cmp     ah, 0x42
        je      .refuse
%endif
        jmp     0:0
old             equ $ - 4
.refuse:
        mov     ah, 1
        push    bp
        mov     bp, sp
        or      byte [bp + 6], 1        ; carry flag of the caller
        pop     bp
        iret
hook_end:

        times   510 - ($ - $$) db 0
        dw      0xaa55
