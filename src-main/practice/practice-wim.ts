import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MiB } from '../../src-shared/units';
import { runTool } from '../host/run-tool';
import { imageProperties, type PracticeEdition } from './editions';

export interface WimOptions {
  compression: 'lzx' | 'xpress' | 'none' | 'solid';
  /** Holds the folders of the sources, and for a while their list. */
  work: string;
}

/** An edition and the names of the work folder's folders that lie on top of each other in it. */
export interface EditionSource {
  edition: PracticeEdition;
  folders: string[];
}

/** Captures the editions into one WIM, in order. Equal files are stored once. */
export async function makeWim(
  wim: string,
  sources: readonly EditionSource[],
  options: WimOptions,
  signal: AbortSignal | undefined,
): Promise<void> {
  const list = join(options.work, 'sources.list');
  for (const [i, { edition, folders }] of sources.entries()) {
    await writeFile(list, folders.map((folder) => `${folder} /\n`).join(''));
    const how = i === 0 ? ['capture'] : ['append'];
    const packing = i === 0 ? compressionArgs(options.compression) : ['--update-of=1'];
    const properties = imageProperties(edition).map((property) => `--image-property=${property}`);
    await runTool(
      'wimlib-imagex',
      [
        ...how,
        ...[list, wim, edition.name, edition.description],
        ...['--source-list', '--no-acls', '--norpfix'],
        ...packing,
        ...properties,
      ],
      signal === undefined ? { cwd: options.work } : { cwd: options.work, signal },
    );
  }
}

/** Splits a WIM into parts of about `partBytes` and removes it. */
export async function splitWim(
  wim: string,
  firstPart: string,
  partBytes: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const mebibytes = String(Math.max(1, Math.floor(partBytes / MiB)));
  await runTool(
    'wimlib-imagex',
    ['split', wim, firstPart, mebibytes],
    signal === undefined ? {} : { signal },
  );
  await rm(wim);
}

function compressionArgs(compression: WimOptions['compression']): string[] {
  return compression === 'solid' ? ['--solid'] : [`--compress=${compression}`];
}
