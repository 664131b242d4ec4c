import { judgeDrive, type JudgedDrive } from '../../src-shared/drive';
import type { Host } from '../host';

export interface JudgedBy {
  neededBytes: number;
  /** Files that the job reads: drives that hold one are no targets. */
  imagePaths: readonly string[];
  workFolder: string;
  appFolder: string;
  allowLoop: boolean;
}

/** Every drive of this computer with what speaks against it. Throws what listing drives throws. */
export async function judgedDrives(
  host: Pick<Host, 'listDrives' | 'deviceOf'>,
  { neededBytes, imagePaths, workFolder, appFolder, allowLoop }: JudgedBy,
): Promise<JudgedDrive[]> {
  const imageDevices = await Promise.all(imagePaths.map((path) => host.deviceOf(path)));
  const needs = {
    neededBytes,
    appDevice: await host.deviceOf(appFolder),
    workDevice: await host.deviceOf(workFolder),
    allowLoop,
  };
  return (await host.listDrives()).map((drive) => {
    const held = imageDevices.find(
      (device) => device !== null && drive.deviceNumbers.includes(device),
    );
    return judgeDrive(drive, { ...needs, imageDevice: held ?? null });
  });
}
