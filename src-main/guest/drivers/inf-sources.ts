import type { BootArchitecture } from '../architecture';
import type { Inf } from './inf';

/*
 * The files that a driver package consists of: Microsoft, “INF SourceDisksFiles section”, “INF SourceDisksNames
 * section” and “INF CopyFiles directive”. Decorated sections go before those without (`.amd64`, not `.NTamd64`).
 */

export interface SourceFile {
  /** As the INF spells it. */
  name: string;
  /** Folder from that of the INF, with `/`, without `/` at either end; empty for the same. May hold `..`. */
  folder: string;
  /** A cabinet that may hold the file in place of the folder. */
  cabinet: string | null;
}

const ENDING_OF: Record<BootArchitecture, string> = { x64: 'amd64', arm64: 'arm64' };

/** Files that the INF lists for an architecture, each once. */
export function sourceFiles(inf: Inf, architecture: BootArchitecture): SourceFile[] {
  const ending = ENDING_OF[architecture];
  const disks = new Map<string, { path: string; cabinet: string | null }>();
  for (const section of [`SourceDisksNames.${ending}`, 'SourceDisksNames']) {
    for (const { key, fields } of inf.section(section)) {
      // diskid = description, tag or cabinet, unused, path, flags, tag file
      if (key === null || disks.has(key)) continue;
      const cabinet = [fields[1], fields[5]].find((name) => name && /\.cab$/i.test(name));
      disks.set(key, { path: fields[3] ?? '', cabinet: cabinet ?? null });
    }
  }
  const files = new Map<string, SourceFile>();
  for (const section of [`SourceDisksFiles.${ending}`, 'SourceDisksFiles']) {
    for (const { key, fields } of inf.section(section)) {
      // file = diskid, folder, size
      const name = key?.toLowerCase();
      if (key === null || name === undefined || name === '' || files.has(name)) continue;
      const disk = disks.get(fields[0] ?? '');
      files.set(name, {
        name: key,
        folder: folderPath(disk?.path ?? '', fields[1] ?? ''),
        cabinet: disk?.cabinet ?? null,
      });
    }
  }
  return [...files.values()];
}

/** Names, in lower case, of the files that sections copy, and the sections that those need. */
export function requiredNames(inf: Inf, sections: readonly string[]): Set<string> {
  const names = new Set<string>();
  const lists = new Set<string>();
  const needed = new Set(sections.map((section) => section.toLowerCase()));
  // A set that grows while it is gone through gives what was added, too, and everything once.
  for (const section of needed) {
    for (const { key, fields } of inf.section(section)) {
      const directive = key?.toLowerCase();
      if (directive === 'needs') for (const field of fields) needed.add(field.toLowerCase());
      if (directive !== 'copyfiles') continue;
      for (const field of fields) {
        if (field.startsWith('@')) names.add(field.slice(1).toLowerCase());
        else lists.add(field.toLowerCase());
      }
    }
  }
  for (const list of lists) for (const name of listedNames(inf, list)) names.add(name);
  return names;
}

/** A list has lines of destination, source, unused, flags; the source is left out where it has the same name. */
function listedNames(inf: Inf, section: string): string[] {
  return inf
    .section(section)
    .map(({ fields: [destination = '', source] }) =>
      (source === undefined || source === '' ? destination : source).toLowerCase(),
    )
    .filter((name) => name !== '');
}

function folderPath(...parts: string[]): string {
  return parts
    .flatMap((part) => part.split(/[\\/]/))
    .filter((name) => name !== '' && name !== '.')
    .join('/');
}
