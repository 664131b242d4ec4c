import type { StartErrorTexts } from '../../../explain';

const OTHER_PORT = '请换一个接口，USB 2 和 USB 3 都试一试，不要经过集线器。';
const CHECK_FILES = '请将 U 盘插入另一台装有 Windows 的电脑，让它检查分区中的错误。';
const TEST = '请用本程序测试驱动器：出现这种情况的驱动器，很多即将损坏或是假冒产品。';
const AGAIN = '请重新制作 U 盘；如果再次发生，请换一个驱动器制作。';

/** Stop codes of a Windows that had begun to start. */
export const blueScreenErrors = {
  INACCESSIBLE_BOOT_DEVICE: {
    title: 'Windows 无法再访问启动它的驱动器',
    meaning: [
      'Windows 在启动过程中失去了对其分区的访问。',
      '通常是驱动器的驱动程序未能启动该驱动器，或无法识别其中的文件系统。',
    ],
    causes: [
      '此 Windows 中的驱动程序在这个接口上不起作用：有一个便携式 Windows 7 在某台电脑的一个接口上可以启动，在其他接口上都不能。',
      'U 盘是已安装 Windows 的副本，它加载 USB 驱动程序的时间不够早。这取决于其注册表值 BootDriverFlags。',
      'Windows 位于读卡器中的存储卡上。为什么会失败尚不清楚。',
      'Windows 位于采用 NTFS 的虚拟磁盘中，而虚拟磁盘位于采用 exFAT 的分区上。',
      'Windows 是 Vista 或 7，它们不支持从 USB 启动。',
      '文件系统已损坏、驱动器的筛选器驱动程序工作异常，或固件中关于驱动器的设置被更改。',
    ],
    steps: [
      OTHER_PORT,
      '请试试另一台电脑。如果在那里可以启动，说明前一台缺少驱动程序：请添加该驱动程序，然后重新制作 U 盘。',
      '请改用 U 盘或 SSD，不要使用存储卡。',
      CHECK_FILES,
      AGAIN,
    ],
  },
  UNMOUNTABLE_BOOT_VOLUME: {
    title: 'Windows 无法读取自己的分区',
    meaning: ['Windows 尝试装载自己所在的分区，但失败了。'],
    causes: ['通常是驱动器即将损坏。', 'U 盘在 Windows 运行时被拔下，这可能造成损坏。'],
    steps: [CHECK_FILES, OTHER_PORT, TEST, AGAIN],
  },
  NTFS_FILE_SYSTEM: {
    title: 'Windows 的文件系统驱动程序停止',
    meaning: ['NTFS 的驱动程序中出现了问题。'],
    causes: ['文件系统已损坏，或驱动器有坏扇区。', 'U 盘上的便携式 Windows 也曾出现过此错误。'],
    steps: [CHECK_FILES, TEST, AGAIN],
  },
  '0xc000021a': {
    title: 'Windows 不可缺少的某个进程已结束',
    meaning: ['在任何人登录之前就运行的某个 Windows 重要组件失败。'],
    causes: [],
    steps: [
      CHECK_FILES,
      '如果之前刚刚安装或更新过内容，请不加入该内容而重新制作 U 盘。',
      TEST,
      AGAIN,
    ],
  },
  CRITICAL_PROCESS_DIED: {
    title: '某个关键进程已终止',
    meaning: ['Windows 运行所必需的某个进程已结束或已损坏。'],
    causes: ['最近添加的驱动程序或设备，或损坏的系统文件。'],
    steps: [
      OTHER_PORT,
      '请拔下不需要的设备。',
      '如果在 U 盘中加入了驱动程序，请不加入驱动程序而重新制作。',
      TEST,
      AGAIN,
    ],
  },
  '0xc0000221': {
    title: '某个系统文件的校验和不符',
    meaning: ['Windows 的某个驱动程序或库已损坏。屏幕上会显示文件名。'],
    causes: ['驱动器或内存返回的数据与存入的不同。'],
    steps: [
      '请将 Windows 映像的校验和与发布者公布的值比较。',
      TEST,
      '如果其他 U 盘在这台电脑上也失败，请测试电脑的内存。',
      AGAIN,
    ],
  },
  'WppRecorder.sys': {
    title: 'Windows 10 1809 在 WppRecorder.sys 中停止',
    meaning: ['已知 Windows 10 的 1809 版在便携式驱动器上会这样停止。'],
    causes: ['该版本（内部版本 17763）的缺陷。'],
    steps: ['请用更新版本 Windows 的映像制作 U 盘。'],
  },
} as const satisfies Partial<StartErrorTexts>;
