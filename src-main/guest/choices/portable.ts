import type { PortableChoices } from '../../../src-shared/windows-choices';
import type { RegistryEdit } from '../edits';
import { pageFileEdits } from './page-file';
import { dword } from './values';

const CONTROL = 'CurrentControlSet\\Control';

/** What keeps Windows from settling on one computer, or from touching what is in it. */
export function portableChoiceEdits(choices: PortableChoices): RegistryEdit[] {
  return [
    // Windows takes itself for a Windows To Go. It may set the value anew when it starts: nothing relies on it.
    dword('SYSTEM', CONTROL, 'PortableOperatingSystem', 1),
    ...(choices.internalDisks === 'offline' ? internalDisksOffline : []),
    ...(choices.hibernation ? hibernationAllowed : hibernationOff),
    ...(choices.deviceEncryption ? [] : deviceEncryptionOff),
    ...pageFileEdits(choices.pageFile),
  ];
}

/** The image of the recovery environment: half a gigabyte, and of no use once Windows doesn't register it. */
export const RECOVERY_IMAGE = '/Windows/System32/Recovery/Winre.wim';

/** SAN policy 4: internal disks offline, all others online (Microsoft, Deploy Windows To Go, san_policy.xml). */
const internalDisksOffline = [
  dword('SYSTEM', 'CurrentControlSet\\Services\\partmgr\\Parameters', 'SanPolicy', 4),
];

/**
 * What `powercfg /hibernate off` and “Turn on fast startup” set. `HibernateEnabledDefault` counts where the
 * other value is not there yet. Hibernation and fast start write the state of one computer onto the stick.
 */
const hibernationOff = [
  dword('SYSTEM', `${CONTROL}\\Power`, 'HibernateEnabled', 0),
  dword('SYSTEM', `${CONTROL}\\Power`, 'HibernateEnabledDefault', 0),
  dword('SYSTEM', `${CONTROL}\\Session Manager\\Power`, 'HiberbootEnabled', 0),
];

/**
 * A Windows To Go doesn't hibernate unless this policy lets it (Microsoft, Policy CSP - ADMX_ExternalBoot,
 * PortableOperatingSystem_Hibernate).
 */
const hibernationAllowed = [
  dword(
    'SYSTEM',
    'CurrentControlSet\\Policies\\Microsoft\\PortableOperatingSystem',
    'Hibernate',
    1,
  ),
];

/** Microsoft, BitLocker drive encryption in Windows for OEMs, “Disable BitLocker automatic device encryption”. */
const deviceEncryptionOff = [
  dword('SYSTEM', `${CONTROL}\\BitLocker`, 'PreventDeviceEncryption', 1),
];
