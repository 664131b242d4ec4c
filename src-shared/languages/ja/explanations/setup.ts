import type { StartErrorTexts } from '../../../explain';

/** What is shown between the first start and the first sign-in. */
export const setup = {
  'why-did-my-pc-restart': {
    title: 'Windows の初回起動が何度も繰り返されます',
    meaning: ['最初の質問を行う Windows の機能が予期せず終了し、もう一度開始されています。'],
    causes: [
      '展開時に、Windows のファイルのアクセス許可と拡張属性が失われました。このプログラムでは、これらをファイル システムに直接書き込みます。',
    ],
    steps: [
      '画面のボタンを押して、お待ちください。2 回目で先に進むことがあります。',
      'ファイルをコピーして作成した場合は、このプログラムでイメージから作成してください。',
      'このプログラムでドライブをテストしてください。',
    ],
  },
  'could-not-configure-hardware': {
    title: 'Windows をこのコンピューター用に設定できませんでした',
    meaning: [
      '初回起動時に、Windows が BCD ストア（ブート構成データ）を開くか変更することができませんでした。理由は C:\\Windows\\Panther\\setupact.log でわかります。',
    ],
    causes: [
      'GPT の USB メモリに、Microsoft 予約パーティションがありませんでした。このプログラムで作成した USB メモリにはあります。',
    ],
    steps: [
      'このプログラムで USB メモリをチェックしてください。「bcd.firmware-manager」がこのストアに関する項目です。',
      'Shift+F10 キーを押し、C:\\Windows\\Panther\\setupact.log の末尾を確認してください。',
      '作り直してください。',
    ],
  },
  'restarted-unexpectedly': {
    title: 'Windows のセットアップが中断され、続行できません',
    meaning: [
      '初回起動が最後まで完了しておらず、Windows はもう一度最初から始めることを受け付けません。',
    ],
    causes: [
      'Windows のセットアップ中に、コンピューターの電源が切れたか、USB メモリが取り外されました。',
    ],
    steps: [
      '作り直してください。初回起動が最後まで完了してから、取り外してください。',
      '毎回起きる場合は、ドライブをテストし、別のポートをお試しください。',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
