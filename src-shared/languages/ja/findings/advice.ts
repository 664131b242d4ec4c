/** What to do about a finding. */
export const advice = {
  'next.again': '作り直してください。再び失敗する場合は、別のドライブを使用してください。',
  'next.again-alone': '作り直してください。',
  'next.repair': '修復してください。解決しない場合は、作り直してください。',
  'next.slow':
    'この USB メモリは動作しますが、書き込みが遅い可能性があります。改善するには、作り直してください。',

  'next.mbr.active-partition': 'BIOS は何を起動するのか判断できません。修復してください。',
  'next.mbr.boot-code': 'BIOS では何も起動しません。UEFI では必要ありません。修復してください。',
  'next.mbr.boot-sector':
    'BIOS ではブート マネージャーに到達できません。UEFI では必要ありません。修復してください。',
  'next.mbr.boot-manager': 'BIOS ではブート マネージャーが見つかりません。修復してください。',

  'next.efi.size':
    '起動ファイルの更新が収まらない可能性があります。EFI システム パーティションを大きくして、作り直してください。',
  'next.efi.fonts':
    'ブート マネージャーは起動しますが、文字を表示できません。別のイメージから作成してください。',
  'next.efi.boot-file': 'ファームウェアが起動するものを見つけられません。修復してください。',
  'next.efi.boot-manager':
    'ブート マネージャーが、この Windows のものではありません。修復してください。',
  'next.efi.signature':
    'セキュア ブートのコンピューターでは、この USB メモリは拒否されます。セキュア ブートを無効にするか、Microsoft のイメージから作り直してください。',
  'next.efi.signer':
    'セキュア ブートのコンピューターでは、所有者がその署名者を信頼している場合にのみ、この USB メモリから起動します。',
  'next.loader.program':
    'ブート マネージャーが 0xc000007b で停止します。作り直してください。再び失敗する場合は、別のドライブを使用してください。',
  'next.loader.signature':
    'セキュア ブートでは、ブート マネージャーが 0xc0000428 で停止します。セキュア ブートを無効にするか、Microsoft のイメージから作り直してください。',

  'next.bcd.setup':
    'Windows は起動しますが、初期セットアップがこのストアを受け付けない可能性があります。修復してください。',
  'next.bcd.device':
    'USB メモリをコピーした後のように、BCD ストアが別のドライブのパーティションを指定しています。修復してください。',
  'next.bcd.locale': 'USB メモリは起動しますが、ブート マネージャーの表示は英語になります。',
  'next.bcd.recovery':
    '起動に失敗すると、Windows は USB メモリにない回復環境を探します。作り直すか、reagentc /disable で無効にしてください。',

  'next.ntfs.size': 'パーティションの残りの部分は使用できません。作り直してください。',
  'next.ntfs.start':
    'UEFI では Windows が起動しますが、BIOS では正しい位置が必要です。作り直してください。',
  'next.ntfs.mft-mirror':
    'USB メモリから Windows を起動し、ドライブを検査してください（chkdsk）。再び失敗する場合は、作り直してください。',
  'next.ntfs.serial': 'Windows はこの番号でボリュームを区別します。作り直してください。',
  'next.ntfs.free-space':
    'Windows は起動しますが、更新のための空きが足りない可能性があります。大きいドライブに作り直すか、ファイルを削除してください。',
  'next.volume-open':
    'USB メモリから Windows を起動して正しくシャットダウンするか、Windows でドライブを検査してください。',
  'next.vhdx.file': 'Windows は起動しますが、遅くなります。改善するには、作り直してください。',

  'next.hive.clean':
    'USB メモリから Windows を起動し、正しくシャットダウンしてください。ログをもとに変更が完了します。',
  'next.hive.san-policy':
    'この USB メモリの Windows からは、コンピューターの内蔵ディスクが見えます。意図した設定でない場合は、作り直してください。',
  'next.hive.portable':
    '起動時に Windows が設定することがあります。0 の場合、Windows はこのコンピューターにインストールされたものとして動作します。',
  'next.drivers':
    'このドライバーが必要なコンピューターでは、Windows が INACCESSIBLE_BOOT_DEVICE で停止します。Windows のドライバーがすべて含まれるイメージから作成してください。',

  'next.bitlocker.metadata':
    '正常なコピーが 1 つあればボリュームは開けますが、早めに作り直してください。',
  'next.bitlocker.protectors':
    '複数のコンピューターで使う USB メモリには、パスワードと、それを忘れたときのための回復キーが必要です。',
  'next.bitlocker.recovery-key':
    'パスワードを大切に保管し、Windows で新しい回復キーを作成してください。',
  'next.bitlocker.key-file':
    'パスワードで USB メモリを開けます。そこから Windows を起動して「manage-bde -protectors -get C:」の表示内容を保存するか、作り直してください。',

  'next.ventoy.update':
    'この USB メモリの Ventoy を更新してください。Ventoy 自身の部分が書き直され、イメージは変更されません。',
  'next.ventoy.update-for-bios':
    'BIOS では何も起動しません。この USB メモリの Ventoy を更新してください。Ventoy 自身の部分が書き直され、イメージは変更されません。',
  'next.ventoy.update-for-uefi':
    'UEFI のコンピューターでは何も起動しません。この USB メモリの Ventoy を更新してください。Ventoy 自身の部分が書き直され、イメージは変更されません。',
  'next.ventoy.make-again': 'イメージを保存してから、作り直してください。',
  'next.ventoy.disk-uuid':
    'Ventoy はこれを使って、この USB メモリをほかのディスクと区別します。イメージを保存してから、作り直してください。',
  'next.ventoy.reformat':
    'フォーマットしたシステムで、パーティションを検査してください。解決しない場合は、イメージを保存してからフォーマットし直してください。Ventoy は残ります。',
  'next.ventoy.data-label':
    'ファイル マネージャーでパーティションにボリューム名を付けるか、イメージを保存してから作り直してください。',
  'next.ventoy.table-copy':
    'gdisk などのパーティション管理プログラムで、2 つ目のコピーを書き直してください。',
  'next.ventoy.data-type':
    'Windows でイメージが表示されない可能性があります。種類はパーティション管理プログラムで設定できます。',
  'next.ventoy.data-name':
    '実害はありません。Ventoy 自身のプログラムであれば、もう一方の名前が付けられます。',
  'next.ventoy.active':
    '一部の BIOS では何も起動しません。パーティション管理プログラムで、パーティション 1 をアクティブにできます。',
  'next.ventoy.efi-alignment': 'USB メモリは動作しますが、起動が遅くなる可能性があります。',
  'next.ventoy.efi-type':
    '種類はパーティション管理プログラムで設定できます。または、作り直してください。',
  'next.ventoy.efi-name':
    'Windows 用の Ventoy のプログラムが、この USB メモリを認識できません。名前はパーティション管理プログラムで設定できます。',
  'next.ventoy.efi-attributes':
    'この場合、Windows がパーティション 2 にドライブ文字を割り当てます。Windows 用の Ventoy のプログラムで更新すると修正されます。',
  'next.ventoy.secure-boot':
    'この USB メモリの Ventoy を更新し、セキュア ブートに対応するかどうかを選択してください。',
  'next.ventoy.menu':
    'Ventoy はこれらの設定なしで起動します。ventoy/ventoy.json を修正するか、設定し直してください。',
  'next.ventoy.menu-files':
    'Ventoy は、見つからないものを除いて起動します。これらのファイルを USB メモリにコピーするか、ventoy/ventoy.json から削除してください。',
  'next.ventoy.images':
    'イメージを USB メモリにコピーし直してください。再び失敗する場合は、ドライブが故障しかけている可能性があります。',

  'next.boot.uefi-only':
    'GPT の USB メモリは、UEFI のコンピューターでのみ起動します。BIOS のコンピューターで使う場合は、MBR で作成してください（--scheme mbr）。',
  'next.boot.practice-unsigned':
    '練習用 Windows の代替プログラムには署名がないため、セキュア ブートでは拒否されます。実際の Windows の起動プログラムには、Microsoft の署名があります。',
  'next.boot.refused':
    'セキュア ブートのコンピューターでは、この USB メモリは拒否されます。Microsoft が作成したイメージから作成するか、コンピューターのファームウェアでセキュア ブートを無効にしてください。',
  'next.boot.closed-virtual-disk':
    '練習用 Windows の代替プログラムは起動しますが、仮想ディスクの中を読み取れません。ほかのチェックでは、Windows と同じように中を確認しました。',
  'next.boot.closed-encrypted':
    '練習用 Windows の代替プログラムは起動しますが、暗号化されたボリュームを開けません。わかっている内容は、ほかのチェックで確認できます。',
  'next.boot.untold':
    '何かが起動しましたが、このプログラムで読み取れる出力がありません。画像（--pictures）を確認するか、実際のコンピューターで試してください。',
  'next.boot.too-slow':
    '制限時間内に結果を判断できませんでした。実際のコンピューターで試してください。',
  'next.boot.enrolment':
    'セキュア ブートの各コンピューターで、初回起動時に一度、Ventoy のキーを登録する必要があります。',
  'next.boot.stopped': '起動プログラムがエラー {code} で停止しました。作り直してください。',
  'next.boot.explained': '{whatHappened} {whatToDo}',
  'next.boot.install': '次のコマンドでインストールしてください：{command}',
} as const;
