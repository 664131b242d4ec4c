/** What is seen when a stick is started in a virtual computer. */
export const bootTest = {
  'boot.seen': '{lines}（{seconds} 秒後）',
  'boot.silent': '何も出力されませんでした（{seconds} 秒後）',
  'boot.not-tested': '未テスト：このコンピューターには {tool} がありません',
} as const;
