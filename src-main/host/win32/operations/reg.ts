import { stickError } from '../../../../src-shared/errors';
import { linesOf } from '../../text-lines';
import type { Operation, OperationFailure, OperationOutput } from '../operation';
import { regFile, type RegFileValue } from '../quote-reg-file';
import { makeOperation } from './make-operation';

/**
 * reg's commands (learn.microsoft.com/windows-server/administration/windows-commands: reg-load, reg-unload,
 * reg-import, reg-query). Each ends with 0, or with 1 and a line that begins with `ERROR:` in Windows' language.
 */

/** A hive that is loaded for a while: `name` is its key below HKEY_LOCAL_MACHINE. */
export interface LoadedHive {
  /** Letters, digits and `-`; nothing else has it. */
  name: string;
  file: string;
}

/** Wants the rights to back up and restore, which an elevated administrator has (documented: RegLoadKey). */
export function loadHive({ name, file }: LoadedHive): Operation {
  return reg(`Load the registry hive ${file}`, ['load', key('HKLM', name), file], unloadHive(name));
}

/** Fails while any program has a key of it open; that can be over a moment later (reported). */
export function unloadHive(name: string): Operation {
  return reg(`Unload the registry hive ${name}`, ['unload', key('HKLM', name)]);
}

/** Changes values; keys that are missing are made. */
export function importValues(title: string, values: readonly RegFileValue[]): Operation {
  return makeOperation({
    title,
    program: 'reg.exe',
    args: ['import', '{changes.reg}'],
    scripts: [regFile(values)],
    failureOf: regFailure,
  });
}

/** The values of a key as `HKLM\…`, and the names of its subkeys. Exit code 1 when it isn't there. */
export function queryKey(path: string): Operation {
  return reg(`Read the registry key ${path}`, ['query', path]);
}

/** The data of a REG_DWORD in what `reg query` printed, whose words depend on no language; null when it isn't there. */
export function readDword(output: string, name: string): number | null {
  for (const line of linesOf(output)) {
    const [, found, digits] = /^(.*\S)\s+REG_DWORD\s+0x([0-9a-f]{1,8})$/i.exec(line) ?? [];
    if (found?.toLowerCase() === name.toLowerCase()) return Number.parseInt(digits ?? '', 16);
  }
  return null;
}

/** The path of a loaded hive's root in a .reg file. */
export function hiveRoot(name: string): string {
  return key('HKEY_LOCAL_MACHINE', name);
}

function key(root: string, name: string): string {
  if (/^[\w-]{1,64}$/.test(name)) return `${root}\\${name}`;
  const message = 'it can’t be the name of a loaded hive';
  throw stickError('windows/unusable-text', { tool: 'reg', text: JSON.stringify(name), message });
}

function regFailure({ code, stdout, stderr }: OperationOutput): OperationFailure | null {
  if (code === 0) return null;
  const [line = ''] = [...linesOf(stderr), ...linesOf(stdout)];
  // The word before the colon is `ERROR` in Windows’ language.
  return { windowsCode: null, message: line.replace(/^\p{L}+\s?[:：]\s*/u, '') };
}

function reg(title: string, args: readonly string[], undo: Operation | null = null): Operation {
  return makeOperation({ title, program: 'reg.exe', args, failureOf: regFailure, undo });
}
