; What both boot sectors have in common, included by them. 16-bit real mode on an 80386 or newer; DS = SS = 0.
;
; Nothing is kept in registers while the BIOS runs: some change more of them than they say.

DRIVE           equ 0x0900              ; the BIOS's number of the drive to read
TRIES           equ 0x0901              ; how often the piece in hand is still tried
LEFT            equ 0x0902              ; sectors still to be read
SECTOR          equ 0x0904              ; the next one's number, 32 bits
PLACE           equ 0x0908              ; the segment that it goes to

; Some BIOSes read at most 127 sectors at a time. Half a segment never reaches over the end of one, where it begins at
; a multiple of its size.
MOST_SECTORS    equ 64
TIMES_TRIED     equ 4

%macro read_sectors_code 0

; Reads CX sectors (1 or more) of the drive from sector EAX on to ES:0000. A piece of 32 KiB must not reach over
; a 64 KiB boundary. Leaves ES behind what was read. The carry flag is set when it failed. Changes all other registers.
read_sectors:
        mov     [SECTOR], eax
        mov     [LEFT], cx
.piece:
        mov     [PLACE], es
        mov     byte [TRIES], TIMES_TRIED
.try:
        mov     ah, 0x41                ; are there functions that take a sector's number?
        mov     bx, 0x55aa
        call    bios_drive
        jc      .by_cylinder
        cmp     bx, 0xaa55
        jne     .by_cylinder
        test    cl, 1
        jz      .by_cylinder
        mov     ax, [LEFT]
        cmp     ax, MOST_SECTORS
        jbe     .fits
        mov     ax, MOST_SECTORS
.fits:
        push    ax
        push    dword 0                 ; EDD 3.0, "Device Address Packet", 16 bytes, last field first: 64 bits of sector,
        push    dword [SECTOR]
        push    word [PLACE]            ; segment and offset of the place,
        push    word 0
        push    ax                      ; how many,
        push    word 16                 ; the packet's size
        mov     si, sp
        mov     ah, 0x42
        call    bios_drive
        popa                            ; takes the packet away and leaves the carry flag alone
        pop     bx
        jnc     .done
.by_cylinder:                           ; one sector, which surely lies in one track
        mov     ah, 0x08                ; the drive's geometry
        call    bios_drive
        jc      .again
        and     ecx, 0x3f               ; sectors of a track
        jz      .again
        movzx   ebx, dh                 ; the last head's number
        inc     bx
        mov     eax, [SECTOR]
        xor     edx, edx
        div     ecx
        mov     cx, dx                  ; sectors of a track are counted from 1
        inc     cx
        xor     edx, edx
        div     ebx
        cmp     eax, 1023               ; the last cylinder that there are bits for
        ja      .again
        mov     dh, dl
        mov     ch, al
        shl     ah, 6
        or      cl, ah
        xor     bx, bx
        mov     es, [PLACE]
        mov     ax, 0x0201
        call    bios_drive
        mov     bx, 1
        jnc     .done
.again:
        mov     ah, 0                   ; reset the drive
        call    bios_drive
        dec     byte [TRIES]
        jnz     .try
        stc
        ret
.done:                                  ; BX sectors
        movzx   eax, bx
        add     [SECTOR], eax
        shl     ax, 5                   ; as paragraphs of 16 bytes
        add     ax, [PLACE]
        mov     es, ax
        sub     [LEFT], bx
        jnz     .piece
        ret                             ; the carry flag is clear: no more was read than was left

bios_drive:
        mov     dl, [DRIVE]
        int     0x13
        ret

%endmacro

%macro stop_code 0

; Shows the text at DS:SI, which ends with a zero, and waits for somebody to switch the computer off. It doesn't go on with
; another drive: the person wants this one, and should know why it doesn't start.
stop_with_message:
        lodsb
        test    al, al
        jz      .halt
        mov     ah, 0x0e
        mov     bx, 7
        int     0x10
        jmp     stop_with_message
.halt:
        hlt                             ; interrupts stay on, so that Ctrl+Alt+Del works
        jmp     .halt

%endmacro
