import type { StartErrorTexts } from '../../../explain';

const BOOT_MENU =
  '请打开固件的启动菜单（通常是在开机后立即按 F12、F11、F9、F8 或 Esc），并选择 U 盘；如果它出现两次，请选择带 UEFI 的一项。';
const CHECK = '请用本程序检查 U 盘。';
const FOR_BIOS = '如果电脑只有 BIOS 而没有 UEFI，请用 MBR 制作 U 盘，这样两种电脑都能启动。';

/** What the computer itself shows, and the first sector of a stick. Makers word these differently. */
export const firmwareErrors = {
  'no-bootable-device': {
    title: '电脑找不到可启动的内容',
    meaning: ['固件在查找可以启动的驱动器，但没有找到。这时还与 Windows 无关。'],
    causes: [
      '电脑设置为像 BIOS 那样启动（Legacy、CSM），而 U 盘采用 GPT，只能通过 UEFI 启动。',
      'U 盘上缺少文件 \\EFI\\Boot\\bootx64.efi。',
      'U 盘的 EFI 分区原本正常，后来被发现是空的。',
      '电脑未设置为从 USB 启动，或 U 盘插在集线器上，而 Windows To Go 不支持集线器。',
      'Windows 不适用于这种固件：64 位 UEFI 只能启动 64 位 Windows。',
    ],
    steps: [
      '请将 U 盘直接插到电脑上，关机后再开机。',
      BOOT_MENU,
      '请在固件设置中允许从 USB 启动，并关闭“fast boot”（快速启动）。',
      CHECK,
      FOR_BIOS,
    ],
  },
  'operating-system-not-found': {
    title: 'BIOS 找不到可启动的分区',
    meaning: ['驱动器的分区表已损坏，或其中没有标记为用于启动的分区。'],
    causes: ['没有标记为活动的分区。'],
    steps: [BOOT_MENU, CHECK, FOR_BIOS, '请重新制作 U 盘。'],
  },
  'missing-operating-system': {
    title: '活动分区的开头不符合要求',
    meaning: ['驱动器第一个扇区中的代码找到了活动分区，但该分区的第一个扇区中没有可启动的内容。'],
    causes: [
      '该分区从未格式化，或其第一个扇区已损坏。',
      'BIOS 以另一种方式计算驱动器的扇区。对于 U 盘，这取决于固件中关于 USB 驱动器的设置。',
    ],
    steps: [
      CHECK,
      '请在固件设置中查看 USB 驱动器被当作什么：当作硬盘才是正确的。',
      '如果电脑有 UEFI，请通过 UEFI 启动 U 盘。',
      '请重新制作 U 盘。',
    ],
  },
  'bootmgr-is-missing': {
    title: '缺少用于 BIOS 的 Windows 启动管理器',
    meaning: ['已启动某个分区的第一个扇区，但在该分区中没有找到文件 bootmgr。'],
    causes: [
      '电脑启动的驱动器不是 Windows U 盘，例如只是格式化过的驱动器。',
      '文件 bootmgr 已被删除或已损坏。',
    ],
    steps: [BOOT_MENU, CHECK, '请重新制作 U 盘。'],
  },
  'secure-boot-refused': {
    title: '安全启动拒绝 U 盘上的内容',
    meaning: ['安全启动已开启，固件不接受 U 盘上加载程序的签名。各厂商的提示措辞不同。'],
    causes: [
      '加载程序完全没有签名，例如练习用 U 盘的加载程序。经测试，Microsoft 自己的加载程序可以启动。',
      '加载程序由 Microsoft 面向其他厂商的证书 (UEFI CA) 签名，许多电脑默认不接受该证书。',
    ],
    steps: [
      '对于 Windows：请用 Microsoft 提供的原版映像制作 U 盘；其启动管理器带有签名。',
      '对于 Ventoy 和 Linux：请在固件设置中允许“Microsoft 3rd party UEFI CA”。',
      '或在使用 U 盘期间关闭安全启动。如果电脑自己的 Windows 已加密，请事先备好其恢复密钥。',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
