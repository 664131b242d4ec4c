import type { BootArchitecture } from './architecture';
import type { GuestEdits, RegistryEdit } from './edits';

export interface PortableOptions {
  /** Disks inside the computer stay offline, so that a borrowed computer is left as it was. */
  hideInternalDisks: boolean;
  architecture: BootArchitecture;
}

/** What turns an installed Windows into a portable one. */
export function portableEdits(options: PortableOptions): GuestEdits {
  return {
    registry: [
      dword('CurrentControlSet\\Control', 'PortableOperatingSystem', 1),
      ...(options.hideInternalDisks ? [hideInternalDisks()] : []),
    ],
    files: [],
    removals: [],
  };
}

/** SAN policy 4 of the partition manager: internal disks offline, everything else online. */
function hideInternalDisks(): RegistryEdit {
  return dword('CurrentControlSet\\Services\\partmgr\\Parameters', 'SanPolicy', 4);
}

function dword(key: string, name: string, value: number): RegistryEdit {
  return { hive: 'SYSTEM', key, name, data: { type: 'dword', value } };
}

/**
 * Removes the recovery environment on first start: it lives on a partition that a stick hasn't got,
 * and would act on the disks of whatever computer the stick is in.
 */
/** Where Windows looks first. */
export const ANSWER_FILE_PATH = '/Windows/Panther/unattend.xml';

export function answerFile(architecture: BootArchitecture): string {
  const processor = { x64: 'amd64', arm64: 'arm64' }[architecture];
  return `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="urn:schemas-microsoft-com:unattend">
  <settings pass="oobeSystem">
    <component name="Microsoft-Windows-WinRE-RecoveryAgent" processorArchitecture="${processor}" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">
      <UninstallWindowsRE>true</UninstallWindowsRE>
    </component>
  </settings>
</unattend>
`;
}
