import type { ErrorTexts } from '../texts';

/** What every error says. */
export const errors: ErrorTexts = {
  internal: {
    what: 'Sticksmith で予期しないエラーが発生しました：{message}',
    next: 'ログを保存して報告してください。ハードウェアではなく、プログラムの不具合です。',
  },
  cancelled: {
    what: '処理はキャンセルされました。',
    next: 'いつでもやり直せます。',
  },
  usage: {
    what: '{message}',
    next: '「sticksmith --help」を実行すると、コマンドとオプションを確認できます。',
  },
  'explain/unknown': {
    what: '「{text}」に関する情報はありません。',
    next: '画面に表示されたとおりのコード（例：0xc0000225）か、メッセージ中のいくつかの単語を入力してください。「sticksmith explain --list」ですべての項目を表示できます。',
  },
  'plan/invalid': {
    what: 'プランが正しくありません：{message}',
    next: '示された項目を修正して、もう一度実行してください。',
  },
  'plan/version': {
    what: 'プランのバージョンは {found} ですが、このプログラムが対応するのは {known} です。',
    next: 'このバージョンのプログラムでレシピを作り直すか、レシピを作成したバージョンを使用してください。',
  },
  'plan/unreadable': {
    what: 'レシピ {path} を読み取れません：{message}',
    next: 'ファイルが存在し、Sticksmith で保存されたレシピであることを確認してください。',
  },

  'ventoy/not-found': {
    what: '{target} に Ventoy はありません。',
    next: 'Ventoy のあるドライブを選択するか、新しい Ventoy の USB メモリを作成してください。',
  },
  'ventoy/already-there': {
    what: '{target} には、すでに Ventoy があります。',
    next: '更新すると、内容はすべて残ります。または、新しく作り直してください。',
  },
  'ventoy/beside-impossible': {
    what: '{target} の内容を残して Ventoy を追加することはできません：{message}',
    next: '大切なものを保存してドライブ全体を Ventoy に使うか、先にパーティション管理プログラムで空きを作ってください。',
  },
  'ventoy/damaged': {
    what: '{target} の Ventoy は破損しています：{message}',
    next: '更新すると、ファイルを残したまま Ventoy が書き直されます。拒否される場合は、新しく作り直してください。',
  },
  'ventoy/install-failed': {
    what: '{target} で、Ventoy 自身のプログラムが失敗しました：{message}',
    next: '詳細を確認してから、もう一度実行してください。再び失敗する場合は、別の USB ポートか別のドライブをお試しください。',
  },
  'ventoy/update-changed-files': {
    what: '{target} の Ventoy の更新中に、ファイルが変化しました：{message}',
    next: 'USB メモリの内容を保存し、再び使う前に元のファイルと比較してください。また、Ventoy のバージョンを添えて報告してください。',
  },
  'ventoy/other-layout': {
    what: 'Ventoy 自身のプログラムが、想定と異なるパーティションを作成しました：{message}',
    next: 'このプログラムが対応する Ventoy のリリースを使用するか、Ventoy を使わずに、仮想ディスクに Windows を入れて作成してください。',
  },
  'ventoy/vhd-boot': {
    what: 'ファイル {path} は、仮想ディスクの起動に使うものではありません：{message}',
    next: 'Ventoy プロジェクトの VHD ファイルの起動に関するページから ventoy_vhdboot.img を入手し、選択し直してください。',
  },
  'ventoy/file-unreadable': {
    what: 'ファイル {path} を読み取れません：{message}',
    next: 'ファイルの有無、読み取りのアクセス許可、ディスクの状態を確認してください。',
  },
  'ventoy/file-mismatch': {
    what: '{name} 用のファイルが期待されたものと異なります。SHA-256 は {actual} ですが、期待された値は {expected} です。',
    next: '発行元から入手し直して、もう一度照合してください。',
  },
  'ventoy/source-changed': {
    what: 'ファイル {path} が使用中に変更されました。',
    next: 'ダウンロードやコピーが続いていないことを確認してから、やり直してください。',
  },
  'ventoy/file-exists': {
    what: '{target} には、すでに別の {name} があります。',
    next: '先にそれを削除するか名前を変更する、または新しいほうに別の名前を付けてください。',
  },
  'ventoy/file-missing': {
    what: '{target} にファイル {name} はありません。',
    next: 'USB メモリの内容を確認して、名前を修正してください。',
  },
  'ventoy/file-name': {
    what: '{name} という名前は、この USB メモリで使えません：{message}',
    next: 'ファイルに別の名前を付けてください。',
  },
  'ventoy/file-too-large': {
    what: 'ファイル {name} は {target} には大きすぎます：FAT32 には 4 GiB 以上のファイルを保存できません。',
    next: 'exFAT または NTFS で USB メモリを作成してください。',
  },
  'ventoy/no-room': {
    what: '{target} の空きが足りません：{needed:bytes} が必要ですが、空きは {free:bytes} です。',
    next: '不要なファイルを削除するか、イメージを減らしてください。',
  },
  'ventoy/copy-mismatch': {
    what: '{target} のファイル {name} が、書き込んだ内容と異なります。',
    next: 'ドライブが劣化しているか、表示どおりの容量がない可能性があります。テストして、別のドライブを使用してください。',
  },
  'ventoy/copy-unreadable': {
    what: '{target} のファイル {name} を読み取れません：{message}',
    next: 'ドライブを接続し直し（できれば別のポートに）、もう一度実行してください。再び失敗する場合は、ドライブが故障しかけています。',
  },
  'ventoy/config-unreadable': {
    what: '{target} の設定 ventoy/ventoy.json を読み取れません：{message}',
    next: 'ファイルを修正するか名前を変更してから、もう一度実行してください。',
  },
  'ventoy/persistence-unsupported': {
    what: '{name} での変更は保存できません：{message}',
    next: '保存なしで続けるか、別のライブ システムを選択してください。',
  },
  'ventoy/persistence-shrinks': {
    what: '{target} のファイル {name} はすでに {bytes:bytes} あり、大きくすることしかできません。',
    next: 'より大きいサイズを指定するか、先にファイルを削除してください。削除すると、保存されていた内容は失われます。',
  },

  'image/not-found': {
    what: 'ファイル {path} がありません。',
    next: '名前を確認するか、イメージを選択し直してください。',
  },
  'image/unreadable': {
    what: 'イメージ {path} を読み取れません：{message}',
    next: '読み取りのアクセス許可とディスクの状態を確認するか、先に別の場所へコピーしてください。',
  },
  'image/truncated': {
    what: 'イメージ {path} が途中で切れています：{expected:bytes} 以上あるはずですが、{actual:bytes} しかありません。',
    next: 'ダウンロードが中断された可能性があります。イメージを入手し直して、チェックサムを照合してください。',
  },
  'image/not-recognised': {
    what: '{path} は、このプログラムが対応するイメージではありません：{message}',
    next: 'Windows を含む ISO ファイル、または WIM、ESD、SWM ファイルを選択してください。',
  },
  'image/not-windows': {
    what: 'ディスク イメージ {path} に、sources/install.wim、install.esd、install.swm のいずれもありません。',
    next: 'Windows 10 または 11 のインストール イメージを選択してください。修復用やドライバー用のディスクからは、ポータブル Windows を作成できません。',
  },
  'image/damaged': {
    what: '{path} 内のファイル システムが破損しています：{message}',
    next: 'イメージを入手し直して、発行元のチェックサムと照合してください。',
  },
  'image/changed': {
    what: 'イメージ {path} が使用中に変更されました。',
    next: 'ダウンロードやコピーが続いていないことを確認してから、やり直してください。',
  },
  'image/hash-mismatch': {
    what: 'イメージが期待されたものと異なります。SHA-256 は {actual} ですが、期待された値は {expected} です。',
    next: 'このイメージは使用しないでください。発行元から入手し直して、もう一度照合してください。',
  },
  'image/checksum-file': {
    what: 'チェックサム ファイル {path} に、このイメージの SHA-256 がありません。',
    next: 'このイメージのチェックサム ファイルを選択するか、値を貼り付けてください。',
  },
  'boot-image/not-recognised': {
    what: 'Ventoy は {path} を起動できません：{message}',
    next: '名前も内容も .iso、.img、.wim、.vhd、.vhdx、.efi、.vtoy のいずれかであるファイルを選択してください。',
  },
  'boot-image/damaged': {
    what: 'イメージ {path} は破損しています：{message}',
    next: '入手し直して、発行元のチェックサムと照合してください。',
  },
  'wim/header': {
    what: 'Windows イメージ {path} のヘッダーが破損しています：{message}',
    next: 'イメージを入手し直して、発行元のチェックサムと照合してください。',
  },
  'wim/hash-table': {
    what: 'Windows イメージ {path} の目次が破損しています：{message}',
    next: 'イメージを入手し直して、発行元のチェックサムと照合してください。',
  },
  'wim/xml': {
    what: '{path} のエディションの情報が破損しています：{message}',
    next: 'イメージを入手し直して、発行元のチェックサムと照合してください。',
  },
  'wim/part-missing': {
    what: 'Windows イメージは {total} 個に分割されていますが、{part} 番目（{path}）がありません。',
    next: 'すべての分割ファイルを同じフォルダーに入れて、もう一度実行してください。',
  },
  'wim/part-foreign': {
    what: '{path} は、ほかの分割ファイルと同じイメージのものではありません。',
    next: '同じ組の分割ファイルを 1 つのフォルダーに入れて、もう一度実行してください。',
  },
  'wim/edition-missing': {
    what: 'イメージに番号 {index} のエディションはありません。含まれているのは {available} です。',
    next: '「sticksmith inspect」で表示されるエディションを選択してください。',
  },
  'wim/unsupported': {
    what: 'Windows イメージ {path} は、使用できない種類です：{message}',
    next: '発行元が提供するままの install.wim または install.esd を使用してください。',
  },
  'wim/too-large': {
    what: 'Windows が {size:bytes} のパーティションに収まりません：イメージに記載された容量より多く必要です。',
    next: '大きいドライブを使用するか、小さいエディションを選択する、または共有の容量を減らしてください。',
  },
  'wim/apply': {
    what: 'Windows を展開できませんでした：{message}',
    next: 'イメージが破損している可能性があります。発行元のチェックサムと照合してください。一致する場合は、ログを添えて報告してください。',
  },

  'files/unreadable': {
    what: 'ファイル {path} を読み取れません：{message}',
    next: '名前と読み取りのアクセス許可を確認するか、このファイルを除外してください。',
  },
  'files/changed': {
    what: 'ファイル {path} が作成中に変更されました。',
    next: 'ファイルが変更されなくなってから、やり直してください。',
  },
  'answers/invalid': {
    what: '応答ファイル {path} は使用できません：{message}',
    next: 'ファイルを修正するか、使わずに続けてください。',
  },
  'wifi/invalid': {
    what: 'ネットワーク「{name}」は使用できません：{message}',
    next: '「netsh wlan export profile key=clear」でプロファイルをエクスポートし直すか、名前とキーを入力してください。',
  },
  'bitlocker/password': {
    what: 'BitLocker のパスワードは使用できません：{message}',
    next: '8～256 文字のパスワードを指定してください。英語キーボードの英字と数字だけにすることをお勧めします。',
  },
  'bitlocker/recovery-folder': {
    what: '回復キーを {path} に保存できません：{message}',
    next: '書き込みが可能で、USB メモリ上にない別のフォルダーを選択してください。',
  },
  'bitlocker/key-file': {
    what: '{path} から回復キーを読み取れません：{message}',
    next: 'ファイルの移動先を探してください。失われた場合も、パスワードで USB メモリを開けます。また、Windows では「manage-bde -protectors -get C:」でキーを表示できます。',
  },
  'print/failed': {
    what: '印刷できませんでした：{message}',
    next: 'このコンピューターにプリンターがあることを確認するか、ファイルを開いて別のプログラムで印刷してください。',
  },
  'domain/invalid': {
    what: '{path} のドメイン参加情報は使用できません：{message}',
    next: '「djoin /provision … /savefile」で、USB メモリごとにファイルを作成し直してください。',
  },
  'bitlocker/needs-windows': {
    what: '書き込み後に Windows で暗号化するには、Windows のコンピューターが必要です。',
    next: '作成時または初回起動時の暗号化を選択するか、Windows のコンピューターで作成してください。',
  },
  'bitlocker/windows-refused': {
    what: 'この Windows は、USB メモリ {target} を暗号化しませんでした：{message}',
    next: 'USB メモリは起動しますが、暗号化されておらず、キーも保存されていません。作成時の暗号化を選択して作り直すか、この Windows で暗号化できない原因を取り除いてください。',
  },
  'bitlocker/windows-stopped': {
    what: 'Windows は USB メモリ {target} の暗号化を始めましたが、完了しませんでした：{message}',
    next: '回復キーを保管してください。回復キーとパスワードで USB メモリを開けます。Windows Pro のコンピューターに接続してロックを解除し、ドライブ文字を指定して「manage-bde -resume」を実行するか、作り直してください。',
  },
  'bitlocker/not-encrypted': {
    what: 'このボリュームは BitLocker で暗号化されていません：{message}',
    next: '暗号化されている USB メモリとパーティションを選択してください。',
  },
  'bitlocker/damaged': {
    what: 'このボリュームの BitLocker データは破損しています：{message}',
    next: 'USB メモリを作り直してください。先にファイルを取り出すには、Windows のプログラム repair-bde と回復キーを使用してください。',
  },
  'bitlocker/unsupported': {
    what: 'この BitLocker ボリュームは、ここでは開けません：{message}',
    next: 'Windows で開いてください。',
  },
  'bitlocker/wrong-password': {
    what: 'このパスワードでは、BitLocker ボリュームを開けません。',
    next: 'キーボード配列と大文字小文字に注意して入力し直すか、回復キーを使用してください。',
  },
  'bitlocker/wrong-recovery-password': {
    what: '回復キーの形式は正しいですが、この BitLocker ボリュームのものではありません。',
    next: '回復画面に表示される識別子と一致するキーを探してください。',
  },
  'bitlocker/recovery-password': {
    what: '回復キーが正しくありません：{message}',
    next: '印刷物またはファイルと照合してください。6 桁の数字が 8 組あります。',
  },
  'drivers/unusable': {
    what: 'ドライバーのフォルダー {path} は使用できません：{message}',
    next: '展開済みのドライバーのフォルダーを選択してください。.inf ファイルと同じ場所に、.sys および .cat ファイルが必要です。',
  },
  'windows/unusable-text': {
    what: 'Windows のプログラム {tool} に {text} を渡せません：{message}',
    next: 'そのような文字を含まない名前またはフォルダーを使用してください。',
  },
  'vhdx/unsupported': {
    what: '{path} は使用できない仮想ディスクです：{message}',
    next: 'このプログラムが作成するような、固定サイズのものを使用してください。',
  },

  'ventoy/package-not-found': {
    what: 'ファイル {path} がありません。',
    next: '名前を確認するか、Ventoy のパッケージを選択し直してください。',
  },
  'ventoy/package-unreadable': {
    what: 'Ventoy のパッケージ {path} を読み取れません：{message}',
    next: '読み取りのアクセス許可とディスクの状態を確認するか、先に別の場所へコピーしてください。',
  },
  'ventoy/package-not-recognised': {
    what: '{path} は Ventoy のリリース パッケージではありません：{message}',
    next: 'Ventoy のリリースから ventoy-x.y.z-linux.tar.gz を入手し、そのまま選択してください。',
  },
  'ventoy/package-source': {
    what: '{path} は Ventoy のソース コードで、USB メモリを作成するプログラムが含まれていません。',
    next: '完全なリリース パッケージ（Ventoy のリリースにある ventoy-x.y.z-linux.tar.gz）を使用してください。',
  },
  'ventoy/package-platform': {
    what: '{path} は {platform} 用の Ventoy {version} で、このコンピューターで実行できるプログラムが含まれていません。',
    next: 'Ventoy のリリースから {wanted} を入手し、そのファイルを選択してください。',
  },
  'ventoy/package-incomplete': {
    what: 'Ventoy のパッケージ {path} は不完全です：{message}',
    next: 'Ventoy のリリースで配布されている、完全なパッケージを使用してください。',
  },
  'ventoy/package-contradiction': {
    what: 'Ventoy のパッケージ {path} の情報が食い違っています：{message}',
    next: 'Ventoy のリリースからパッケージを入手し直し、名前を変えずに使用してください。',
  },
  'ventoy/package-damaged': {
    what: 'Ventoy のパッケージ {path} は破損しています：{message}',
    next: '入手し直して、発行元の SHA-256 と照合してください。',
  },
  'ventoy/package-unsafe': {
    what: 'アーカイブ {path} は、害を及ぼすおそれがあるため展開されませんでした：{message}',
    next: '使用しないでください。Ventoy のリリースからパッケージを入手し、SHA-256 を照合してください。',
  },
  'ventoy/package-hash-mismatch': {
    what: 'Ventoy のパッケージ {path} が期待されたものと異なります。SHA-256 は {actual} ですが、期待された値は {expected} です。',
    next: '使用しないでください。発行元から入手し直して、もう一度照合してください。',
  },
  'ventoy/package-hashes-differ': {
    what: 'Ventoy のパッケージ {path} に 2 つの SHA-256 の値があります：指定された値は {given}、同じ場所の sha256.txt の値は {beside} です。',
    next: '発行元の値がどちらかを確認し、値を修正するか、sha256.txt を削除してください。',
  },
  'ventoy/package-changed': {
    what: 'Ventoy のパッケージ {path} が、チェックしたときのファイルと異なります。',
    next: 'ダウンロードやコピーが続いていないことを確認してから、パッケージを選択し直してください。',
  },
  'ventoy/package-unpack': {
    what: 'Ventoy のパッケージを {path} に展開できませんでした：{message}',
    next: '空きを増やすか、別の作業フォルダーを選択してから、もう一度実行してください。',
  },
  'ventoy/package-not-kept': {
    what: 'Ventoy {version} のパッケージは、このコンピューターに保存されていません。',
    next: 'リリース パッケージを選択するか、プログラムでダウンロードしてください。',
  },
  'ventoy/package-store': {
    what: 'Ventoy のパッケージを {path} に保存できません：{message}',
    next: '自分専用で空きのあるフォルダーを選択するか、毎回パッケージのファイルを指定してください。',
  },
  'ventoy/download-address': {
    what: '{url} からはダウンロードしません：{message}',
    next: 'Ventoy のリリース パッケージの https アドレスを使用してください。',
  },
  'ventoy/download-failed': {
    what: '{url} からのダウンロードに失敗しました：{message}',
    next: '接続を確認してもう一度実行するか、別の方法でパッケージをダウンロードしてファイルを選択してください。',
  },
  'ventoy/download-status': {
    what: '{url} の要求に対し、サーバーがステータス {status} を返しました。',
    next: 'アドレスを確認するか、別の方法でパッケージをダウンロードしてファイルを選択してください。',
  },
  'ventoy/download-too-large': {
    what: '{url} の内容は、Ventoy のパッケージより大きいものです：{limit:bytes} を超えています。',
    next: '別のファイルではなく、Ventoy のリリース パッケージのアドレスを使用してください。',
  },

  'persistence/no-room': {
    what: '{path} のための空きがありません：{needed:bytes} が必要ですが、空きは {free:bytes} です。',
    next: '小さいサイズを選択するか、先に USB メモリから何かを削除してください。',
  },
  'persistence/exists': {
    what: 'ファイル {path} がすでにあります。',
    next: '代わりにそのファイルを拡大するか、別の名前を選択してください。',
  },
  'persistence/size': {
    what: '{path} を {size:bytes} にすることはできません：{message}',
    next: '別のサイズを選択してください。',
  },
  'persistence/unusable': {
    what: '{path} には、拡大できる ext4 ファイル システムがありません：{message}',
    next: '必要なものを保存してから削除し、新しく作成してください。',
  },

  'target/too-small': {
    what: '{target} は小さすぎます：{needed:bytes} が必要ですが、{actual:bytes} しかありません。',
    next: '大きいドライブを使用するか、小さいエディションを選択する、または共有の容量を減らしてください。',
  },
  'target/not-found': {
    what: 'ドライブ {target} がありません。',
    next: 'ドライブを接続し、「sticksmith drives」で確認してください。',
  },
  'target/not-a-drive': {
    what: '{target} はドライブではありません：{message}',
    next: '「sticksmith drives」に表示されるドライブ全体か、.img または .vhdx で終わるイメージ ファイルを指定してください。',
  },
  'target/changed': {
    what: '{target} は、確認したドライブと異なるものになっています：{message}',
    next: 'ドライブの一覧をもう一度見て、正しいものを確認してください。',
  },
  'target/refused': {
    what: '{target} は作成先として使用できません：{reasons}',
    next: '別のドライブを選択してください。',
  },
  'target/not-empty': {
    what: '{target} は空ではありません：{what}',
    next: '大切なものを保存してドライブを空にするか、ファイルのあるドライブも消去する設定で連続作成を開始してください。',
  },
  'target/mounted': {
    what: '{target} は使用中です：{mounts} がマウントされています。',
    next: 'このドライブを表示しているファイルやウィンドウを閉じるか、プログラムによるマウント解除を許可してください。',
  },
  'target/busy': {
    what: '{target} は別のプログラムが使用しています。',
    next: 'ドライブを使用しているプログラムを閉じるか、取り外してから接続し直してください。',
  },
  'target/held': {
    what: '{target} は {programs} が使用しています。',
    next: '{programs} を閉じて、やり直してください。解決しない場合は、ドライブを取り外してから接続し直してください。',
  },
  'target/controlled-folder-access': {
    what: 'Windows の「コントロールされたフォルダー アクセス」により、このプログラムは {target} に書き込めません。',
    next: '「Windows セキュリティ」で、「ウイルスと脅威の防止」、「ランサムウェア防止の管理」、「アプリをコントロールされたフォルダー アクセスで許可する」の順に開き、このプログラムを追加してから、やり直してください。',
  },
  'target/guarded': {
    what: 'このコンピューターの何かが、このプログラムによる {target} への書き込みを妨げています。',
    next: 'ウイルス対策ソフトやドライブを保護するプログラムが原因の可能性があります。そこでこのプログラムを許可してから、やり直してください。',
  },
  'target/policy': {
    what: 'このコンピューターのポリシーにより、{target} への書き込みが禁止されています：{policy}',
    next: 'コンピューターの管理者に許可を依頼するか、別のコンピューターを使用してください。',
  },
  'target/loop-not-allowed': {
    what: '{target} はドライブとして見せているファイルで、書き込めるのはテストの場合だけです。',
    next: '問題がないことがわかっている場合は STICKSMITH_ALLOW_LOOP=1 を設定するか、実際のドライブを選択してください。',
  },
  'target/not-confirmed': {
    what: '{target} の内容がすべて消去されますが、確認が行われていません。',
    next: '作成先をもう一度確かめ、--yes を付けてコマンドを実行し直してください。',
  },
  'target/change-not-confirmed': {
    what: '{target} が変更されますが、確認が行われていません。',
    next: '作成先をもう一度確かめ、--yes を付けてコマンドを実行し直してください。',
  },
  'target/vanished': {
    what: '{target} が使用中に見つからなくなりました。',
    next: 'できればハブを使わずコンピューターに直接接続し直して、やり直してください。',
  },
  'target/exists': {
    what: 'ファイル {target} は存在し、置き換えられることになります。',
    next: '別の名前を選択するか、--yes を付けて置き換えを許可してください。',
  },
  'target/unusable-path': {
    what: 'イメージ ファイル {target} を作成できません：{message}',
    next: '別の名前、または書き込みが可能で空きのあるフォルダーを選択してください。',
  },

  'io/read': {
    what: '{path} の {offset} バイト目の読み取りに失敗しました：{message}',
    next: 'メディアが故障しかけている可能性があります。別のポートやケーブル、次に別のドライブをお試しください。',
  },
  'io/write': {
    what: '{path} の {offset} バイト目への書き込みに失敗しました：{message}',
    next: 'ドライブが故障しかけているか、書き込み禁止になっている可能性があります。別のポートやケーブル、次に別のドライブをお試しください。',
  },
  'verify/mismatch': {
    what: '{target} から、書き込んだものと異なるデータが読み取られました。最初の相違は {offset} バイト目です：{cause}',
    next: '別のポートやケーブルをお試しください。再び発生する場合は、このドライブを使用しないでください。',
  },
  'work/full': {
    what: '作業フォルダー {path} の空きが {missing:bytes} 足りません：{needed:bytes} が必要です。',
    next: '空きを増やすか、別のディスクの作業フォルダーを選択する（--work-dir または設定）、またはドライブに直接展開してください（--direct、低速）。',
  },
  'work/unusable': {
    what: '作業フォルダー {path} は使用できません：{message}',
    next: '書き込みが可能で、スパース ファイルに対応するファイル システム（FAT 以外）にある作業フォルダーを選択してください。',
  },
  'work/damaged': {
    what: '作業フォルダーのファイル {path} が作成後に変化しました。最初の相違は {offset} バイト目です。',
    next: 'やり直してください。Windows は新しく展開されます。2 回起きる場合は、作業フォルダーのディスクが故障しかけています。',
  },
  'cache/not-found': {
    what: '保存されたビルド {key} はありません。',
    next: '「sticksmith cache」で、保存されているものを確認してください。',
  },
  'cache/in-use': {
    what: '保存されたビルド {key} は、現在処理で使用中です。',
    next: '処理が終わるまで待つか、キャンセルしてください。',
  },
  'diary/unusable': {
    what: '{path} の起動メモを使用できません：{message}',
    next: 'フォルダーに書き込めることと、ディスクに空きがあることを確認してください。起動メモの内容は変更されていません。',
  },
  'diary/newer': {
    what: '起動メモ {path} は、このプログラムより新しいバージョンで書き込まれています。',
    next: 'そのバージョンを使用してください。起動メモは変更されていません。',
  },
  'diary/busy': {
    what: '{path} の内容によると、別のプログラムが起動メモに長時間書き込んでいます。',
    next: 'Sticksmith のほかのウィンドウやコマンドを閉じて、もう一度実行してください。何も動いていない場合は、そのフォルダーを削除してください。',
  },
  'diary/full': {
    what: '起動メモに保存できるのは最大 {limit} 件です。',
    next: '先にエクスポートして、古い項目を削除してください。',
  },
  'diary/not-found': {
    what: '起動メモに項目 {id} はありません。',
    next: '「sticksmith diary list」で、保存されている項目を確認してください。',
  },
  'diary/unreadable': {
    what: '{path} に、読み取れる起動メモがありません：{message}',
    next: '起動メモからエクスポートされた .json ファイルを指定してください。何も追加されていません。',
  },
  'diary/no-identity': {
    what: '{target} をほかの USB メモリと区別できません：{message}',
    next: '起動メモまたは作成レポートにある ID を --stick で指定してください。',
  },
  'records/unusable': {
    what: '{path} の記録を使用できません：{message}',
    next: 'フォルダーに書き込めることと、ディスクに空きがあることを確認してください。以前の記録は変更されていません。',
  },
  'records/busy': {
    what: '{path} の内容によると、別のプログラムが記録に長時間書き込んでいます。',
    next: 'Sticksmith のほかのウィンドウやコマンドを閉じて、もう一度実行してください。何も動いていない場合は、そのフォルダーを削除してください。',
  },
  'records/not-found': {
    what: '記録 {id} がありません。',
    next: '「sticksmith records list」で、保存されている記録を確認してください。',
  },
  'records/unreadable': {
    what: '記録 {path} は破損しているか、このプログラムより新しいバージョンのものです。',
    next: '最新のバージョンを使用するか、ファイルの内容を直接確認してください。ファイルは変更されていません。',
  },
  'records/no-label': {
    what: '記録 {id} は、通常のドライブに戻したものの記録です。これにはラベルがありません。',
    next: '作成した USB メモリのラベルを印刷してください。「sticksmith records list」で一覧できます。',
  },
  'records/line-file': {
    what: '{path} に記録を追記できませんでした：{message}',
    next: 'ファイルにアクセスでき、書き込みできることを確認してください。追記されなかった行はここに保管され、次の記録のときに再試行されます。',
  },
  'host/cannot': {
    what: '{platform} のコンピューターでは、次の処理はまだできません：{what}',
    next: 'これを除外するか、Linux のコンピューターで作成してください。',
  },
  'tool/missing': {
    what: 'このコンピューターには {tool} がありません。必要な用途：{purpose}',
    next: '次のコマンドでインストールしてください：{install}',
  },
  'tool/failed': {
    what: 'プログラム {tool} が失敗しました：{message}',
    next: 'プログラムの出力をログで確認してください。',
  },
  'file/unwritable': {
    what: 'ファイル {path} に書き込めません：{message}',
    next: '書き込みが可能で空きのあるフォルダーを選択してください。',
  },
  'data/unwritable': {
    what: 'Sticksmith の設定とログを保存するフォルダー {path} に書き込めません：{message}',
    next: '書き込み禁止のメディアにある場合は、禁止を解除するか、プログラムのフォルダー全体を書き込みできるメディアにコピーしてください。それ以外の場合は、書き込みのアクセス許可と空き容量を確認してください。',
  },
  'permission/denied': {
    what: '{path} へのアクセスが拒否されました。',
    next: '使用を許可された場所を選択するか、必要な権限でやり直してください。',
  },
  'ventoy/run-failed': {
    what: 'Ventoy のプログラムが処理を行えませんでした：{message}',
    next: '出力をログで確認してから、やり直してください。',
  },
  'ventoy/run-silent': {
    what: 'Ventoy のプログラムを終了させました：{message}',
    next: 'ドライブが故障しかけている可能性があります。別のポート、次に別のドライブをお試しください。',
  },
  'mount/unsupported': {
    what: '{target} のパーティションは使用できません：{message}',
    next: 'このプログラムで変更するには、Ventoy の最初のパーティションが exFAT、NTFS、FAT32 のいずれかである必要があります。Ventoy をインストールし直すか、このファイル システムに対応するコンピューターで変更してください。',
  },
  'mount/unclean': {
    what: '{target} のファイル システムは変更できません：{message}',
    next: 'ドライブを Windows のコンピューターに接続して検査し（chkdsk /f）、スリープや高速スタートアップではなく、Windows を完全にシャットダウンしてから、やり直してください。',
  },
  'mount/failed': {
    what: '{target} のファイル システムを開けません：{message}',
    next: '最後に使用したコンピューターでパーティションを検査してください。破損している場合は、Ventoy をインストールし直してください。',
  },
  'mount/busy': {
    what: '{target} は、{path} のファイル システムが別のプログラムで使用中であることを除き、準備ができています。',
    next: 'ドライブのファイルを表示しているプログラムを閉じてください。閉じるまで取り外さないでください。',
  },

  'elevation/denied': {
    what: 'ドライブへの書き込みには管理者権限が必要ですが、許可されませんでした。',
    next: 'やり直して、求められたらパスワードを入力するか、sudo を付けてコマンドを実行してください。',
  },
  'elevation/unavailable': {
    what: 'このコンピューターには、管理者権限を求める手段がありません：{message}',
    next: 'sudo を付けてコマンドラインで実行するか、デスクトップ用の polkit エージェントをインストールしてください。',
  },
  'helper/lost': {
    what: 'ドライブに書き込むプログラムが予期せず停止しました：{message}',
    next: 'やり直してください。2 回起きる場合は、ログを添えて報告してください。',
  },
  'helper/protocol': {
    what: 'プログラムの構成要素間のメッセージを解釈できませんでした：{message}',
    next: 'プログラムを再起動してください。再び発生する場合は、ログを添えて報告してください。',
  },
  'ventoy/config-json': {
    what: 'ventoy.json を読み取れません：{line} 行 {column} 列：{message}',
    next: 'ファイルのその箇所を修正してください。ファイルは変更されていません。',
  },
  'ventoy/config-invalid': {
    what: 'ventoy.json は使用できません：{message}',
    next: 'ファイルを修正するか、問題のある部分を削除してください。ファイルは変更されていません。',
  },
  'repair/not-understood': {
    what: '{target} は修復できません：{message}',
    next: '何も変更されていません。別のコンピューターで大切なものを保存してから、作り直してください。',
  },
  'repair/encrypted': {
    what: '{target} の起動に必要なファイルは Windows から取り出す必要がありますが、暗号化されています。',
    next: 'USB メモリのパスワードまたは回復キーを指定して、もう一度実行してください（--password-stdin）。',
  },
  'repair/no-boot-files': {
    what: '{target} の Windows に、コンピューターの起動に必要なファイルがありません：{message}',
    next: 'USB メモリから大切なものを保存してから、作り直してください。',
  },
  'repair/ventoy': {
    what: '{target} は Ventoy の USB メモリで、修復は Ventoy 自身のプログラムで行います。',
    next: 'Ventoy のリリースのアーカイブを指定して、もう一度実行してください（--ventoy-package FILE）。USB メモリ上のファイルは残ります。',
  },
  'repair/not-undone': {
    what: '{target} の修復に失敗し、元の内容に戻すこともできませんでした：{message}',
    next: '修復をもう一度実行してください。元の内容は、削除するまで {saved} に保存されています。',
  },
  'check/failed': {
    what: '{target} からコンピューターを起動できません：{failed}',
    next: '作り直してください。再び失敗する場合は、別のドライブを使用してください。',
  },
  'recipe/not-found': {
    what: '{folder} にレシピ {name} がありません。',
    next: 'レシピの一覧を確認し、そこにある名前を指定してください。',
  },
  'recipe/folder': {
    what: 'レシピのフォルダー {folder} を使用できません：{message}',
    next: '書き込めることを確認するか、別のフォルダーを選択してください。',
  },
  'restore/too-small': {
    what: '{target} はファイルを保存するには小さすぎます：{needed:bytes} が必要ですが、{actual:bytes} しかありません。',
    next: '大きいドライブを使用してください。',
  },
  'restore/mbr-too-small': {
    what: '指定されたパーティション テーブルの MBR では、{target}（{actual:bytes}）の全体を扱えません。',
    next: 'GPT を選択するか、Sticksmith に選択を任せてください。',
  },
  'restore/not-ordinary': {
    what: '{target} に書き込みましたが、読み取れる内容が異なります：{message}',
    next: '別の USB ポートでもう一度実行してください。再び失敗する場合は、ドライブが劣化しているか、表示どおりの容量がありません。テストしてください。',
  },
};
