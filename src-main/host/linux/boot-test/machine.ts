import type { Firmware } from './firmware';

/** Who executes the instructions: the processor itself, or an emulator, which always works. */
export type Accelerator = 'kvm' | 'tcg';

/** The least that Windows 10 for 64 bits asks for. It is taken from this computer only as far as it is used. */
const MEMORY_MIB = 2048;

/**
 * Arguments of QEMU for a computer that has nothing but a stick, plugged in as a USB drive, a screen
 * that nobody sees, and a serial port that ends in a file. (Through QEMU's standard output characters get lost when the
 * reader is slow: it writes them one by one, and a socket holds only some hundred such writes.) What
 * the computer writes to the stick is kept in a temporary file and forgotten. When it is switched off or starts again it
 * stands still, so that its screen can be seen.
 */
export function machineArguments(machine: {
  serialPath: string;
  /** Where `listenForMonitor` waits. */
  monitorPath: string;
  /** Where `serveDisks` does. */
  disksPath: string;
  /** The first is the stick; the firmware is to try the others after it. */
  diskCount: number;
  firmware: Firmware;
  accelerator: Accelerator;
}): string[] {
  const { serialPath, monitorPath, disksPath, diskCount, firmware, accelerator } = machine;
  const disk = (index: number): string[] => {
    const server = `file.driver=nbd,file.server.type=unix,file.server.path=${optionValue(disksPath)}`;
    const name = String(index);
    return [
      '-drive',
      `if=none,id=disk${name},format=raw,snapshot=on,${server},file.export=${name}`,
      '-device',
      index === 0
        ? 'usb-storage,drive=disk0,removable=on,bootindex=0'
        : `ide-hd,drive=disk${name},bus=ide.${name},bootindex=${name}`,
    ];
  };
  return [
    ...['-nodefaults', '-no-user-config', '-no-reboot', '-no-shutdown'],
    ...['-machine', firmware.kind === 'secure' ? 'q35,smm=on' : 'q35'],
    ...['-accel', accelerator, '-cpu', 'max', '-m', String(MEMORY_MIB)],
    ...['-display', 'none', '-vga', 'std', '-nic', 'none'],
    ...['-chardev', `socket,id=monitor,path=${optionValue(monitorPath)}`],
    ...['-mon', 'chardev=monitor,mode=control'],
    ...['-chardev', `file,id=serial,path=${optionValue(serialPath)}`, '-serial', 'chardev:serial'],
    ...firmwareArguments(firmware),
    ...['-device', 'qemu-xhci'],
    ...Array.from({ length: diskCount }, (_, index) => disk(index)).flat(),
  ];
}

function firmwareArguments(firmware: Firmware): string[] {
  if (firmware.kind === 'bios') return [];
  return [
    // Then only the firmware itself may change its variables, as Secure Boot requires; its build expects no S3.
    ...(firmware.kind === 'secure'
      ? ['-global', 'driver=cfi.pflash01,property=secure,value=on']
      : []),
    ...(firmware.kind === 'secure' ? ['-global', 'ICH9-LPC.disable_s3=1'] : []),
    ...['-drive', `if=pflash,format=raw,readonly=on,file=${optionValue(firmware.code)}`],
    ...['-drive', `if=pflash,format=raw,snapshot=on,file=${optionValue(firmware.variables)}`],
  ];
}

/** In QEMU's options a comma separates; a doubled one is part of the value. */
export function optionValue(value: string): string {
  return value.replaceAll(',', ',,');
}
