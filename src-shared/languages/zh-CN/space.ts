import type { space as english } from '../en/space';
import type { WordedWithoutPlural } from '../worded';

/** The step Space. */
export const space: WordedWithoutPlural<typeof english> = {
  space: {
    title: '如何划分空间？',
    lead: 'Windows 可以使用整个 U 盘。也可以留出一部分作为分区，供其他电脑读写，用来携带文件。',
    shared: '共享分区',
    sharedSize: '大小',
    sharedHint: '0 表示不要',
    sharedRest: 'Windows 之外的全部空间',
    sharedRestText: 'Windows 有固定大小，因此剩余空间可全部共享。',
    unit: 'GB',
    label: '名称',
    labelHint: '显示在其他电脑上，最多 11 个字符',
    windowsGets: 'Windows 获得 {{size}}',
    sumUnpacked: '解包后的 Windows',
    sumAdded: '驱动程序',
    sumPageFile: '分页文件',
    sumHeadroom: '用于更新、程序和文件的空间',
    sumComfortable: '充裕',
    sumGets: 'Windows 获得',
    sumLabel: 'Windows 需要和获得的空间',
    minimum: '至少需要 {{size}}。',
    belowComfortable: 'Windows 放得下，但更新和程序可能会缺少空间。至少需要 {{minimum}}。',
    tooLittleTitle: '留给 Windows 的空间太少',
    tooLittle: 'Windows 在此处至少需要 {{minimum}}。',
    noRoom: '最小的目标刚好容纳 Windows；没有可共享的空间。',
    several:
      '您要制作多个 U 盘：按最小的一个（{{size}}）划分。在更大的 U 盘上，其余空间归 Windows。',
    severalFixed: '您要制作多个 U 盘：按最小的一个（{{size}}）划分。',
    more: '启动方式和 Windows 的位置',
    scheme: '可从它启动的电脑',
    schemes: {
      gpt: {
        title: 'UEFI 电脑',
        text: '2012 年以来的几乎所有电脑。支持安全启动。',
      },
      mbr: {
        title: '也包括较旧的 BIOS 电脑',
        text: '可启动新旧电脑。Windows 11 本身可能不支持很旧的处理器，且 U 盘超过 2 TB 的部分不会使用。',
      },
    },
    container: 'Windows 的位置',
    containers: {
      none: {
        title: '在分区中',
        text: '直接位于 U 盘上。速度快，以后可以加密。',
      },
      vhdx: {
        title: '在虚拟磁盘文件 (VHDX) 中',
        text: '由一个大文件容纳 Windows，可以整体复制。',
      },
    },
    vhdxTitle: '这意味着',
    vhdx: {
      'no-bitlocker': 'BitLocker 既不能保护该文件，也不能保护它所在的分区。',
      'no-hibernation': 'Windows 无法休眠，也没有快速启动。',
      'ntfs-only': '文件所在的分区必须保持 NTFS。',
      'no-nesting': 'U 盘本身不能是 .vhdx 文件。',
      'no-direct-way': 'Windows 不能直接解包到驱动器。',
      'space-is-taken': '该文件从一开始就占用全部大小。',
    },
    own: 'Windows 获得多少空间',
    ownAll: '剩余的全部空间',
    ownSize: '自定义大小',
    ownField: 'Windows 的大小',
    ownHint: '{{minimum}} 到 {{maximum}} 之间',
  },
};
