import type { done as english } from '../en/done';
import type { WordedWithoutPlural } from '../worded';

/** The step Done. */
export const done: WordedWithoutPlural<typeof english> = {
  done: {
    computerName: '计算机名为 {{name}}。',
    titleOne: 'U 盘已就绪',
    titleMany_other: '{{count}} 个 U 盘已就绪',
    titleMixed: '{{total}} 个 U 盘中已完成 {{done}} 个',
    titleFile: '映像文件已就绪',
    titleProblem: '已写入，但有检查失败',
    leadDrive:
      '现在可以拔下它。要从它启动，请将其插入已关机的电脑，开机，然后打开启动菜单（通常按 F12、F11 或 Esc）。',
    leadMany:
      '现在可以拔下它们。要从其中一个启动，请将其插入已关机的电脑，开机，然后打开启动菜单（通常按 F12、F11 或 Esc）。',
    leadMixed: '已完成的可以拔下使用。其余的列在这里，可以重试。',
    leadFile: '用任意映像写入程序将其写入驱动器，或在虚拟机中启动。',
    leadVhdx: '在虚拟机中启动它。在 Windows 中双击，即可像驱动器一样查看其中的内容。',
    leadProblem: '在依赖它之前，请查看下方失败的检查。',
    verified: '已读回并比较：{{size}}，即写入的每个块。',
    notVerified: '未读回，因为 {{name}} 是文件而不是驱动器。将其写入 U 盘后，需要检查那个 U 盘。',
    notVerifiedDirect:
      '未读回，因为 Windows 是直接解包到驱动器的。已检查其结构；但文件内部的损坏无法发现。',
    resumed: '其中 {{size}} 之前已写入，没有再次写入。',
    fromCache: 'Windows 已为之前的 U 盘解包并保留，因此无需再次解包。',
    failed: '未完成',
    tryFailed_other: '重试 {{count}} 个失败的 U 盘',
    checksPassed_other: '{{count}} 项检查，均未失败',
    took: '用时{{time}}',
    checks: '检查',
    compatibility: {
      title: '应能在哪些电脑上启动',
      summary: '应能在 {{total}} 类电脑中的 {{good}} 类上启动',
      computer: '电脑',
      starts: '能否启动',
      why: '原因和对策',
      nothing: '没有不利因素。',
      source: '来源：{{name}}（{{certainty}}）',
      noted: '启动记录：{{words}}',
      limits: '根据 U 盘上的内容推断。不同电脑的固件各有差异，请在您的电脑上试一试。',
      computers: {
        uefi: 'UEFI 电脑，安全启动已关闭',
        'secure-2011': '带安全启动的电脑，仅有 2011 年的证书',
        'secure-2023': '带安全启动的电脑，有 2023 年的证书',
        bios: '较旧的 BIOS 电脑',
        'uefi-ia32': '32 位 UEFI 的平板电脑或小型电脑',
        arm64: 'ARM 处理器的电脑',
        'mac-intel': 'Intel 处理器的 Mac',
        'mac-apple': 'Apple 处理器的 Mac',
      },
      rules: {
        'check-failed': {
          why: 'U 盘的一项检查失败。',
          change: '请查看失败的内容，修复 U 盘或重新制作。',
        },
        'no-x64-program': {
          why: 'U 盘上没有用于 64 位电脑的启动程序 (EFI\\Boot\\bootx64.efi)。',
          change: '请用 x64 版 Windows 的映像制作。',
        },
        'no-ia32-program': {
          why: '32 位 UEFI 只能启动 32 位程序，而 U 盘上没有 (EFI\\Boot\\bootia32.efi)。',
          change: 'Windows 11 没有 32 位版本，因此没有办法。Ventoy U 盘可以启动这种电脑。',
        },
        'no-arm64-program': {
          why: 'U 盘上没有用于 ARM 的启动程序 (EFI\\Boot\\bootaa64.efi)。',
          change: '请用 ARM64 版 Windows 的映像另外制作一个 U 盘。',
        },
        'no-bios-start': {
          why: 'U 盘上没有 BIOS 可以启动的内容。',
          change: '请用 MBR 制作，它可通过 BIOS 和 UEFI 启动。',
        },
        unsigned: {
          why: '启动程序没有签名，而安全启动只启动已签名的程序。',
          change: '请在电脑的固件设置中关闭安全启动，或用原版映像制作 U 盘。',
        },
        'signature-broken': {
          why: '启动程序与签名时不同：它被改动过或已损坏。',
          change: '请修复 U 盘。如果无效，请用其他映像制作。',
        },
        'signer-unknown': {
          why: '启动程序由某个签名者签名，而电脑不自带其证书。',
          change: '请在电脑的固件设置中添加该证书，或关闭安全启动。',
        },
        'needs-2023': {
          why: '启动程序由 2023 年的证书签名，而电脑不认识该证书。',
          change: '请更新电脑的固件或其 Windows，二者都会带来该证书。',
        },
        'revoked-2011': {
          why: '启动管理器由 2011 年的证书签名。已撤销该证书的电脑会拒绝这个 U 盘。',
          change: '请用带有 2023 年启动文件的映像制作 U 盘。',
        },
        'third-party': {
          why: '启动程序的签名面向 Microsoft 之外的厂商。有些电脑在获得允许之前不信任它们。',
          change: '请在电脑的固件设置中允许 Microsoft 的第三方证书。',
        },
        'ventoy-enrolment': {
          why: '首次使用安全启动时，电脑会要求注册 Ventoy 的密钥。',
          change: '请在那里选择“Enroll key from disk”，每台电脑只需一次。',
        },
        'windows-11-bios': {
          why: 'Microsoft 制作的 Windows 11 仅用于 UEFI。',
          change: '它也许仍能启动。Windows 10 适用于这类电脑。',
        },
        'windows-11-processor': {
          why: 'Windows 11 从 24H2 起无法在没有 POPCNT 和 SSE 4.2 的处理器上启动，即大约 2009 年以前的处理器。',
          change: '请为这类电脑使用 Windows 10 或 Windows 11 23H2。',
        },
        'mac-unsupported': {
          why: 'Microsoft 不支持在 Mac 上使用便携式 Windows，且 Windows 缺少 Mac 的驱动程序。',
          change: '请在 Mac 启动时按住 Option 键，并备好 Apple 的 Boot Camp 驱动程序。',
        },
        'mac-security-chip': {
          why: '2018 至 2020 年配备 T2 芯片的 Mac 在获得允许之前不会从 U 盘启动。',
          change: '请在 macOS 恢复中打开“启动安全性实用工具”，允许从外部介质启动。',
        },
        'mac-apple-silicon': {
          why: '采用 Apple 自家处理器的 Mac 既不能启动 Windows，也不能启动 Ventoy。',
          change: '请在其上的虚拟机中使用映像。',
        },
      },
      verdicts: {
        yes: '能',
        'after-steps': '在电脑上操作后能',
        perhaps: '也许',
        no: '不能',
      },
      certainty: {
        documented: '有文档说明',
        reported: '有人报告',
        specified: '规范规定',
      },
    },
    checkColumn: '检查',
    resultColumn: '结果',
    foundColumn: '发现',
    status: { pass: '通过', warn: '请留意', fail: '失败' },
    hashExpected: '映像与其发布者公布的相同。',
    hashNotExpected: '映像未与其发布者的指纹比较。',
    notKnown: 'Sticksmith 已检查 U 盘的结构。某台电脑能否接受它，只有启动过才知道。',
    saveReport: '保存报告…',
    show: '在文件夹中显示',
    another: '再制作一个',
    keysTitle_other: '恢复密钥',
    keysText_other:
      '忘记密码时，可用恢复密钥打开对应的 U 盘。拿到恢复密钥的人可以读取其中的所有内容：请妥善保管，并与 U 盘分开存放。',
    keyId: '密钥 ID',
    keyFile: '保存位置',
    keyCopy: '复制密钥',
    keyPrint: '打印…',
    keyShow: '在文件夹中显示',
    keyCopyOf: '复制 {{name}} 的密钥',
    keyPrintOf: '打印 {{name}} 的密钥',
    keyShowOf: '在文件夹中显示 {{name}} 的密钥文件',
    keysPrintAll: '全部打印…',
    timings: '各阶段用时',
    target: '目标',
  },
};
