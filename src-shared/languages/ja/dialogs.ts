import type { dialogs as english } from '../en/dialogs';
import type { Worded } from '../worded';

/** What the program asks in dialogs of the system. */
export const dialogs: Worded<typeof english> = {
  dialogs: {
    closing: {
      making: {
        message: 'USB メモリを作成しています。',
        detail:
          '今 Sticksmith を閉じると、USB メモリは未完成のまま残り、コンピューターを起動できません。',
        keep: '作成を続ける',
      },
      series: {
        message: 'USB メモリの連続作成を実行しています。',
        detail:
          '今 Sticksmith を閉じると、作成中の USB メモリは未完成のまま残り、コンピューターを起動できません。',
        keep: '連続作成を続ける',
      },
      repairing: {
        message: 'USB メモリを修復しています。',
        detail:
          '今 Sticksmith を閉じると、書き換えた内容がまず元に戻されます。それまで USB メモリを接続したままにしてください。',
        keep: '修復を続ける',
      },
      restoring: {
        message: 'ドライブを通常のドライブに戻しています。',
        detail:
          '今 Sticksmith を閉じると、この操作をやり直すまで、ドライブにはパーティションがない状態になります。',
        keep: '続ける',
      },
    },
    closeAnyway: 'それでも閉じる',
    cannotStart: 'ここでは Sticksmith を起動できません',
    /** Kinds of files to choose from. */
    files: {
      all: 'すべてのファイル',
      windowsImages: 'Windows イメージ',
      diskImages: 'ディスク イメージ',
      bootImages: 'イメージ',
      recipes: 'レシピ',
      answers: '応答ファイル',
      networks: 'ネットワーク プロファイル',
      ventoyReleases: 'Ventoy のリリース',
      archives: 'アーカイブ',
      page: '表示・印刷用のページ',
      data: 'プログラム用のデータ',
      text: 'テキスト',
      tables: '表',
      labels: 'ラベル',
      lines: 'JSON の行',
    },
  },
};
