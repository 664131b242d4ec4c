import { stickError } from '../../src-shared/errors';
import type { WimLocation } from '../../src-shared/image';
import type { Iso, IsoFile } from './iso';
import type { WimFile } from './wim-header';
import { partName, readWimSet, type WimSet } from './wim-set';

/** Where Windows discs keep the WIM; those with two architectures keep one for each. */
const FOLDERS = ['sources', 'x64/sources'];
const KINDS = ['wim', 'esd', 'swm'] as const;

/** Reads the WIM of a Windows disc. Throws `image/not-windows` and what `readWimSet` throws. */
export async function readIsoWim(
  iso: Iso,
  isoPath: string,
): Promise<{ set: WimSet; kind: WimLocation['kind'] }> {
  const found = await findIsoWim(iso);
  if (found === null) throw stickError('image/not-windows', { path: isoPath });
  const { file, kind } = found;
  const asWim = (part: IsoFile): WimFile => ({
    source: iso.open(part),
    path: part.path,
    standalone: false,
  });
  // The name of the first part always has a successor: it is part 1 by its place.
  const nameOf = (part: number): string => partName(file.path, 1, part) ?? file.path;
  const set = await readWimSet(
    asWim(file),
    async (part) => {
      const beside = await iso.find(nameOf(part));
      return beside === null ? null : asWim(beside);
    },
    nameOf,
  );
  return { set, kind };
}

async function findIsoWim(iso: Iso): Promise<{ file: IsoFile; kind: WimLocation['kind'] } | null> {
  for (const folder of FOLDERS) {
    for (const kind of KINDS) {
      const file = await iso.find(`${folder}/install.${kind}`);
      if (file !== null) return { file, kind };
    }
  }
  return null;
}
