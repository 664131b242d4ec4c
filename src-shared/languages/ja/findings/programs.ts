/** What is found on the EFI system partition, and in the programs that start Windows. */
export const programs = {
  'efi.fat32.there': 'EFI システム パーティションに FAT32 ボリュームがあります',
  'efi.fat32.missing': 'EFI システム パーティションに FAT32 ボリュームがありません：{problem}',
  'efi.boot-sector-copy.none': 'FAT32 ボリュームに、ブート セクターのコピーの指定がありません',
  'efi.boot-sector-copy.same': 'セクター {sector} にあるブート セクターのコピーは一致しています',
  'efi.boot-sector-copy.different': 'セクター {sector} にあるブート セクターのコピーが異なります',
  'efi.cluster-size.right': 'クラスターは {bytes} バイトです',
  'efi.cluster-size.too-large': 'クラスターは {bytes} バイトで、FAT32 の上限を超えています',
  'efi.size.right': 'FAT32 ボリュームは {volume} バイト、パーティションは {partition} バイトです',
  'efi.size.small':
    'FAT32 ボリュームは {volume} バイト、パーティションは {partition} バイトで、小さめです',
  'efi.fonts.there': 'ブート マネージャー用のフォントが {count} 個あります',
  'efi.fonts.missing': '{folder} にフォントがありません',

  'efi.no-program': '{path} は EFI プログラムではありません：{problem}',
  'efi.program-for': '{path} は {architecture} 用の EFI プログラムです',
  'efi.boot-file.missing': '次のいずれのファイルもありません：{paths}',
  'efi.boot-file.not-started': '{path} は、ファームウェアが起動するプログラムではありません',
  'efi.boot-file.right': '{paths} は、名前のとおりのアーキテクチャの EFI プログラムです',
  'efi.boot-manager.other-architecture':
    '{path} は {architecture} 用ですが、ファームウェアが起動するプログラムは {wanted} 用です',

  'program.another-architecture': '別のアーキテクチャ',
  'loader.program.unreadable': '{path} を読み取れません：{problem}',
  'loader.program.none': '{path} はプログラムではありません：{problem}',
  'loader.program.efi-application': '{path} は {architecture} 用の EFI アプリケーションです',
  'loader.program.boot-application': '{path} は {architecture} 用のブート アプリケーションです',
  'loader.program.other-architecture':
    '{path} は {architecture} 用ですが、ブート マネージャーは {wanted} 用です',

  'signature.of-program': '{path}：{problem}',
  'signature.broken': '署名が一致しません：{programs}',
  'signature.missing': '署名がなく、セキュア ブートで拒否されます：{programs}',
  'signature.right': '署名が {programs} の内容と一致しています',

  'signer.name': '「{signer}」（証明元「{issuer}」）',
  'signer.known-2023':
    '{path} の署名者は{signer}です。2023 年のこの証明機関をまだ信頼していないコンピューターでは拒否されます',
  'signer.known-2011':
    '{path} の署名者は{signer}です。2011 年のこの証明機関をすでに信頼していないコンピューターでは拒否されます',
  'signer.other': '{path} の署名者は{signers}です',
  'signer.foreign': '署名が Microsoft の Windows 用の証明機関によるものではありません：{programs}',
} as const;
