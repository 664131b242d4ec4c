/** Changes to a Windows that is not running: values in its registry hives, and files. */

/** `DEFAULT_USER` is the profile that new users start from (`Users\Default\NTUSER.DAT`). */
export type HiveName = 'SYSTEM' | 'SOFTWARE' | 'DEFAULT_USER';

/** Path of each hive from the volume's root. */
export const HIVE_PATH: Record<HiveName, string> = {
  SYSTEM: '/Windows/System32/config/SYSTEM',
  SOFTWARE: '/Windows/System32/config/SOFTWARE',
  DEFAULT_USER: '/Users/Default/NTUSER.DAT',
};

export type RegistryData =
  | { type: 'dword'; value: number }
  | { type: 'string'; value: string }
  /** A string with environment variables in it. */
  | { type: 'expandable-string'; value: string }
  | { type: 'strings'; value: string[] }
  | { type: 'binary'; value: Buffer };

export interface RegistryEdit {
  hive: HiveName;
  /**
   * Key below the hive's root, with `\`. In SYSTEM a first part `CurrentControlSet` stands for the
   * control set that `Select\Current` names. Keys that are missing are made.
   */
  key: string;
  name: string;
  data: RegistryData;
}

/** A file to be added, in place of the one that the image may have. Only administrators may read it. */
export interface FileEdit {
  /** Path from the volume's root, with `/`. Folders that are missing are made. */
  path: string;
  content:
    | { kind: 'bytes'; bytes: Buffer }
    /** A file of this computer, which must still have this SHA-256 (hexadecimal) when it is taken. */
    | { kind: 'file'; source: string; sizeBytes: number; sha256: string };
}

export interface GuestEdits {
  registry: RegistryEdit[];
  files: FileEdit[];
  /**
   * Files and folders of the image, as paths from the volume's root, that are left out before `files` are put in. Those it
   * hasn't got don't matter.
   */
  removals: string[];
}

/**
 * A text file of which each stick has its own, because it names this one stick or holds a secret. What sticks have in
 * common holds a placeholder of the same size in its place.
 */
export interface OwnFile {
  /** Path from the volume's root, with `/`. */
  path: string;
  /** UTF-8. Spaces behind it must not matter to who reads it. */
  content: Buffer;
}
