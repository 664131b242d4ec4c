/** What is found in the tables of partitions, and in what a BIOS starts. */
export const tables = {
  'partition.name': 'パーティション {number}',
  'partition.at-sector': '{partition}（セクター {sector}）',
  'partition.none-active': 'アクティブなパーティションがありません',

  'table.damaged': '正しくありません：{problem}',
  'table.efi-partition': 'EFI システム パーティションは{partition} です',
  'table.windows-partition': 'Windows パーティションは{partition} です',
  'table.no-windows-partition': 'Windows 用のパーティションがありません',

  'gpt.protective-mbr.there':
    'セクター 0 により、パーティション テーブルが古いプログラムから保護されています',
  'gpt.protective-mbr.missing':
    'セクター 0 が保護 MBR ではないため、ファームウェアがパーティション テーブルを認識しない可能性があります',
  'gpt.copy.valid': '正常、パーティション {count} 個、ヘッダーはセクター {sector}',
  'gpt.agreement.same': 'パーティション テーブルの 2 つのコピーは一致しています',
  'gpt.agreement.different': 'パーティション テーブルの 2 つのコピーが食い違っています',
  'gpt.efi-partition.missing': 'EFI システム パーティションがありません',

  'alignment.kept': '開始位置は {step} の倍数です',
  'alignment.missed': '開始位置が {step} の倍数ではありません：{partitions}',

  'mbr.table.valid': '正常、パーティション {count} 個、ドライブ {signature}',
  'mbr.table.no-signature': 'ストアで指定できる署名がドライブにありません',
  'mbr.active-partition.several': '{count} 個のパーティションがアクティブです',
  'mbr.active-partition.right': '{partition}（FAT32）がアクティブです',
  'mbr.active-partition.other':
    'ブート マネージャーのある最初のパーティションではなく、{partition} がアクティブです',
  'mbr.efi-partition.missing': 'ブート マネージャー用の FAT32 パーティションがありません',
  'mbr.boot-code.own': 'セクター 0 にブート コードがあります',
  'mbr.boot-code.damaged': 'セクター 0 のブート コードが破損しています',
  'mbr.boot-code.none': 'セクター 0 にブート コードがありません',
  'mbr.boot-code.foreign': 'セクター 0 にあるのは別のプログラムのブート コードで、判定の対象外です',
  'mbr.boot-sector.own': '{partition} の先頭にブート コードがあります',
  'mbr.boot-sector.damaged': '{partition} の先頭にあるブート コードが破損しています',
  'mbr.boot-sector.none': '{partition} の先頭にブート コードがありません',
  'mbr.boot-sector.foreign':
    '{partition} の先頭にあるのは別のプログラムのブート コードで、判定の対象外です',
  'mbr.boot-manager.missing': '{path} がありません',
} as const;
