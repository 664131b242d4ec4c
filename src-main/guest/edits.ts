/** Changes to a Windows that is not running: values in its registry hives, and files. */

export type HiveName = 'SYSTEM' | 'SOFTWARE';

export type RegistryData =
  | { type: 'dword'; value: number }
  | { type: 'string'; value: string }
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

export interface FileEdit {
  /** Path from the volume's root, with `/`. Folders that are missing are made. */
  path: string;
  content: Buffer;
}

export interface GuestEdits {
  registry: RegistryEdit[];
  files: FileEdit[];
}
