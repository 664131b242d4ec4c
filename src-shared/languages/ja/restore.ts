import type { restore as english } from '../en/restore';
import type { WordedWithoutPlural } from '../worded';

/** Making an ordinary drive of a stick again. */
export const restore: WordedWithoutPlural<typeof english> = {
  restore: {
    title: 'どの USB メモリを通常のドライブに戻しますか？',
    lead: 'コンピューター、テレビ、カメラで読み取れる、空の exFAT パーティションを 1 つ作成します。元の内容はすべて失われます。',
    listLabel: '消去できるドライブ',
    emptyTitle: '消去できるドライブが接続されていません',
    emptyText: 'USB メモリを接続してください。自動的に表示されます。',
    go: '次へ',
    askTitle: '{{name}} を通常のドライブに戻しますか？',
    askLead: '数秒で終わります。',
    lost: '失われるもの',
    notSecure:
      '短時間で終わる処理で、完全な消去ではありません。特殊なプログラムを使うと、以前のファイルの一部を取り出せる可能性があります。ドライブを他人に渡す前に、専用のプログラムで消去してください。',
    label: 'ドライブの名前',
    labelHint: '11 文字以内、空欄も可',
    labelProblems: {
      'too-long': '11 文字以内にしてください',
      characters: 'exFAT で使えない文字が含まれています',
    },
    scheme: 'パーティション テーブル',
    schemes: {
      auto: 'ほとんどの機器で読み取れるもの（MBR、2 TiB を超える場合は GPT）',
      gpt: 'GPT',
    },
    start: '{{name}} を消去',
    anotherDrive: '別のドライブ',
    running: '{{name}} を通常のドライブに戻しています',
    runningLead: '元の内容は、開始した時点で失われています。接続したままにしてください。',
    opening: 'ドライブを開いています。管理者権限の確認を求められることがあります。',
    progress: '進行状況',
    doneTitle: '{{name}} を通常のドライブに戻しました',
    doneLead: 'exFAT、空き {{free}}。書き込んだ内容は、読み戻して照合しました。',
    factName: '名前',
    factFree: 'ファイル用の空き',
    factTable: 'パーティション テーブル',
    noName: 'なし',
    plugAgain: 'ドライブの一覧に表示されない場合は、取り外してから接続し直してください。',
    cancelledTitle: '途中で中止しました',
    cancelledLead: {
      untouched: '{{name}} の内容は変更されていません。',
      changed:
        '{{name}} の元の内容は失われ、パーティションもありません。使用するには、通常のドライブに戻してください。',
    },
    failedTitle: '{{name}} を通常のドライブに戻せませんでした',
    back: 'ウィザードに戻る',
  },
};
