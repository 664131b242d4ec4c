import { lstat, mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { stickError, type StickError } from '../../../src-shared/errors';
import {
  BITLOCKER_FILES,
  BITLOCKER_FOLDER,
  liftFence,
  placeBitLockerAreas,
  raiseFence,
  type NtfsFence,
} from '../../disk';
import {
  HIVE_PATH,
  type FileEdit,
  type HiveName,
  type RegistryData,
  type RegistryEdit,
} from '../../guest';
import { makeOwnedFolder } from '../../io';
import type { Running, WindowsVolumeRequest } from '../index';
import { runTool } from '../run-tool';
import { placeContent } from './edit-content';
import { explainLackOfSpace, isVolumeTooSmall } from './lack-of-space';
import { makeSparseFile } from './sparse-file';
import { requireTools } from './tools';
import { withVolumeFile } from './volume-file';
import { withWimWorker, type FoundPath, type WimWorker } from './wim-worker';

/** A file on this computer and its place in the volume. */
interface Placed {
  source: string;
  target: string;
}

/** What happens to the volume besides the image. */
interface Changes {
  /** Put into the image before it is unpacked, with the folders they need; in place of what is there. */
  added: Placed[];
  /** Everything in the volume that gets permissions: what comes from outside of the image, and so has none. */
  unprotected: FoundPath[];
}

/**
 * Unpacks one edition, with its edits, into a fresh NTFS volume in a sparse file or on a block device.
 * On failure and on cancellation, which takes less than two seconds, no volume file stays behind; what
 * a device then holds is undefined.
 *
 * Files are put into the image in memory, so that one pass over the volume suffices. One that the image has already is
 * replaced, not overwritten: it may be compressed or have other names, under which the new content would be found,
 * too. Hives are overwritten in the volume: replaced they would lose their security descriptor and become open to everyone.
 */
export async function buildWindowsVolume(
  request: WindowsVolumeRequest,
  running: Running,
): Promise<void> {
  await requireTools(['mkntfs', 'ntfscp', 'libwim.so.15', 'libhivex.so.0']);
  const asked = { ...request, volumePath: resolve(request.volumePath) };
  // An edition may need more than its WIM says. A volume that was filled in part can't be gone on with.
  const outcome = await makeAndFill(asked, running);
  if (outcome === 'fence-too-tight') await makeAndFill({ ...asked, fenceBytes: null }, running);
}

async function makeAndFill(
  request: WindowsVolumeRequest,
  running: Running,
): Promise<'done' | 'fence-too-tight'> {
  const { place, volumePath: volume, volumeBytes } = request;
  const progress = { doneBytes: 0, totalBytes: 0 };
  if (place === 'new-file') await makeSparseFile(volume, volumeBytes);
  let scratch: string | undefined;
  let fence: NtfsFence | null = null;
  try {
    scratch = await makeOwnedFolder(dirname(resolve(request.extractTo)), '.edits-');
    await runTool('mkntfs', mkntfsArguments(volume, request), { signal: running.signal });
    fence = await fenceVolume(request);
    await fillVolume(request, scratch, {
      signal: running.signal,
      onProgress: (doneBytes, totalBytes) => {
        Object.assign(progress, { doneBytes, totalBytes });
        running.onProgress(doneBytes, totalBytes);
      },
    });
    if (fence) await unfenceVolume(request, fence);
    if (request.bitLockerAreas === true) await placeAreas(request);
    return 'done';
  } catch (error) {
    const explained = await explainLackOfSpace(error, request, progress);
    if (place === 'new-file') await rm(volume, { force: true });
    if (fence && isVolumeTooSmall(explained)) return 'fence-too-tight';
    throw explained;
  } finally {
    if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
  }
}

function fenceVolume(request: WindowsVolumeRequest): Promise<NtfsFence | null> {
  const { volumePath, volumeBytes, fenceBytes } = request;
  if (fenceBytes === null) return Promise.resolve(null);
  return withVolumeFile(volumePath, volumeBytes, (volume) => raiseFence(volume, fenceBytes));
}

function unfenceVolume(
  { volumePath, volumeBytes }: WindowsVolumeRequest,
  fence: NtfsFence,
): Promise<void> {
  return withVolumeFile(volumePath, volumeBytes, (volume) => liftFence(volume, fence));
}

/** Behind the fence, too: the copies of the metadata are to lie far apart. */
async function placeAreas({ volumePath, volumeBytes }: WindowsVolumeRequest): Promise<void> {
  const placed = await withVolumeFile(volumePath, volumeBytes, placeBitLockerAreas);
  if (!placed) throw stickError('wim/too-large', { size: volumeBytes });
}

/** Geometry and start sector matter to a BIOS that starts from the volume's boot sector. */
function mkntfsArguments(volume: string, { label, startLba }: WindowsVolumeRequest): string[] {
  const geometry = ['-s', '512', '-c', '4096', '-p', String(startLba), '-H', '255', '-S', '63'];
  return ['-Q', '-F', '-q', '-L', label, ...geometry, volume];
}

/** What buildWindowsVolume does, one line an operation, for people who want to know before they agree. */
export function describeWindowsVolume(request: WindowsVolumeRequest): string[] {
  const { place, volumePath, volumeBytes, fenceBytes, edits } = request;
  const areas = request.bitLockerAreas === true;
  const hives = [...new Set(edits.registry.map(({ hive }) => HIVE_PATH[hive]))];
  return [
    place === 'new-file'
      ? `make ${volumePath}, a sparse file of ${String(volumeBytes)} bytes`
      : `erase ${volumePath}, a device of ${String(volumeBytes)} bytes`,
    ['mkntfs', ...mkntfsArguments(volumePath, request)].join(' '),
    ...(fenceBytes === null
      ? []
      : [`mark as used for now what lies behind the ${String(fenceBytes)} bytes needed`]),
    `libwim: open ${request.wimParts.join(', ')}, image ${String(request.index)}`,
    `libwim: take out ${request.extractPaths.join(', ')} to ${request.extractTo}`,
    ...edits.registry.map(
      ({ hive, key, name, data }) =>
        `libhivex: set ${hive}\\${key}\\${name} to ${registryText(data)}`,
    ),
    ...edits.removals.map((path) => `libwim: leave ${path} out of the image in memory`),
    ...edits.files.map(({ path }) => `libwim: add ${path} to the image in memory`),
    ...(areas ? BITLOCKER_FILES : []).map(
      ({ path, bytes }) => `libwim: add ${path}, ${String(bytes)} zeros, to the image in memory`,
    ),
    `libwim: unpack the image into ${volumePath} in NTFS mode`,
    ...hives.map((hive) => `ntfscp: overwrite ${hive} in ${volumePath}`),
    ...(areas ? [`libntfs-3g: hide ${BITLOCKER_FOLDER} and these files, for the system only`] : []),
    ...(fenceBytes === null ? [] : ['mark as free again what was marked as used']),
    ...(areas
      ? [
          `move the files of ${BITLOCKER_FOLDER}, each into one run of free clusters, and clear those`,
        ]
      : []),
  ];
}

function registryText(data: RegistryData): string {
  const value = Buffer.isBuffer(data.value) ? data.value.toString('hex') : String(data.value);
  return `${value} (${data.type})`;
}

function fillVolume(
  request: WindowsVolumeRequest,
  scratch: string,
  { signal, onProgress }: Running,
): Promise<void> {
  return withWimWorker(signal, async (worker) => {
    const { volumePath: volume, edits } = request;
    await worker.open(
      request.wimParts.map((part) => resolve(part)),
      request.index,
    );
    await extractExisting(worker, request.extractPaths, resolve(request.extractTo));
    const hives = await editHives(worker, edits.registry, scratch, request.wimParts[0] ?? '');
    await removeExisting(worker, edits.removals);
    const files = await planFiles(worker, edits.files, scratch, signal);
    const areas = request.bitLockerAreas === true ? await planAreas(worker, scratch, signal) : null;

    const added = [...files.added, ...(areas?.added ?? [])];
    if (added.length > 0) await worker.add(added);
    await worker.apply(volume, onProgress);

    for (const { source, target } of hives) {
      await runTool('ntfscp', ['-f', '-q', volume, source, target], { signal });
    }
    if (files.unprotected.length > 0) await worker.protect(volume, files.unprotected);
    if (areas) await worker.giveToSystem(volume, areas.reserved);
  });
}

/** Unpacks those of the paths that the image has. */
async function extractExisting(worker: WimWorker, paths: string[], into: string): Promise<void> {
  const found = (await worker.find(paths)).filter((entry) => entry !== null);
  await mkdir(into, { recursive: true });
  if (found.length === 0) return;
  await worker.extract(
    found.map(({ path }) => path),
    into,
  );
}

async function removeExisting(worker: WimWorker, paths: string[]): Promise<void> {
  const found = (await worker.find(paths)).filter((entry) => entry !== null);
  if (found.length > 0) await worker.remove(found.map(({ path }) => path));
}

/** Edits copies of the hives and returns where they belong. */
async function editHives(
  worker: WimWorker,
  edits: readonly RegistryEdit[],
  scratch: string,
  wimPath: string,
): Promise<Placed[]> {
  const names = [...new Set(edits.map(({ hive }) => hive))];
  if (names.length === 0) return [];
  const found = await worker.find(names.map((name) => HIVE_PATH[name]));
  const hives = names.map((name, index) => {
    const target = found[index]?.path;
    if (target === undefined) throw hiveMissing(name, wimPath);
    return { name, target, source: join(scratch, target) };
  });
  await worker.extract(
    hives.map(({ target }) => target),
    scratch,
  );
  for (const { name, source } of hives) {
    // A link here would have this program change a file of this computer.
    if (!(await lstat(source)).isFile()) throw hiveMissing(name, wimPath);
    await worker.editHive(
      source,
      edits.filter(({ hive }) => hive === name),
    );
  }
  return hives;
}

function hiveMissing(name: HiveName, wimPath: string): StickError {
  const message = `it holds no registry hive ${HIVE_PATH[name]}`;
  return stickError('wim/unsupported', { path: wimPath, message });
}

async function planFiles(
  worker: WimWorker,
  edits: readonly FileEdit[],
  scratch: string,
  signal: AbortSignal,
): Promise<Changes> {
  const changes: Changes = { added: [], unprotected: [] };
  for (const [number, { path, content }] of edits.entries()) {
    const source = join(scratch, `file-${String(number)}`);
    await placeContent(content, source, signal);
    const { target, missing } = await locate(worker, path);
    changes.added.push({ source, target });
    changes.unprotected.push(...missing);
    if (missing.length === 0) changes.unprotected.push({ path: target, directory: false });
  }
  return changes;
}

/** The files that BitLocker owns, which get their places later, and what is the system's only: they and their folder. */
async function planAreas(
  worker: WimWorker,
  scratch: string,
  signal: AbortSignal,
): Promise<{ added: Placed[]; reserved: FoundPath[] }> {
  const folder = await locate(worker, BITLOCKER_FOLDER);
  const added: Placed[] = [];
  for (const [number, { path, bytes }] of BITLOCKER_FILES.entries()) {
    const source = join(scratch, `area-${String(number)}`);
    await placeContent({ kind: 'bytes', bytes: Buffer.alloc(bytes) }, source, signal);
    added.push({ source, target: (await locate(worker, path)).target });
  }
  const files = added.map(({ target }) => ({ path: target, directory: false }));
  return { added, reserved: [{ path: folder.target, directory: true }, ...files] };
}

/** A path as the image spells it, and those of its parts that the image doesn't have. */
async function locate(
  worker: WimWorker,
  path: string,
): Promise<{ target: string; missing: FoundPath[] }> {
  const names = path.split('/').filter((name) => name !== '');
  const parents = names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
  const found = await worker.find(parents);
  let target = '';
  const missing: FoundPath[] = [];
  names.forEach((name, index) => {
    const existing = found[index];
    target = existing?.path ?? `${target}/${name}`;
    if (!existing) missing.push({ path: target, directory: index < names.length - 1 });
  });
  return { target, missing };
}
