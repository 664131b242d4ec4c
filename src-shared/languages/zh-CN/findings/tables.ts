import type { tables as english } from '../../en/findings/tables';
import type { Worded } from '../../worded';

/** What is found in the tables of partitions, and in what a BIOS starts. */
export const tables: Worded<typeof english> = {
  'partition.name': '分区 {number}',
  'partition.at-sector': '{partition}（始于扇区 {sector}）',
  'partition.none-active': '没有活动分区',

  'table.damaged': '无效：{problem}',
  'table.efi-partition': 'EFI 系统分区：{partition}',
  'table.windows-partition': 'Windows 分区：{partition}',
  'table.no-windows-partition': '没有用于 Windows 的分区',

  'gpt.protective-mbr.there': '扇区 0 保护分区表不被旧程序破坏',
  'gpt.protective-mbr.missing': '扇区 0 不是保护性 MBR，因此固件可能看不到分区表',
  'gpt.copy.valid': '有效，{count} 个分区，表头位于扇区 {sector}',
  'gpt.agreement.same': '分区表的两份副本内容一致',
  'gpt.agreement.different': '分区表的两份副本相互矛盾',
  'gpt.efi-partition.missing': '没有 EFI 系统分区',

  'alignment.kept': '起始位置均为 {step} 的整数倍',
  'alignment.missed': '起始位置不是 {step} 的整数倍：{partitions}',

  'mbr.table.valid': '有效，{count} 个分区，磁盘签名 {signature}',
  'mbr.table.no-signature': '驱动器没有可供启动配置数据引用的签名',
  'mbr.active-partition.several': '有 {count} 个活动分区',
  'mbr.active-partition.right': '{partition} (FAT32) 是活动分区',
  'mbr.active-partition.other': '活动分区是{partition}，而不是存放启动管理器的第一个分区',
  'mbr.efi-partition.missing': '没有存放启动管理器的 FAT32 分区',
  'mbr.boot-code.own': '扇区 0 中有启动代码',
  'mbr.boot-code.damaged': '扇区 0 中的启动代码已损坏',
  'mbr.boot-code.none': '扇区 0 中没有启动代码',
  'mbr.boot-code.foreign': '扇区 0 中是其他程序的启动代码，不作判断',
  'mbr.boot-sector.own': '{partition} 的开头有启动代码',
  'mbr.boot-sector.damaged': '{partition} 开头的启动代码已损坏',
  'mbr.boot-sector.none': '{partition} 的开头没有启动代码',
  'mbr.boot-sector.foreign': '{partition} 的开头是其他程序的启动代码，不作判断',
  'mbr.boot-manager.missing': '没有 {path}',
};
