import type { StartErrorTexts } from '../../../explain';

const OTHER_PORT = 'ハブを使わず、別のポートをお試しください（USB 2 と USB 3 の両方）。';
const CHECK_FILES = 'USB メモリを別の Windows に接続し、パーティションのエラーを検査してください。';
const TEST =
  'このプログラムでドライブをテストしてください。多くの場合、ドライブが故障しかけているか、偽物です。';
const AGAIN = '作り直してください。2 回起きる場合は、別のドライブを使用してください。';

/** Stop codes of a Windows that had begun to start. */
export const blueScreen = {
  INACCESSIBLE_BOOT_DEVICE: {
    title: 'Windows が起動に使うドライブを見失いました',
    meaning: [
      '起動中に、Windows が自身のパーティションにアクセスできなくなりました。',
      '多くの場合、ドライバーがドライブを使用可能にできなかったか、ファイル システムが認識されませんでした。',
    ],
    causes: [
      'この Windows のドライバーが、このポートに対応していません。ポータブルな Windows 7 が、コンピューターの 1 つのポートでのみ起動した例があります。',
      'USB メモリが、インストールされた Windows のコピーです。この場合、USB のドライバーの読み込みが遅すぎます。これは、レジストリの値 BootDriverFlags で決まります。',
      'Windows がカード リーダーのカードに入っています。失敗する理由はわかっていません。',
      'Windows が NTFS の仮想ディスクにあり、その仮想ディスクが exFAT のパーティションにあります。',
      'Windows Vista または 7 は、USB からの起動に対応していません。',
      'ファイル システムが破損しているか、ドライブのフィルター ドライバーに問題があるか、ファームウェアのドライブに関する設定が変更されています。',
    ],
    steps: [
      OTHER_PORT,
      '別のコンピューターをお試しください。起動する場合は、元のコンピューターに必要なドライバーが不足しています。追加して作り直してください。',
      'カードではなく、USB ドライブまたは SSD を使用してください。',
      CHECK_FILES,
      AGAIN,
    ],
  },
  UNMOUNTABLE_BOOT_VOLUME: {
    title: 'Windows が自身のパーティションを読み取れません',
    meaning: ['Windows が自身のあるパーティションをマウントしようとして、失敗しました。'],
    causes: [
      '多くの場合、ドライブが故障しかけています。',
      'Windows の動作中に USB メモリを取り外したため、破損した可能性があります。',
    ],
    steps: [CHECK_FILES, OTHER_PORT, TEST, AGAIN],
  },
  NTFS_FILE_SYSTEM: {
    title: 'Windows のファイル システム ドライバーが停止しました',
    meaning: ['NTFS のドライバーで問題が発生しました。'],
    causes: [
      'ファイル システムが破損しているか、ドライブに不良箇所があります。',
      'USB メモリのポータブル Windows で発生した例もあります。',
    ],
    steps: [CHECK_FILES, TEST, AGAIN],
  },
  '0xc000021a': {
    title: 'Windows に不可欠なプロセスが終了しました',
    meaning: ['サインイン前から動作する、Windows の重要な部分が失敗しました。'],
    causes: [],
    steps: [
      CHECK_FILES,
      '直前に何かをインストールまたは更新した場合は、それを除いて作り直してください。',
      TEST,
      AGAIN,
    ],
  },
  CRITICAL_PROCESS_DIED: {
    title: '重要なプロセスが停止しました',
    meaning: ['Windows の動作に不可欠なプロセスが終了したか、破損しました。'],
    causes: ['最近追加したドライバーやデバイス、または破損したシステム ファイルが原因です。'],
    steps: [
      OTHER_PORT,
      '不要なデバイスを取り外してください。',
      'USB メモリにドライバーを追加した場合は、追加せずに作り直してください。',
      TEST,
      AGAIN,
    ],
  },
  '0xc0000221': {
    title: 'システム ファイルのチェックサムが一致しません',
    meaning: [
      'Windows のドライバーまたはライブラリが破損しています。ファイル名は画面に表示されます。',
    ],
    causes: ['ドライブまたはメモリから、保存したものと異なるデータが読み取られました。'],
    steps: [
      'Windows イメージのチェックサムを、発行元の値と照合してください。',
      TEST,
      'ほかの USB メモリでも失敗する場合は、コンピューターのメモリをテストしてください。',
      AGAIN,
    ],
  },
  'WppRecorder.sys': {
    title: 'Windows 10 1809 が WppRecorder.sys で停止します',
    meaning: [
      'Windows 10 のバージョン 1809 は、ポータブルなドライブでこのように停止することが知られています。',
    ],
    causes: ['このバージョン（ビルド 17763）の不具合です。'],
    steps: ['新しい Windows のイメージから作成してください。'],
  },
} as const satisfies Partial<StartErrorTexts>;
