import type { explain as english } from '../en/explain';
import type { WordedWithoutPlural } from '../worded';

/** Looking up what an error means. */
export const explain: WordedWithoutPlural<typeof english> = {
  explain: {
    open: 'エラーの説明…',
    title: 'エラーの説明',
    field: '画面に表示されたコードまたはメッセージ',
    hint: '例：0xc000000f、または文全体。',
    empty:
      'コンピューター、Windows、Ventoy、またはこのプログラムに表示された内容を検索できます。USB メモリにとっての意味、原因、対処方法がわかります。例：',
    examples: '例',
    found_zero: '見つかりません',
    found_other: '{{count}} 件の説明',
    similar: 'このコードはありません。次のコードかもしれません。',
    nothing: 'これに関する情報はありません。',
    nothingCode: 'コードを画面と 1 文字ずつ見比べてください。0 と O、8 と B は似ています。',
    nothingWords: 'メッセージ中の単語を 2 つか 3 つ入力してみてください。',
    nothingCheck:
      '別のコンピューターで「sticksmith check」を実行して USB メモリをチェックしてください。コードがなくても問題点がわかります。',
    also: '別名：{{names}}',
    why: 'USB メモリで起こる原因（可能性の高い順）',
    doNow: '対処方法',
    sources: '情報源',
    source: '{{certainty}}：{{title}}',
    programError:
      'コマンドラインは {{exit}} で終了します。USB メモリの状態は、エラーと一緒に表示されます。',
    places: {
      firmware: 'コンピューターのファームウェア（UEFI または BIOS）',
      'boot-manager': 'Windows ブート マネージャー',
      bitlocker: 'Windows 起動前の BitLocker',
      'blue-screen': 'Windows のブルー スクリーン',
      setup: 'Windows の初回起動',
      ventoy: 'Ventoy',
      program: 'このプログラム',
    },
    certainties: {
      verified: '検証済み',
      documented: '文書に記載',
      source: 'ソース コードに記載',
      reported: '報告あり',
    },
    link: 'これはどういう意味ですか？',
    linkAbout: 'これはどういう意味ですか？ {{about}}',
  },
};
