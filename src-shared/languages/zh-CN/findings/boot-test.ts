import type { bootTest as english } from '../../en/findings/boot-test';
import type { Worded } from '../../worded';

/** What is seen when a stick is started in a virtual computer. */
export const bootTest: Worded<typeof english> = {
  'boot.seen': '{lines}（{seconds} 秒后）',
  'boot.silent': '没有任何输出（{seconds} 秒后）',
  'boot.not-tested': '未测试：此电脑缺少 {tool}',
};
