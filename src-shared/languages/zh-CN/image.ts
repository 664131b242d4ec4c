import type { image as english } from '../en/image';
import type { WordedWithoutPlural } from '../worded';

/** The steps Image, Verify and Edition. */
export const image: WordedWithoutPlural<typeof english> = {
  image: {
    title: '要放入什么？',
    kindLabel: 'U 盘类型',
    kindCards: {
      'windows-to-go': {
        title: '便携式 Windows',
        text: '直接从 U 盘运行 Windows。',
      },
      ventoy: {
        title: 'Ventoy',
        text: '用一个 U 盘启动多个映像。',
      },
    },
    ventoyNotOnWindows: '尚不能在 Windows 电脑上制作：需要 Linux。',
    lead: '请选择 Windows 10 或 11 的安装映像：Microsoft 提供的 ISO 文件，或 WIM、ESD、SWM 文件。',
    drop: '将映像拖放到此处',
    or: '或',
    choose: '选择文件…',
    path: '映像的路径',
    open: '打开',
    reading: '正在查看映像…',
    failedTitle: '无法使用此映像',
    label: '名称',
    version: '版本号',
    build: '内部版本 {{build}}',
    versionAndBuild: '{{version}}，内部版本 {{build}}',
    languages: '语言',
    architecture: '处理器',
    size: '大小',
    editions: '版本',
    kinds: '可制作为',
    notNamed: '映像中未注明',
    kindWindows: '便携式 Windows',
    kindVentoy: '多重启动 U 盘中的一项',
    container: {
      iso: '光盘映像 (ISO)',
      wim: 'Windows 映像文件',
    },
    split_other: '分为 {{count}} 部分',
    where: '从哪里获取映像？',
    whereLead:
      '可从 Microsoft 免费获取。U 盘上的 Windows 需要单独的许可证。其他来源的映像可能被改动过：改动者可以读取您以后键入的一切。',
    links: {
      'windows-11': 'Windows 11',
      'windows-10': 'Windows 10',
      'windows-11-arm': '适用于 ARM 电脑的 Windows 11',
    },
    opensBrowser: '在浏览器中打开',
  },

  architecture: {
    x64: '64 位（Intel 和 AMD）',
    arm64: '64 位 (ARM)',
    x86: '32 位（Intel 和 AMD）',
    arm: '32 位 (ARM)',
    unknown: '未知',
  },

  verify: {
    title: '映像是否为原版？',
    lead: '将完整读取一次映像，并计算其指纹 (SHA-256)。如果与发布者公布的指纹相同，说明映像在传送途中没有任何改动。',
    running: '正在读取映像',
    cancel: '停止读取',
    cancelled: '已停止读取。',
    start: '读取映像',
    failedTitle: '无法完整读取映像',
    value: '您的映像的 SHA-256',
    matchTitle: '这正是应有的映像',
    matchBy: {
      pasted: '其指纹与您粘贴的值相同。',
      file: '其指纹与校验和文件中的值相同。',
      trusted: '您之前已信任过这个映像。',
    },
    trust: '今后信任此映像',
    mismatchTitle: '这不是应有的映像',
    mismatchText:
      '其指纹与预期不符。可能是下载损坏，也可能有人改动了映像。用它制作的 U 盘可能会出错，或窥探使用者。尚未写入任何内容。',
    mismatchNext: '请从发布者处重新获取映像。如果指纹是您粘贴的，请确认它确实属于这个文件。',
    expected: '预期值',
    unknownTitle: '尚无可比较的值',
    unknownText:
      'Microsoft 在下载页面的“验证下载”下按语言列出 SHA-256。请将其粘贴到此处，或选择校验和文件。',
    paste: '发布者公布的 SHA-256',
    pasteHint: '64 个字符，0–9 和 a–f',
    pasteBad: '其中没有 SHA-256：应为 64 个字符，0–9 和 a–f。',
    chooseFile: '选择校验和文件…',
    checksumFile: '已与 {{name}} 比较',
    goOn: '不比较，继续',
    goOnText: '此映像来自我信任的来源；我知道无法判断它是否被改动过。',
    chooseOther: '选择其他映像',
  },

  edition: {
    title: '选择哪个版本？',
    lead: '一个映像中有多个版本。您所选的版本需要许可证；以后可在 Windows 中输入。',
    listLabel: '映像中的版本',
    unpacked: '解包后 {{size}}',
    usual: '常用选择',
    left_other:
      '映像中有 {{count}} 项未显示：它们不是已安装的 Windows，或所针对的处理器无法从 U 盘启动。',
    tooSmallTitle: '空间不足，容纳不下此版本',
    tooSmall:
      '它至少需要 {{needed}} 的驱动器；您的最小目标为 {{actual}}。请选择更大的驱动器或更小的版本。',
    about: {
      home: '供个人使用。不含 BitLocker 管理、远程桌面主机和加入公司域的功能。',
      homeSingle: '供个人使用，仅有一种显示语言。不含家庭版所缺少的功能。',
      pro: '适合工作，也适合大多数 U 盘：支持 BitLocker、远程桌面主机和加入公司域。',
      education: '供持有批量许可证的学校使用。具有企业版的所有功能。',
      proEducation: '专业版，带有面向学校的设置。',
      workstations: '面向高性能电脑的专业版：支持更多处理器、内存和文件系统。',
      enterprise: '供持有批量许可证的公司使用。具有专业版的功能，并提供更多控制。',
      ltsc: '长期服务版本，没有应用商店，预装应用很少：适合性能较弱的硬件和较慢的 U 盘。需要批量许可证。',
      server: '服务器系统。面向它的桌面程序和驱动程序很少。',
      noMedia: '不含媒体播放器及相关组件。',
    },
  },
};
