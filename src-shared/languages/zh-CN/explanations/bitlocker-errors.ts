import type { StartErrorTexts } from '../../../explain';

/** What is shown before an encrypted Windows starts. */
export const bitLockerErrors = {
  'bitlocker-recovery': {
    title: 'BitLocker 要求输入恢复密钥',
    meaning: ['驱动器未能以通常的方式打开，因此 BitLocker 要求输入恢复密钥：48 位数字。'],
    causes: [
      'U 盘没有密码，只有恢复密钥。此时每次启动都会出现这个屏幕。',
      '要求输入的是电脑自己的 Windows：从 U 盘启动，或更改驱动器的顺序，引起了其安全芯片的怀疑。',
      'U 盘由使用某台电脑安全芯片的 Windows 加密，而现在是另一台电脑。',
    ],
    steps: [
      '请将屏幕上的“Recovery key ID”与密钥文件或打印件中的标识符比较：它说明指的是哪个驱动器。',
      '请输入这 48 位数字。',
      '如果是电脑自己的驱动器：密钥可能在其所有者的 Microsoft 账户中，或由其管理员保管。再次从 U 盘启动之前，请在那里暂停 BitLocker。',
    ],
  },
  'bitlocker-wrong-password': {
    title: 'BitLocker 不接受密码或密钥',
    meaning: ['键入的内容格式正确，但无法打开此驱动器。'],
    causes: [
      '据已有的测试，该屏幕把键盘当作美式键盘：Y 和 Z 等字母以及大多数符号位于别处。',
      '恢复密钥属于另一个 U 盘。',
    ],
    steps: [
      '请像使用美式键盘那样键入密码。按 Insert 可显示键入的内容。',
      '请按 Esc 并使用恢复密钥，其中的数字在各种键盘上都相同。',
      '请在此电脑上用“sticksmith unlock-test”验证密码和密钥能打开 U 盘。',
    ],
  },
  'bitlocker-too-many-attempts': {
    title: '错误密码次数过多',
    meaning: ['第四次或第五次输错密码后，该屏幕不再接受密码。'],
    causes: ['原因往往是键盘：据已有的测试，该屏幕把它当作美式键盘。'],
    steps: ['请关闭电脑，然后重新开机。', '或使用恢复密钥。'],
  },
  'bitlocker-empty-screen': {
    title: '应询问密码时显示空白的蓝色屏幕',
    meaning: ['输入提示存在，但无法看到。直接键入密码并按 Enter 即可。'],
    causes: ['EFI 分区上缺少文件夹 Fonts。'],
    steps: ['请键入密码，然后按 Enter。', '请用本程序检查 U 盘，并用完整的映像重新制作。'],
  },
  '0xc0000184': {
    title: '驱动器的加密只完成了一部分',
    meaning: ['设备所处的状态不允许执行此操作。', '密码正确，但驱动器表示自己正在加密或解密。'],
    causes: ['BitLocker 数据中的状态不是“已加密”。'],
    steps: [
      '请将 U 盘插入另一台装有 Windows 的电脑，用密码打开，并等待加密完成。',
      '请保存重要内容，然后重新制作 U 盘。',
    ],
  },
  '0xc0210000': {
    title: '驱动器已被 BitLocker 锁定',
    meaning: ['此卷已锁定；必须先打开才能使用。'],
    causes: ['已知与使用 Hyper-V 的旧版 Windows 10 的某次更新有关，更新后会要求输入恢复密钥。'],
    steps: [
      '请按 Esc 查看更多恢复选项，然后输入恢复密钥。',
      '请用“sticksmith unlock-test”验证密码和密钥能打开 U 盘。',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
