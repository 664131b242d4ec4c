/*
 * Writes a file to drives with etcher-sdk, the engine of balenaEtcher, and reads it back, with the
 * settings that balenaEtcher itself uses: node etcher.mjs FILE DRIVE … Prints seconds and bytes as JSON.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { multiWrite, sourceDestination } from 'etcher-sdk';

const [path, ...drives] = process.argv.slice(2);

/** Bytes of a drive. Without them etcher-sdk would compare everything up to the drive's end. */
function sizeOf(drive) {
  return Number(readFileSync(`/sys/class/block/${basename(drive)}/size`, 'ascii')) * 512;
}

const began = performance.now();
const { failures, bytesWritten } = await multiWrite.decompressThenFlash({
  source: new sourceDestination.File({ path }),
  destinations: drives.map(
    (device) =>
      new sourceDestination.BlockDevice({
        drive: { device, raw: device, devicePath: null, size: sizeOf(device), mountpoints: [] },
        write: true,
        direct: true,
      }),
  ),
  onFail: (_destination, error) => {
    console.error(error);
  },
  onProgress: () => undefined,
  verify: true,
  numBuffers: 2,
});
if (failures.size > 0) process.exitCode = 1;
console.log(JSON.stringify({ seconds: (performance.now() - began) / 1000, bytesWritten }));
