import type { image as english } from '../en/image';
import type { WordedWithoutPlural } from '../worded';

/** The steps Image, Verify and Edition. */
export const image: WordedWithoutPlural<typeof english> = {
  image: {
    title: '何を入れますか？',
    kindLabel: 'USB メモリの種類',
    kindCards: {
      'windows-to-go': {
        title: 'ポータブル Windows',
        text: 'Windows そのものが USB メモリから動作します。',
      },
      ventoy: {
        title: 'Ventoy',
        text: '1 個の USB メモリから多数のイメージを起動できます。',
      },
    },
    ventoyNotOnWindows: 'Windows のコンピューターではまだ作成できません。Linux が必要です。',
    lead: 'Windows 10 または 11 のインストール イメージを選択してください。Microsoft が提供する ISO ファイル、または WIM、ESD、SWM ファイルを使用できます。',
    drop: 'ここにイメージをドロップ',
    or: 'または',
    choose: 'ファイルを選択…',
    path: 'イメージのパス',
    open: '開く',
    reading: 'イメージを調べています…',
    failedTitle: 'このイメージは使用できません',
    label: '名前',
    version: 'バージョン',
    build: 'ビルド {{build}}',
    versionAndBuild: '{{version}}、ビルド {{build}}',
    languages: '言語',
    architecture: 'プロセッサ',
    size: 'サイズ',
    editions: 'エディション',
    kinds: '用途',
    notNamed: 'イメージに記載なし',
    kindWindows: 'ポータブル Windows',
    kindVentoy: 'マルチブート USB メモリの項目',
    container: {
      iso: 'ディスク イメージ（ISO）',
      wim: 'Windows イメージ ファイル',
    },
    split_other: '{{count}} 個に分割',
    where: 'イメージの入手先',
    whereLead:
      'Microsoft から無料で入手できます。USB メモリ上の Windows には専用のライセンスが必要です。ほかで入手したイメージは改変されているおそれがあり、改変した者に、後で入力する内容をすべて読み取られる可能性があります。',
    links: {
      'windows-11': 'Windows 11',
      'windows-10': 'Windows 10',
      'windows-11-arm': 'ARM コンピューター用 Windows 11',
    },
    opensBrowser: 'ブラウザーで開きます',
  },

  architecture: {
    x64: '64 ビット（Intel および AMD）',
    arm64: '64 ビット（ARM）',
    x86: '32 ビット（Intel および AMD）',
    arm: '32 ビット（ARM）',
    unknown: '不明',
  },

  verify: {
    title: 'イメージは本物ですか？',
    lead: 'イメージ全体を一度読み取り、ハッシュ値（SHA-256）を計算します。発行元が公開している値と一致すれば、入手するまでの間に 1 ビットも変更されていません。',
    running: 'イメージを読み取っています',
    cancel: '読み取りを中止',
    cancelled: '読み取りを中止しました。',
    start: 'イメージを読み取る',
    failedTitle: 'イメージを最後まで読み取れません',
    value: 'このイメージの SHA-256',
    matchTitle: '正しいイメージです',
    matchBy: {
      pasted: 'ハッシュ値が、貼り付けた値と一致しました。',
      file: 'ハッシュ値が、チェックサム ファイルの値と一致しました。',
      trusted: '以前に信頼したイメージと同じものです。',
    },
    trust: '今後このイメージを信頼する',
    mismatchTitle: '正しいイメージではありません',
    mismatchText:
      'ハッシュ値が期待された値と異なります。ダウンロードが破損しているか、何者かがイメージを改変した可能性があります。このイメージから作成すると、正しく動作しなかったり、利用者の情報が盗まれたりするおそれがあります。何も書き込まれていません。',
    mismatchNext:
      '発行元からイメージを入手し直してください。値を貼り付けた場合は、それがこのファイルの値であることを確認してください。',
    expected: '期待された値',
    unknownTitle: '照合する値がまだありません',
    unknownText:
      'Microsoft のダウンロード ページにある「Verify your download」（ダウンロードの検証）に、言語ごとの SHA-256 が表示されています。ここに貼り付けるか、チェックサム ファイルを選択してください。',
    paste: '発行元の SHA-256',
    pasteHint: '64 文字（0～9 および a～f）',
    pasteBad: 'SHA-256 が見つかりません。0～9 および a～f の 64 文字が必要です。',
    chooseFile: 'チェックサム ファイルを選択…',
    checksumFile: '{{name}} と照合しました',
    goOn: '照合せずに続ける',
    goOnText:
      'このイメージは信頼できる入手元から入手しました。改変の有無を確認できないことを理解しています。',
    chooseOther: '別のイメージを選択',
  },

  edition: {
    title: 'どのエディションにしますか？',
    lead: '1 つのイメージに複数のエディションが含まれています。選択したエディションのライセンスが必要です。ライセンスは後で Windows 上で入力できます。',
    listLabel: 'イメージに含まれるエディション',
    unpacked: '展開後 {{size}}',
    usual: '一般的な選択',
    left_other:
      'イメージの {{count}} 個の項目は表示されていません。インストール済みの Windows ではないか、USB メモリから起動できないプロセッサ用です。',
    tooSmallTitle: 'このエディションには容量が足りません',
    tooSmall:
      '{{needed}} 以上のドライブが必要ですが、最も小さい作成先は {{actual}} です。大きいドライブか、小さいエディションを選択してください。',
    about: {
      home: '個人向け。BitLocker の管理、リモート デスクトップのホスト、会社のドメインへの参加はできません。',
      homeSingle: '個人向けで、表示言語は 1 つだけです。Home にない機能はありません。',
      pro: '仕事用、および一般的な用途向け。BitLocker、リモート デスクトップのホスト、会社のドメインへの参加に対応します。',
      education: 'ボリューム ライセンスを持つ学校や大学向け。Enterprise のすべての機能があります。',
      proEducation: '学校向けの設定を備えた Pro。',
      workstations:
        '高性能コンピューター向けの Pro。より多くのプロセッサ、メモリ、ファイル システムに対応します。',
      enterprise:
        'ボリューム ライセンスを持つ会社向け。Pro の機能に加え、より細かい管理ができます。',
      ltsc: 'ストアがなく、プレインストール アプリも少ない長期サービス版。性能の低いハードウェアや低速な USB メモリでも軽快です。ボリューム ライセンスが必要です。',
      server: 'サーバー用のシステム。対応するデスクトップ プログラムやドライバーは多くありません。',
      noMedia: 'メディア プレーヤーと関連機能を含みません。',
    },
  },
};
