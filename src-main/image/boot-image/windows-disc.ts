import { StickError } from '../../../src-shared/errors';
import type { Architecture, Edition } from '../../../src-shared/image';
import type { Iso } from '../iso';
import { readIsoWim } from '../iso-wim';
import { readWimSet } from '../wim-set';

/** Windows 11 calls itself version 10 too; its builds begin here. */
const FIRST_BUILD_OF_11 = 22000;

/**
 * The editions of a disc of Windows, or what its boot image holds where it has no others. A disc whose images can't be
 * read gives the problem instead: Ventoy may start it all the same.
 */
export async function readWindowsDisc(
  iso: Iso,
  path: string,
): Promise<{ editions: Edition[] } | { problem: string }> {
  try {
    return { editions: (await readIsoWim(iso, path)).set.editions };
  } catch (error) {
    if (!isAboutImage(error)) throw error;
    if (error.code !== 'image/not-windows') return { problem: error.message };
  }
  try {
    return { editions: await readBootWim(iso) };
  } catch (error) {
    if (!isAboutImage(error)) throw error;
    return { problem: error.message };
  }
}

async function readBootWim(iso: Iso): Promise<Edition[]> {
  const file = (await iso.find('sources/boot.wim')) ?? (await iso.find('x64/sources/boot.wim'));
  if (file === null) return [];
  const wim = { source: iso.open(file), path: file.path, standalone: false };
  return (
    await readWimSet(
      wim,
      () => Promise.resolve(null),
      () => file.path,
    )
  ).editions;
}

/** Damage inside of the disc, and nothing that concerns reading it at all. */
function isAboutImage(error: unknown): error is StickError {
  return error instanceof StickError && /^(wim|image)\//.test(error.code);
}

export interface WindowsTitle {
  title: string | null;
  version: string | null;
  architecture: Architecture;
}

/** What a person would call a set of editions: `Windows 11`, or the name of the only one. */
export function windowsTitle(editions: readonly Edition[]): WindowsTitle {
  const [first] = editions;
  if (first === undefined) return { title: 'Windows', version: null, architecture: 'unknown' };
  const same = editions.every(({ architecture }) => architecture === first.architecture);
  return {
    title: editions.length === 1 ? first.name : commonName(first),
    version: first.version,
    architecture: same ? first.architecture : 'unknown',
  };
}

function commonName({ name, build }: Edition): string {
  const written = /^(?:Microsoft )?(Windows (?:Server \d+(?: R2)?|PE|\d+(?:\.\d+)?))\b/.exec(
    name,
  )?.[1];
  if (written !== undefined) return written;
  if (build === null) return 'Windows';
  return build >= FIRST_BUILD_OF_11 ? 'Windows 11' : 'Windows 10';
}
