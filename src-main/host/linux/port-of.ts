/** In the tree of devices, a device on a USB port has the bus and the ports that lead to it for a name, its interfaces a `:` behind that. */
const USB_DEVICE = /^\d+-\d+(\.\d+)*$/;
/** One for each socket of a reader of SD cards. */
const CARD_SOCKET = /^mmc\d+$/;
/** A loop device stands for a port of its own. */
const LOOP = /^loop\d+$/;

/**
 * The port that a block device is plugged into, from the link to it in `/sys/block` (kernel documentation, “sysfs-bus-usb”): `usb 1-2.3`
 * for port 3 of the hub at port 2 of bus 1. Null for what is on no such port.
 */
export function portOf(place: string): string | null {
  const names = place.split('/');
  const usb = names.filter((name) => USB_DEVICE.test(name)).at(-1);
  if (usb !== undefined) return `usb ${usb}`;
  const socket = names.find((name) => CARD_SOCKET.test(name));
  if (socket !== undefined) return `card ${socket}`;
  const last = names.at(-1) ?? '';
  return LOOP.test(last) ? last : null;
}
