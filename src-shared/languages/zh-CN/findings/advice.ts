import type { advice as english } from '../../en/findings/advice';
import type { Worded } from '../../worded';

/** What to do about a finding. */
export const advice: Worded<typeof english> = {
  'next.again': '请重新制作 U 盘；如果仍然失败，请使用其他驱动器。',
  'next.again-alone': '请重新制作 U 盘。',
  'next.repair': '请修复 U 盘；如果无效，请重新制作。',
  'next.slow': 'U 盘可以使用，但写入可能较慢。如需改变这一点，请重新制作。',

  'next.mbr.active-partition': 'BIOS 将不知道该启动什么。请修复 U 盘。',
  'next.mbr.boot-code': 'BIOS 电脑将无法从 U 盘启动；UEFI 不受影响。请修复 U 盘。',
  'next.mbr.boot-sector': 'BIOS 将无法到达启动管理器；UEFI 不受影响。请修复 U 盘。',
  'next.mbr.boot-manager': 'BIOS 将找不到启动管理器。请修复 U 盘。',

  'next.efi.size': '启动文件的更新可能放不下。请重新制作 U 盘，并使用更大的 EFI 系统分区。',
  'next.efi.fonts': '启动管理器可以启动，但无法显示文字。请用其他映像制作 U 盘。',
  'next.efi.boot-file': '固件将找不到可启动的内容。请修复 U 盘。',
  'next.efi.boot-manager': '启动管理器不是此 Windows 的。请修复 U 盘。',
  'next.efi.signature':
    '开启了安全启动的电脑会拒绝这个 U 盘：请关闭安全启动，或用 Microsoft 的映像重新制作 U 盘。',
  'next.efi.signer': '开启了安全启动的电脑只有在其所有者信任该签名者时，才会启动这个 U 盘。',
  'next.loader.program':
    '启动管理器会以 0xc000007b 停止。请重新制作 U 盘；如果仍然失败，请使用其他驱动器。',
  'next.loader.signature':
    '在安全启动下，启动管理器会以 0xc0000428 停止：请关闭安全启动，或用 Microsoft 的映像重新制作 U 盘。',

  'next.bcd.setup': 'Windows 可以启动，但其首次设置可能会拒绝这份启动配置数据。请修复 U 盘。',
  'next.bcd.device': '启动配置数据指向另一个驱动器的分区，复制 U 盘后就会这样。请修复 U 盘。',
  'next.bcd.locale': 'U 盘可以启动；启动管理器会显示英语。',
  'next.bcd.recovery':
    '多次启动失败后，Windows 会查找恢复环境，而 U 盘上没有：请重新制作 U 盘，或用 reagentc /disable 将其关闭。',

  'next.ntfs.size': '分区的其余部分无法使用。请重新制作 U 盘。',
  'next.ntfs.start': 'UEFI 仍可启动 Windows；BIOS 则需要正确的位置。请重新制作 U 盘。',
  'next.ntfs.mft-mirror':
    '请从 U 盘启动 Windows，让它检查驱动器 (chkdsk)；如果仍然失败，请重新制作 U 盘。',
  'next.ntfs.serial': 'Windows 靠它区分各个卷。请重新制作 U 盘。',
  'next.ntfs.free-space':
    'Windows 可以启动，但可能没有空间安装更新。请用更大的驱动器重新制作 U 盘，或删除一些文件。',
  'next.volume-open': '请从 U 盘启动 Windows 并正常关机，或让 Windows 检查驱动器。',
  'next.vhdx.file': 'Windows 可以启动，但较慢。如需改变这一点，请重新制作 U 盘。',

  'next.hive.clean': '请从 U 盘启动 Windows 并正常关机：它会根据日志完成更改。',
  'next.hive.san-policy':
    '这个 U 盘上的 Windows 可以看到电脑内部的磁盘。这也许是您的选择；如果不是，请重新制作 U 盘。',
  'next.hive.portable':
    'Windows 启动时可能会设置它。值为 0 时，Windows 会将自己视为安装在此电脑上的系统。',
  'next.drivers':
    '在需要该驱动程序的电脑上，Windows 会以 INACCESSIBLE_BOOT_DEVICE 停止。请用带有 Windows 全部自带驱动程序的映像制作 U 盘。',

  'next.bitlocker.metadata': '只要有一份副本完整，就仍能打开该卷，但请尽快重新制作 U 盘。',
  'next.bitlocker.protectors':
    '在不同电脑之间移动的 U 盘需要一个密码，还需要一个恢复密钥，以备忘记密码时使用。',
  'next.bitlocker.recovery-key': '请保管好密码，并让 Windows 生成新的恢复密钥。',
  'next.bitlocker.key-file':
    '密码可以打开 U 盘。请从它启动 Windows，并保存“manage-bde -protectors -get C:”显示的内容；或重新制作 U 盘。',

  'next.ventoy.update': '请在这个 U 盘上更新 Ventoy：这会重写 Ventoy 自己的部分，不触及映像。',
  'next.ventoy.update-for-bios':
    'BIOS 电脑将无法从 U 盘启动。请在这个 U 盘上更新 Ventoy：这会重写 Ventoy 自己的部分，不触及映像。',
  'next.ventoy.update-for-uefi':
    'UEFI 电脑将无法从 U 盘启动。请在这个 U 盘上更新 Ventoy：这会重写 Ventoy 自己的部分，不触及映像。',
  'next.ventoy.make-again': '请保存映像，然后重新制作 U 盘。',
  'next.ventoy.disk-uuid':
    'Ventoy 靠它将这个 U 盘与其他磁盘区分开。请保存映像，然后重新制作 U 盘。',
  'next.ventoy.reformat':
    '请让格式化该分区的系统对其进行检查。如果无效，请保存映像并重新格式化该分区；Ventoy 会保留。',
  'next.ventoy.data-label': '请在文件管理器中为该分区设置卷标。或保存映像，然后重新制作 U 盘。',
  'next.ventoy.table-copy': '请用 gdisk 等分区程序重写第二份副本。',
  'next.ventoy.data-type': 'Windows 可能不显示映像。可以用分区程序设置类型。',
  'next.ventoy.data-name': '这不会造成任何损失；Ventoy 自己的程序会使用另一个名称。',
  'next.ventoy.active': '有些 BIOS 因此无法从 U 盘启动。可以用分区程序将分区 1 设为活动分区。',
  'next.ventoy.efi-alignment': 'U 盘可以使用，但启动可能比应有的慢。',
  'next.ventoy.efi-type': '可以用分区程序设置类型；或重新制作 U 盘。',
  'next.ventoy.efi-name': 'Ventoy 的 Windows 程序将认不出这个 U 盘。可以用分区程序设置名称。',
  'next.ventoy.efi-attributes':
    'Windows 因此会为分区 2 分配盘符。Ventoy 的 Windows 程序会在更新时将其纠正。',
  'next.ventoy.secure-boot': '请在这个 U 盘上更新 Ventoy，并在更新时选择是否支持安全启动。',
  'next.ventoy.menu': 'Ventoy 启动时不使用这些设置。请更正 ventoy/ventoy.json，或重新设置。',
  'next.ventoy.menu-files':
    'Ventoy 启动时不使用缺少的内容。请将这些文件复制到 U 盘，或从 ventoy/ventoy.json 中删除它们。',
  'next.ventoy.images': '请将映像重新复制到 U 盘。如果仍然失败，驱动器可能已损坏。',

  'next.boot.uefi-only':
    '采用 GPT 的 U 盘只能启动 UEFI 电脑。要启动 BIOS 电脑，请用 MBR 制作 (--scheme mbr)。',
  'next.boot.practice-unsigned':
    '安全启动必然会拒绝练习用 Windows 的替代程序：没有人为它们签名。真正 Windows 的启动程序由 Microsoft 签名。',
  'next.boot.refused':
    '开启了安全启动的电脑会拒绝这个 U 盘。请用 Microsoft 制作的映像制作 U 盘，或在电脑的固件设置中关闭安全启动。',
  'next.boot.closed-virtual-disk':
    '练习用 Windows 的替代程序可以启动，但无法查看虚拟磁盘内部。其他检查已像 Windows 那样查看过其中的内容。',
  'next.boot.closed-encrypted':
    '练习用 Windows 的替代程序可以启动，但无法打开加密的卷。其他检查会说明已知的情况。',
  'next.boot.untold':
    '启动了某些内容，但其中没有本程序能读出的信息。请查看图片 (--pictures)，或在真正的电脑上试用 U 盘。',
  'next.boot.too-slow': '测试未能在规定时间内得出结果。请在真正的电脑上试用 U 盘。',
  'next.boot.enrolment': '在每台开启了安全启动的电脑上，首次启动时需要注册一次 Ventoy 的密钥。',
  'next.boot.stopped': '启动程序以错误 {code} 停止。请重新制作 U 盘。',
  'next.boot.explained': '{whatHappened} {whatToDo}',
  'next.boot.install': '请用以下命令安装：{command}',
};
