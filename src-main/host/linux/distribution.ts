import { readFile } from 'node:fs/promises';

/** Families of distributions that share a package manager and, mostly, package names. */
export type Family = 'debian' | 'fedora' | 'arch' | 'suse' | 'unknown';

const families: Record<string, Family> = {
  debian: 'debian',
  ubuntu: 'debian',
  fedora: 'fedora',
  rhel: 'fedora',
  centos: 'fedora',
  arch: 'arch',
  suse: 'suse',
  opensuse: 'suse',
};

/** The family named by the text of an os-release file: its ID, else the first known ID_LIKE. */
export function familyOf(osRelease: string): Family {
  const value = (key: string): string =>
    new RegExp(`^${key}=["']?([^"'\\n]*)`, 'm').exec(osRelease)?.[1] ?? '';
  const ids = [value('ID'), ...value('ID_LIKE').split(/\s+/)];
  return ids.map((id) => families[id.toLowerCase()]).find((family) => family) ?? 'unknown';
}

/** The family of the running system; `unknown` when it doesn't say. */
export async function thisFamily(): Promise<Family> {
  for (const path of ['/etc/os-release', '/usr/lib/os-release']) {
    try {
      return familyOf(await readFile(path, 'utf8'));
    } catch {
      // The next place may have it.
    }
  }
  return 'unknown';
}

/** The command that installs packages, or a sentence when the package manager isn't known. */
export function installCommand(family: Family, packages: string): string {
  switch (family) {
    case 'debian':
      return `sudo apt install ${packages}`;
    case 'fedora':
      return `sudo dnf install ${packages}`;
    case 'arch':
      return `sudo pacman -S ${packages}`;
    case 'suse':
      return `sudo zypper install ${packages}`;
    case 'unknown':
      return `your package manager (Debian’s name for it: ${packages})`;
  }
}
