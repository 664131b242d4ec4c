import { access } from 'node:fs/promises';
import { toolMissing } from '../tools';

/** What a virtual computer begins with. */
export type Firmware = UefiFirmware | { kind: 'bios' };

/** UEFI: its program, and the template of its variables. */
interface UefiFirmware {
  kind: 'uefi';
  code: string;
  variables: string;
}

/** Where distributions keep OVMF without Secure Boot. Both files must come from the same build. */
const candidates: readonly Omit<UefiFirmware, 'kind'>[] = [
  {
    code: '/usr/share/OVMF/OVMF_CODE_4M.fd',
    variables: '/usr/share/OVMF/OVMF_VARS_4M.fd',
  },
  { code: '/usr/share/OVMF/OVMF_CODE.fd', variables: '/usr/share/OVMF/OVMF_VARS.fd' },
  { code: '/usr/share/edk2/ovmf/OVMF_CODE.fd', variables: '/usr/share/edk2/ovmf/OVMF_VARS.fd' },
  { code: '/usr/share/edk2/x64/OVMF_CODE.4m.fd', variables: '/usr/share/edk2/x64/OVMF_VARS.4m.fd' },
  {
    code: '/usr/share/qemu/ovmf-x86_64-code.bin',
    variables: '/usr/share/qemu/ovmf-x86_64-vars.bin',
  },
];

/** Firmware for x86-64 of this computer; a BIOS is part of QEMU. Throws `tool/missing`. */
export async function findFirmware(kind: Firmware['kind']): Promise<Firmware> {
  if (kind === 'bios') return { kind };
  for (const firmware of candidates) {
    if ((await readable(firmware.code)) && (await readable(firmware.variables))) {
      return { kind, ...firmware };
    }
  }
  throw await toolMissing('ovmf');
}

async function readable(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
