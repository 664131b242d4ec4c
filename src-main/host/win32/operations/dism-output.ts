import { posix } from 'node:path';
import { StickError } from '../../../../src-shared/errors';
import { linesOf } from '../../text-lines';
import type { OperationFailure, OperationOutput } from '../operation';
import { windowsCode } from './make-operation';

/** The codes with which DISM has done it: 3010, when the image asks for a restart that nobody needs offline (winerror.h). */
export const DISM_OK_CODES = [0, 3010];

/** `[==== 12.0% ]`: between carriage returns on a terminal, on lines of their own in a file. */
export function dismProgress(line: string): number | null {
  const percent = /\[[= ]*(\d{1,3})[.,](\d)%[= ]*\]/.exec(line);
  if (percent === null) return null;
  const share = Number(`${percent[1] ?? ''}.${percent[2] ?? ''}`) / 100;
  return share <= 1 ? share : null;
}

/**
 * Why DISM failed: a line `Error: 0x800f081f` or `Error: 112`, with the word for it in Windows' language where
 * `/English` wasn't understood, and the sentences after it.
 */
export function dismFailure({ code, stdout, stderr }: OperationOutput): OperationFailure | null {
  if (DISM_OK_CODES.includes(code)) return null;
  const lines = linesOf(`${stdout}\n${stderr}`).filter((line) => dismProgress(line) === null);
  const at = lines.map((line) => ERROR_LINE.test(line)).lastIndexOf(true);
  if (at === -1) return { windowsCode: windowsCode(code), message: lines.at(-1) ?? '' };
  const [, number = '', sameLine = ''] = ERROR_LINE.exec(lines[at] ?? '') ?? [];
  // The last sentence tells where the log lies, by a path in every language.
  const sentences = lines.slice(at + 1).filter((line) => !/\bdism\.log\b/i.test(line));
  return { windowsCode: number.toLowerCase(), message: [sameLine, ...sentences].join(' ').trim() };
}

const ERROR_LINE = /^\p{L}[\p{L} ]*[:：]\s*(0x[0-9a-f]{1,8}|\d{1,10})(?=\s|$)\s*(.*)$/iu;

/**
 * Codes that speak of the image, or of what was asked for, and not of this computer and its disks: not supported (50), a
 * program of another format (11), an option that is not known (87), an element that isn't there (1168), each also as an
 * HRESULT; those of set-up and of components (0x800f…), of signatures (0x800b…) and of app packages (0x80073c…, 0x80073d…).
 * (documented: https://learn.microsoft.com/windows/win32/debug/system-error-codes, winerror.h, and
 * https://learn.microsoft.com/windows/win32/appxpkg/troubleshooting; with which of them a DISM that is older than the image
 * ends: reported, 0x800f…, 50, 87 and 11)
 */
const REFUSAL =
  /\((50|11|87|1168|0x80070032|0x8007000b|0x80070057|0x80070490|0x800[fb][0-9a-f]{4}|0x80073[cd][0-9a-f]{2})\)$/i;

/** Why DISM did not want to service this Windows, where it said so itself; null for any other error. */
export function dismRefusal(error: unknown): string | null {
  if (!(error instanceof StickError) || error.code !== 'tool/failed') return null;
  const message = String(error.params['message']);
  return REFUSAL.test(message) ? message : null;
}

/**
 * Reads `/List-Image`: paths with `/` of what lies in the folders themselves. No transcript is known: assumed is one path a line,
 * which begins with a backslash; that of a folder may end with one.
 */
export function readImagePaths(output: string, folders: readonly string[]): string[] {
  const wanted = new Set(folders.map((folder) => folder.toLowerCase()));
  const found: string[] = [];
  for (const [line] of output.matchAll(/^\\[^\r\n]+/gm)) {
    const path = line.trimEnd().replaceAll('\\', '/').replace(/\/$/, '');
    if (wanted.has(posix.dirname(path).toLowerCase()) && path !== '') found.push(path);
  }
  return found;
}

/** Reads `/English /Get-Features`. */
export function readFeatures(output: string): { name: string; state: string }[] {
  return blocks(output, 'Feature Name').map((fields) => ({
    name: fields.get('Feature Name') ?? '',
    state: fields.get('State') ?? '',
  }));
}

/** Reads `/English /Get-ProvisionedAppxPackages`. */
export function readProvisionedApps(output: string): { name: string; packageName: string }[] {
  return blocks(output, 'DisplayName').map((fields) => ({
    name: fields.get('DisplayName') ?? '',
    packageName: fields.get('PackageName') ?? '',
  }));
}

/** Lists of `Name : value`; each item begins with the field `first`. */
function blocks(output: string, first: string): Map<string, string>[] {
  const found: Map<string, string>[] = [];
  for (const line of linesOf(output)) {
    const [, name, value = ''] = /^([A-Za-z ]*[A-Za-z])\s*:\s?(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    if (name === first) found.push(new Map());
    found.at(-1)?.set(name, value);
  }
  return found;
}
