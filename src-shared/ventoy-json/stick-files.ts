import { matchesPattern } from './matching';

/** The files on a stick's data partition, as far as they are known. */
export class StickFiles {
  private readonly paths: ReadonlySet<string>;
  private readonly lowerCase: ReadonlyMap<string, string>;

  constructor(paths: readonly string[]) {
    this.paths = new Set(paths);
    this.lowerCase = new Map(paths.map((path) => [path.toLowerCase(), path]));
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  hasFolder(path: string): boolean {
    const prefix = path.endsWith('/') ? path : `${path}/`;
    for (const file of this.paths) if (file.startsWith(prefix)) return true;
    return prefix === '/';
  }

  /** One that differs in capitals and small letters only. */
  similar(path: string): string | undefined {
    return this.lowerCase.get(path.toLowerCase());
  }

  hasMatch(pattern: string): boolean {
    for (const file of this.paths) if (matchesPattern(pattern, file)) return true;
    return false;
  }
}
