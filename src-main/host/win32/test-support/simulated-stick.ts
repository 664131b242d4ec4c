import type { Drive } from '../../../../src-shared/drive';

/** A USB stick that is disk 2 of a simulated Windows computer. */
export const SIMULATED_STICK: Drive = {
  path: '\\\\.\\PhysicalDrive2',
  sizeBytes: 64_000_000_000,
  serial: null,
  model: 'X',
  bus: 'usb',
  vendor: null,
  removable: true,
  readOnly: false,
  sectorBytes: 512,
  system: false,
  mountPoints: [],
  partitions: [],
  deviceNumbers: ['win:2'],
};
