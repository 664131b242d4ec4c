import type { PageFile } from '../../../src-shared/windows-choices';
import type { RegistryEdit } from '../edits';

const MEMORY_MANAGEMENT = 'CurrentControlSet\\Control\\Session Manager\\Memory Management';
const MIB = 2 ** 20;

/**
 * The page files that the session manager makes: a path each, with smallest and largest size in MiB. Without sizes
 * Windows decides, `?:` is the volume it starts from, and no path means no page file (Microsoft, PagingFiles).
 */
export function pageFileEdits(pageFile: PageFile): RegistryEdit[] {
  const data = { type: 'strings', value: pagingFiles(pageFile) } as const;
  return [{ hive: 'SYSTEM', key: MEMORY_MANAGEMENT, name: 'PagingFiles', data }];
}

function pagingFiles(pageFile: PageFile): string[] {
  switch (pageFile.kind) {
    case 'automatic':
      return ['?:\\pagefile.sys'];
    case 'none':
      return [];
    case 'fixed': {
      const size = String(pageFile.bytes / MIB);
      // With `?:` Windows would try other volumes when this one is full: those of a borrowed computer.
      return [`C:\\pagefile.sys ${size} ${size}`];
    }
  }
}
