import type { VentoyExplanationTexts } from '../../explain';

/** What Ventoy’s lines mean. */
export const ventoyExplanations: VentoyExplanationTexts = {
  // What Ventoy2Disk.sh prints or notes in its log.txt.
  'script/package-incomplete': {
    title: 'Ventoy 发行包不完整',
    whatHappened: 'Ventoy 的脚本没有找到它所需的文件。使用其源代码的副本时就会这样。',
    whatToDo: '请获取发行包，例如 ventoy-1.1.17-linux.tar.gz，并使用它。',
  },
  'script/package-damaged': {
    title: 'Ventoy 发行包已损坏',
    whatHappened: 'Ventoy 发行包中的一个压缩文件无法解包。',
    whatToDo: '请重新获取发行包，并比较其 SHA-256。',
  },
  'script/tools': {
    title: 'Ventoy 的某个程序无法在此运行',
    whatHappened: 'Ventoy 自带用于分区和文件系统的小程序，其中一个无法在此电脑上启动。',
    whatToDo: '请使用适合这种处理器的发行包，或在另一台电脑上制作 U 盘。',
  },
  'script/no-parted': {
    title: '缺少分区程序',
    whatHappened: 'Ventoy 使用 parted 创建分区，但它没有安装。',
    whatToDo: '请安装 parted，然后重新开始。',
  },
  'script/folder': {
    title: 'Ventoy 无法写入自己的文件夹',
    whatHappened: '其脚本要在自己旁边解包程序并写入日志，但没有写入权限。',
    whatToDo: '请将发行包解包到可写入的文件夹中。',
  },
  'script/no-device': {
    title: '驱动器不存在',
    whatHappened: '指定给 Ventoy 脚本的驱动器不存在，或已被拔下。',
    whatToDo: '请重新插入驱动器，并从列表中选择它。',
  },
  'script/partition-given': {
    title: '选择的是分区，而不是整个驱动器',
    whatHappened: 'Ventoy 只能使用整个驱动器。',
    whatToDo: '请选择驱动器本身。',
  },
  'script/rights': {
    title: '缺少管理员权限',
    whatHappened: 'Ventoy 的脚本没有读取驱动器的权限。',
    whatToDo: '请以管理员权限启动它。',
  },
  'script/in-use': {
    title: '驱动器正在使用中',
    whatHappened:
      '驱动器的一个分区已挂载、用作交换空间，或被另一个程序占用，因此 Ventoy 没有写入。',
    whatToDo: '请关闭使用该驱动器的程序，在文件管理器中将其弹出，然后重新开始。',
  },
  'script/left-over-folder': {
    title: '上次运行留下的内容造成妨碍',
    whatHappened: '上次运行的文件夹 tmp_mnt 仍然存在，且无法删除。',
    whatToDo: '请卸载并删除 Ventoy 发行包文件夹中的 tmp_mnt，或重新解包发行包。',
  },
  'script/has-ventoy': {
    title: '此驱动器上已有 Ventoy',
    whatHappened: 'Ventoy 不会覆盖安装到已有的 Ventoy 上。',
    whatToDo: '请更新它，这会保留映像；或擦除驱动器并重新制作。',
  },
  'script/no-ventoy': {
    title: '此驱动器上没有可更新的 Ventoy',
    whatHappened: '驱动器上没有 Ventoy 的两个分区，或它们已损坏。',
    whatToDo: '请保存其中的内容，然后重新安装 Ventoy。',
  },
  'script/reserve': {
    title: '无法预留这么多空间',
    whatHappened: '要预留的空间不是 MiB 的整数倍，或没有给 Ventoy 留下空间。',
    whatToDo: '请减小在驱动器上预留的空间。',
  },
  'script/too-small': {
    title: '驱动器太小',
    whatHappened: '仅 Ventoy 就需要 32 MiB，此外还需要存放映像的空间。',
    whatToDo: '请使用更大的驱动器。',
  },
  'script/mbr-limit': {
    title: '驱动器太大，无法使用 MBR',
    whatHappened: '较旧的分区表 (MBR) 最多只能涵盖 2 TiB。',
    whatToDo: '请用 GPT 制作 U 盘。',
  },
  '4kn': {
    title: 'Ventoy 无法使用此驱动器',
    whatHappened: '驱动器只有 4096 字节的扇区，而 Ventoy 需要 512 字节的扇区。',
    whatToDo: '请使用其他驱动器。',
  },
  'script/no-partitions': {
    title: '新分区没有出现',
    whatHappened: 'Ventoy 写入了新的分区表，但系统没有识别到。原因往往是另一个程序占用了驱动器。',
    whatToDo: '请将驱动器拔下后重新插入，然后重新开始。',
  },
  'script/format': {
    title: '无法格式化分区 1',
    whatHappened: 'Ventoy 两次尝试创建 exFAT 文件系统，均未成功。',
    whatToDo: '请重试。如果仍然失败，请测试驱动器：它可能已经老化，或是假冒产品。',
  },
  'script/write': {
    title: '写入驱动器失败',
    whatHappened: '驱动器拒绝存储某些内容，或已被拔下。',
    whatToDo: '请将其直接插到电脑上，然后重试。如果仍然失败，请使用其他驱动器。',
  },
  'script/full': {
    title: '没有剩余空间',
    whatHappened: 'Ventoy 要写入的内容放不下。',
    whatToDo: '请在 Ventoy 发行包所在的文件夹中释放空间；如果所指的是驱动器本身，请换用另一个。',
  },
  'beside/no-slot': {
    title: '分区表已满',
    whatHappened: '要在保留现有内容的同时安装，Ventoy 需要能再增加一个分区。',
    whatToDo: '请删除一个不需要的分区，或让 Ventoy 使用整个驱动器。',
  },
  'beside/first-partition': {
    title: '第一个分区不在 Ventoy 需要的位置',
    whatHappened: '只有第一个分区始于 1 MiB 处时，才能在保留现有内容的同时安装 Ventoy。',
    whatToDo: '请保存驱动器上的内容，然后让 Ventoy 使用整个驱动器。',
  },
  'beside/no-tool': {
    title: '缺少用于缩小分区的程序',
    whatHappened: 'Ventoy 需要 ntfsresize 或 resize2fs 来腾出空间。',
    whatToDo: '请安装 ntfs-3g（用于 NTFS）或 e2fsprogs（用于 ext4），然后重新开始。',
  },
  'beside/shrink': {
    title: '无法缩小分区',
    whatHappened: '其文件系统无法让出 32 MiB：它已满、有错误，或没有被 Windows 正常关闭。',
    whatToDo: '请让使用该分区的系统对其进行检查，释放一些空间，然后重新开始。',
  },
  'beside/file-system': {
    title: 'Ventoy 无法缩小此文件系统',
    whatHappened: '它只能缩小 NTFS 和 ext2 至 ext4，不能缩小 exFAT 和 FAT32。',
    whatToDo: '请保存驱动器上的内容，然后让 Ventoy 使用整个驱动器。',
  },
  'beside/table': {
    title: '无法更改分区表',
    whatHappened: 'Ventoy 已写入，但未写入分区表，因此驱动器不会用它启动。',
    whatToDo: '请保存驱动器上的内容，然后重新开始。',
  },

  // What is shown when a stick starts.
  'start/not-standard': {
    title: 'Ventoy 不接受自己的 U 盘',
    whatHappened: 'Ventoy 启动时会查看 U 盘的结构，而其中有些内容与它制作时的不同。',
    whatToDo: '请用本程序检查 U 盘，然后更新其中的 Ventoy 或重新制作。',
  },
  'start/internal': {
    title: 'Ventoy 找不到启动它的驱动器 (4097)',
    whatHappened: '固件没有告诉 Ventoy 它来自哪个驱动器和分区。',
    whatToDo: '请换一个 USB 接口，或以另一种固件模式（UEFI 或 BIOS）启动。',
  },
  'start/files': {
    title: 'VTOYEFI 上缺少文件 (4098)',
    whatHappened:
      '电脑的 BIOS 没有找到 Ventoy 的某个文件。可能是文件丢失，也可能是 BIOS 无法读取大容量驱动器的末尾，而这些文件就在那里。',
    whatToDo:
      '请更新 U 盘上的 Ventoy。如果只有旧电脑出现此错误，请在末尾预留空间重新制作 U 盘，或使用容量较小的 U 盘。',
  },
  'start/cpio': {
    title: 'Ventoy 无法读取自己的文件 (4099)',
    whatHappened: 'VTOYEFI 上的文件 ventoy.cpio 缺失或无法读取。',
    whatToDo: '请更新 U 盘上的 Ventoy。',
  },
  'start/not-fat': {
    title: '分区 2 被格式化过 (4100)',
    whatHappened: 'VTOYEFI 中不是 Ventoy 原先放入的 FAT 文件系统。',
    whatToDo: '请更新 U 盘上的 Ventoy；映像会保留。',
  },
  'start/data-start': {
    title: '分区 1 不是从 1 MiB 处开始 (5)',
    whatHappened: '分区程序移动了第一个分区，或 Ventoy 是从另一个分区启动的。',
    whatToDo: '请保存映像，然后重新制作 U 盘。',
  },
  'start/layout': {
    title: '分区被更改过（6 或 7）',
    whatHappened:
      'VTOYEFI 必须是分区表中的第二个分区，大小为 32 MiB，并紧接第一个分区。缩小分区 1，或在两者之间添加分区，都会破坏这一点。',
    whatToDo:
      '请让分区 1 重新紧接 VTOYEFI，并将您自己的分区作为第三和第四个分区放在其后。或在末尾预留空间，重新制作 U 盘。',
  },
  'start/read': {
    title: 'Ventoy 无法读取驱动器（8、9 或 11）',
    whatHappened: '固件没有让 Ventoy 访问驱动器或分区 2。',
    whatToDo: '请换一个 USB 接口，不要经过集线器。如果仍然如此，请更新 U 盘上的 Ventoy。',
  },
  'start/label': {
    title: '分区 2 的名称不同 (10)',
    whatHappened: '第二个分区的卷标必须是 VTOYEFI，但它被更改了。',
    whatToDo: '请将卷标改回 VTOYEFI，或更新 U 盘上的 Ventoy。',
  },
  'start/boot-code': {
    title: '扇区 0 中的启动代码不是 Ventoy 的 (12)',
    whatHappened:
      '另一个程序将自己的启动代码写入了 U 盘：分区程序和系统安装程序会这样做。使用 UEFI 时，Ventoy 也会查看它。1.0.92 版曾因自身的缺陷而显示此错误。',
    whatToDo: '请更新 U 盘上的 Ventoy；这会重写启动代码，不触及映像。',
  },
  'start/mixed-versions': {
    title: 'U 盘上有不同版本 Ventoy 的部分',
    whatHappened: '菜单使用了 U 盘上的加载程序不认识的命令。',
    whatToDo: '请用完整的发行包更新 U 盘上的 Ventoy。',
  },
  'start/no-images': {
    title: 'Ventoy 找不到映像',
    whatHappened:
      '没有找到它能启动的内容：文件不在它搜索的文件夹中、扩展名不同、小于 32 KiB，或分区 1 无法读取。',
    whatToDo: '请用本程序查看 U 盘上的映像，以及 ventoy.json 中要搜索的文件夹。',
  },
  'config/syntax': {
    title: 'ventoy.json 中有错误',
    whatHappened: 'Ventoy 无法读取其设置，会忽略所有设置。',
    whatToDo: '请用本程序打开设置；它会指出错误所在。',
  },
  'config/encoding': {
    title: 'ventoy.json 不是 UTF-8 编码',
    whatHappened: 'Ventoy 只读取 UTF-8 编码的设置，因此会忽略它们。',
    whatToDo: '请用本程序重新保存设置。',
  },
  'config/case': {
    title: 'ventoy.json 的名称不正确',
    whatHappened: '文件夹 ventoy 和文件 ventoy.json 的名称必须为小写字母。',
    whatToDo: '请将其重命名。',
  },
  'config/partition': {
    title: '设置位于错误的分区上',
    whatHappened: 'ventoy.json 应位于分区 1 上的文件夹 ventoy 中，与映像在同一分区。',
    whatToDo: '请将其移到那里。',
  },

  // What is shown when an image is started.
  'image/no-uefi': {
    title: '映像中没有适用于此电脑 UEFI 的内容',
    whatHappened:
      'Ventoy 没有在其中找到这种 UEFI 能启动的程序：映像可能仅用于 BIOS、用于其他处理器、是 32 位而电脑是 64 位，或已损坏。',
    whatToDo: '请比较映像的校验和。如果一致，请以 BIOS 模式启动电脑，或获取适合其处理器的映像。',
  },
  'image/needs-uefi': {
    title: '映像只能通过 UEFI 启动',
    whatHappened: '电脑是以 BIOS 模式启动的。',
    whatToDo: '请以 UEFI 模式启动 U 盘。',
  },
  'image/other-firmware': {
    title: '虚拟磁盘是为另一种固件制作的',
    whatHappened: '其中的系统是在 UEFI 下安装的，现在却通过 BIOS 启动；或者相反。',
    whatToDo: '请以安装该系统时的模式启动 U 盘。',
  },
  'image/unsupported': {
    title: 'Ventoy 不认识此映像',
    whatHappened: 'Ventoy 只能启动它已支持的那些磁盘映像。',
    whatToDo: '请查找同一系统的 ISO 文件。',
  },
  'image/unreadable': {
    title: 'Ventoy 无法读取映像',
    whatHappened:
      '无法在 U 盘上打开该文件，或无法找到其全部数据。文件可能已损坏，或集线器使固件无法读取它。',
    whatToDo: '请不经过集线器插入 U 盘。如果无效，请检查分区 1 的文件系统，并重新复制映像。',
  },
  'image/not-started': {
    title: '无法启动映像',
    whatHappened: '启动它所需的某个步骤在此之前失败；本行上方的一行说明了是什么。',
    whatToDo: '请以 GRUB2 模式（在 Ventoy 菜单中按 Ctrl+R）试用映像，并比较其校验和。',
  },
  'memory/low': {
    title: '所需的位置没有足够的内存',
    whatHappened: 'Ventoy 或系统需要前 4 GiB 中的内存，而固件或显卡已将其占用。',
    whatToDo:
      '请试用 GRUB2 模式（在 Ventoy 菜单中按 Ctrl+R），它需要的内存较少。否则请在固件设置中减少分配给显卡的内存，或更新固件。',
  },
  'secure-boot/enrol': {
    title: '电脑还不认识 Ventoy 的密钥',
    whatHappened: '安全启动已开启，而此电脑是首次启动 Ventoy。需要注册一次其密钥。',
    whatToDo:
      '请在“OK”上按 Enter，出现“Press any key to perform MOK management”时按任意键，然后依次选择“Enroll key from disk”、VTOYEFI、ENROLL_THIS_KEY_IN_MOKMANAGER.cer、“Continue”、“Yes”、“Reboot”。',
  },
  'secure-boot/revoked': {
    title: '此电脑不再接受这么旧的加载程序',
    whatHappened:
      'Windows 或 Linux 的某次更新让固件拒绝旧版本的加载程序 (shim)，例如 Ventoy 1.0.99 及更早版本中的加载程序。映像中也可能含有这样的加载程序。',
    whatToDo: '请更新 U 盘上的 Ventoy，并使用较新的映像；或在使用 U 盘期间关闭安全启动。',
  },
  'secure-boot/policy': {
    title: '固件拒绝加载程序',
    whatHappened:
      '安全启动已开启，不允许加载程序启动。在有些电脑上，必须先允许 Windows 以外的加载程序。',
    whatToDo:
      '请在固件设置中找到“Allow Microsoft 3rd party UEFI CA”并将其开启，或在使用 U 盘期间关闭安全启动。',
  },
  'vhd/no-plugin': {
    title: 'ventoy_vhdboot.img 缺失或不正确',
    whatHappened: 'Ventoy 借助此文件启动 VHD 和 VHDX 文件，但不自带它。',
    whatToDo:
      '请从 ventoy/vhdiso 的发布页面获取 ventoy_vhdboot.img，并将其放到 U 盘上，路径为 /ventoy/ventoy_vhdboot.img。',
  },
  'vhd/not-ntfs': {
    title: '虚拟磁盘不在 NTFS 上',
    whatHappened: '只有虚拟磁盘位于 NTFS 分区上时，Windows 才能可靠地从中启动。',
    whatToDo: '请用 NTFS 制作 U 盘。如果仍能启动，请用 VTOY_VHD_NO_WARNING 关闭此警告。',
  },
  'vhd/device-missing': {
    title: 'Windows 启动管理器找不到虚拟磁盘 (0xc000000e)',
    whatHappened: '启动管理器在一个不存在的磁盘上查找。Ventoy 1.0.87 曾因自身的缺陷造成此错误。',
    whatToDo: '请更新 U 盘上的 Ventoy，并同时更新 ventoy_vhdboot.img。',
  },
  'vhd/initialization': {
    title: 'Windows 无法打开自己的虚拟磁盘',
    whatHappened:
      'Windows 已开始启动，但随后无法再访问自己所在的文件。已知某些 USB 3 接口会这样；确切原因尚不清楚。',
    whatToDo: '请试试 USB 2 接口、另一个 U 盘，以及固定大小的虚拟磁盘。',
  },
  'vhd/space': {
    title: '分区的空间不足以容纳虚拟磁盘',
    whatHappened: '会随使用而增大的虚拟磁盘，在 Windows 从中启动之前就需要有容纳其全部大小的空间。',
    whatToDo: '请在分区 1 上释放空间，或使用较小的固定大小的虚拟磁盘。',
  },
  'vhd/inaccessible': {
    title: 'Windows 无法访问启动它的磁盘',
    whatHappened:
      '使用虚拟磁盘时，原因是采用 NTFS 的虚拟磁盘位于采用 exFAT 的分区上，或 Windows 没有这个接口的驱动程序。',
    whatToDo: '请将虚拟磁盘放到 NTFS 分区上，并换一个 USB 接口。',
  },

  // What Ventoy2Disk.exe notes in cli_log.txt and log.txt.
  'windows/parameters': {
    title: 'Ventoy 无法理解其命令行',
    whatHappened: '既没有要求它安装，也没有要求它更新，或没有指定驱动器。',
    whatToDo: '请附上日志报告此问题；这是调用 Ventoy 的程序的错误。',
  },
  'windows/no-drive': {
    title: 'Ventoy 无法打开驱动器',
    whatHappened: 'Windows 没有向 Ventoy 提供关于驱动器的信息。',
    whatToDo: '请重新插入驱动器，并以管理员权限启动。',
  },
  'windows/not-usb': {
    title: '驱动器不是通过 USB 连接的',
    whatHappened: '除非要求不检查这一点，Ventoy 的 Windows 程序会拒绝其他驱动器。',
    whatToDo: '请确认这是您所指的驱动器。',
  },
  'windows/no-room': {
    title: '无法在保留现有内容的同时安装 Ventoy',
    whatHappened: '驱动器上的分区不允许这样做。',
    whatToDo: '请保存驱动器上的内容，然后让 Ventoy 使用整个驱动器。',
  },
  'windows/failed': {
    title: 'Ventoy 的 Windows 程序失败',
    whatHappened: '它尝试了多次，最终放弃。本行上方的几行说明了失败之处。',
    whatToDo: '请关闭使用该驱动器的程序，尤其是防病毒软件，重新插入驱动器，然后重试。',
  },
};
