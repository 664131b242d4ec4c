/** What is found of an encrypted volume and its keys. */
export const bitLocker = {
  'bitlocker.metadata.good': 'メタデータの 3 つのコピーはすべて正常で、内容も一致しています',
  'bitlocker.metadata.some': 'メタデータの状態：{copies}',
  'bitlocker.metadata.closed': 'ボリュームは暗号化されており、開けません：{problem}',
  'bitlocker.copy.good': 'コピー {number} は正常',
  'bitlocker.copy.different': 'コピー {number} は 1 つ目と異なる',
  'bitlocker.copy.damaged': 'コピー {number} は破損',
  'bitlocker.copy.unreadable': 'コピー {number} は読み取り不可',
  'bitlocker.state.encrypted': 'ボリュームは暗号化されており、その状態が維持されます',
  'bitlocker.state.unfinished':
    'ボリュームの暗号化または暗号化の解除が始まりましたが、完了していません',
  'bitlocker.size.other-method': 'ボリュームは XTS-AES 以外の方式で暗号化されています',
  'bitlocker.size.right':
    '暗号化されたボリュームは {bytes} バイトで、パーティション全体を占めています',
  'bitlocker.size.wrong':
    '暗号化されたボリュームは {volume} バイト、パーティションは {partition} バイトです',
  'bitlocker.protectors.clear-key':
    'キーが暗号化されずにデータと同じ場所にあり、何も保護されていません',
  'bitlocker.protectors.no-password': 'ボリュームを開けるパスワードがありません',
  'bitlocker.protectors.right': 'パスワードと回復キー {key} のどちらでも開けます',
  'bitlocker.protectors.no-recovery-key': '開けるのはパスワードだけで、回復キーがありません',

  'bitlocker.password.opens': 'パスワードでボリュームを開けます',
  'bitlocker.recovery-key.none': 'ボリュームに回復キーがありません',
  'bitlocker.recovery-key.refused': 'ボリュームの回復キーでは開けません',
  'bitlocker.recovery-key.opens': '回復キー {key} でも開けます',
  'bitlocker.recovery-key.other': '回復キーは別のボリュームのものです',
  'bitlocker.key-file.right': '回復キーのファイルに、正しいキーがあります',
  'bitlocker.key-file.wrong': '回復キーのファイル {path} が、保存時の内容と異なります：{problem}',
  'bitlocker.key-file.no-key': 'キーがありません',
  'bitlocker.key-file.other-key': '別のキーが入っています',
} as const;
