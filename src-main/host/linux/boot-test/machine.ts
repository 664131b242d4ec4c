import type { DiskFile } from './disk-file';
import type { Firmware } from './firmware';

/** Who executes the instructions: the processor itself, or an emulator, which always works. */
export type Accelerator = 'kvm' | 'tcg';

/**
 * Arguments of QEMU for a computer that has nothing but a stick, plugged in as a USB drive, and a
 * serial port that ends in a file. (Through QEMU's standard output characters get lost when the
 * reader is slow: it writes them one by one, and a socket holds only some hundred such writes.) What
 * the computer writes to the stick is kept in a temporary file and forgotten.
 */
export function machineArguments(machine: {
  imagePath: string;
  format: DiskFile['format'];
  serialPath: string;
  firmware: Firmware;
  accelerator: Accelerator;
  /** Images of further drives, which the firmware is to try after the stick. */
  otherDrives?: readonly string[];
}): string[] {
  const { imagePath, format, serialPath, firmware, accelerator, otherDrives = [] } = machine;
  return [
    ...['-nodefaults', '-no-user-config', '-no-reboot'],
    // Without graphics the BIOS of QEMU (SeaBIOS) says on the serial port what it would show on a screen.
    ...['-machine', `q35${firmware.kind === 'bios' ? ',graphics=off' : ''}`],
    ...['-accel', accelerator, '-m', '512'],
    ...['-display', 'none', '-monitor', 'none', '-nic', 'none'],
    ...['-chardev', `file,id=serial,path=${optionValue(serialPath)}`, '-serial', 'chardev:serial'],
    ...firmwareArguments(firmware),
    ...['-drive', `if=none,id=stick,format=${format},snapshot=on,file=${optionValue(imagePath)}`],
    ...['-device', 'qemu-xhci', '-device', 'usb-storage,drive=stick,removable=on,bootindex=0'],
    ...otherDrives.flatMap((path, index) => [
      ...[
        '-drive',
        `if=none,id=other${String(index)},format=raw,snapshot=on,file=${optionValue(path)}`,
      ],
      ...[
        '-device',
        `ide-hd,drive=other${String(index)},bus=ide.${String(index)},bootindex=${String(index + 1)}`,
      ],
    ]),
  ];
}

function firmwareArguments(firmware: Firmware): string[] {
  if (firmware.kind === 'bios') return [];
  return [
    ...['-drive', `if=pflash,format=raw,readonly=on,file=${optionValue(firmware.code)}`],
    ...['-drive', `if=pflash,format=raw,snapshot=on,file=${optionValue(firmware.variables)}`],
  ];
}

/** In QEMU's options a comma separates; a doubled one is part of the value. */
export function optionValue(value: string): string {
  return value.replaceAll(',', ',,');
}
