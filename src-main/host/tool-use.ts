/**
 * Work for which a computer may lack a program:
 * - `unpack-windows`: an edition into a volume; `read-windows`: what an edition holds;
 * - `use-exfat`: the files of an exFAT volume;
 * - `make-ntfs`: an NTFS volume with a large file, and the files of one that is there;
 * - `mount`: any file system of a disk; `run-ventoy`: Ventoy's own programs;
 * - `make-ext4`: files with an ext4 file system;
 * - `encrypt-volume`: BitLocker of the computer's own Windows.
 */
export type ToolUse =
  | 'unpack-windows'
  | 'read-windows'
  | 'use-exfat'
  | 'make-ntfs'
  | 'mount'
  | 'run-ventoy'
  | 'make-ext4'
  | 'encrypt-volume';
