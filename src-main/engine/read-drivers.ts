import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { driverRefusals, type DriverReport, type RefusedDriver } from '../../src-shared/drivers';
import { messageOf, stickError } from '../../src-shared/errors';
import type { Architecture } from '../../src-shared/image';
import { GiB, MiB, formatBytes } from '../../src-shared/units';
import {
  FIRST_START_DRIVERS,
  Listing,
  judgeDrivers,
  nameOf,
  type BootArchitecture,
  type FileEdit,
  type FoundInf,
  type ListedFile,
  type TakenDriver,
} from '../guest';
import { KnownSums } from './known-sums';
import { walkFolder } from './walk-folder';

/** Real ones have some KiB, the largest some MiB. */
const MOST_INF_BYTES = 16 * MiB;
const MOST_INFS = 5000;
/** All of them are in memory at once. */
const MOST_BYTES_OF_INFS = 256 * MiB;
/** Far more than the drivers of a whole fleet of computers. */
const MOST_BYTES = 16 * GiB;
/** So many refused drivers are named where none is usable. */
const MOST_NAMED = 3;

/**
 * Reads a folder with drivers: what of it goes onto a stick of that architecture, what doesn't and why, and the files,
 * which must not change until the stick is made. Links are not followed. Throws `drivers/unusable` for a folder without
 * a usable driver, or one that is far too large, `files/unreadable`, `files/changed` and `cancelled`.
 */
export async function readDrivers(
  folder: string,
  architecture: BootArchitecture,
  signal: AbortSignal,
): Promise<{ report: DriverReport; files: FileEdit[] }> {
  const root = resolve(folder);
  const { report, taken } = await look(root, architecture, signal);
  const files: FileEdit[] = [];
  for (const [number, driver] of taken.entries()) {
    const below = `${FIRST_START_DRIVERS}/${packageName(number + 1, driver)}`;
    for (const file of driver.files) {
      const content = {
        kind: 'file' as const,
        source: join(root, file.path),
        sizeBytes: file.bytes,
        sha256: await sumOf(root, file, signal),
      };
      files.push({ path: `${below}/${file.to}`, content });
    }
  }
  return { report, files };
}

/** The report alone, which is quicker: only INF files are read. Throws as readDrivers does. */
export async function reportDrivers(
  folder: string,
  architecture: Architecture,
  signal: AbortSignal,
): Promise<DriverReport> {
  const root = resolve(folder);
  if (architecture !== 'x64' && architecture !== 'arm64') {
    throw unusable(root, 'drivers can be had for a Windows for x64 or arm64 only');
  }
  return (await look(root, architecture, signal)).report;
}

async function look(
  root: string,
  architecture: BootArchitecture,
  signal: AbortSignal,
): Promise<{ report: DriverReport; taken: TakenDriver[] }> {
  const listed = await walkFolder(root, signal);
  const infs = listed.filter(({ path }) => /\.inf$/i.test(path));
  if (infs.length === 0) throw unusable(root, 'it holds no .inf file');
  if (infs.length > MOST_INFS) {
    throw unusable(root, `it holds ${String(infs.length)} .inf files, more than can be meant`);
  }
  const usual = infs.filter(({ bytes }) => bytes <= MOST_INF_BYTES);
  const infBytes = usual.reduce((sum, { bytes }) => sum + bytes, 0);
  if (infBytes > MOST_BYTES_OF_INFS) {
    throw unusable(root, `its .inf files have ${formatBytes(infBytes)}, more than can be meant`);
  }
  const { found, oversized } = await readInfs(root, infs, signal);
  const judged = judgeDrivers(found, new Listing(listed), architecture);
  const refused = [...oversized, ...judged.refused];
  if (judged.taken.length === 0) {
    throw unusable(root, `none of its drivers is usable. ${someReasons(refused)}`);
  }
  const totalBytes = judged.taken.reduce((sum, { about }) => sum + about.bytes, 0);
  if (totalBytes > MOST_BYTES) {
    throw unusable(root, `its drivers have ${formatBytes(totalBytes)}, more than can be meant`);
  }
  const taken = judged.taken.map(({ about }) => about);
  return { report: { folder: root, taken, refused, totalBytes }, taken: judged.taken };
}

async function readInfs(
  root: string,
  infs: readonly ListedFile[],
  signal: AbortSignal,
): Promise<{ found: FoundInf[]; oversized: RefusedDriver[] }> {
  const found: FoundInf[] = [];
  const oversized: RefusedDriver[] = [];
  for (const { path, bytes } of infs) {
    if (bytes > MOST_INF_BYTES) {
      const detail = `it has ${formatBytes(bytes)}`;
      oversized.push({ inf: path, reason: 'damaged', detail });
      continue;
    }
    try {
      found.push({ path, content: await readFile(join(root, path), { signal }) });
    } catch (error) {
      throw unreadable(join(root, path), error, signal);
    }
  }
  return { found, oversized };
}

/** Numbered, since several may have the same name. */
function packageName(number: number, { about }: TakenDriver): string {
  const name = nameOf(about.inf).replace(/\.inf$/i, '');
  const safe = name.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 40);
  return `${String(number).padStart(3, '0')}-${safe}`;
}

const sums = new KnownSums();

async function sumOf(root: string, file: ListedFile, signal: AbortSignal): Promise<string> {
  const path = join(root, file.path);
  try {
    const { sha256, bytes } = await sums.sumOf(path, signal);
    if (bytes === file.bytes) return sha256;
  } catch (error) {
    throw unreadable(path, error, signal);
  }
  throw stickError('files/changed', { path });
}

function someReasons(refused: readonly RefusedDriver[]): string {
  const lines = refused.slice(0, MOST_NAMED).map(({ inf, reason, detail }) => {
    const what = driverRefusals[reason].replace(/\.$/, '');
    return `${inf}: ${what}${detail === '' ? '' : ` (${detail})`}`;
  });
  const rest = refused.length - lines.length;
  return [...lines, ...(rest > 0 ? [`and ${String(rest)} more`] : [])].join('; ');
}

function unusable(path: string, message: string): Error {
  return stickError('drivers/unusable', { path, message });
}

function unreadable(path: string, error: unknown, signal: AbortSignal): Error {
  if (signal.aborted) return stickError('cancelled', {});
  return stickError('files/unreadable', { path, message: messageOf(error) });
}
