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

/** A file to be added, or to be overwritten where the image has it. Only administrators may read it. */
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
  /** Files of the image, as paths from the volume's root, that are left out. Those it hasn't got don't matter. */
  removals: string[];
}

/**
 * A file whose content belongs to one stick, or is a secret. The build that all sticks share holds a placeholder of
 * `reservedBytes`; each stick gets its own content, padded to that size, when it is written.
 */
export interface PersonalFile {
  /** Path from the volume's root, with `/`. */
  path: string;
  /** At most `reservedBytes`; what it is padded with must not matter to who reads it. */
  content: Buffer;
  /** A multiple of `PERSONAL_STEP_BYTES`, the same for all sticks of a job. */
  reservedBytes: number;
}

/** So large that NTFS keeps the content in clusters of its own, and sizes rarely change with the content. */
export const PERSONAL_STEP_BYTES = 64 * 1024;
