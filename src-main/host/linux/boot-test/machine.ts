import type { Firmware } from './firmware';

/** Who executes the instructions: the processor itself, or an emulator, which always works. */
export type Accelerator = 'kvm' | 'tcg';

/**
 * Arguments of QEMU for a computer that has nothing but a stick, plugged in as a USB drive, and a
 * serial port that is QEMU's standard output. What it writes to the stick is kept in a temporary
 * file and forgotten.
 */
export function machineArguments(machine: {
  imagePath: string;
  firmware: Firmware;
  accelerator: Accelerator;
}): string[] {
  const { imagePath, firmware, accelerator } = machine;
  return [
    ...['-nodefaults', '-no-user-config', '-no-reboot'],
    ...['-machine', 'q35', '-accel', accelerator, '-m', '512'],
    ...['-display', 'none', '-monitor', 'none', '-nic', 'none'],
    ...['-chardev', 'stdio,id=serial,signal=off', '-serial', 'chardev:serial'],
    ...['-drive', `if=pflash,format=raw,readonly=on,file=${optionValue(firmware.code)}`],
    ...['-drive', `if=pflash,format=raw,snapshot=on,file=${optionValue(firmware.variables)}`],
    ...['-drive', `if=none,id=stick,format=raw,snapshot=on,file=${optionValue(imagePath)}`],
    ...['-device', 'qemu-xhci', '-device', 'usb-storage,drive=stick,removable=on,bootindex=0'],
  ];
}

/** In QEMU's options a comma separates; a doubled one is part of the value. */
export function optionValue(value: string): string {
  return value.replaceAll(',', ',,');
}
