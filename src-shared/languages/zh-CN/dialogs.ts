import type { dialogs as english } from '../en/dialogs';
import type { Worded } from '../worded';

/** What the program asks in dialogs of the system. */
export const dialogs: Worded<typeof english> = {
  dialogs: {
    closing: {
      making: {
        message: '正在制作 U 盘。',
        detail: '如果现在关闭 Sticksmith，U 盘将停留在未完成状态，无法启动电脑。',
        keep: '继续制作',
      },
      series: {
        message: '正在批量制作 U 盘。',
        detail: '如果现在关闭 Sticksmith，正在制作的 U 盘将停留在未完成状态，无法启动电脑。',
        keep: '继续批量制作',
      },
      repairing: {
        message: '正在修复 U 盘。',
        detail: '如果现在关闭 Sticksmith，会先撤销已重写的内容。在此之前请勿拔出 U 盘。',
        keep: '继续修复',
      },
      restoring: {
        message: '正在将驱动器恢复为普通驱动器。',
        detail: '如果现在关闭 Sticksmith，在重新执行此操作之前，驱动器将没有分区。',
        keep: '继续',
      },
    },
    closeAnyway: '仍要关闭',
    cannotStart: 'Sticksmith 无法在此启动',
    /** Kinds of files to choose from. */
    files: {
      all: '所有文件',
      windowsImages: 'Windows 映像',
      diskImages: '磁盘映像',
      bootImages: '映像',
      recipes: '配方',
      answers: '应答文件',
      networks: '网络配置文件',
      ventoyReleases: 'Ventoy 发布包',
      archives: '压缩包',
      page: '可阅读和打印的页面',
      data: '供程序使用的数据',
      text: '文本',
      tables: '表格',
      labels: '标签',
      lines: 'JSON 行',
    },
  },
};
