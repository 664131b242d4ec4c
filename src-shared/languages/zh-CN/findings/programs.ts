import type { programs as english } from '../../en/findings/programs';
import type { Worded } from '../../worded';

/** What is found on the EFI system partition, and in the programs that start Windows. */
export const programs: Worded<typeof english> = {
  'efi.fat32.there': 'EFI 系统分区中有 FAT32 卷',
  'efi.fat32.missing': 'EFI 系统分区中没有 FAT32 卷：{problem}',
  'efi.boot-sector-copy.none': 'FAT32 卷没有指明其启动扇区的副本',
  'efi.boot-sector-copy.same': '扇区 {sector} 中的启动扇区副本与原件相同',
  'efi.boot-sector-copy.different': '扇区 {sector} 中的启动扇区副本与原件不同',
  'efi.cluster-size.right': '每簇 {bytes} 字节',
  'efi.cluster-size.too-large': '每簇 {bytes} 字节，超出 FAT32 允许的大小',
  'efi.size.right': 'FAT32 卷有 {volume} 字节，其分区有 {partition} 字节',
  'efi.size.small': 'FAT32 卷有 {volume} 字节，其分区有 {partition} 字节：偏小',
  'efi.fonts.there': '有 {count} 个供启动管理器使用的字体',
  'efi.fonts.missing': '{folder} 中没有字体',

  'efi.no-program': '{path} 不是 EFI 程序：{problem}',
  'efi.program-for': '{path} 是 EFI 程序，架构：{architecture}',
  'efi.boot-file.missing': '以下文件一个也没有：{paths}',
  'efi.boot-file.not-started': '{path} 不是固件会启动的文件',
  'efi.boot-file.right': '{paths} 是相应架构的 EFI 程序',
  'efi.boot-manager.other-architecture':
    '{path} 的架构：{architecture}；固件所启动程序的架构：{wanted}',

  'program.another-architecture': '其他',
  'loader.program.unreadable': '无法读取 {path}：{problem}',
  'loader.program.none': '{path} 不是程序：{problem}',
  'loader.program.efi-application': '{path} 是 EFI 应用程序，架构：{architecture}',
  'loader.program.boot-application': '{path} 是启动应用程序，架构：{architecture}',
  'loader.program.other-architecture':
    '{path} 的架构：{architecture}；其启动管理器的架构：{wanted}',

  'signature.of-program': '{path}：{problem}',
  'signature.broken': '签名与内容不符：{programs}',
  'signature.missing': '没有签名，因此会被安全启动拒绝：{programs}',
  'signature.right': '签名与内容相符：{programs}',

  'signer.name': '“{signer}”（由“{issuer}”认证）',
  'signer.known-2023': '{path} 的签名者：{signer}；尚不认识这个 2023 年证书颁发机构的电脑会拒绝它',
  'signer.known-2011': '{path} 的签名者：{signer}；不再信任这个 2011 年证书颁发机构的电脑会拒绝它',
  'signer.other': '{path} 的签名者：{signers}',
  'signer.foreign': '签名并非来自 Microsoft 用于 Windows 的证书颁发机构：{programs}',
};
