import { SECTOR } from '../../../src-shared/units';
import { PARTITION_TYPE, chooseTable, openNtfs, readGpt, type NtfsVolume } from '../../disk';
import { openFileSource, slice } from '../../io';

/** Use of the Windows volume of a stick with a GPT, by the file with its bytes. */
export async function withWindows<T>(
  image: string,
  use: (volume: NtfsVolume) => Promise<T>,
): Promise<T> {
  const source = await openFileSource(image);
  try {
    const table = chooseTable(await readGpt(source));
    const windows = table?.entries.find(({ typeGuid }) => typeGuid === PARTITION_TYPE.windows);
    if (!windows) throw new Error('there is no partition of Windows');
    const { firstLba, lastLba } = windows;
    const part = slice(source, firstLba * SECTOR, (lastLba - firstLba + 1) * SECTOR);
    return await use(await openNtfs(part));
  } finally {
    await source.close();
  }
}
