import type { StartErrorTexts } from '../../../explain';

/** What is shown between the first start and the first sign-in. */
export const setupErrors = {
  'why-did-my-pc-restart': {
    title: 'Windows 的首次启动反复重新开始',
    meaning: ['Windows 中提出最初那些问题的部分意外结束，并重新启动。'],
    causes: ['解包时，Windows 文件的权限和扩展属性丢失了。本程序会自行将它们写入文件系统。'],
    steps: [
      '请按屏幕上的按钮并等待；第二次可能会继续。',
      '如果 U 盘是通过复制文件制作的，请用本程序从映像制作。',
      '请用本程序测试驱动器。',
    ],
  },
  'could-not-configure-hardware': {
    title: '无法为此电脑设置 Windows',
    meaning: [
      'Windows 在首次启动时无法打开或更改其启动配置数据。原因见 C:\\Windows\\Panther\\setupact.log。',
    ],
    causes: ['采用 GPT 的 U 盘没有 Microsoft 保留分区。用本程序制作的 U 盘有这个分区。'],
    steps: [
      '请用本程序检查 U 盘：“bcd.firmware-manager”检查的就是启动配置数据。',
      '请按 Shift+F10，查看 C:\\Windows\\Panther\\setupact.log 的末尾。',
      '请重新制作 U 盘。',
    ],
  },
  'restarted-unexpectedly': {
    title: 'Windows 的设置被中断，无法继续',
    meaning: ['首次启动未能完成，而 Windows 拒绝再次开始。'],
    causes: ['在设置 Windows 的过程中，电脑被关闭，或 U 盘被拔下。'],
    steps: [
      '请重新制作 U 盘，并等首次启动完成后再拔下。',
      '如果每次都发生，请测试驱动器，并换一个接口。',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
