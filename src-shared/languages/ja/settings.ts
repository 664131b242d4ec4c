import type { settings as english } from '../en/settings';
import type { WordedWithoutPlural } from '../worded';

/** The settings. */
export const settings: WordedWithoutPlural<typeof english> = {
  settings: {
    title: '設定',
    language: '言語',
    languageOfSystem: 'システムと同じ（{{language}}）',
    theme: '外観',
    themes: { system: 'システムと同じ', light: 'ライト', dark: 'ダーク' },
    workFolder: '作業フォルダー',
    workFolderText:
      'Windows は書き込みの前にここに展開されます。空き容量が 40 GB 以上ある高速なディスクをお勧めします。',
    workFolderFree: '空き容量 {{free}}',
    choose: '参照…',
    reset: '標準の場所に戻す',
    version: 'バージョン {{version}}',
  },

  cache: {
    title: '次回のための保存',
    text: '展開した Windows を次の USB メモリのために保存します。次回は書き込みの時間だけで済みます。最大保存量：',
    budget: '最大保存量',
    keepNone: '保存しない',
    loading: '保存された内容を調べています…',
    failedTitle: '保存された内容の一覧を取得できません',
    empty: '現在、保存されているものはありません。',
    used: '{{budget}} のうち {{used}} を使用',
    lessBudget: 'ディスクの空きが少ないため、現在保存できるのは {{budget}} までです。',
    lastUsed: '最終使用 {{date}}',
    inUse: '使用中',
    remove: '削除',
    removeOne: '{{image}} の {{name}} を削除',
    removeAll: 'すべて削除',
  },
};
