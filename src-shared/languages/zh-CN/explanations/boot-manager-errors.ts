import type { StartErrorTexts } from '../../../explain';

const CHECK = '请用本程序检查 U 盘；它会走同样的路径，并指出问题所在。';
const AGAIN = '请重新制作 U 盘。如果无效，请使用其他驱动器。';
const OTHER_PORT = '请将 U 盘直接插到电脑的另一个接口，不要经过集线器。';
const TEST = '请用本程序测试驱动器。';
const CLOCK = '请将电脑的日期和时间设置正确。';

/** What Windows’ boot manager and its loader show, on a blue or black screen with “Error code” or “Status”. */
export const bootManagerErrors = {
  '0xc0000225': {
    title: '未找到装有 Windows 的分区',
    meaning: ['所查找的内容不存在。', 'U 盘上的启动配置数据指向的分区，不在此电脑的任何驱动器上。'],
    causes: [
      'U 盘是复制来的，或重新分过区，因此其分区的标识符与启动配置数据中的不同。',
      'Windows 已加密，而其开头的 BitLocker 数据已损坏：三份副本全部损坏，或第一份的校验和不正确。',
      '驱动器表示加密正在进行，但缺少进度记录。',
      'Windows 位于虚拟磁盘中，而存放该文件的分区不是所指的分区。',
    ],
    steps: [
      CHECK,
      '如果 U 盘是从另一个 U 盘复制来的，请改用本程序制作：每个 U 盘都有自己的标识符。',
      AGAIN,
    ],
  },
  '0xc000000f': {
    title: '缺少启动 Windows 所需的文件',
    meaning: [
      '文件不存在。',
      '“File:”一行说明是哪个文件：\\EFI\\Microsoft\\Boot\\BCD 表示启动配置数据，winload 表示 Windows 的加载程序。',
    ],
    causes: [
      '启动配置数据缺失，或没有写完。',
      '启动配置数据中的某个路径在 Windows 分区上不存在。',
      'Windows 已加密，而启动配置数据没有指明分区，只说“查找 Windows 文件夹”。',
      'Windows 位于虚拟磁盘中，而缺少该虚拟磁盘的文件。',
      'Windows 分区的第一个扇区已损坏。',
    ],
    steps: [
      CHECK,
      OTHER_PORT,
      '如果 U 盘是在 Windows 运行时拔下的，请让另一个 Windows 检查其中的错误。',
      AGAIN,
    ],
  },
  '0xc000000e': {
    title: '未找到装有 Windows 的驱动器',
    meaning: ['设备不存在。', '启动配置数据指向此电脑看不到的驱动器。'],
    causes: [
      'U 盘采用 MBR，其磁盘签名与启动配置数据中的不同，复制 U 盘后就会这样。',
      '启动配置数据是为另一种分区表（MBR 或 GPT）制作的。',
      '虚拟磁盘由 Ventoy 1.0.87 启动，而该版本有缺陷。',
    ],
    steps: [OTHER_PORT, CHECK, '如果虚拟磁盘由 Ventoy 启动，请更新 U 盘上的 Ventoy。', AGAIN],
  },
  '0xc0000034': {
    title: '启动配置数据中没有 Windows 的启动项',
    meaning: ['未找到某个名称。', '可以读取启动配置数据，但其中没有应有的内容。'],
    causes: ['启动配置数据中没有它默认要启动的那一项。', '存放启动配置数据的文件被截断。'],
    steps: [CHECK, AGAIN],
  },
  '0xc000000d': {
    title: '启动配置数据为空',
    meaning: ['参数无效。', '存放启动配置数据的文件没有内容。'],
    causes: ['文件 \\EFI\\Microsoft\\Boot\\BCD 存在，但只有 0 字节。'],
    steps: [CHECK, AGAIN],
  },
  '0xc000014c': {
    title: '启动配置数据已损坏',
    meaning: ['某个注册表格式的文件已损坏。启动配置数据就是这样的文件。'],
    causes: ['文件中的内容不是启动配置数据。'],
    steps: [CHECK, '请测试驱动器：文件自行改变，说明驱动器即将损坏或是假冒产品。', AGAIN],
  },
  '0xc000007b': {
    title: '启动 Windows 的某个程序已损坏，或用于其他处理器',
    meaning: ['程序不具有所需的格式。', '启动管理器找到了 winload.efi，但无法启动它。'],
    causes: ['文件已损坏：它已不再是程序。'],
    steps: [
      '请将 Windows 映像的校验和与发布者公布的值比较。',
      '请测试驱动器：文件自行改变，说明驱动器即将损坏或是假冒产品。',
      AGAIN,
    ],
  },
  '0xc0000428': {
    title: '启动 Windows 的某个程序的签名不被接受',
    meaning: ['无法验证文件的签名。', '启动管理器不信任所找到的加载程序。'],
    causes: [
      '加载程序没有 Microsoft 的签名，或被改动过。',
      '此 Windows 是已过期的预览版。',
      '真正的 Windows 在虚拟机中作为 USB 驱动器连接时曾显示此错误，改为 SATA 磁盘后可以启动。',
    ],
    steps: [
      CLOCK,
      '请使用发布者提供的 Windows 正式版映像。',
      '如果在 U 盘中加入了驱动程序，请不加入驱动程序而重新制作。',
    ],
  },
  '0xc0000098': {
    title: '启动配置数据中没有关于 Windows 的可用信息',
    meaning: ['启动管理器读取了启动配置数据，但没有在其中找到可以启动的操作系统。'],
    causes: ['启动配置数据已损坏，或其中的启动项已丢失。'],
    steps: [CHECK, AGAIN],
  },
  '0xc0000001': {
    title: '启动所需的某个操作失败',
    meaning: ['操作失败；此代码没有说明更多信息。'],
    causes: ['已知会出现在从网络启动的电脑上：固件根本没有启动 U 盘，而是从网络启动。'],
    steps: [
      '请在固件的启动菜单中选择 U 盘，并查看“File:”一行所指的是否为 U 盘上的文件。',
      OTHER_PORT,
      CHECK,
    ],
  },
  '0xc0000017': {
    title: '没有足够的连续内存',
    meaning: [
      '可用内存不足。',
      '启动管理器要将 Windows 的安装或修复环境加载到内存，但没有找到足够的空间。',
    ],
    causes: ['更新会重新启动到 Windows 安装程序，而它需要的连续内存比固件留下的更多。'],
    steps: [
      '请拔下不需要的设备，然后重试。',
      '请查找此电脑更新版本的固件。',
      '如果只在更新后发生，请在另一台电脑上从 U 盘启动一次。',
    ],
  },
  '0xc0000185': {
    title: '读取驱动器失败',
    meaning: ['设备在读写时报告了错误。'],
    causes: [],
    steps: [OTHER_PORT, TEST, '请趁 U 盘仍可读取时保存重要内容，并换用其他驱动器。'],
  },
  '0xc00000e9': {
    title: '与驱动器的连接中断',
    meaning: ['读写失败，且失败的方式未曾预料。'],
    causes: ['U 盘在使用中被拔下，或即将损坏；屏幕上的消息也提到这两种可能。'],
    steps: [OTHER_PORT, TEST, AGAIN],
  },
  '0xc0000605': {
    title: '此 Windows 已过期',
    meaning: ['为文件签名的证书已过期。', 'Windows 预览版在许可到期后几周就不再启动。'],
    causes: [
      '映像是预览版 (Insider)，其期限已过。',
      '以电脑的时钟为准：将日期调早后，这样的 Windows 曾成功启动。',
    ],
    steps: [CLOCK, '请用 Windows 正式版的映像制作 U 盘。'],
  },
} as const satisfies Partial<StartErrorTexts>;
