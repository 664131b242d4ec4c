import type { space as english } from '../en/space';
import type { WordedWithoutPlural } from '../worded';

/** The step Space. */
export const space: WordedWithoutPlural<typeof english> = {
  space: {
    title: '容量をどのように分けますか？',
    lead: 'USB メモリ全体を Windows に使えます。また、一部をほかのどのコンピューターでも読み書きできるパーティションにして、ファイルの持ち運びに使うこともできます。',
    shared: '共有パーティション',
    sharedSize: 'サイズ',
    sharedHint: '0 にすると作成しません',
    sharedRest: 'Windows 以外の残りすべて',
    sharedRestText: 'Windows のサイズが決まっているため、残りをすべて共有にできます。',
    unit: 'GB',
    label: '名前',
    labelHint: 'ほかのコンピューターに表示されます（11 文字以内）',
    windowsGets: 'Windows の割り当て：{{size}}',
    sumUnpacked: 'Windows（展開後）',
    sumAdded: 'ドライバー',
    sumPageFile: 'ページ ファイル',
    sumHeadroom: '更新、プログラム、ファイル用の余裕',
    sumComfortable: '余裕のあるサイズ',
    sumGets: 'Windows の割り当て',
    sumLabel: 'Windows に必要な容量と割り当て',
    minimum: '{{size}} 以上が必要です。',
    belowComfortable:
      'Windows は収まりますが、更新やプログラムで容量が足りなくなる可能性があります。最低 {{minimum}} が必要です。',
    tooLittleTitle: 'Windows の容量が足りません',
    tooLittle: 'この構成では、Windows に {{minimum}} 以上が必要です。',
    noRoom: '最も小さい作成先には Windows がちょうど収まるだけで、共有にできる容量はありません。',
    several:
      '複数の USB メモリを作成します。最も小さいもの（{{size}}）に合わせて分割し、大きいものでは残りを Windows に割り当てます。',
    severalFixed: '複数の USB メモリを作成します。最も小さいもの（{{size}}）に合わせて分割します。',
    more: '起動方法と Windows の配置',
    scheme: '起動できるコンピューター',
    schemes: {
      gpt: {
        title: 'UEFI のコンピューター',
        text: '2012 年以降のほぼすべてのコンピューター。セキュア ブートに対応します。',
      },
      mbr: {
        title: 'BIOS の古いコンピューターにも対応',
        text: '新旧のコンピューターで起動します。ただし、Windows 11 自体が非常に古いプロセッサでは動作しないことがあり、USB メモリの 2 TB を超える部分は使用されません。',
      },
    },
    container: 'Windows の配置',
    containers: {
      none: {
        title: 'パーティション内',
        text: 'USB メモリに直接配置します。高速で、後から暗号化もできます。',
      },
      vhdx: {
        title: '仮想ディスク ファイル（VHDX）内',
        text: '1 つの大きなファイルに Windows を収めるので、まとめてコピーできます。',
      },
    },
    vhdxTitle: '制限事項',
    vhdx: {
      'no-bitlocker': 'このファイルも、それを含むパーティションも、BitLocker で保護できません。',
      'no-hibernation': 'Windows の休止状態と高速スタートアップは使えません。',
      'ntfs-only': 'ファイルを含むパーティションは NTFS のままです。',
      'no-nesting': '作成先を .vhdx ファイルにすることはできません。',
      'no-direct-way': 'Windows をドライブに直接展開することはできません。',
      'space-is-taken': 'ファイルは最初から全サイズ分の容量を占めます。',
    },
    own: 'Windows の割り当て',
    ownAll: '残りすべて',
    ownSize: 'サイズを指定',
    ownField: 'Windows のサイズ',
    ownHint: '{{minimum}} から {{maximum}} まで',
  },
};
