import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { nameKey } from '../../../src-shared/copy-names';
import type { VentoyStickReport } from '../../../src-shared/job';
import {
  persistenceOf,
  removeFromConfig,
  sameConfig,
  type VentoyConfig,
} from '../../../src-shared/ventoy-json';
import type { Expected } from './compare-files';
import { sha256Of, writeWhole } from './copy-file';
import { checksumPath } from './file-names';
import type { VentoyJob } from './job';
import type { StickFolder } from './stick-folder';

/** More than a list of hashes with one line has. */
const MOST_LIST_BYTES = 4096;

/** What a plan removes and renames on one stick, by paths as they are written there, with what goes along. */
export interface Moves {
  remove: string[];
  rename: { from: string; to: string }[];
  /** What live systems that are removed keep, and that stays. */
  keptPersistence: VentoyStickReport['keptPersistence'];
}

/**
 * What goes along with a file that is removed or renamed: the list with its hash beside it, unless the plan says something
 * else of that. Of an image that is removed also the files of what it keeps, if nothing else in the settings names them, where
 * the plan asks for that; they hold a person's work. Only reads.
 */
export async function movesOn(
  plan: VentoyJob['plan'],
  folder: StickFolder,
  config: VentoyConfig,
): Promise<Moves> {
  const moves: Moves = { remove: [], rename: [], keptPersistence: [] };
  for (const name of plan.remove) moves.remove.push(await folder.asWritten(name));
  for (const { from, to } of plan.rename) {
    moves.rename.push({ from: await folder.asWritten(from), to });
  }
  const named = new Set([...moves.remove, ...moves.rename.map(({ from }) => from)].map(nameKey));
  const listOf = async (name: string): Promise<string | null> => {
    const list = await folder.asWritten(checksumPath(name));
    return named.has(nameKey(list)) || (await folder.sizeOf(list)) === null ? null : list;
  };
  for (const { from, to } of [...moves.rename]) {
    const list = await listOf(from);
    if (list !== null) moves.rename.push({ from: list, to: checksumPath(to) });
  }
  const gone = [...moves.remove];
  for (const image of new Set(gone)) {
    const list = await listOf(image);
    if (list !== null) moves.remove.push(list);
    for (const path of filesOnlyOf(image, gone, config)) {
      const bytes = await folder.sizeOf(path);
      if (bytes === null || named.has(nameKey(path))) continue;
      named.add(nameKey(path));
      if (plan.removePersistence) moves.remove.push(path);
      else moves.keptPersistence.push({ image, path, bytes });
    }
  }
  return moves;
}

/** Files in which an image keeps what changes, and which nothing names any more when `gone` is gone. */
function filesOnlyOf(image: string, gone: readonly string[], config: VentoyConfig): string[] {
  const left = gone.reduce((rest, name) => removeFromConfig(rest, `/${name}`), config);
  const files = persistenceOf(config, `/${image}`)?.files ?? [];
  return files
    .filter((path) => isInside(path) && sameConfig(removeFromConfig(left, path), left))
    .map((path) => path.replace(/^\/+/, ''));
}

/** The settings of a stick may name anything. */
function isInside(path: string): boolean {
  return path
    .replace(/^\/+/, '')
    .split('/')
    .every((part) => !['', '.', '..'].includes(part));
}

/** Removes and renames. Lists of hashes name their file anew; what was written comes back, to be found again. */
export async function carryOutMoves(
  { remove, rename }: Moves,
  folder: StickFolder,
): Promise<Expected[]> {
  for (const name of remove) await folder.remove(name);
  for (const { from, to } of rename) await folder.rename(from, to);
  const written: Expected[] = [];
  for (const { from, to } of rename) {
    const list = checksumPath(to);
    if (!rename.some((other) => other.to === list)) continue;
    const content = await listNaming(to, from, folder);
    if (content === null) continue;
    await writeWhole(await folder.begin(list), content);
    written.push({ path: list, sizeBytes: content.length, sha256: sha256Of(content), isNew: true });
  }
  return written;
}

/** The list beside `to` with its name in place of the old one, as `sha256sum` reads it; null where that changes nothing. */
async function listNaming(to: string, from: string, folder: StickFolder): Promise<Buffer | null> {
  const list = checksumPath(to);
  const size = await folder.sizeOf(list);
  if (size === null || size > MOST_LIST_BYTES) return null;
  const text = await readFile(await folder.place(list), 'utf8');
  const lines = text.split('\n').map((line) => {
    const [, hash = '', name] = /^([0-9a-f]{64} [ *])(.*?)\r?$/i.exec(line) ?? [];
    return name === basename(from) ? hash + basename(to) : line;
  });
  const changed = lines.join('\n');
  return changed === text ? null : Buffer.from(changed);
}
