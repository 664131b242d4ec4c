import type { restore as english } from '../en/restore';
import type { WordedWithoutPlural } from '../worded';

/** Making an ordinary drive of a stick again. */
export const restore: WordedWithoutPlural<typeof english> = {
  restore: {
    title: '将哪个 U 盘恢复为普通驱动器？',
    lead: '它将只有一个空的 exFAT 分区，电脑、电视和相机都能读取。其中的所有内容都会丢失。',
    listLabel: '可擦除的驱动器',
    emptyTitle: '没有插入可擦除的驱动器',
    emptyText: '请插入 U 盘。它会自动显示在这里。',
    go: '继续',
    askTitle: '将 {{name}} 恢复为普通驱动器？',
    askLead: '只需几秒钟。',
    lost: '将会丢失的内容',
    notSecure:
      '这是快速操作，不是安全擦除：使用专门的程序仍能找到部分旧文件。将驱动器送给他人之前，请使用专用的擦除程序。',
    label: '驱动器名称',
    labelHint: '最多 11 个字符；可以留空',
    labelProblems: {
      'too-long': '最多 11 个字符',
      characters: '其中有 exFAT 不允许的字符',
    },
    scheme: '分区表',
    schemes: {
      auto: '大多数设备能读取的一种（MBR；超过 2 TiB 时为 GPT）',
      gpt: 'GPT',
    },
    start: '擦除 {{name}}',
    anotherDrive: '另选驱动器',
    running: '正在将 {{name}} 恢复为普通驱动器',
    runningLead: '从一开始，原有内容就已不存在。请勿拔下。',
    opening: '正在打开驱动器。电脑可能会向您请求管理员权限。',
    progress: '进度',
    doneTitle: '{{name}} 已恢复为普通驱动器',
    doneLead: 'exFAT，可用 {{free}}。写入的内容已读回并比较。',
    factName: '名称',
    factFree: '可存放文件的空间',
    factTable: '分区表',
    noName: '无',
    plugAgain: '如果它没有出现在您的驱动器中，请将其拔下后重新插入。',
    cancelledTitle: '中途停止',
    cancelledLead: {
      untouched: '{{name}} 上没有任何改动。',
      changed: '{{name}} 上的原有内容已不存在，也没有分区。请将其恢复为普通驱动器后再使用。',
    },
    failedTitle: '无法将 {{name}} 恢复为普通驱动器',
    back: '返回向导',
  },
};
