import type { StartErrorTexts } from '../../../explain';

const BOOT_MENU =
  'ファームウェアのブート メニューを開き（多くの場合、電源を入れた直後に F12、F11、F9、F8、Esc のいずれか）、USB メモリを選択してください。2 つ表示される場合は、UEFI と付いたほうを選択します。';
const CHECK = 'このプログラムで USB メモリをチェックしてください。';
const FOR_BIOS =
  'コンピューターが UEFI のない BIOS の場合は、MBR で作成してください。どちらでも起動します。';
const AGAIN = '作り直してください。';

/** What the computer itself shows, and the first sector of a stick. */
export const firmware = {
  'no-bootable-device': {
    title: 'コンピューターが起動できるものを見つけられません',
    meaning: [
      'ファームウェアが起動できるドライブを探しましたが、見つかりませんでした。Windows はまだ関係していません。',
    ],
    causes: [
      'コンピューターが BIOS と同じ方法（Legacy、CSM）で起動する設定ですが、USB メモリは UEFI でしか起動しない GPT です。',
      'USB メモリにファイル \\EFI\\Boot\\bootx64.efi がありません。',
      'それまで動作していた USB メモリの EFI パーティションが、空になっていた例があります。',
      'コンピューターが USB から起動する設定になっていないか、USB メモリが Windows To Go のサポート対象外であるハブに接続されています。',
      'Windows がこの種類のファームウェアに対応していません。64 ビットの UEFI で起動するのは、64 ビットの Windows だけです。',
    ],
    steps: [
      'USB メモリをコンピューターに直接接続し、電源を入れ直してください。',
      BOOT_MENU,
      'ファームウェアの設定で USB からの起動を許可し、「fast boot」を無効にしてください。',
      CHECK,
      FOR_BIOS,
    ],
  },
  'operating-system-not-found': {
    title: 'BIOS が起動するパーティションを見つけられません',
    meaning: [
      'ドライブのパーティション テーブルが破損しているか、起動するパーティションが指定されていません。',
    ],
    causes: ['アクティブに設定されたパーティションがありません。'],
    steps: [BOOT_MENU, CHECK, FOR_BIOS, AGAIN],
  },
  'missing-operating-system': {
    title: 'アクティブなパーティションの先頭が正しくありません',
    meaning: [
      'ドライブの最初のセクターのコードはアクティブなパーティションを見つけましたが、その最初のセクターに起動できるものがありません。',
    ],
    causes: [
      'パーティションが一度もフォーマットされていないか、その最初のセクターが破損しています。',
      'BIOS がドライブのセクターを別の方法で数えています。USB メモリの場合は、ファームウェアの USB ドライブに関する設定によって決まります。',
    ],
    steps: [
      CHECK,
      'ファームウェアの設定で、USB ドライブの扱いを確認してください。ハード ディスクとして扱うのが正しい設定です。',
      'コンピューターが対応していれば、UEFI で起動してください。',
      AGAIN,
    ],
  },
  'bootmgr-is-missing': {
    title: 'BIOS 用の Windows ブート マネージャーがありません',
    meaning: [
      'パーティションの最初のセクターが起動しましたが、同じパーティションにファイル bootmgr が見つかりません。',
    ],
    causes: [
      'フォーマットしただけのドライブなど、Windows の USB メモリではないドライブから起動しました。',
      'ファイル bootmgr が削除されたか、破損しています。',
    ],
    steps: [BOOT_MENU, CHECK, AGAIN],
  },
  'secure-boot-refused': {
    title: 'USB メモリの内容がセキュア ブートに拒否されました',
    meaning: [
      'セキュア ブートが有効で、USB メモリのブート ローダーの署名がファームウェアに受け入れられません。表示される文はメーカーによって異なります。',
    ],
    causes: [
      'ブート ローダーに署名がありません。たとえば、練習用 USB メモリのものです。Microsoft のものは起動しました。',
      'ブート ローダーの署名が、Microsoft のサードパーティ用の証明書（UEFI CA）によるものです。多くのコンピューターでは、既定で受け入れられません。',
    ],
    steps: [
      'Windows の場合：Microsoft が提供するままのイメージから作成してください。そのブート マネージャーには署名があります。',
      'Ventoy や Linux の場合：ファームウェアの設定で「Microsoft 3rd party UEFI CA」を許可してください。',
      'または、USB メモリを使う間、セキュア ブートを無効にしてください。コンピューターの Windows が暗号化されている場合は、先にその回復キーを用意してください。',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
