/**
 * Work for which a computer may lack a program:
 * - `unpack-windows`: an edition into a volume; `read-windows`: what an edition holds;
 * - `unpack-into-disk`: an edition straight into a virtual disk that lies on a drive;
 * - `use-exfat`: the files of an exFAT volume;
 * - `make-ntfs`: an NTFS volume with a large file, and the files of one that is there;
 * - `mount`: any file system of a disk; `run-ventoy`: Ventoy's own programs;
 * - `make-ext4`: files with an ext4 file system.
 */
export type ToolUse =
  | 'unpack-windows'
  | 'unpack-into-disk'
  | 'read-windows'
  | 'use-exfat'
  | 'make-ntfs'
  | 'mount'
  | 'run-ventoy'
  | 'make-ext4';
