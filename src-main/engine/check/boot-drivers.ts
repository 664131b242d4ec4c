import type { FindingKey } from '../../../src-shared/findings';

/** Those of which there are words for what they drive. */
type DriverService =
  Extract<FindingKey, `driver.for-${string}`> extends `driver.for-${infer Service}`
    ? Service
    : never;

/** A driver between the processor and the stick. */
export interface BootDriver {
  service: DriverService;
  /** Whether no computer could start from a USB drive without it. */
  needed: boolean;
}

/**
 * The services of Windows' own drivers for disks on USB, and of the disks' own stack (Microsoft, “USB host-side drivers in
 * Windows”, “USB device class drivers included in Windows”, “Storage class driver overview”). Those with `Start` 3 are loaded
 * early where `BootFlags` names the kind of drive that is started from (Microsoft, “INF AddService directive”).
 */
export const BOOT_DRIVERS: readonly BootDriver[] = [
  { service: 'partmgr', needed: true },
  { service: 'volmgr', needed: true },
  { service: 'disk', needed: true },
  { service: 'USBXHCI', needed: true },
  { service: 'USBHUB3', needed: true },
  { service: 'USBSTOR', needed: true },
  { service: 'UASPStor', needed: false },
  { service: 'usbehci', needed: false },
  { service: 'usbhub', needed: false },
  { service: 'storahci', needed: false },
];

/** `Start` of a service (Microsoft, “HKLM\\SYSTEM\\CurrentControlSet\\Services Registry Tree”). */
export const START_BOOT = 0;
export const START_DISABLED = 4;

/**
 * Where a driver's file lies, as a path from the volume's root with `/`, by the `ImagePath` of its service: a path from the
 * Windows folder, or one that begins with `\SystemRoot\`. Null for a path that leads elsewhere.
 */
export function driverPath(service: string, imagePath: string | null): string | null {
  const named =
    imagePath === null || imagePath === '' ? `System32\\drivers\\${service}.sys` : imagePath;
  const below = named.replace(/^\\SystemRoot\\|^%SystemRoot%\\/i, '');
  if (/^[\\%]|:/.test(below)) return null;
  return `/Windows/${below.replace(/\\/g, '/')}`;
}
