import type { explain as english } from '../en/explain';
import type { WordedWithoutPlural } from '../worded';

/** Looking up what an error means. */
export const explain: WordedWithoutPlural<typeof english> = {
  explain: {
    open: '解释错误…',
    title: '解释错误',
    field: '屏幕上显示的代码或消息',
    hint: '例如 0xc000000f，或一整句话。',
    empty:
      '查询电脑、Windows、Ventoy 或本程序所显示的内容：它对 U 盘意味着什么、为什么出现、该怎么办。例如：',
    examples: '示例',
    found_zero: '未找到',
    found_other: '{{count}} 条解释',
    similar: '没有这个代码；也许是指下面这个。',
    nothing: '没有相关信息。',
    nothingCode: '请将代码与屏幕逐位核对：0 与 O、8 与 B 看起来很像。',
    nothingWords: '请试试消息中的两三个词。',
    nothingCheck: '请在另一台电脑上用“sticksmith check”检查 U 盘：没有代码也能得知问题所在。',
    also: '也称为{{names}}',
    why: '在便携式 U 盘上的原因，最可能的在前',
    doNow: '该怎么办',
    sources: '依据',
    source: '{{certainty}}：{{title}}',
    programError: '命令行以 {{exit}} 结束。U 盘处于什么状态，会与错误一起说明。',
    places: {
      firmware: '电脑的固件（UEFI 或 BIOS）',
      'boot-manager': 'Windows 启动管理器',
      bitlocker: 'Windows 启动之前的 BitLocker',
      'blue-screen': 'Windows 蓝屏',
      setup: 'Windows 首次启动',
      ventoy: 'Ventoy',
      program: '本程序',
    },
    certainties: {
      verified: '已验证',
      documented: '有文档说明',
      source: '见于源代码',
      reported: '有人报告',
    },
    link: '这是什么意思？',
    linkAbout: '这是什么意思？{{about}}',
  },
};
