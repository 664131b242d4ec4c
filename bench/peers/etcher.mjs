/*
 * Writes a file to drives with etcher-sdk, the engine of balenaEtcher, and reads it back, with the
 * settings that balenaEtcher itself uses: node etcher.mjs FILE DRIVE … Prints seconds and bytes as JSON.
 */
import { multiWrite, sourceDestination } from 'etcher-sdk';

const [path, ...drives] = process.argv.slice(2);
const began = performance.now();
const { failures, bytesWritten } = await multiWrite.decompressThenFlash({
  source: new sourceDestination.File({ path }),
  destinations: drives.map(
    (device) =>
      new sourceDestination.BlockDevice({
        drive: { device, raw: device, devicePath: null, size: null, mountpoints: [] },
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
