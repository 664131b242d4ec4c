import type { bitLocker as english } from '../../en/findings/bitlocker';
import type { Worded } from '../../worded';

/** What is found of an encrypted volume and its keys. */
export const bitLocker: Worded<typeof english> = {
  'bitlocker.metadata.good': '元数据的三份副本均完整且相同',
  'bitlocker.metadata.some': '元数据：{copies}',
  'bitlocker.metadata.closed': '该卷已加密，无法打开：{problem}',
  'bitlocker.copy.good': '副本 {number} 完好',
  'bitlocker.copy.different': '副本 {number} 与第一份不同',
  'bitlocker.copy.damaged': '副本 {number} 已损坏',
  'bitlocker.copy.unreadable': '副本 {number} 无法读取',
  'bitlocker.state.encrypted': '该卷已加密，并将保持加密',
  'bitlocker.state.unfinished': '该卷的加密或解密已开始，但未完成',
  'bitlocker.size.other-method': '该卷使用 XTS-AES 以外的方法加密',
  'bitlocker.size.right': '加密的卷占满其 {bytes} 字节的分区',
  'bitlocker.size.wrong': '加密的卷有 {volume} 字节，其分区有 {partition} 字节',
  'bitlocker.protectors.clear-key': '密钥以明文存放在数据旁边：没有任何内容受到保护',
  'bitlocker.protectors.no-password': '没有可打开该卷的密码',
  'bitlocker.protectors.right': '可用密码打开，也可用恢复密钥 {key} 打开',
  'bitlocker.protectors.no-recovery-key': '只能用密码打开；没有恢复密钥',

  'bitlocker.password.opens': '密码可以打开该卷',
  'bitlocker.recovery-key.none': '该卷没有恢复密钥',
  'bitlocker.recovery-key.refused': '该卷的恢复密钥无法打开它',
  'bitlocker.recovery-key.opens': '恢复密钥 {key} 也可以打开它',
  'bitlocker.recovery-key.other': '恢复密钥属于另一个卷',
  'bitlocker.key-file.right': '存放恢复密钥的文件中是正确的密钥',
  'bitlocker.key-file.wrong': '存放恢复密钥的文件 {path} 与保存时不同：{problem}',
  'bitlocker.key-file.no-key': '其中没有密钥',
  'bitlocker.key-file.other-key': '其中是另一个密钥',
};
