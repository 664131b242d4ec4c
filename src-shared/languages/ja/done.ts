import type { done as english } from '../en/done';
import type { WordedWithoutPlural } from '../worded';

/** The step Done. */
export const done: WordedWithoutPlural<typeof english> = {
  done: {
    computerName: 'コンピューター名は {{name}} です。',
    titleOne: 'USB メモリの準備ができました',
    titleMany_other: '{{count}} 個の USB メモリの準備ができました',
    titleMixed: '{{total}} 個中 {{done}} 個の USB メモリが完了しました',
    titleFile: 'イメージ ファイルの準備ができました',
    titleProblem: '書き込みましたが、チェックで問題が見つかりました',
    leadDrive:
      '取り外してかまいません。起動するには、電源の切れたコンピューターに接続して電源を入れ、ブート メニューを開いてください（多くの場合、F12、F11、または Esc キー）。',
    leadMany:
      '取り外してかまいません。起動するには、1 個を電源の切れたコンピューターに接続して電源を入れ、ブート メニューを開いてください（多くの場合、F12、F11、または Esc キー）。',
    leadMixed: '完了したものは取り外して使用できます。それ以外は下に表示され、再試行できます。',
    leadFile:
      '任意のイメージ書き込みプログラムでドライブに書き込むか、仮想マシンで起動してください。',
    leadVhdx:
      '仮想マシンで起動してください。Windows では、ダブルクリックすると内容がドライブのように表示されます。',
    leadProblem: '使用する前に、下に表示された失敗したチェックを確認してください。',
    verified: '読み戻して照合しました：{{size}}、書き込んだすべてのブロック。',
    notVerified:
      '{{name}} はドライブではなくファイルのため、読み戻していません。USB メモリにコピーした後、その USB メモリをチェックする必要があります。',
    notVerifiedDirect:
      'Windows をドライブに直接展開したため、読み戻していません。構造はチェックしましたが、ファイル内部の破損は検出されません。',
    resumed: '{{size}} は以前の書き込みが残っていたため、再度の書き込みは行いませんでした。',
    fromCache:
      '以前に展開して保存しておいた Windows を使用したため、再度の展開は行いませんでした。',
    failed: '未完了',
    tryFailed_other: '失敗した {{count}} 個を再試行',
    checksPassed_other: '{{count}} 件のチェック、失敗なし',
    took: '所要時間 {{time}}',
    checks: 'チェック',
    compatibility: {
      title: '起動が見込まれるコンピューター',
      summary: '{{total}} 種類中 {{good}} 種類のコンピューターで起動する見込み',
      computer: 'コンピューター',
      starts: '起動',
      why: '理由と対処方法',
      nothing: '妨げとなるものはありません。',
      source: '出典：{{name}}（{{certainty}}）',
      noted: 'メモ：{{words}}',
      limits:
        'USB メモリの内容から判断した結果です。ファームウェアはコンピューターごとに異なるため、実際のコンピューターでお試しください。',
      computers: {
        uefi: 'UEFI の PC、セキュア ブート無効',
        'secure-2011': 'セキュア ブートの PC、2011 年の証明書のみ',
        'secure-2023': 'セキュア ブートの PC、2023 年の証明書',
        bios: 'BIOS の古い PC',
        'uefi-ia32': '32 ビット UEFI のタブレットまたは小型 PC',
        arm64: 'ARM プロセッサの PC',
        'mac-intel': 'Intel プロセッサの Mac',
        'mac-apple': 'Apple プロセッサの Mac',
      },
      rules: {
        'check-failed': {
          why: 'USB メモリのチェックの 1 つが失敗しました。',
          change: '失敗した項目を確認し、USB メモリを修復するか、作り直してください。',
        },
        'no-x64-program': {
          why: '64 ビット PC 用の起動プログラム（EFI\\Boot\\bootx64.efi）がありません。',
          change: 'x64 用 Windows のイメージから作成してください。',
        },
        'no-ia32-program': {
          why: '32 ビット UEFI は 32 ビットのプログラムしか起動できませんが、USB メモリにありません（EFI\\Boot\\bootia32.efi）。',
          change:
            'Windows 11 には 32 ビット版がないため、対処方法はありません。このような PC は Ventoy の USB メモリで起動できます。',
        },
        'no-arm64-program': {
          why: 'ARM 用の起動プログラム（EFI\\Boot\\bootaa64.efi）がありません。',
          change: 'ARM64 用 Windows のイメージから、別の USB メモリを作成してください。',
        },
        'no-bios-start': {
          why: 'BIOS で起動できるものがありません。',
          change: 'MBR で作成してください。BIOS と UEFI の両方で起動します。',
        },
        unsigned: {
          why: '起動プログラムに署名がありません。セキュア ブートは署名されたものしか起動しません。',
          change:
            'コンピューターのセットアップでセキュア ブートを無効にするか、改変されていないイメージから作成してください。',
        },
        'signature-broken': {
          why: '起動プログラムが署名時のものと異なります。変更または破損しています。',
          change:
            'USB メモリを修復してください。解決しない場合は、別のイメージから作成してください。',
        },
        'signer-unknown': {
          why: '起動プログラムの署名に使われた証明書が、コンピューターに標準で含まれていません。',
          change:
            'コンピューターのセットアップでその証明書を追加するか、セキュア ブートを無効にしてください。',
        },
        'needs-2023': {
          why: '起動プログラムは 2023 年の証明書で署名されていますが、コンピューターにその証明書がありません。',
          change:
            'コンピューターのファームウェアまたは Windows を更新してください。更新に証明書が含まれています。',
        },
        'revoked-2011': {
          why: 'ブート マネージャーは 2011 年の証明書で署名されています。この証明書を失効させたコンピューターでは拒否されます。',
          change: '2023 年の起動ファイルを含むイメージから作成してください。',
        },
        'third-party': {
          why: '起動プログラムは Microsoft 以外の開発元用に署名されています。許可するまで信頼しないコンピューターがあります。',
          change:
            'コンピューターのセットアップで、Microsoft のサードパーティ証明書（Third-Party）を許可してください。',
        },
        'ventoy-enrolment': {
          why: 'セキュア ブートでの初回起動時に、Ventoy のキーの登録を求められます。',
          change:
            '表示される「Enroll key from disk」を選択してください。コンピューターごとに 1 回行います。',
        },
        'windows-11-bios': {
          why: 'Microsoft は Windows 11 を UEFI 専用としています。',
          change:
            'それでも起動する場合があります。このようなコンピューターには Windows 10 が適しています。',
        },
        'windows-11-processor': {
          why: 'Windows 11 24H2 以降は、POPCNT と SSE 4.2 のないプロセッサ（およそ 2009 年より前）では起動しません。',
          change:
            'このようなコンピューターには、Windows 10 または Windows 11 23H2 を使用してください。',
        },
        'mac-unsupported': {
          why: 'Microsoft は Mac でのポータブル Windows をサポートしておらず、Windows には Mac 用のドライバーがありません。',
          change:
            'Mac の起動中に Option キーを押し続けてください。Apple の Boot Camp ドライバーも用意してください。',
        },
        'mac-security-chip': {
          why: 'T2 チップを搭載した 2018～2020 年の Mac は、許可するまで USB メモリから起動しません。',
          change:
            'macOS 復旧で「起動セキュリティユーティリティ」を開き、外部メディアからの起動を許可してください。',
        },
        'mac-apple-silicon': {
          why: 'Apple 製プロセッサの Mac は、Windows も Ventoy も起動できません。',
          change: 'その Mac では、イメージを仮想マシンで使用してください。',
        },
      },
      verdicts: {
        yes: '可能',
        'after-steps': '操作後に可能',
        perhaps: '可能性あり',
        no: '不可',
      },
      certainty: {
        documented: '文書に記載',
        reported: '報告あり',
        specified: '仕様に記載',
      },
    },
    checkColumn: 'チェック',
    resultColumn: '結果',
    foundColumn: '検出内容',
    status: { pass: '合格', warn: '要確認', fail: '失敗' },
    hashExpected: 'イメージは発行元が公開しているものと一致します。',
    hashNotExpected: 'イメージは発行元のハッシュ値と照合されていません。',
    notKnown:
      'Sticksmith は USB メモリの構造をチェックしました。特定のコンピューターで動作するかどうかは、実際に起動してみないとわかりません。',
    saveReport: 'レポートを保存…',
    show: 'フォルダーに表示',
    another: '同じものをもう 1 つ作成',
    keysTitle_other: '回復キー',
    keysText_other:
      'パスワードを忘れたときに、USB メモリを開くために使います。回復キーを手にした人は内容をすべて読み取れます。USB メモリとは別の安全な場所に保管してください。',
    keyId: 'キー ID',
    keyFile: '保存先',
    keyCopy: 'キーをコピー',
    keyPrint: '印刷…',
    keyShow: 'フォルダーに表示',
    keyCopyOf: '{{name}} のキーをコピー',
    keyPrintOf: '{{name}} のキーを印刷',
    keyShowOf: '{{name}} のキー ファイルをフォルダーに表示',
    keysPrintAll: 'すべて印刷…',
    timings: '各段階の所要時間',
    target: '作成先',
  },
};
