/** A driver between the processor and the stick. */
export interface BootDriver {
  service: string;
  /** Whether no computer could start from a USB drive without it. */
  needed: boolean;
  what: string;
}

/**
 * The services of Windows' own drivers for disks on USB, and of the disks' own stack (Microsoft, “USB host-side drivers in
 * Windows”, “USB device class drivers included in Windows”, “Storage class driver overview”). Those with `Start` 3 are loaded
 * early where `BootFlags` names the kind of drive that is started from (Microsoft, “INF AddService directive”).
 */
export const BOOT_DRIVERS: readonly BootDriver[] = [
  { service: 'partmgr', needed: true, what: 'partitions' },
  { service: 'volmgr', needed: true, what: 'volumes' },
  { service: 'disk', needed: true, what: 'disks' },
  { service: 'USBXHCI', needed: true, what: 'USB 3 controllers' },
  { service: 'USBHUB3', needed: true, what: 'USB 3 hubs' },
  { service: 'USBSTOR', needed: true, what: 'USB drives' },
  { service: 'UASPStor', needed: false, what: 'USB drives with UASP' },
  { service: 'usbehci', needed: false, what: 'USB 2 controllers' },
  { service: 'usbhub', needed: false, what: 'USB 2 hubs' },
  { service: 'storahci', needed: false, what: 'SATA controllers' },
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
