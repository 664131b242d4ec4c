import type { ownData as english } from '../en/own-data';
import type { WordedWithoutPlural } from '../worded';

/** What is in the settings beside those themselves: folders, trusted hashes, logs, and what support needs. */
export const ownData: WordedWithoutPlural<typeof english> = {
  settingsTabs: {
    label: '设置的各部分',
    general: '常规',
    storage: '存储',
    trusted: '受信任的映像',
    support: '帮助和日志',
  },

  settingsGeneral: {
    sounds: '声音',
    soundsText: '批量制作时，每个 U 盘完成或失败都会发出提示音。屏幕上也会显示。',
    reset: '恢复所有默认设置',
    resetText: '包括语言、外观、声音、工作文件夹和保留的内容。受信任的映像保留不变。',
    wasReset: '所有设置均已恢复为默认值。',
  },

  recipeFolder: {
    title: '配方',
    text: '您保存或导入的配方放在这里。使用共享文件夹，大家就能使用相同的配方。',
  },

  dataFolder: {
    title: '设置和日志',
    text: '此用户的设置、日志和启动记录保存在这里。',
    portable: 'Sticksmith 在此以便携方式运行：它自己的所有内容都在程序旁边。',
    open: '显示日志',
  },

  trusted: {
    text: '具有这些 SHA-256 值的映像无需再次比较，即可通过“映像是否为原版？”这一步。',
    loading: '正在查找受信任的映像…',
    failedTitle: '无法列出受信任的映像',
    empty: '尚未信任任何映像。',
    since: '自 {{date}} 起',
    remove: '删除',
    removeOne: '删除 {{name}}',
    removed: '已不再信任 {{name}}。',
    undo: '撤消',
    addTitle: '手动添加',
    name: '名称',
    nameHint: '例如文件名',
    hash: 'SHA-256',
    hashBad: 'SHA-256 由 64 个字符组成，范围为 0 到 9 和 a 到 f。',
    add: '信任',
  },

  support: {
    text: '如果出了问题，这些信息有助于他人查明原因。其中不含密码或密钥。不会发送任何内容：请先阅读，再复制或保存。',
    gather: '收集支持所需的信息',
    gathering: '正在收集…',
    failedTitle: '无法收集信息',
    preview: '支持所需的信息',
    copy: '复制支持所需的信息',
    save: '保存为文件…',
  },
};
