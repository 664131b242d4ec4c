import { StickError, messageOf, stickError } from '../../src-shared/errors';

/** What drivelist knows of a drive. */
export interface KnownDrive {
  /** It holds folders of the system, of programs or of the user. */
  isSystem: boolean;
  /** It is expected to be pulled out. True of USB, but also of SATA ports that can be hot-plugged. */
  isRemovable: boolean;
  /** Such as `E:\`. */
  mountPoints: readonly string[];
}

/** The drives that drivelist lists, by their paths. Throws `tool/failed`. */
export async function readKnownDrives(): Promise<ReadonlyMap<string, KnownDrive>> {
  try {
    // Loaded when needed: its native part is of no use to a command that asks for no drive.
    const { list } = await import('drivelist');
    return new Map(
      (await list()).map(({ device, isSystem, isRemovable, mountpoints }) => [
        device,
        { isSystem, isRemovable, mountPoints: mountpoints.map(({ path }) => path) },
      ]),
    );
  } catch (error) {
    if (error instanceof StickError) throw error;
    throw stickError(
      'tool/failed',
      { tool: 'drivelist', message: messageOf(error) },
      { cause: error },
    );
  }
}
