import type { ErrorTexts } from '../texts';

/** Every error that a person can meet, in Simplified Chinese. */
export const errors: ErrorTexts = {
  internal: {
    what: 'Sticksmith 发生了意外错误：{message}。',
    next: '请保存日志并报告此问题；这是程序的错误，不是您的硬件的问题。',
  },
  cancelled: {
    what: '任务已取消。',
    next: '您可以随时重新开始。',
  },
  usage: {
    what: '{message}。',
    next: '运行“sticksmith --help”可查看各命令及其选项。',
  },
  'explain/unknown': {
    what: '没有关于“{text}”的信息。',
    next: '请按屏幕上的显示填写代码，例如 0xc0000225，或填写消息中的几个词。“sticksmith explain --list”会显示所有已知内容。',
  },
  'plan/invalid': {
    what: '方案无效：{message}。',
    next: '请更正所指出的字段，然后重试。',
  },
  'plan/version': {
    what: '方案的版本为 {found}；本程序支持版本 {known}。',
    next: '请用此版本的程序重新制作配方，或使用写入该配方的程序版本。',
  },
  'plan/unreadable': {
    what: '无法读取配方 {path}：{message}。',
    next: '请确认文件存在，并且是由 Sticksmith 保存的配方。',
  },

  'ventoy/not-found': {
    what: '{target} 上没有 Ventoy。',
    next: '请选择装有 Ventoy 的驱动器，或重新制作 Ventoy U 盘。',
  },
  'ventoy/already-there': {
    what: '{target} 上已有 Ventoy。',
    next: '请更新它，这会保留所有内容；或重新制作。',
  },
  'ventoy/beside-impossible': {
    what: '无法在保留 {target} 现有内容的同时装入 Ventoy：{message}。',
    next: '请保存重要内容，然后让 Ventoy 使用整个驱动器；或先用分区程序腾出空间。',
  },
  'ventoy/damaged': {
    what: '{target} 上的 Ventoy 已损坏：{message}。',
    next: '请更新它，这会重写 Ventoy 并保留您的文件；如果被拒绝，请重新制作。',
  },
  'ventoy/install-failed': {
    what: 'Ventoy 自己的程序在 {target} 上未能成功：{message}。',
    next: '请查看详细信息，然后重试；如果再次发生，请换一个 USB 接口或驱动器。',
  },
  'ventoy/update-changed-files': {
    what: '在 {target} 上更新 Ventoy 时，其中的文件发生了变化：{message}。',
    next: '再次使用之前，请保存 U 盘上的内容并与原件比较。请报告此问题，并注明 Ventoy 的版本。',
  },
  'ventoy/other-layout': {
    what: 'Ventoy 自己的程序创建的分区与预期不同：{message}。',
    next: '请使用本程序所支持的 Ventoy 版本，或将 Windows 放在不带 Ventoy 的 U 盘上的虚拟磁盘中。',
  },
  'ventoy/vhd-boot': {
    what: '文件 {path} 不能用来启动虚拟磁盘：{message}。',
    next: '请从 Ventoy 项目关于启动 VHD 文件的页面获取 ventoy_vhdboot.img，然后重新选择。',
  },
  'ventoy/file-unreadable': {
    what: '无法读取文件 {path}：{message}。',
    next: '请确认文件存在、您有读取权限，并且其所在磁盘正常。',
  },
  'ventoy/file-mismatch': {
    what: '{name} 的文件不是预期的文件。其 SHA-256 为 {actual}，预期为 {expected}。',
    next: '请从发布者处重新获取，然后再次比较。',
  },
  'ventoy/source-changed': {
    what: '文件 {path} 在使用过程中发生了变化。',
    next: '请确认没有仍在进行的下载或复制，然后重新开始。',
  },
  'ventoy/file-exists': {
    what: '{target} 上已有另一个 {name}。',
    next: '请先删除或重命名它，或为新文件换一个名称。',
  },
  'ventoy/file-missing': {
    what: '{target} 上没有文件 {name}。',
    next: '请查看 U 盘上的内容，并更正名称。',
  },
  'ventoy/file-name': {
    what: '名称 {name} 不能用在这个 U 盘上：{message}。',
    next: '请为文件换一个名称。',
  },
  'ventoy/file-too-large': {
    what: '文件 {name} 对 {target} 来说太大：其 FAT32 不能容纳 4 GiB 或更大的文件。',
    next: '请用 exFAT 或 NTFS 制作 U 盘。',
  },
  'ventoy/no-room': {
    what: '{target} 上的空间不足：需要 {needed:bytes}，可用 {free:bytes}。',
    next: '请删除不需要的文件，或少选一些映像。',
  },
  'ventoy/copy-mismatch': {
    what: '{target} 上的文件 {name} 与写入的内容不同。',
    next: '驱动器可能已经老化，或实际容量小于标称容量：请测试它，并换用另一个。',
  },
  'ventoy/copy-unreadable': {
    what: '无法读取 {target} 上的文件 {name}：{message}。',
    next: '请重新连接驱动器（最好换一个接口），再做一次同样的操作。如果仍然失败，说明驱动器即将损坏。',
  },
  'ventoy/config-unreadable': {
    what: '无法读取 {target} 上的设置 ventoy/ventoy.json：{message}。',
    next: '请更正该文件或将其重命名，然后重试。',
  },
  'ventoy/persistence-unsupported': {
    what: '{name} 中的更改无法保留：{message}。',
    next: '请不使用此功能而继续，或选择其他 Live 系统。',
  },
  'ventoy/persistence-shrinks': {
    what: '{target} 上的文件 {name} 已有 {bytes:bytes}，只能增大。',
    next: '请指定更大的值，或先删除该文件；其中保留的内容会随之丢失。',
  },

  'image/not-found': {
    what: '文件 {path} 不存在。',
    next: '请检查名称，或重新选择映像。',
  },
  'image/unreadable': {
    what: '无法读取映像 {path}：{message}。',
    next: '请确认您有读取权限且其所在磁盘正常，或先将其复制到别处。',
  },
  'image/truncated': {
    what: '映像 {path} 不完整：至少应有 {expected:bytes}，实际为 {actual:bytes}。',
    next: '下载可能中断过。请重新获取映像，并比较其校验和。',
  },
  'image/not-recognised': {
    what: '{path} 不是本程序能识别的映像：{message}。',
    next: '请选择包含 Windows 的 ISO 文件，或 WIM、ESD、SWM 文件。',
  },
  'image/not-windows': {
    what: '光盘映像 {path} 中没有 sources/install.wim、install.esd 或 install.swm。',
    next: '请选择 Windows 10 或 11 的安装映像；修复光盘或驱动程序光盘不能制作成便携式 Windows。',
  },
  'image/damaged': {
    what: '{path} 中的文件系统已损坏：{message}。',
    next: '请重新获取映像，并将其校验和与发布者公布的值比较。',
  },
  'image/changed': {
    what: '映像 {path} 在使用过程中发生了变化。',
    next: '请确认没有仍在进行的下载或复制，然后重新开始。',
  },
  'image/hash-mismatch': {
    what: '这不是预期的映像。其 SHA-256 为 {actual}，预期为 {expected}。',
    next: '请勿使用此映像。请从发布者处重新获取，然后再次比较。',
  },
  'image/checksum-file': {
    what: '校验和文件 {path} 中没有此映像的 SHA-256。',
    next: '请选择与映像对应的校验和文件，或粘贴校验值。',
  },
  'boot-image/not-recognised': {
    what: 'Ventoy 无法启动 {path}：{message}。',
    next: '请选择类型和扩展名均为 .iso、.img、.wim、.vhd、.vhdx、.efi 或 .vtoy 的文件。',
  },
  'boot-image/damaged': {
    what: '映像 {path} 已损坏：{message}。',
    next: '请重新获取，并将其校验和与发布者公布的值比较。',
  },
  'wim/header': {
    what: 'Windows 映像 {path} 的文件头已损坏：{message}。',
    next: '请重新获取映像，并将其校验和与发布者公布的值比较。',
  },
  'wim/hash-table': {
    what: 'Windows 映像 {path} 的目录表已损坏：{message}。',
    next: '请重新获取映像，并将其校验和与发布者公布的值比较。',
  },
  'wim/xml': {
    what: '{path} 中的版本说明已损坏：{message}。',
    next: '请重新获取映像，并将其校验和与发布者公布的值比较。',
  },
  'wim/part-missing': {
    what: 'Windows 映像分为 {total} 部分；缺少第 {part} 部分（{path}）。',
    next: '请将同一组的所有部分放在一个文件夹中，然后重试。',
  },
  'wim/part-foreign': {
    what: '{path} 与其他部分不属于同一个拆分映像。',
    next: '请将同一组的各部分放在一个文件夹中，然后重试。',
  },
  'wim/edition-missing': {
    what: '映像中没有编号为 {index} 的版本；现有：{available}。',
    next: '请从“sticksmith inspect”列出的版本中选择。',
  },
  'wim/unsupported': {
    what: 'Windows 映像 {path} 的类型无法使用：{message}。',
    next: '请使用发布者提供的原始 install.wim 或 install.esd。',
  },
  'wim/too-large': {
    what: '{size:bytes} 的分区容纳不下 Windows：它占用的空间比映像所说的更多。',
    next: '请使用更大的驱动器，或选择更小的版本，或减小共享空间。',
  },
  'wim/apply': {
    what: '无法解包 Windows：{message}。',
    next: '映像可能已损坏：请将其校验和与发布者公布的值比较。如果一致，请附上日志报告此问题。',
  },

  'files/unreadable': {
    what: '无法读取文件 {path}：{message}。',
    next: '请检查名称以及您是否有读取权限，或不使用该文件。',
  },
  'files/changed': {
    what: '文件 {path} 在制作 U 盘的过程中发生了变化。',
    next: '请在没有程序更改它时重新开始。',
  },
  'answers/invalid': {
    what: '无法使用应答文件 {path}：{message}。',
    next: '请更正该文件，或不使用它而继续。',
  },
  'wifi/invalid': {
    what: '无法使用网络“{name}”：{message}。',
    next: '请用“netsh wlan export profile key=clear”重新导出配置文件，或输入名称和密钥。',
  },
  'bitlocker/password': {
    what: '无法使用此 BitLocker 密码：{message}。',
    next: '请设置 8 到 256 个字符的密码，最好只用英文键盘上的字母和数字。',
  },
  'bitlocker/recovery-folder': {
    what: '无法将恢复密钥保存到 {path}：{message}。',
    next: '请选择其他文件夹，您须有写入权限，且不能位于 U 盘上。',
  },
  'bitlocker/key-file': {
    what: '无法从 {path} 取得恢复密钥：{message}。',
    next: '请查看文件被移到了哪里。如果已丢失，仍可用密码打开 U 盘，并在 Windows 中用“manage-bde -protectors -get C:”显示密钥。',
  },
  'print/failed': {
    what: '系统无法打印：{message}。',
    next: '请确认此电脑有打印机，或打开文件，用其他程序打印。',
  },
  'domain/invalid': {
    what: '无法使用 {path} 中的域加入信息：{message}。',
    next: '请用“djoin /provision … /savefile”重新生成文件，每个 U 盘一个。',
  },
  'bitlocker/needs-windows': {
    what: '只有 Windows 电脑才能在写入后让 Windows 加密 U 盘。',
    next: '请选择立即加密或首次启动时加密；或在 Windows 电脑上制作 U 盘。',
  },
  'bitlocker/windows-refused': {
    what: '此 Windows 未加密 U 盘 {target}：{message}。',
    next: 'U 盘可以启动，但未加密，也没有保留它的任何密钥。请重新制作并选择立即加密；或排除阻碍此 Windows 加密的原因。',
  },
  'bitlocker/windows-stopped': {
    what: 'Windows 已开始加密 U 盘 {target}，但未完成：{message}。',
    next: '请保管好恢复密钥：用它或密码都能打开 U 盘。请将 U 盘插入装有 Windows 专业版的电脑，解锁后带上其盘符运行“manage-bde -resume”；或重新制作。',
  },
  'bitlocker/not-encrypted': {
    what: '此卷未用 BitLocker 加密：{message}。',
    next: '请选择已加密的 U 盘和分区。',
  },
  'bitlocker/damaged': {
    what: '此卷的 BitLocker 数据已损坏：{message}。',
    next: '请重新制作 U 盘。如需先保存其中的文件，请使用 Windows 的 repair-bde 程序和恢复密钥。',
  },
  'bitlocker/unsupported': {
    what: '无法在此打开这个 BitLocker 卷：{message}。',
    next: '请在 Windows 中打开。',
  },
  'bitlocker/wrong-password': {
    what: '密码无法打开此 BitLocker 卷。',
    next: '请重新输入，并注意键盘布局和大小写；或使用恢复密钥。',
  },
  'bitlocker/wrong-recovery-password': {
    what: '恢复密钥格式正确，但不属于此 BitLocker 卷。',
    next: '请查找标识符与恢复屏幕所示相同的密钥。',
  },
  'bitlocker/recovery-password': {
    what: '恢复密钥不正确：{message}。',
    next: '请与打印件或文件核对：共八组，每组六位数字。',
  },
  'drivers/unusable': {
    what: '无法使用驱动程序文件夹 {path}：{message}。',
    next: '请选择包含已解包驱动程序的文件夹：.inf 文件及其旁边的 .sys 和 .cat 文件。',
  },
  'windows/unusable-text': {
    what: '无法将 {text} 传给 Windows 的程序 {tool}：{message}。',
    next: '请使用不含此类字符的名称或文件夹。',
  },
  'vhdx/unsupported': {
    what: '{path} 是无法使用的虚拟磁盘：{message}。',
    next: '请使用固定大小的虚拟磁盘，如本程序所制作的那样。',
  },

  'ventoy/package-not-found': {
    what: '文件 {path} 不存在。',
    next: '请检查名称，或重新选择 Ventoy 发行包。',
  },
  'ventoy/package-unreadable': {
    what: '无法读取 Ventoy 发行包 {path}：{message}。',
    next: '请确认您有读取权限且其所在磁盘正常，或先将其复制到别处。',
  },
  'ventoy/package-not-recognised': {
    what: '{path} 不是 Ventoy 发行包：{message}。',
    next: '请从 Ventoy 发布页面获取 ventoy-x.y.z-linux.tar.gz，并原样选择该文件。',
  },
  'ventoy/package-source': {
    what: '{path} 是 Ventoy 的源代码，缺少制作 U 盘的程序。',
    next: '请使用完整的发行包：Ventoy 发布页面上的 ventoy-x.y.z-linux.tar.gz。',
  },
  'ventoy/package-platform': {
    what: '{path} 是用于 {platform} 的 Ventoy {version}，缺少此电脑能运行的程序。',
    next: '请从 Ventoy 发布页面获取 {wanted}，然后选择该文件。',
  },
  'ventoy/package-incomplete': {
    what: 'Ventoy 发行包 {path} 不完整：{message}。',
    next: '请使用 Ventoy 发布页面提供的完整发行包。',
  },
  'ventoy/package-contradiction': {
    what: 'Ventoy 发行包 {path} 的自述信息相互矛盾：{message}。',
    next: '请从 Ventoy 发布页面重新获取，并保留其文件名。',
  },
  'ventoy/package-damaged': {
    what: 'Ventoy 发行包 {path} 已损坏：{message}。',
    next: '请重新获取，并将其 SHA-256 与发布者公布的值比较。',
  },
  'ventoy/package-unsafe': {
    what: '未解包 {path}，因为它可能造成危害：{message}。',
    next: '请勿使用。请从 Ventoy 发布页面获取发行包，并比较其 SHA-256。',
  },
  'ventoy/package-hash-mismatch': {
    what: 'Ventoy 发行包 {path} 不是预期的文件。其 SHA-256 为 {actual}，预期为 {expected}。',
    next: '请勿使用。请从发布者处重新获取，然后再次比较。',
  },
  'ventoy/package-hashes-differ': {
    what: 'Ventoy 发行包 {path} 有两个 SHA-256 值：您提供的是 {given}，旁边的 sha256.txt 中是 {beside}。',
    next: '请查明发布者公布的是哪一个。请更正该值，或删除 sha256.txt。',
  },
  'ventoy/package-changed': {
    what: 'Ventoy 发行包 {path} 已不是检查过的那个文件。',
    next: '请确认没有仍在进行的下载或复制，然后重新选择发行包。',
  },
  'ventoy/package-unpack': {
    what: '无法将 Ventoy 发行包解包到 {path}：{message}。',
    next: '请释放一些空间或选择其他工作文件夹，然后重试。',
  },
  'ventoy/package-not-kept': {
    what: '此电脑上没有保留 Ventoy {version} 的发行包。',
    next: '请选择发行包，或让程序下载。',
  },
  'ventoy/package-store': {
    what: '无法在 {path} 中保留 Ventoy 发行包：{message}。',
    next: '请选择仅供您使用且有足够空间的文件夹，或每次指定发行包文件。',
  },
  'ventoy/download-address': {
    what: '不会从 {url} 下载：{message}。',
    next: '请使用 Ventoy 发行包的 https 地址。',
  },
  'ventoy/download-failed': {
    what: '从 {url} 下载失败：{message}。',
    next: '请检查连接后重试，或用其他方式下载发行包，然后选择该文件。',
  },
  'ventoy/download-status': {
    what: '对于 {url} 的请求，服务器返回状态 {status}。',
    next: '请检查地址，或用其他方式下载发行包，然后选择该文件。',
  },
  'ventoy/download-too-large': {
    what: '{url} 提供的内容比 Ventoy 发行包更大：超过 {limit:bytes}。',
    next: '请使用 Ventoy 发行包的地址，而不是其他文件的地址。',
  },

  'persistence/no-room': {
    what: '没有空间容纳 {path}：需要 {needed:bytes}，可用 {free:bytes}。',
    next: '请选择较小的大小，或先从 U 盘中删除一些内容。',
  },
  'persistence/exists': {
    what: '文件 {path} 已存在。',
    next: '请改为增大它，或选择其他名称。',
  },
  'persistence/size': {
    what: '{path} 的大小不能为 {size:bytes}：{message}。',
    next: '请选择其他大小。',
  },
  'persistence/unusable': {
    what: '{path} 中没有可增大的 ext4 文件系统：{message}。',
    next: '请保存其中需要的内容，删除它，然后新建一个。',
  },

  'target/too-small': {
    what: '{target} 太小：需要 {needed:bytes}，实际为 {actual:bytes}。',
    next: '请使用更大的驱动器，或选择更小的版本，或减小共享空间。',
  },
  'target/not-found': {
    what: '驱动器 {target} 不存在。',
    next: '请插入驱动器，然后查看“sticksmith drives”。',
  },
  'target/not-a-drive': {
    what: '{target} 不是驱动器：{message}。',
    next: '请指定“sticksmith drives”所列的整个驱动器，或以 .img 或 .vhdx 结尾的映像文件。',
  },
  'target/changed': {
    what: '{target} 已不是确认过的那个驱动器：{message}。',
    next: '请重新查看驱动器列表，并确认正确的驱动器。',
  },
  'target/refused': {
    what: '{target} 不能用作目标：{reasons}。',
    next: '请选择其他驱动器。',
  },
  'target/mounted': {
    what: '{target} 正在使用中：{mounts} 已挂载。',
    next: '请关闭正在显示此驱动器的文件和窗口，或允许程序卸载它。',
  },
  'target/busy': {
    what: '{target} 正被另一个程序占用。',
    next: '请关闭使用该驱动器的程序，或将其拔下后重新插入。',
  },
  'target/held': {
    what: '{target} 正被以下程序使用：{programs}。',
    next: '请关闭 {programs}，然后重新开始；如果无效，请将驱动器拔下后重新插入。',
  },
  'target/controlled-folder-access': {
    what: 'Windows 的“文件夹限制访问”阻止本程序写入 {target}。',
    next: '请打开“Windows 安全中心”，依次选择“病毒和威胁防护”、“管理勒索软件防护”、“允许某个应用通过文件夹限制访问”，并添加本程序。然后重新开始。',
  },
  'target/guarded': {
    what: '此电脑上有程序阻止本程序写入 {target}。',
    next: '可能是防病毒软件或保护驱动器的程序：请在其中允许本程序，然后重新开始。',
  },
  'target/policy': {
    what: '此电脑的策略禁止写入 {target}：{policy}。',
    next: '请让此电脑的管理者允许写入，或使用其他电脑。',
  },
  'target/loop-not-allowed': {
    what: '{target} 是模拟成驱动器的文件，只有测试才能写入。',
    next: '如果确定，请设置 STICKSMITH_ALLOW_LOOP=1，或选择真正的驱动器。',
  },
  'target/not-confirmed': {
    what: '{target} 上的所有内容都将被擦除，但尚未确认。',
    next: '请再次核对目标，然后加上 --yes 重新运行命令。',
  },
  'target/change-not-confirmed': {
    what: '{target} 将被更改，但尚未确认。',
    next: '请再次核对目标，然后加上 --yes 重新运行命令。',
  },
  'target/vanished': {
    what: '{target} 在使用过程中消失了。',
    next: '请重新插入，最好直接插到电脑上而不经过集线器，然后重新开始。',
  },
  'target/exists': {
    what: '文件 {target} 已存在，将被替换。',
    next: '请选择其他名称，或用 --yes 确认可以替换。',
  },
  'target/unusable-path': {
    what: '无法创建映像文件 {target}：{message}。',
    next: '请选择其他名称或文件夹，您须有写入权限，且要有足够空间。',
  },

  'io/read': {
    what: '在第 {offset} 字节处读取 {path} 失败：{message}。',
    next: '介质可能即将损坏。请换一个接口或数据线，再换一个驱动器试试。',
  },
  'io/write': {
    what: '在第 {offset} 字节处写入 {path} 失败：{message}。',
    next: '驱动器可能即将损坏，或有写保护。请换一个接口或数据线，再换一个驱动器试试。',
  },
  'verify/mismatch': {
    what: '从 {target} 读回的数据与写入的不同，首次出现在第 {offset} 字节：{cause}。',
    next: '请换一个接口或数据线。如果再次发生，请勿使用此驱动器。',
  },
  'work/full': {
    what: '工作文件夹 {path} 还差 {missing:bytes}：需要 {needed:bytes}。',
    next: '请释放一些空间，或选择位于其他磁盘上的工作文件夹（--work-dir，或“设置”），或直接解包到驱动器 (--direct)，后者较慢。',
  },
  'work/unusable': {
    what: '无法使用工作文件夹 {path}：{message}。',
    next: '请选择您有写入权限的工作文件夹，其文件系统须支持稀疏文件（不能是 FAT）。',
  },
  'work/damaged': {
    what: '工作文件夹中的文件 {path} 在创建后发生了变化，首次出现在第 {offset} 字节。',
    next: '请重新开始：Windows 会重新解包。如果再次发生，说明工作文件夹所在的磁盘即将损坏。',
  },
  'cache/not-found': {
    what: '没有保留的解包结果 {key}。',
    next: '请用“sticksmith cache”查看现有的解包结果。',
  },
  'cache/in-use': {
    what: '有任务正在使用保留的解包结果 {key}。',
    next: '请等待任务结束，或将其取消。',
  },
  'diary/unusable': {
    what: '无法使用 {path} 中的启动记录：{message}。',
    next: '请确认您对该文件夹有写入权限，并且磁盘有足够空间。已有的启动记录没有改动。',
  },
  'diary/newer': {
    what: '启动记录 {path} 是由更新版本的程序写入的。',
    next: '请使用该版本。启动记录没有任何改动。',
  },
  'diary/busy': {
    what: '从 {path} 中的内容看，另一个程序写入启动记录的时间过长。',
    next: '请关闭 Sticksmith 的其他窗口和命令，然后重试。如果没有，请删除该文件夹。',
  },
  'diary/full': {
    what: '启动记录最多容纳 {limit} 个条目。',
    next: '请先导出，然后删除旧条目。',
  },
  'diary/not-found': {
    what: '启动记录中没有条目 {id}。',
    next: '请用“sticksmith diary list”查看现有条目。',
  },
  'diary/unreadable': {
    what: '{path} 中没有可读取的启动记录：{message}。',
    next: '请指定从启动记录导出的 .json 文件。没有添加任何内容。',
  },
  'diary/no-identity': {
    what: '无法将 {target} 与其他 U 盘区分开：{message}。',
    next: '请用 --stick 指明是哪个 U 盘，即其在启动记录或制作报告中的 ID。',
  },
  'records/unusable': {
    what: '无法使用 {path} 中的制作记录：{message}。',
    next: '请确认您对该文件夹有写入权限，并且磁盘有足够空间。之前的记录没有改动。',
  },
  'records/busy': {
    what: '从 {path} 中的内容看，另一个程序写入制作记录的时间过长。',
    next: '请关闭 Sticksmith 的其他窗口和命令，然后重试。如果没有，请删除该文件夹。',
  },
  'records/not-found': {
    what: '没有记录 {id}。',
    next: '请用“sticksmith records list”查看现有记录。',
  },
  'records/unreadable': {
    what: '记录 {path} 已损坏，或来自更新版本的程序。',
    next: '请使用最新版本，或自行查看该文件。它没有改动。',
  },
  'records/no-label': {
    what: '记录 {id} 属于一个已恢复为普通驱动器的 U 盘，它没有标签。',
    next: '请打印已制作的 U 盘的标签；“sticksmith records list”会列出它们。',
  },
  'records/line-file': {
    what: '无法将记录追加到 {path}：{message}。',
    next: '请确认可以访问和写入该文件。这些行会保留在这里，并在下一条记录时重试。',
  },
  'target/not-empty': {
    what: '{target} 不是空的，其中有：{what}。',
    next: '请保存重要内容并清空驱动器，或开始一个也会擦除含文件驱动器的批次。',
  },
  'recipe/not-found': {
    what: '{folder} 中没有配方 {name}。',
    next: '请查看配方列表，并使用其中的名称。',
  },
  'recipe/folder': {
    what: '无法使用配方文件夹 {folder}：{message}。',
    next: '请确认您有写入权限，或选择其他文件夹。',
  },
  'restore/too-small': {
    what: '{target} 太小，无法存放文件：实际为 {actual:bytes}，需要 {needed:bytes}。',
    next: '请使用更大的驱动器。',
  },
  'restore/mbr-too-small': {
    what: '所要求的分区表 (MBR) 无法涵盖整个 {target}，其大小为 {actual:bytes}。',
    next: '请使用 GPT，或让 Sticksmith 选择。',
  },
  'restore/not-ordinary': {
    what: '{target} 已写入，但读回的内容与写入的不同：{message}。',
    next: '请换一个 USB 接口再做一次；如果仍然失败，说明驱动器已经老化，或实际容量小于标称容量：请测试它。',
  },
  'host/cannot': {
    what: '使用 {platform} 的电脑尚不支持此操作：{what}。',
    next: '请不使用此功能，或在 Linux 电脑上制作 U 盘。',
  },
  'tool/missing': {
    what: '此电脑缺少 {tool}，其用途为：{purpose}。',
    next: '请用以下命令安装：{install}',
  },
  'tool/failed': {
    what: '程序 {tool} 失败：{message}。',
    next: '请在日志中查看其输出。',
  },
  'file/unwritable': {
    what: '无法写入文件 {path}：{message}。',
    next: '请选择您有写入权限且有足够空间的文件夹。',
  },
  'data/unwritable': {
    what: '无法写入 Sticksmith 保存设置和日志的文件夹 {path}：{message}。',
    next: '如果它位于有写保护的介质上，请解除保护，或将程序的整个文件夹复制到可写入的介质上。否则，请确认您有写入权限，并且有足够空间。',
  },
  'permission/denied': {
    what: '没有 {path} 的权限。',
    next: '请选择您可以使用的位置，或以所需的权限重新开始。',
  },
  'ventoy/run-failed': {
    what: 'Ventoy 的程序未能完成工作：{message}。',
    next: '请在日志中查看其输出，然后重新开始。',
  },
  'ventoy/run-silent': {
    what: 'Ventoy 的程序已被终止：{message}。',
    next: '驱动器可能即将损坏。请换一个接口，再换一个驱动器试试。',
  },
  'mount/unsupported': {
    what: '无法使用 {target} 的分区：{message}。',
    next: '本程序只能更改第一个分区为 exFAT、NTFS 或 FAT32 的 Ventoy；请重新安装 Ventoy，或在支持此文件系统的电脑上更改。',
  },
  'mount/unclean': {
    what: '无法更改 {target} 上的文件系统：{message}。',
    next: '请将驱动器连接到 Windows 电脑，对其进行检查 (chkdsk /f)，然后完全关闭 Windows，不要使用睡眠或快速启动。之后重新开始。',
  },
  'mount/failed': {
    what: '无法打开 {target} 上的文件系统：{message}。',
    next: '请在上次使用它的电脑上检查该分区。如果已损坏，请重新安装 Ventoy。',
  },
  'mount/busy': {
    what: '{target} 已就绪，但另一个程序仍在使用其位于 {path} 的文件系统。',
    next: '请关闭正在显示该驱动器中文件的程序。在关闭之前，请勿拔下驱动器。',
  },

  'elevation/denied': {
    what: '写入驱动器需要管理员权限，但未获得授权。',
    next: '请重新开始，并在询问时输入密码；或使用 sudo 运行命令。',
  },
  'elevation/unavailable': {
    what: '此电脑无法请求管理员权限：{message}。',
    next: '请使用 sudo 运行命令行，或为您的桌面环境安装 polkit 代理。',
  },
  'helper/lost': {
    what: '写入驱动器的程序意外停止：{message}。',
    next: '请重新开始。如果再次发生，请附上日志报告此问题。',
  },
  'helper/protocol': {
    what: '程序各部分之间有一条消息无法理解：{message}。',
    next: '请重新启动程序。如果再次发生，请附上日志报告此问题。',
  },
  'ventoy/config-json': {
    what: '无法读取 ventoy.json：第 {line} 行，第 {column} 列：{message}。',
    next: '请更正文件的该处。文件没有任何改动。',
  },
  'ventoy/config-invalid': {
    what: '无法使用 ventoy.json：{message}。',
    next: '请更正文件，或删除其中错误的内容。文件没有任何改动。',
  },
  'repair/not-understood': {
    what: '无法修复 {target}：{message}。',
    next: '没有任何改动。请在另一台电脑上保存其中的重要内容，然后重新制作 U 盘。',
  },
  'repair/encrypted': {
    what: '{target} 启动所需的内容要从其中的 Windows 取得，而该 Windows 已加密。',
    next: '请提供 U 盘的密码或恢复密钥，然后重试 (--password-stdin)。',
  },
  'repair/no-boot-files': {
    what: '{target} 上的 Windows 缺少电脑启动所需的文件：{message}。',
    next: '请保存 U 盘上的重要内容，然后重新制作。',
  },
  'repair/ventoy': {
    what: '{target} 是 Ventoy U 盘，由 Ventoy 自己的程序修复。',
    next: '请提供 Ventoy 发行包，然后重试 (--ventoy-package FILE)；U 盘上的文件会保留。',
  },
  'repair/not-undone': {
    what: '修复 {target} 失败，且无法恢复原有的内容：{message}。',
    next: '请重新开始修复。原有的内容保存在 {saved} 中，直到您将其删除。',
  },
  'check/failed': {
    what: '{target} 无法启动电脑：{failed}。',
    next: '请重新制作 U 盘；如果仍然失败，请使用其他驱动器。',
  },
};
