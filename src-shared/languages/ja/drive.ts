import type { drive as english } from '../en/drive';
import type { WordedWithoutPlural } from '../worded';

/** The step Drive, and the test of a drive. */
export const drive: WordedWithoutPlural<typeof english> = {
  drive: {
    title: 'どのドライブに作成しますか？',
    lead: '選択したドライブの内容はすべて消去されます。ただし、最後に確認するまで消去は行われません。複数選択すると、一度に複数の USB メモリを作成できます。',
    listLabel: '使用できるドライブ',
    looking: 'ドライブを検索しています…',
    emptyTitle: '使用できるドライブが接続されていません',
    emptyText: '32 GB 以上の USB ドライブを接続してください。自動的に表示されます。',
    failedTitle: 'ドライブの一覧を取得できません',
    refresh: '最新の情報に更新',
    contents: '現在の内容：{{what}}',
    contentsEmpty: '現在の内容：なし（パーティションなし）',
    partition: '{{name}}（{{format}}、{{size}}）',
    unnamed: '名前なし',
    unknownFormat: '不明な形式',
    more_other: 'ほか {{count}} 個',
    exactBytes: '{{bytes}} バイト',
    missing: 'ドライブが表示されない場合',
    missingNone:
      'ほかのドライブは検出されていません。接続している場合は、別のポートやケーブルをお試しください。',
    missingLead: '次のドライブは検出されましたが、使用できません：',
    fileTitle: '代わりにイメージ ファイルを作成',
    fileText:
      'USB メモリ全体を収めたファイルです。後でドライブにコピーしたり、仮想マシンで起動したりできます。何も消去されません。',
    filePath: 'イメージ ファイル',
    filePathHint: '.img、または仮想ディスクの場合は .vhdx で終わる完全なパス',
    fileVhdxVentoy: 'Ventoy の場合、ファイル名は .img で終わる必要があります。',
    fileVhdx: '仮想ディスク：Windows ではダブルクリックで開き、Hyper-V で起動できます。',
    fileChoose: '参照…',
    fileSize: 'ファイル内の USB メモリのサイズ',
    fileVhdxSizeHint: '仮想ディスクは 32 MiB 単位です。このファイルは {{size}} になります。',
    fileSizeHint: '例：32 GB。ファイルは、実際に使われた分だけの容量を占めます。',
    fileSizeBad: 'サイズとして認識できません。32 GB や 29.8 GiB のように入力してください。',
    fileExists: '同じ名前のファイルがあり、置き換えられます。',
    fileChecking: 'フォルダーを確認しています…',
    fileFree: '空き容量 {{free}}',
  },

  test: {
    open: 'ドライブをテスト…',
    again: 'もう一度テスト…',
    openFor: '{{name}}（{{path}}）をテスト',
    title: '{{name}} をテストしますか？',
    text: 'ドライブが表示どおりの容量かどうかと、速度を調べます。ほとんどのドライブでは 30 秒もかかりません。',
    erases: 'テストを行うと、{{name}}（{{size}}、{{path}}）の内容がすべて消去されます。',
    start: '消去してテスト',
    no: 'テストしない',
    running: '{{name}} をテストしています',
    runningText:
      'ドライブを接続したままにしてください。テストを中止しても、元の内容は失われています。',
    starting: 'ドライブを開いています',
    steps: {
      marking: 'ドライブ全体に目印を書き込んでいます',
      writing: '順番に書き込んでいます',
      'random-writing': 'ランダムな位置に書き込んでいます',
      reading: '読み取っています',
      'looking-back': '目印を確認しています',
    },
    progress: 'テストの進行状況',
    cancel: 'テストを中止',
    failedTitle: 'ドライブをテストできませんでした',
    failedErased: '元の内容は失われた可能性があります。',
    fine: 'Windows 用に適した速度です',
    fineMinutes: '適した速度：Windows 用の作成に {{time}}',
    slow: 'Windows 用としては低速です',
    slowMinutes: '低速：Windows 用の作成に {{time}}',
    sluggish: '{{verdict}}。起動後の Windows の動作も遅く感じられます',
    tooSmall:
      '表示された容量がありません：{{claimed}} のうち、実際に使えるのは {{real}} だけです。作成先として使えません。',
    measured:
      '書き込みは順次で毎秒 {{write}}、ランダムで毎秒 {{random}}、読み取りは毎秒 {{read}} です。',
    speeds: '測定した速度',
  },

  bus: {
    usb: 'USB',
    sata: 'SATA',
    nvme: 'NVMe',
    mmc: 'カード リーダー',
    scsi: 'SCSI',
    virtio: '仮想',
    loop: 'ループ デバイス',
    unknown: '不明な接続',
  },

  reasons: {
    system: 'このコンピューターが動作しているドライブです。',
    'holds-image': 'Windows イメージがこのドライブにあります。',
    'holds-app': 'Sticksmith 自体がこのドライブから実行されています。',
    'holds-work-folder':
      '作業フォルダーがこのドライブにあります。設定で別のフォルダーを選択してください。',
    'read-only': '書き込み禁止になっています。小さなスイッチが付いたドライブやカードがあります。',
    'no-medium': 'カードまたはディスクが入っていません。',
    'too-small': '選択したエディションには小さすぎます。',
    'not-removable': 'このコンピューターに内蔵されています。',
    loop: 'ドライブとして見せているファイルです。',
    'sector-size': 'セクターのサイズが特殊なため、Windows が起動できません。',
    virtual: '実際のドライブではなく、システムの一部です。',
  },

  driveNotes: {
    offline: 'Windows によってオフラインにされています。',
    bitlocker: 'BitLocker で暗号化された部分があります。',
    'bitlocker-locked': 'BitLocker で暗号化され、ロックされた部分があります。',
  },
};
