import { stickError } from '../../src-shared/errors';
import type { Edition, WimLocation } from '../../src-shared/image';
import { readWimHeader, unsupported, type WimFile, type WimHeader } from './wim-header';
import { badTable, readWimTable } from './wim-table';
import { readWimEditions } from './wim-xml';

/** All parts of a WIM, read and found to belong together. */
export interface WimSet {
  editions: Edition[];
  parts: WimFile[];
  compression: WimLocation['compression'];
  /** Many files are compressed together, which makes it an ESD whatever it is called. */
  solid: boolean;
}

/** Finds the file of a part of a split set, from 1. Null when there is none. */
export type FindPart = (part: number) => Promise<WimFile | null>;

/**
 * Reads a WIM of one or more parts. `start` is any of them; `nameOf` says what a part that is missing
 * would be called. Throws the errors of `wim/…` and `image/truncated`.
 */
export async function readWimSet(
  start: WimFile,
  findPart: FindPart,
  nameOf: (part: number) => string,
): Promise<WimSet> {
  const startHeader = await readWimHeader(start);
  const parts: WimFile[] = [];
  const headers: WimHeader[] = [];
  for (let part = 1; part <= startHeader.parts; part += 1) {
    const isStart = part === startHeader.part;
    const file = isStart ? start : await findPart(part);
    if (file === null) {
      throw stickError('wim/part-missing', {
        total: startHeader.parts,
        part,
        path: nameOf(part),
      });
    }
    const header = isStart ? startHeader : await readWimHeader(file);
    const belongs =
      header.guid === startHeader.guid &&
      header.parts === startHeader.parts &&
      header.part === part;
    if (!belongs) throw stickError('wim/part-foreign', { path: file.path });
    parts.push(file);
    headers.push(header);
  }
  return readContent(parts, headers);
}

async function readContent(parts: WimFile[], headers: WimHeader[]): Promise<WimSet> {
  const [first] = parts;
  const [firstHeader] = headers;
  if (first === undefined || firstHeader === undefined) throw new RangeError('a WIM has parts');
  const editions = await readWimEditions(first, firstHeader);
  if (editions.length === 0) throw unsupported(first, 'it holds no edition');

  let metadataCount = 0;
  let solid = false;
  for (const [at, file] of parts.entries()) {
    const table = await readWimTable(file, headers[at] ?? firstHeader);
    metadataCount += table.metadataCount;
    solid ||= table.solid;
  }
  if (metadataCount < editions.length) {
    const message = `it describes ${String(metadataCount)} of ${String(editions.length)} editions`;
    throw badTable(first, message);
  }
  return { editions, parts, compression: firstHeader.compression, solid };
}

/**
 * The name of a part: `install.swm` is followed by `install2.swm`, `install3.swm` and so on. `name` is
 * that of part `known`. Null when it does not follow this rule.
 */
export function partName(name: string, known: number, wanted: number): string | null {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const extension = dot > 0 ? name.slice(dot) : '';
  const number = known === 1 ? '' : String(known);
  if (!stem.endsWith(number)) return null;
  const base = stem.slice(0, stem.length - number.length);
  return `${base}${wanted === 1 ? '' : String(wanted)}${extension}`;
}
