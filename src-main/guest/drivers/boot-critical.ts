/**
 * Setup classes of what stands between a computer's processor and the stick (Microsoft, “System-Defined Device Setup
 * Classes Available to Vendors” and “… Reserved for System Use”). NVMe controllers are of SCSIAdapter.
 */
const CLASSES: Record<string, string> = {
  '{4d36e967-e325-11ce-bfc1-08002be10318}': 'diskdrive',
  '{4d36e96a-e325-11ce-bfc1-08002be10318}': 'hdc',
  '{4d36e97b-e325-11ce-bfc1-08002be10318}': 'scsiadapter',
  '{4d36e97d-e325-11ce-bfc1-08002be10318}': 'system',
  '{36fc9e60-c465-11cf-8056-444553540000}': 'usb',
  '{71a27cdd-812a-11d0-bec7-08002be2092f}': 'volume',
  '{a0a588a4-c46f-4b37-b7ea-c82fe89870c6}': 'sdhost',
};

/** Whether a driver is of a class that Windows may need to start at all. The class's name counts where it has no GUID. */
export function isBootCritical(className: string | null, classGuid: string | null): boolean {
  if (classGuid !== null) return classGuid in CLASSES;
  return Object.values(CLASSES).includes(className?.toLowerCase() ?? '');
}
