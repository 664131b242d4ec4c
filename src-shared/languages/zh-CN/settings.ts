import type { settings as english } from '../en/settings';
import type { WordedWithoutPlural } from '../worded';

/** The settings. */
export const settings: WordedWithoutPlural<typeof english> = {
  settings: {
    title: '设置',
    language: '语言',
    languageOfSystem: '跟随系统（{{language}}）',
    theme: '外观',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    workFolder: '工作文件夹',
    workFolderText:
      'Windows 先在这里解包，然后再写入。应位于较快的磁盘上，并至少有 40 GB 可用空间。',
    workFolderFree: '可用 {{free}}',
    choose: '选择…',
    reset: '使用默认位置',
    version: '版本 {{version}}',
  },

  cache: {
    title: '为下一个 U 盘保留',
    text: '为一个 U 盘解包的 Windows 会保留给下一个使用，这样下一个只需写入的时间。最多保留：',
    budget: '最多保留多少',
    keepNone: '不保留',
    loading: '正在查看保留的内容…',
    failedTitle: '无法列出保留的内容',
    empty: '目前没有保留任何内容。',
    used: '已使用 {{used}} / {{budget}}',
    lessBudget: '磁盘剩余空间不多，因此目前只能保留 {{budget}}。',
    lastUsed: '上次使用：{{date}}',
    inUse: '正在使用',
    remove: '删除',
    removeOne: '删除来自 {{image}} 的 {{name}}',
    removeAll: '全部删除',
  },
};
