import type { protect as english } from '../en/protect';
import type { WordedWithoutPlural } from '../worded';

/** The step Protect. */
export const protect: WordedWithoutPlural<typeof english> = {
  protect: {
    title: '内容を保護しますか？',
    lead: '保護されていない USB メモリを拾った人は、すべてのファイルを読み取れます。BitLocker による暗号化でこれを防げます。',
    listLabel: '保護',
    experimental: '試験的',
    ways: {
      none: '暗号化しない',
      now: '作成時に暗号化',
      'after-writing': 'このコンピューターの Windows で暗号化',
      'first-start': '初回起動時に暗号化',
    },
    texts: {
      none: '他人に読まれて困るものを入れない場合に適しています。',
      now: 'Sticksmith が Windows を書き込みながら暗号化します。パスワードはここで決めます。暗号化されていない Windows が USB メモリに置かれることはありません。',
      'after-writing':
        '書き込みが終わると、このコンピューターの Windows が USB メモリを暗号化します。パスワードはここで決めます。暗号化が終わるまでは内容を読み取れる状態です。',
      'first-start':
        'Windows が初回起動時にパスワードを尋ね、自身を暗号化します。それまでは内容を読み取れる状態です。',
    },
    nowTried:
      'テストでは、Microsoft のブート マネージャー、cryptsetup、dislocker、libbde で開けることを確認しています。実際に動作する Windows ではまだ試していません。',
    afterWritingTried:
      'Windows 自身が行い、全体をもう一度読み書きするため、時間がかかります。Sticksmith から実行する方法は、実際の Windows ではまだ試していません。',
    firstStartTried: 'Microsoft が用意した方法で、Windows 自身が行います。',
    obstacles: {
      vhdx: 'ここでは使えません：BitLocker は仮想ディスク ファイル内の Windows を保護できません。「容量」でパーティション内に配置してください。',
      home: 'ここでは使えません：Home エディションは自身を暗号化できません。',
      'image-file':
        'ここでは使えません：Windows が暗号化できるのはドライブですが、作成先にイメージ ファイルが含まれています。',
      'needs-windows':
        'ここでは使えません：このコンピューターでは、これを実行できる Windows が動作していません。別の方法を選択してください。',
      'device-encryption':
        'ここでは使えません：「カスタマイズ」で Windows による自動暗号化が許可されています。この設定では、USB メモリが 1 台のコンピューターに結び付けられてしまいます。',
      'standard-account':
        'ここでは使えません：「カスタマイズ」のアカウントが管理者ではありません。Windows に暗号化させるには管理者が必要です。',
    },
    home: 'Home エディションは暗号化された USB メモリから起動できますが、パスワードの変更や暗号化の解除はできません。これらを行うには、Windows Pro のコンピューターに接続してください。',
    sharedTitle: '共有パーティションは暗号化されません',
    sharedText:
      '暗号化されるのは Windows のパーティションだけです。共有パーティションに入れたものは、USB メモリを手にした人が読み取れます。',
    passwordTitle: 'パスワード',
    password: 'パスワード',
    passwordWhat: 'パスワード',
    passwordHint:
      '{{shortest}} 文字以上。USB メモリから起動するたびに、Windows の前に入力を求められます。',
    again: 'パスワードの確認入力',
    againWhat: '確認用のパスワード',
    againHint: '保存されることはありません。作成が終わると、Sticksmith はパスワードを破棄します。',
    strength: 'パスワードの強さ：{{strength}}',
    strengths: {
      weak: '弱い。コンピューターなら数時間で推測できます。',
      fair: '普通。数日間の推測には耐えます。',
      good: '良い。推測には何年もかかります。',
      strong: '強い。推測は事実上不可能です。',
    },
    doubts: {
      'not-ascii':
        '起動時のパスワード入力画面では、どのキーボードも英語（US）配列として扱われます。一部の文字は入力できません。半角の英字、数字、記号を使用してください。',
      'other-layout':
        '起動時のパスワード入力画面では、どのキーボードも英語（US）配列として扱われ、入力した文字は表示されません。一部の文字はほかの配列では位置が異なります。たとえば、日本語キーボードでは多くの記号、ドイツ語では Y と Z、フランス語では A、Q、数字の位置が違います。',
    },
    doubtsSafe: 'ほぼすべてのキーボードで共通：A、M、Q、W、Y、Z 以外の英字。',
    folder: '回復キーの保存先',
    folderText:
      'USB メモリごとに回復キーのファイルがこのフォルダーに保存されます。パスワードを忘れたときに使います。両方とも失うと、内容は取り出せません。作成先のドライブ上のフォルダーは選べません。',
    folderNone: 'まだ選択されていません',
    clear: 'ドライブの以前の内容を読み取れなくする',
    clearText:
      'この処理をしないと、Windows の空き領域から以前のファイルを取り出せる可能性があります。SSD なら数秒で終わります。一般的な USB メモリでは上書きが必要で、全体に書き込むのと同じくらい時間がかかることがあります。',
    whole: '空き領域も暗号化する',
    wholeText:
      'この処理をしないと、Windows の空き領域から以前のファイルを取り出せる可能性があります。選択すると、Windows はパーティション全体を暗号化します。全体に書き込むよりも時間がかかります。',
    whatHappens: '処理の流れ',
    firstStartLines: {
      asks: '管理者が初めてサインインすると、パスワードを尋ねるウィンドウが開き、回復キーが保存されます。',
      encrypts: 'その後、Windows がバックグラウンドで自身を暗号化します。その間も作業できます。',
      after:
        '以後、起動のたびにパスワードの入力が必要です。すべての暗号化が終わるまでは、内容を読み取れる状態です。',
    },
    keyGoes: '回復キーの保存先',
    keyPlaces: { ask: 'Windows が尋ねる', share: 'サーバー上のフォルダー' },
    share: 'サーバー上のフォルダー',
    shareHint:
      '例：\\\\server\\keys。すべての USB メモリが、初回起動時に接続できる必要があります。',
    shareBad: '\\\\server\\share の形式で指定してください。',
    more: '暗号化方式と会社のディレクトリ',
    cipher: '暗号化方式',
    cipherText:
      'どちらも安全です。Windows の既定は 128 ビットです。規則によっては 256 ビットが求められます。',
    ciphers: { 'xts-aes-128': 'XTS-AES 128 ビット', 'xts-aes-256': 'XTS-AES 256 ビット' },
    escrow: '会社のディレクトリへの回復キーの保存',
    escrowText: '会社のドメインに参加した後、Windows がそこに保存します。',
    escrows: { none: 'なし', 'active-directory': 'Active Directory', 'entra-id': 'Entra ID' },
    tpm: 'TPM について',
    tpmText:
      '使用しません。TPM は 1 台のコンピューターに属するチップで、そのコンピューターでしか開けなくなります。この USB メモリは複数のコンピューターで使うため、パスワードで開きます。',
  },
};
