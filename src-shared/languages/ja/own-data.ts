import type { ownData as english } from '../en/own-data';
import type { WordedWithoutPlural } from '../worded';

/** What is in the settings beside those themselves: folders, trusted hashes, logs, and what support needs. */
export const ownData: WordedWithoutPlural<typeof english> = {
  settingsTabs: {
    label: '設定の分類',
    general: '全般',
    storage: '保存場所',
    trusted: '信頼済みイメージ',
    support: 'ヘルプとログ',
  },

  settingsGeneral: {
    sounds: '音',
    soundsText:
      'ステーションで、USB メモリの完成または失敗を音で知らせます。画面にも表示されます。',
    reset: 'すべて元に戻す',
    resetText:
      '言語、外観、音、作業フォルダー、保存量を元に戻します。信頼済みイメージはそのまま残ります。',
    wasReset: 'すべて最初の状態に戻しました。',
  },

  recipeFolder: {
    title: 'レシピ',
    text: '保存またはインポートしたレシピはここに置かれます。共有フォルダーにすれば、全員が同じレシピを使えます。',
  },

  dataFolder: {
    title: '設定とログ',
    text: 'このユーザーの設定、ログ、起動メモはここに保存されます。',
    portable:
      'Sticksmith はポータブル版として動作しています。固有のデータはすべてプログラムと同じ場所にあります。',
    open: 'ログを表示',
  },

  trusted: {
    text: '次の SHA-256 を持つイメージは、「イメージは本物ですか？」で改めて照合する必要がありません。',
    loading: '信頼済みイメージを調べています…',
    failedTitle: '信頼済みイメージの一覧を取得できません',
    empty: '信頼済みイメージはまだありません。',
    since: '{{date}} から',
    remove: '削除',
    removeOne: '{{name}} を削除',
    removed: '{{name}} は信頼済みではなくなりました。',
    undo: '元に戻す',
    addTitle: '手動で追加',
    name: '名前',
    nameHint: 'ファイル名など',
    hash: 'SHA-256',
    hashBad: 'SHA-256 は、0～9 および a～f の 64 文字です。',
    add: '信頼する',
  },

  support: {
    text: '問題が起きたとき、原因を調べるのに役立つ情報です。パスワードやキーは含まれません。自動で送信されることはありません。内容を確認してから、コピーまたは保存してください。',
    gather: 'サポート情報を収集',
    gathering: '収集しています…',
    failedTitle: '収集できません',
    preview: 'サポート情報',
    copy: 'サポート情報をコピー',
    save: 'ファイルに保存…',
  },
};
