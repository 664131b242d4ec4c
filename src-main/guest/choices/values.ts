import type { HiveName, RegistryEdit } from '../edits';

/** A DWORD: `value` is from 0 to 2³² - 1. */
export function dword(hive: HiveName, key: string, name: string, value: number): RegistryEdit {
  return { hive, key, name, data: { type: 'dword', value } };
}

/** Text in which Windows replaces variables such as `%USERNAME%`. */
export function expandable(hive: HiveName, key: string, name: string, value: string): RegistryEdit {
  return { hive, key, name, data: { type: 'expandable-string', value } };
}
