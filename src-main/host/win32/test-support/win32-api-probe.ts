import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeBytes } from '../../../io';
import { programsUsing } from '../drives-holders';
import { deviceOf } from '../drives-device-of';
import { isElevated } from '../is-elevated';
import { loadWin32Api } from '../win32-api';
import { Access, ControlCode, OpenFlag, Share, WindowsError } from '../win32-codes';
import { STORAGE_DEVICE_NUMBER_BYTES, decodeDiskNumber } from '../win32-structures';

/** Calls Windows' functions one after the other, and writes what each gave to the file that is named. */
async function probe(): Promise<Record<string, unknown>> {
  const api = await loadWin32Api();
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  const path = join(folder, 'Grüße 内部.bin');
  writeFileSync(path, Buffer.alloc(3 * 4096, 7));
  const found: Record<string, unknown> = {};
  const note = async (name: string, work: () => unknown): Promise<void> => {
    try {
      found[name] = await work();
    } catch (error) {
      found[name] =
        error instanceof WindowsError ? `${error.call} ${String(error.code)}` : String(error);
    }
  };

  const file = api.open(path, Access.readWrite, Share.read, OpenFlag.none);
  await note('missing', () => api.open(join(folder, 'none'), Access.query, Share.all, 0));
  await note('shared', () => api.open(path, Access.readWrite, Share.read, 0));
  await note('final path', () => api.finalPath(file));
  await note('written at once', async () => {
    const pieces = [65, 66, 67].map((byte) => Buffer.alloc(4096, byte));
    await Promise.all(pieces.map((piece, index) => api.write(file, piece, index * 4096)));
    await api.flush(file);
    const back = Buffer.alloc(3 * 4096);
    await api.read(file, back, 0);
    return back.equals(Buffer.concat(pieces));
  });
  await note('past the end', () => api.read(file, Buffer.alloc(512), 1_000_000));
  await note('over the end', () => api.read(file, Buffer.alloc(512), 3 * 4096 - 256));
  api.close(file);
  await note('closed', () => api.finalPath(file));

  const readable = api.open(path, Access.read, Share.all, OpenFlag.none);
  await note('without the right', () => api.write(readable, Buffer.alloc(512), 0));
  api.close(readable);

  await note('programs', () => programsUsing(api, [folder]));
  await note('room', async () => (await freeBytes(join(folder, 'not', 'there'))) > 0);
  await note('a letter that is not there', () => deviceOf(api, 'Q:\\file'));
  await note('elevated', () => isElevated());
  await note('volume', () => {
    const volume = api.open('\\\\.\\C:', Access.readWrite, Share.readWrite, OpenFlag.none);
    try {
      const { IOCTL_STORAGE_GET_DEVICE_NUMBER: ask, FSCTL_LOCK_VOLUME: lock } = ControlCode;
      const number = decodeDiskNumber(api.control(volume, ask, STORAGE_DEVICE_NUMBER_BYTES));
      return { isDisk: number !== null, lockReply: api.control(volume, lock, 0).length };
    } finally {
      api.close(volume);
    }
  });
  return found;
}

void probe().then(
  (found) => {
    writeFileSync(process.argv[2] ?? '', JSON.stringify(found));
  },
  (error: unknown) => {
    writeFileSync(process.argv[2] ?? '', JSON.stringify({ failed: String(error) }));
  },
);
