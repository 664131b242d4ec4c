/** What is found on a stick with Ventoy. */
export const ventoy = {
  'ventoy.stops': '起動時に Ventoy がエラー {number} で停止します。',
  'ventoy.stops-by-bios': 'BIOS の場合：{stop}',

  'ventoy.table.none': 'ディスクにパーティション テーブルがありません',
  'ventoy.table.damaged-mbr': 'MBR が正しくありません：{problem}',
  'ventoy.table.damaged-gpt': 'GPT が正しくありません：{problem}',
  'ventoy.table.valid-mbr': 'MBR は正常で、パーティションは {count} 個です',
  'ventoy.table.valid-gpt': 'GPT は正常で、パーティションは {count} 個です',
  'ventoy.table-copy.damaged': '2 つ目のコピーが正しくありません：{problem}',
  'ventoy.table-copy.same': '2 つ目のコピー（ヘッダーはセクター {sector}）は一致しています',
  'ventoy.table-copy.different': 'テーブルの 2 つのコピーが食い違っています',
  'ventoy.scheme.right-mbr': '指定どおり、パーティションは MBR にあります',
  'ventoy.scheme.right-gpt': '指定どおり、パーティションは GPT にあります',
  'ventoy.scheme.wrong-mbr': 'パーティションが GPT ではなく MBR にあります',
  'ventoy.scheme.wrong-gpt': 'パーティションが MBR ではなく GPT にあります',
  'ventoy.data-start.none': 'パーティション 1 がありません。{stop}',
  'ventoy.data-start.right': 'パーティション 1 はセクター {sector} から始まります',
  'ventoy.data-start.wrong':
    'パーティション 1 が {wanted} ではなくセクター {sector} から始まっています。{stop}',
  'ventoy.data-type.basic': 'パーティション 1 の種類は、基本データ用です',
  'ventoy.data-type.not-basic': 'パーティション 1 の種類が、基本データ用ではなく {type} です',
  'ventoy.data-type.right': 'パーティション 1 の種類は {type} です',
  'ventoy.data-type.wrong': 'パーティション 1 の種類が、{wanted} ではなく {type} です',
  'ventoy.data-name.right': 'パーティション 1 の名前は {name} です',
  'ventoy.data-name.wrong': 'パーティション 1 の名前が、{wanted} ではなく「{name}」です',
  'ventoy.active.right': 'アクティブなのはパーティション 1 だけです',
  'ventoy.active.wrong': 'アクティブなパーティション：{numbers}',
  'ventoy.efi-size.none': 'パーティション 2 がありません。{stop}',
  'ventoy.efi-size.right': 'パーティション 2 は {sectors} セクターです',
  'ventoy.efi-size.wrong': 'パーティション 2 が、{wanted} ではなく {sectors} セクターです。{stop}',
  'ventoy.efi-start.right':
    'パーティション 2 は、パーティション 1 のすぐ後ろのセクター {sector} から始まります',
  'ventoy.efi-start.wrong':
    'パーティション 2 が、パーティション 1 のすぐ後ろの {wanted} ではなく、セクター {sector} から始まっています。{stop}',
  'ventoy.efi-alignment.kept': 'パーティション 2 の開始位置は 4 KiB の倍数です',
  'ventoy.efi-alignment.missed':
    'パーティション 2 がセクター {sector} から始まっており、4 KiB の倍数ではありません',
  'ventoy.efi-type.basic': 'パーティション 2 の種類は、Ventoy に必要な基本データ用です',
  'ventoy.efi-type.linux':
    'パーティション 2 の種類は Linux データ用です（Ventoy のスクリプトが ARM で設定するもの）',
  'ventoy.efi-type.not-basic': 'パーティション 2 の種類が、基本データ用ではなく {type} です',
  'ventoy.efi-type.right': 'パーティション 2 の種類は {type} です',
  'ventoy.efi-type.wrong': 'パーティション 2 の種類が、{wanted} ではなく {type} です',
  'ventoy.efi-name.right': 'パーティション 2 の名前は {name} です',
  'ventoy.efi-name.wrong': 'パーティション 2 の名前が、{wanted} ではなく「{name}」です',
  'ventoy.efi-attributes.right':
    'パーティション 2 にドライブ文字は割り当てられません（属性ビット 63）',
  'ventoy.efi-attributes.wrong': 'パーティション 2 の属性が、{wanted} ではなく {attributes} です',
  'ventoy.reserve.right':
    'Ventoy のパーティションの後ろに {sectors} セクターの空きがあります（{size} MiB）',
  'ventoy.reserve.wrong':
    'Ventoy のパーティションの後ろの空きが、{wanted} ではなく {sectors} セクター（{size} MiB）です',

  'ventoy.boot-bytes.right': 'セクター 0 の {from}～{to} バイトは Ventoy のものです',
  'ventoy.boot-bytes.wrong':
    'セクター 0 の {from}～{to} バイトが Ventoy のものではありません：{count} バイトが異なります。{stop}',
  'ventoy.boot-core.right': 'セクター 0 の続きはセクター {wanted} です',
  'ventoy.boot-core.wrong': 'セクター 0 の続きが、{wanted} ではなくセクター {sector} です',
  'ventoy.core-next.right': 'core.img の最初のセクターの続きはセクター {wanted} です',
  'ventoy.core-next.wrong':
    'core.img の最初のセクターの続きが、{wanted} ではなくセクター {sector} です',
  'ventoy.core.empty-start': 'core.img が始まるセクター {sector} が空です',
  'ventoy.core.too-long':
    'core.img の残りは {count} セクターと記載されていますが、{room} セクターしか収まりません',
  'ventoy.core.past-end': 'core.img がディスクの末尾を越えています',
  'ventoy.core.empty': 'セクター {sector} からの core.img の {count} セクターが空です',
  'ventoy.core.there': 'core.img はセクター {sector} から {count} セクターにあります',
  'ventoy.disk-uuid.missing': 'ディスクの 384 バイト目に固有の UUID がありません',
  'ventoy.disk-uuid.there': 'ディスクの UUID は {uuid} です',

  'ventoy.efi-volume.none':
    'パーティション 2 に FAT ボリュームがありません：{problem}。Ventoy は起動しません。',
  'ventoy.efi-volume.right': 'パーティション 2 に {sectors} セクターの FAT16 ボリュームがあります',
  'ventoy.efi-volume.wrong':
    'パーティション 2 にあるのは、Ventoy のイメージの FAT16 ではなく FAT{bits} のボリュームです',
  'ventoy.efi-label.right': 'パーティション 2 のボリューム名は {label} です',
  'ventoy.efi-label.wrong':
    'パーティション 2 のボリューム名が、{wanted} ではなく「{label}」です。{stop}',
  'ventoy.files.there': 'VTOYEFI に {paths} があります',
  'ventoy.files.missing': 'VTOYEFI に {paths} がありません。{stop}',
  'ventoy.loader.missing': '{path} がないか、空です',
  'ventoy.version.none': 'VTOYEFI に {path} がないか、バージョンが記載されていません',
  'ventoy.version.right': 'Ventoy {version} です',
  'ventoy.version.wrong': '{wanted} ではなく、Ventoy {version} です',
  'ventoy.secure-boot.on-unasked': 'セキュア ブート対応は無効のはずですが、有効になっています',
  'ventoy.secure-boot.off-unasked': 'セキュア ブート対応は有効のはずですが、無効になっています',
  'ventoy.secure-boot.on': 'セキュア ブート対応は有効で、キーの登録に必要なものがそろっています',
  'ventoy.secure-boot.on-incomplete':
    'セキュア ブート対応は有効ですが、VTOYEFI に {paths} がありません',
  'ventoy.secure-boot.off': 'セキュア ブート対応は無効で、関連するファイルも残っていません',
  'ventoy.secure-boot.off-incomplete': 'セキュア ブート対応は無効ですが、{paths} が残っています',

  'ventoy.data-file-system.unknown':
    'パーティション 1 に Ventoy が読み取れるファイル システムがないため、イメージが見つかりません',
  'ventoy.data-file-system.right': 'パーティション 1 は {fileSystem} です',
  'ventoy.data-file-system.wrong': 'パーティション 1 が、{wanted} ではなく {fileSystem} です',
  'ventoy.data-volume.sound': 'パーティション 1 のファイル システムの先頭部分の構造は正常です',
  'ventoy.data-volume.damaged': 'パーティション 1 のファイル システムが破損しています：{problem}',
  'ventoy.data-copy.exfat-sound': 'パーティション 1 のブート領域のコピーは正常です',
  'ventoy.data-copy.exfat-damaged':
    'パーティション 1 のブート領域のコピーが破損しています：{problem}',
  'ventoy.data-copy.ntfs-sound':
    'パーティション 1 のボリュームの後ろにあるブート セクターのコピーは正常です',
  'ventoy.data-copy.ntfs-missing':
    'パーティション 1 のボリュームの後ろにブート セクターのコピーがありません',
  'ventoy.data-copy.ntfs-shrunk':
    '縮小した後のように、パーティション 1 のボリュームの後ろにブート セクターのコピーがありません。必要になるのは修復のときだけです',
  'ventoy.data-size.found':
    'ファイル システムは {bytes} バイト、パーティション 1 は {partition} バイトです',
  'ventoy.data-size.unused':
    'ファイル システムは {bytes} バイト、パーティション 1 は {partition} バイトで、{unused} MiB が使われません',
  'ventoy.data-label.right': 'パーティション 1 のボリューム名は「{label}」です',
  'ventoy.data-label.wrong':
    'パーティション 1 のボリューム名が、「{wanted}」ではなく「{label}」です',

  'ventoy.release-boot.same':
    'セクター 0 のブート コードはリリースのものと一致しています（{bytes} バイト）',
  'ventoy.release-boot.different':
    'セクター 0 のブート コードがリリースのものと異なります：{bytes} バイト中 {count} バイト、最初の相違は {first}',
  'ventoy.release-core.same': 'core.img はリリースのものと一致しています（{bytes} バイト）',
  'ventoy.release-core.different':
    'core.img がリリースのものと異なります：{bytes} バイト中 {count} バイト、最初の相違は {first}',
  'ventoy.release-efi.same': 'パーティション 2 はリリースのものと一致しています（{bytes} バイト）',
  'ventoy.release-efi.different':
    'パーティション 2 がリリースのものと異なります：{bytes} バイト中 {count} バイト、最初の相違は {first}',
  'ventoy.release-efi.same-files': 'VTOYEFI のファイルはすべてリリースのものと一致しています',
  'ventoy.release-efi.same-files-without-secure-boot':
    'VTOYEFI のファイルは、セキュア ブート用のものがないことを除き、すべてリリースのものと一致しています',
  'ventoy.release-efi.other-files': 'VTOYEFI がリリースのものと異なります：{files}',
  'ventoy.release-efi.file-unknown': '{path} はリリースに含まれないファイルです',
  'ventoy.release-efi.file-different': '{path} が異なります',
  'ventoy.release-efi.file-missing': '{path} がありません',
  'ventoy.and-more': '{named}；ほか {count} 件',

  'ventoy.menu.right': 'Ventoy は {path} を読み取れます',
  'ventoy.menu.ignored': 'Ventoy は {path} を無視します：{problem}',
  'ventoy.menu.partly': 'Ventoy は {path} の一部を、見た目と異なる意味に解釈します：{problems}',
  'ventoy.menu.too-large': '{bytes} バイトあります',
  'ventoy.menu.in-line': '{line} 行：{problem}',
  'ventoy.menu.problem': '{place}：{problem}',
  'ventoy.menu-files.there': '{path} に指定されたファイルはすべてあります',
  'ventoy.menu-files.missing': '見つかりません：{problems}',
  'ventoy.images.right': '{count} 個のイメージが、同じ場所にあるファイルのハッシュ値と一致しました',
  'ventoy.images.wrong': '{path} が {beside} の値と一致しません',
} as const;
