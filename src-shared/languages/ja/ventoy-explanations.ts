import type { VentoyExplanationTexts } from '../../explain';

/** What Ventoy’s lines mean. */
export const ventoyExplanations: VentoyExplanationTexts = {
  // What Ventoy2Disk.sh prints or notes in its log.txt.
  'script/package-incomplete': {
    title: 'Ventoy のパッケージが不完全です',
    whatHappened:
      'Ventoy のスクリプトが、付属するはずのファイルを見つけられませんでした。ソース コードのコピーを使った場合に起こります。',
    whatToDo:
      'ventoy-1.1.17-linux.tar.gz のようなリリース パッケージを入手して、使用してください。',
  },
  'script/package-damaged': {
    title: 'Ventoy のパッケージが破損しています',
    whatHappened: 'Ventoy のパッケージの圧縮ファイルを展開できません。',
    whatToDo: 'パッケージを入手し直して、SHA-256 を照合してください。',
  },
  'script/tools': {
    title: 'Ventoy のプログラムがこのコンピューターで動作しません',
    whatHappened:
      'Ventoy にはパーティションとファイル システム用の小さなプログラムが付属していますが、その 1 つがこのコンピューターで起動しませんでした。',
    whatToDo:
      'この種類のプロセッサ用のパッケージを使用するか、別のコンピューターで作成してください。',
  },
  'script/no-parted': {
    title: 'パーティション管理プログラムがありません',
    whatHappened: 'Ventoy は parted でパーティションを作成しますが、インストールされていません。',
    whatToDo: 'parted をインストールして、やり直してください。',
  },
  'script/folder': {
    title: 'Ventoy が自身のフォルダーに書き込めません',
    whatHappened:
      'Ventoy のスクリプトは、同じ場所にプログラムを展開してログを書き込みますが、許可されていません。',
    whatToDo: '書き込みできるフォルダーに、パッケージを展開してください。',
  },
  'script/no-device': {
    title: 'ドライブがありません',
    whatHappened: 'Ventoy のスクリプトに指定されたドライブが存在しないか、取り外されています。',
    whatToDo: 'ドライブを接続し直し、一覧から選択してください。',
  },
  'script/partition-given': {
    title: 'ドライブ全体ではなく、パーティションが選択されています',
    whatHappened: 'Ventoy が対応するのは、ドライブ全体だけです。',
    whatToDo: 'ドライブ自体を選択してください。',
  },
  'script/rights': {
    title: '管理者権限がありません',
    whatHappened: 'Ventoy のスクリプトに、ドライブの読み取りが許可されていません。',
    whatToDo: '管理者権限で実行してください。',
  },
  'script/in-use': {
    title: 'ドライブは使用中です',
    whatHappened:
      'ドライブのパーティションが、マウントされているか、スワップ領域として使われているか、別のプログラムに使用されているため、Ventoy は書き込みませんでした。',
    whatToDo:
      'ドライブを使用しているものを閉じ、ファイル マネージャーで取り出してから、やり直してください。',
  },
  'script/left-over-folder': {
    title: '以前の実行で残ったものが妨げになっています',
    whatHappened: '以前の実行のフォルダー tmp_mnt が残っており、削除できませんでした。',
    whatToDo:
      'Ventoy のパッケージのフォルダーにある tmp_mnt をマウント解除して削除するか、パッケージを展開し直してください。',
  },
  'script/has-ventoy': {
    title: 'このドライブには、すでに Ventoy があります',
    whatHappened: 'Ventoy は、既存の Ventoy の上にインストールしません。',
    whatToDo: '更新すると、イメージは残ります。または、ドライブを消去して作り直してください。',
  },
  'script/no-ventoy': {
    title: 'このドライブに、更新する Ventoy がありません',
    whatHappened: 'ドライブに Ventoy の 2 つのパーティションがないか、破損しています。',
    whatToDo: '内容を保存してから、Ventoy をインストールし直してください。',
  },
  'script/reserve': {
    title: '指定された空きを確保できません',
    whatHappened: '確保する空きが MiB の整数倍でないか、Ventoy のための容量が残りません。',
    whatToDo: '確保する空きを減らしてください。',
  },
  'script/too-small': {
    title: 'ドライブが小さすぎます',
    whatHappened: 'Ventoy だけで 32 MiB が必要で、ほかにイメージのための容量も必要です。',
    whatToDo: '大きいドライブを使用してください。',
  },
  'script/mbr-limit': {
    title: 'ドライブが MBR には大きすぎます',
    whatHappened: '古い形式のパーティション テーブル（MBR）で扱えるのは 2 TiB までです。',
    whatToDo: 'GPT で作成してください。',
  },
  '4kn': {
    title: 'Ventoy はこのドライブを使用できません',
    whatHappened:
      'ドライブのセクターが 4096 バイトのみですが、Ventoy には 512 バイトのセクターが必要です。',
    whatToDo: '別のドライブを使用してください。',
  },
  'script/no-partitions': {
    title: '新しいパーティションが認識されませんでした',
    whatHappened:
      'Ventoy は新しいパーティション テーブルを書き込みましたが、システムが認識しませんでした。多くの場合、別のプログラムがドライブを使用しています。',
    whatToDo: 'ドライブを取り外してから接続し直し、やり直してください。',
  },
  'script/format': {
    title: 'パーティション 1 をフォーマットできませんでした',
    whatHappened: 'Ventoy は exFAT ファイル システムの作成を 2 回試みましたが、失敗しました。',
    whatToDo:
      'もう一度実行してください。再び失敗する場合は、ドライブをテストしてください。劣化しているか、偽物の可能性があります。',
  },
  'script/write': {
    title: 'ドライブへの書き込みに失敗しました',
    whatHappened: 'ドライブが書き込みを受け付けなかったか、取り外されました。',
    whatToDo:
      'コンピューターに直接接続して、もう一度実行してください。再び失敗する場合は、別のドライブを使用してください。',
  },
  'script/full': {
    title: '空きがありません',
    whatHappened: 'Ventoy の書き込んだものが収まりませんでした。',
    whatToDo:
      'Ventoy のパッケージのフォルダーがあるディスクの空きを増やしてください。ドライブ自体の空きが足りない場合は、別のドライブを使用してください。',
  },
  'beside/no-slot': {
    title: 'パーティション テーブルに空きがありません',
    whatHappened:
      '現在の内容を残して追加するには、Ventoy 用にパーティションをもう 1 つ作れる必要があります。',
    whatToDo: '不要なパーティションを削除するか、ドライブ全体を Ventoy に使ってください。',
  },
  'beside/first-partition': {
    title: '最初のパーティションが、Ventoy に必要な位置にありません',
    whatHappened:
      '現在の内容を残して Ventoy を追加できるのは、最初のパーティションが 1 MiB の位置から始まる場合だけです。',
    whatToDo: 'ドライブの内容を保存してから、ドライブ全体を Ventoy に使ってください。',
  },
  'beside/no-tool': {
    title: 'パーティションを縮小するプログラムがありません',
    whatHappened: '空きを作るには、ntfsresize または resize2fs が必要です。',
    whatToDo:
      'ntfs-3g（NTFS の場合）または e2fsprogs（ext4 の場合）をインストールして、やり直してください。',
  },
  'beside/shrink': {
    title: 'パーティションを縮小できませんでした',
    whatHappened:
      'ファイル システムを 32 MiB 縮小できませんでした。空きがないか、エラーがあるか、Windows によって正しく閉じられていません。',
    whatToDo:
      '使用しているシステムでパーティションを検査し、空きを増やしてから、やり直してください。',
  },
  'beside/file-system': {
    title: 'Ventoy はこのファイル システムを縮小できません',
    whatHappened: '縮小できるのは NTFS と ext2～ext4 だけで、exFAT と FAT32 は縮小できません。',
    whatToDo: 'ドライブの内容を保存してから、ドライブ全体を Ventoy に使ってください。',
  },
  'beside/table': {
    title: 'パーティション テーブルを変更できませんでした',
    whatHappened:
      'Ventoy は書き込まれましたが、パーティション テーブルに登録されていないため、ドライブから起動しません。',
    whatToDo: 'ドライブの内容を保存してから、やり直してください。',
  },

  // What is shown when a stick starts.
  'start/not-standard': {
    title: 'Ventoy が自身の USB メモリを受け付けません',
    whatHappened:
      'Ventoy は起動時に USB メモリの構成を確認しますが、作成したときと異なる点があります。',
    whatToDo: 'このプログラムで USB メモリをチェックし、Ventoy を更新するか、作り直してください。',
  },
  'start/internal': {
    title: 'Ventoy が起動元のドライブを見つけられません（4097）',
    whatHappened:
      'どのドライブのどのパーティションから起動したのかが、ファームウェアから Ventoy に伝わりませんでした。',
    whatToDo:
      '別の USB ポートを試すか、もう一方のファームウェア モード（UEFI または BIOS）で起動してください。',
  },
  'start/files': {
    title: 'VTOYEFI のファイルがありません（4098）',
    whatHappened:
      'コンピューターの BIOS が、Ventoy のファイルの 1 つを見つけられませんでした。ファイルがなくなっているか、大きいドライブの末尾にあるファイルを BIOS が読み取れません。',
    whatToDo:
      'USB メモリの Ventoy を更新してください。古いコンピューターでのみ表示される場合は、末尾に空きを確保して作成するか、小さい USB メモリを使用してください。',
  },
  'start/cpio': {
    title: 'Ventoy が自身のファイルを読み取れません（4099）',
    whatHappened: 'VTOYEFI のファイル ventoy.cpio がないか、読み取れません。',
    whatToDo: 'USB メモリの Ventoy を更新してください。',
  },
  'start/not-fat': {
    title: 'パーティション 2 がフォーマットされています（4100）',
    whatHappened: 'VTOYEFI に、Ventoy の作成した FAT ファイル システムがありません。',
    whatToDo: 'USB メモリの Ventoy を更新してください。イメージは残ります。',
  },
  'start/data-start': {
    title: 'パーティション 1 が 1 MiB の位置から始まっていません（5）',
    whatHappened:
      'パーティション管理プログラムで最初のパーティションが移動されたか、Ventoy が別のパーティションから起動しました。',
    whatToDo: 'イメージを保存してから、作り直してください。',
  },
  'start/layout': {
    title: 'パーティションが変更されています（6 または 7）',
    whatHappened:
      'VTOYEFI は、テーブルの 2 番目にあり、32 MiB で、最初のパーティションのすぐ後ろに続いている必要があります。パーティション 1 を縮小したり、間に別のパーティションを追加したりすると、この条件が満たされなくなります。',
    whatToDo:
      'パーティション 1 を VTOYEFI の直前まで広げ、自分のパーティションは VTOYEFI の後ろに 3 番目、4 番目として置いてください。または、末尾に空きを確保して作り直してください。',
  },
  'start/read': {
    title: 'Ventoy がドライブを読み取れませんでした（8、9、または 11）',
    whatHappened:
      'ファームウェアが、ドライブまたはパーティション 2 へのアクセスを Ventoy に許可しませんでした。',
    whatToDo:
      'ハブを使わず、別の USB ポートをお試しください。解決しない場合は、USB メモリの Ventoy を更新してください。',
  },
  'start/label': {
    title: 'パーティション 2 の名前が異なります（10）',
    whatHappened:
      '2 番目のパーティションのボリューム名は VTOYEFI である必要がありますが、変更されています。',
    whatToDo: 'ボリューム名を VTOYEFI に戻すか、USB メモリの Ventoy を更新してください。',
  },
  'start/boot-code': {
    title: 'セクター 0 のブート コードが Ventoy のものではありません（12）',
    whatHappened:
      '別のプログラムが、USB メモリに独自のブート コードを書き込みました。パーティション管理プログラムや、システムのインストーラーが行うことがあります。UEFI の場合も、Ventoy はブート コードを確認します。バージョン 1.0.92 では、Ventoy 自身の不具合でも表示されました。',
    whatToDo:
      'USB メモリの Ventoy を更新してください。ブート コードが書き直され、イメージは変更されません。',
  },
  'start/mixed-versions': {
    title: '異なるバージョンの Ventoy の構成要素が混在しています',
    whatHappened:
      'USB メモリのブート ローダーが対応していないコマンドが、メニューで使われています。',
    whatToDo: '完全なリリース パッケージを使って、USB メモリの Ventoy を更新してください。',
  },
  'start/no-images': {
    title: 'Ventoy がイメージを見つけられません',
    whatHappened:
      '起動できるものが見つかりませんでした。ファイルが検索対象のフォルダーにないか、拡張子が異なるか、32 KiB 未満であるか、パーティション 1 を読み取れません。',
    whatToDo:
      'USB メモリのイメージをこのプログラムで確認し、ventoy.json で検索対象のフォルダーを確認してください。',
  },
  'config/syntax': {
    title: 'ventoy.json に誤りがあります',
    whatHappened: 'Ventoy は設定を読み取れず、すべて無視します。',
    whatToDo: 'このプログラムで設定を開いてください。誤りの場所が表示されます。',
  },
  'config/encoding': {
    title: 'ventoy.json が UTF-8 ではありません',
    whatHappened: 'Ventoy は UTF-8 の設定しか読み取れず、この設定を無視します。',
    whatToDo: 'このプログラムで設定を保存し直してください。',
  },
  'config/case': {
    title: 'ventoy.json の名前が正しくありません',
    whatHappened: 'フォルダー ventoy とファイル ventoy.json の名前は、小文字である必要があります。',
    whatToDo: '名前を変更してください。',
  },
  'config/partition': {
    title: '設定が別のパーティションにあります',
    whatHappened:
      'ventoy.json は、イメージのあるパーティション 1 のフォルダー ventoy に置く必要があります。',
    whatToDo: 'そこに移動してください。',
  },

  // What is shown when an image is started.
  'image/no-uefi': {
    title: 'イメージに、このコンピューターの UEFI で起動できるものがありません',
    whatHappened:
      'この種類の UEFI が起動するプログラムが、イメージに見つかりませんでした。BIOS 専用か、別のプロセッサ用か、64 ビットのコンピューターに対して 32 ビット用か、破損している可能性があります。',
    whatToDo:
      'イメージのチェックサムを照合してください。一致する場合は、コンピューターを BIOS モードで起動するか、そのプロセッサ用のイメージを入手してください。',
  },
  'image/needs-uefi': {
    title: 'イメージは UEFI でのみ起動します',
    whatHappened: 'コンピューターは BIOS モードで起動しています。',
    whatToDo: 'USB メモリを UEFI モードで起動してください。',
  },
  'image/other-firmware': {
    title: '仮想ディスクが、もう一方のファームウェア用に作成されています',
    whatHappened:
      '中のシステムは UEFI でインストールされましたが、BIOS で起動しています。または、その逆です。',
    whatToDo: 'システムをインストールしたときのモードで、USB メモリを起動してください。',
  },
  'image/unsupported': {
    title: 'Ventoy はこのイメージに対応していません',
    whatHappened: 'Ventoy が起動するディスク イメージは、あらかじめ対応しているものだけです。',
    whatToDo: '同じシステムの ISO ファイルを探してください。',
  },
  'image/unreadable': {
    title: 'Ventoy がイメージを読み取れません',
    whatHappened:
      'USB メモリのファイルを開けないか、最後までたどれませんでした。破損しているか、ハブのためにファームウェアが読み取れない可能性があります。',
    whatToDo:
      'ハブを使わずに USB メモリを接続してください。解決しない場合は、パーティション 1 のファイル システムを検査し、イメージをコピーし直してください。',
  },
  'image/not-started': {
    title: 'イメージを起動できませんでした',
    whatHappened:
      '起動に必要な処理が、その前に失敗しました。何が失敗したかは、この上の行に示されています。',
    whatToDo:
      'イメージを GRUB2 モード（Ventoy のメニューで Ctrl+R）で試し、チェックサムを照合してください。',
  },
  'memory/low': {
    title: '必要な場所のメモリが足りません',
    whatHappened:
      'Ventoy またはシステムには先頭の 4 GiB 以内のメモリが必要ですが、ファームウェアまたはグラフィックスに使われています。',
    whatToDo:
      '必要なメモリの少ない GRUB2 モード（Ventoy のメニューで Ctrl+R）をお試しください。解決しない場合は、ファームウェアの設定でグラフィックスに割り当てるメモリを減らすか、ファームウェアを更新してください。',
  },
  'secure-boot/enrol': {
    title: 'コンピューターに Ventoy のキーがまだ登録されていません',
    whatHappened:
      'セキュア ブートが有効なこのコンピューターで、初めて Ventoy を起動しています。Ventoy のキーを一度登録する必要があります。',
    whatToDo:
      '「OK」で Enter キーを押し、「Press any key to perform MOK management」で何かキーを押します。次に、「Enroll key from disk」、VTOYEFI、ENROLL_THIS_KEY_IN_MOKMANAGER.cer、「Continue」、「Yes」、「Reboot」の順に選択してください。',
  },
  'secure-boot/revoked': {
    title: 'このコンピューターは、このような古いブート ローダーを受け付けなくなりました',
    whatHappened:
      'Windows または Linux の更新により、ファームウェアが古いバージョンのブート ローダー（shim）を拒否するようになりました。1.0.99 までの Ventoy のものなどが対象です。イメージに含まれていることもあります。',
    whatToDo:
      'USB メモリの Ventoy を更新し、新しいイメージを使用するか、USB メモリを使う間、セキュア ブートを無効にしてください。',
  },
  'secure-boot/policy': {
    title: 'ファームウェアがブート ローダーを拒否しています',
    whatHappened:
      'セキュア ブートが有効で、ブート ローダーの起動が許可されません。一部のコンピューターでは、Windows 以外のブート ローダーを先に許可する必要があります。',
    whatToDo:
      'ファームウェアの設定で「Allow Microsoft 3rd party UEFI CA」を探して有効にするか、USB メモリを使う間、セキュア ブートを無効にしてください。',
  },
  'vhd/no-plugin': {
    title: 'ventoy_vhdboot.img がないか、正しいものではありません',
    whatHappened:
      'Ventoy は、このファイルを使って VHD と VHDX ファイルを起動しますが、Ventoy には付属していません。',
    whatToDo:
      'ventoy/vhdiso のリリースから ventoy_vhdboot.img を入手し、USB メモリに /ventoy/ventoy_vhdboot.img として置いてください。',
  },
  'vhd/not-ntfs': {
    title: '仮想ディスクが NTFS にありません',
    whatHappened:
      '仮想ディスクから Windows が確実に起動するのは、仮想ディスクが NTFS のパーティションにある場合だけです。',
    whatToDo:
      'NTFS で作成してください。それでも起動する場合は、VTOY_VHD_NO_WARNING で警告を無効にできます。',
  },
  'vhd/device-missing': {
    title: 'Windows ブート マネージャーが仮想ディスクを見つけられません（0xc000000e）',
    whatHappened:
      'ブート マネージャーが、存在しないディスクを探しています。Ventoy 1.0.87 では、Ventoy 自身の不具合でこれが発生しました。',
    whatToDo: 'USB メモリの Ventoy を、ventoy_vhdboot.img と一緒に更新してください。',
  },
  'vhd/initialization': {
    title: 'Windows が自身の仮想ディスクを開けませんでした',
    whatHappened:
      'Windows は起動を始めましたが、自身の入っているファイルを見失いました。一部の USB 3 ポートで知られていますが、確かな原因はわかっていません。',
    whatToDo: 'USB 2 ポートと別の USB メモリ、固定サイズの仮想ディスクをお試しください。',
  },
  'vhd/space': {
    title: '仮想ディスクのための空きがパーティションに足りません',
    whatHappened:
      '使用に応じて大きくなる仮想ディスクでは、Windows の起動前に、最大サイズ分の空きが必要です。',
    whatToDo:
      'パーティション 1 の空きを増やすか、固定サイズの小さい仮想ディスクを使用してください。',
  },
  'vhd/inaccessible': {
    title: 'Windows が起動元のディスクにアクセスできません',
    whatHappened:
      '仮想ディスクの場合、NTFS の仮想ディスクが exFAT のパーティションにあるか、Windows にこのポートのドライバーがないことが原因です。',
    whatToDo: '仮想ディスクを NTFS のパーティションに置き、別の USB ポートをお試しください。',
  },

  // What Ventoy2Disk.exe notes in cli_log.txt and log.txt.
  'windows/parameters': {
    title: 'Ventoy がコマンドラインを解釈できませんでした',
    whatHappened: 'インストールと更新のどちらも指定されていないか、ドライブが指定されていません。',
    whatToDo: 'ログを添えて報告してください。Ventoy を呼び出したプログラムの不具合です。',
  },
  'windows/no-drive': {
    title: 'Ventoy がドライブを開けませんでした',
    whatHappened: 'Ventoy が、ドライブの情報を Windows から取得できませんでした。',
    whatToDo: 'ドライブを接続し直し、管理者権限で実行してください。',
  },
  'windows/not-usb': {
    title: 'ドライブが USB で接続されていません',
    whatHappened:
      'Windows 用の Ventoy のプログラムは、確認を省略するよう指定しない限り、ほかのドライブを拒否します。',
    whatToDo: '意図したドライブであることを確認してください。',
  },
  'windows/no-room': {
    title: '現在の内容を残して Ventoy を追加することはできません',
    whatHappened: 'ドライブのパーティションの構成が対応していません。',
    whatToDo: 'ドライブの内容を保存してから、ドライブ全体を Ventoy に使ってください。',
  },
  'windows/failed': {
    title: 'Windows 用の Ventoy のプログラムが失敗しました',
    whatHappened:
      '何度か試みましたが、成功しませんでした。何に失敗したかは、この上の行に示されています。',
    whatToDo:
      'ドライブを使用しているプログラム（特にウイルス対策ソフト）を閉じ、接続し直してから、もう一度実行してください。',
  },
};
