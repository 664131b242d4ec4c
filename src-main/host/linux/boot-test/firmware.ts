import { access } from 'node:fs/promises';
import type { BootFirmware } from '../../../../src-shared/boot-test';
import { toolMissing } from '../tools';

/** What a virtual computer begins with. */
export type Firmware = UefiFirmware | { kind: 'bios' };

/** UEFI: its program, and the template of its variables. Both files must come from the same build. */
interface UefiFirmware extends UefiFiles {
  /** `secure`: one that runs in system management mode, with Microsoft's keys among its variables. */
  kind: 'uefi' | 'secure';
}

interface UefiFiles {
  code: string;
  variables: string;
}

/** Where distributions keep OVMF, and the row of `tools` that tells how to get it. */
const places: Readonly<
  Record<UefiFirmware['kind'], { tool: string; files: readonly UefiFiles[] }>
> = {
  uefi: {
    tool: 'ovmf',
    files: [
      files('/usr/share/OVMF', 'OVMF_CODE_4M.fd', 'OVMF_VARS_4M.fd'),
      files('/usr/share/OVMF', 'OVMF_CODE.fd', 'OVMF_VARS.fd'),
      files('/usr/share/edk2/ovmf', 'OVMF_CODE.fd', 'OVMF_VARS.fd'),
      files('/usr/share/edk2/x64', 'OVMF_CODE.4m.fd', 'OVMF_VARS.4m.fd'),
      files('/usr/share/qemu', 'ovmf-x86_64-code.bin', 'ovmf-x86_64-vars.bin'),
    ],
  },
  secure: {
    tool: 'ovmf-secure-boot',
    files: [
      files('/usr/share/OVMF', 'OVMF_CODE_4M.ms.fd', 'OVMF_VARS_4M.ms.fd'),
      files('/usr/share/OVMF', 'OVMF_CODE.ms.fd', 'OVMF_VARS.ms.fd'),
      files('/usr/share/edk2/ovmf', 'OVMF_CODE.secboot.fd', 'OVMF_VARS.secboot.fd'),
      files('/usr/share/qemu', 'ovmf-x86_64-smm-ms-code.bin', 'ovmf-x86_64-smm-ms-vars.bin'),
    ],
  },
};

function files(folder: string, code: string, variables: string): UefiFiles {
  return { code: `${folder}/${code}`, variables: `${folder}/${variables}` };
}

/** Firmware for x86-64 of this computer; a BIOS is part of QEMU. Throws `tool/missing`. */
export async function findFirmware(kind: BootFirmware): Promise<Firmware> {
  if (kind === 'bios') return { kind };
  const { tool, files: candidates } = places[kind];
  for (const candidate of candidates) {
    if ((await readable(candidate.code)) && (await readable(candidate.variables))) {
      return { kind, ...candidate };
    }
  }
  throw await toolMissing(tool);
}

async function readable(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
