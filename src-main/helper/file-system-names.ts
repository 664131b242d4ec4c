/** The file systems that can be mounted, by the names that blkid(8) and the kernel have for them. */
export const fileSystemNames = [
  ...(['exfat', 'ntfs', 'vfat', 'udf'] as const),
  ...(['ext2', 'ext3', 'ext4', 'xfs', 'btrfs'] as const),
] as const;
export type FileSystemName = (typeof fileSystemNames)[number];
