import { expect, it } from 'vitest';
import { portOf } from './port-of';

it.each([
  [
    '../devices/pci0000:00/0000:00:14.0/usb2/2-1/2-1.4/2-1.4:1.0/host6/target6:0:0/6:0:0:0/block/sdb',
    'usb 2-1.4',
  ],
  [
    '../devices/pci0000:00/0000:00:14.0/usb1/1-3/1-3:1.0/host2/target2:0:0/2:0:0:1/block/sdd',
    'usb 1-3',
  ],
  ['../devices/pci0000:00/0000:00:1d.0/mmc_host/mmc0/mmc0:aaaa/block/mmcblk0', 'card mmc0'],
  ['../devices/virtual/block/loop7', 'loop7'],
  ['../devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda', null],
  ['../devices/pci0000:00/0000:00:1d.0/0000:3d:00.0/nvme/nvme0/nvme0n1', null],
  ['', null],
])('tells the port of %s', (place, port) => {
  expect(portOf(place)).toBe(port);
});
