import type { RefusedDriver } from '../../../src-shared/drivers';
import type { DriverInf } from './driver-inf';
import { folderOf, joinInside, nameOf, type ListedFile, type Listing } from './listing';
import { isWindowsPath } from './windows-path';

/** A file of a package: where it is, and where it belongs from the folder of the INF. */
export interface PackageFile extends ListedFile {
  to: string;
}

export type PackageFiles =
  | { is: 'complete'; files: PackageFile[]; catalog: string }
  | { is: 'refused'; reason: RefusedDriver['reason']; detail: string };

/** So many names of missing files are told. */
const MOST_NAMED = 5;

/** What a package consists of, and whether it is all there. */
export function packageFiles(infPath: string, inf: DriverInf, listing: Listing): PackageFiles {
  const folder = folderOf(infPath);
  const files = new Map<string, PackageFile>();
  const spell = folderSpeller();
  const take = (file: ListedFile): void => {
    const to = spell(file.path.slice(folder === '' ? 0 : folder.length + 1));
    files.set(to.toLowerCase(), { ...file, to });
  };

  if (inf.catalog === null) return { is: 'refused', reason: 'unsigned', detail: '' };
  const catalog = findBelow(listing, folder, inf.catalog);
  if (!catalog) return { is: 'refused', reason: 'catalog-missing', detail: inf.catalog };
  const own = listing.find(infPath);
  if (own) take(own);
  take(catalog);

  const missing: string[] = [];
  for (const source of inf.sources) {
    const found = findSource(listing, folder, source);
    if (found) take(found);
    else if (source.required) missing.push(source.name);
  }
  if (missing.length > 0) {
    return { is: 'refused', reason: 'files-missing', detail: someOf(missing) };
  }
  if (inf.sources.length === 0) {
    const beside = listing.inFolder(folder).filter(({ path }) => !/\.inf$/i.test(path));
    for (const file of beside) take(file);
  }
  const bad = [...files.values()].find(({ to }) => !isWindowsPath(to));
  if (bad) return { is: 'refused', reason: 'bad-name', detail: bad.to };
  return { is: 'complete', files: [...files.values()], catalog: nameOf(catalog.path) };
}

/** Spells folders as they were spelled first: `Bin` and `bin` of this computer are one folder in Windows. */
function folderSpeller(): (path: string) => string {
  const spelled = new Map<string, string>();
  const folderAs = (path: string): string => {
    const known = spelled.get(path.toLowerCase());
    if (known !== undefined) return known;
    const above = folderOf(path);
    const whole = above === '' ? path : `${folderAs(above)}/${nameOf(path)}`;
    spelled.set(path.toLowerCase(), whole);
    return whole;
  };
  return (path) => {
    const folder = folderOf(path);
    return folder === '' ? path : `${folderAs(folder)}/${nameOf(path)}`;
  };
}

function findSource(
  listing: Listing,
  folder: string,
  source: DriverInf['sources'][number],
): ListedFile | undefined {
  const packed = source.name.replace(/.$/, '_');
  return (
    findBelow(listing, folder, source.folder, source.name) ??
    // `file.sy_`: compressed on its own, which Windows unpacks (Microsoft, “INF SourceDisksFiles section”).
    findBelow(listing, folder, source.folder, packed) ??
    (source.cabinet === null ? undefined : findBelow(listing, folder, source.cabinet))
  );
}

/** A file by its path from the INF's folder, which it must not leave. */
function findBelow(listing: Listing, folder: string, ...parts: string[]): ListedFile | undefined {
  const inside = joinInside(...parts.map((part) => part.replaceAll('\\', '/')));
  return inside === null ? undefined : listing.find(folder === '' ? inside : `${folder}/${inside}`);
}

function someOf(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  const some = names.slice(0, MOST_NAMED).join(', ');
  return rest > 0 ? `${some} and ${String(rest)} more` : some;
}
