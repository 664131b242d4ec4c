import type { protect as english } from '../en/protect';
import type { WordedWithoutPlural } from '../worded';

/** The step Protect. */
export const protect: WordedWithoutPlural<typeof english> = {
  protect: {
    title: '要保护其中的内容吗？',
    lead: '未加保护的 U 盘一旦丢失，捡到的人可以读取其中的每个文件。BitLocker 加密可防止这一点。',
    listLabel: '保护方式',
    experimental: '实验性',
    ways: {
      none: '不加密',
      now: '立即加密',
      'after-writing': '由此 Windows 加密',
      'first-start': '首次启动时加密',
    },
    texts: {
      none: '适合不含私密内容的 U 盘。',
      now: 'Sticksmith 在写入 Windows 的同时加密。您在此设置密码，Windows 的任何内容都不会以未加密的形式留在 U 盘上。',
      'after-writing':
        'U 盘写入完成后，由此电脑的 Windows 加密。您在此设置密码。加密完成之前，U 盘可被读取。',
      'first-start': 'Windows 在首次启动时询问密码，并自行加密。在此之前，U 盘可被读取。',
    },
    nowTried:
      '测试表明，Microsoft 的启动管理器、cryptsetup、dislocker 和 libbde 可以打开这样的 U 盘。尚未用运行中的 Windows 试过。',
    afterWritingTried:
      '由 Windows 自行完成，所有内容会再读写一遍，因此用时更长。Sticksmith 的这种做法尚未在真正的 Windows 上试过。',
    firstStartTried: '由 Windows 按 Microsoft 的方式自行完成。',
    obstacles: {
      vhdx: '此处不可用：BitLocker 无法保护虚拟磁盘文件中的 Windows。请在“空间”步骤中将其放在分区中。',
      home: '此处不可用：家庭版无法自行加密。',
      'image-file': '此处不可用：Windows 加密的是驱动器，而目标中有一个是映像文件。',
      'needs-windows': '此处不可用：此电脑上没有运行能够加密的 Windows。请选择其他方式。',
      'device-encryption':
        '此处不可用：“个性化”中允许 Windows 自行加密 U 盘，这会把它绑定到一台电脑。',
      'standard-account':
        '此处不可用：“个性化”中的账户不是管理员，而只有管理员才能让 Windows 自行加密。',
    },
    home: '家庭版可从加密的 U 盘启动，但无法更改密码或取消加密。如需这样做，请将其插入装有 Windows 专业版的电脑。',
    sharedTitle: '共享分区不加密',
    sharedText: '只加密 Windows 自己的分区。您放入共享分区的内容，拿到 U 盘的任何人都能读取。',
    passwordTitle: '密码',
    password: '密码',
    passwordWhat: '密码',
    passwordHint: '至少 {{shortest}} 个字符。每次从 U 盘启动时，都会在进入 Windows 之前询问。',
    again: '再次输入密码',
    againWhat: '再次输入的密码',
    againHint: '密码不会被存储。U 盘制作完成后，Sticksmith 会将其忘掉。',
    strength: '密码强度：{{strength}}',
    strengths: {
      weak: '弱。电脑几小时内就能猜出。',
      fair: '一般。可抵挡连续数天的尝试。',
      good: '好。需要数年才能猜出。',
      strong: '强。没有人能猜出。',
    },
    doubts: {
      'not-ascii':
        '启动时询问密码的屏幕把所有键盘都当作美式键盘：其中一些字符在那里无法键入。请使用不带重音的字母、数字和符号。',
      'other-layout':
        '启动时询问密码的屏幕把所有键盘都当作美式键盘，且不显示您键入的内容。其中一些字符在其他键盘上位置不同，例如德语键盘上的 Y 和 Z，法语键盘上的 A、Q 和数字，以及大多数符号。',
    },
    doubtsSafe: '在几乎所有键盘上位置都相同的是：除 A、M、Q、W、Y 和 Z 之外的所有字母。',
    folder: '恢复密钥的存放位置',
    folderText:
      '每个 U 盘都有一个恢复密钥，以文件形式存放在此文件夹中。忘记密码时可用它打开 U 盘；两者都没有，其中的内容就会丢失。此文件夹不能位于将要制作的驱动器上。',
    folderNone: '尚未选择',
    clear: '使驱动器上原有的内容无法读取',
    clearText:
      '否则，仍可能在 Windows 未使用的空间中找到旧文件。SSD 只需几秒即可清除；普通 U 盘则必须覆盖写入，用时可能与写满整个 U 盘相当。',
    whole: '同时加密可用空间',
    wholeText:
      '否则，仍可能在 Windows 未使用的空间中找到旧文件。选中后，Windows 会加密其分区中的每个字节，用时比写满分区更长。',
    whatHappens: '将会发生什么',
    firstStartLines: {
      asks: '管理员首次登录时，会出现一个窗口询问密码，并保存恢复密钥。',
      encrypts: '随后 Windows 在后台自行加密。其间您可以工作。',
      after: '此后每次启动都会询问密码。在全部加密完成之前，U 盘可被读取。',
    },
    keyGoes: '恢复密钥的去处',
    keyPlaces: { ask: 'Windows 询问', share: '服务器上的文件夹' },
    share: '服务器上的文件夹',
    shareHint: '例如 \\\\server\\keys。每个 U 盘首次启动时都必须能够访问它。',
    shareBad: '格式应为 \\\\server\\share。',
    more: '加密算法和公司目录',
    cipher: '加密算法',
    cipherText: '两者都很安全。Windows 默认使用 128 位；有些规定要求 256 位。',
    ciphers: { 'xts-aes-128': 'XTS-AES 128 位', 'xts-aes-256': 'XTS-AES 256 位' },
    escrow: '在公司目录中保存恢复密钥的副本',
    escrowText: 'Windows 加入公司的域之后，会将其存放到那里。',
    escrows: { none: '无', 'active-directory': 'Active Directory', 'entra-id': 'Entra ID' },
    tpm: 'TPM 呢？',
    tpmText:
      '不使用。TPM 是属于某一台电脑的芯片，只能在那台电脑上打开 U 盘；而这个 U 盘要在不同电脑之间移动，因此用密码打开。',
  },
};
