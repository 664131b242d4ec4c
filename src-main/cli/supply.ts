import { resolve } from 'node:path';
import { messageOf } from '../../src-shared/errors';
import { parseVentoyJson, type VentoyConfig } from '../../src-shared/ventoy-json';
import { readSmallFile } from '../io';
import { hashedMenuPassword } from '../ventoy';
import { usageError, type Context } from './context';
import type { GivenOption } from './recipe-arguments';
import type { Supplied } from './recipe-option';
import { menuPasswordFor, type GivenSecrets } from './secrets';

export interface HowToSupply {
  secrets: GivenSecrets;
  secretsStdin: boolean;
  /** Nothing will be made, so no password is needed. */
  dryRun: boolean;
}

/** Reads the files and asks for the passwords that options need. Throws `usage`, `ventoy/config-…` and `cancelled`. */
export async function supply(
  given: readonly GivenOption[],
  how: HowToSupply,
  context: Context,
): Promise<Supplied> {
  const configs = await readMenuFiles(given);
  const passwords = new Map<string, string>();
  for (const what of valuesThatNeed(given, 'password')) {
    const clear = how.dryRun
      ? 'stand-in'
      : await menuPasswordFor(what, how.secrets, how.secretsStdin, context);
    passwords.set(what, hashedMenuPassword(clear));
  }
  const unused = Object.keys(how.secrets.menuPasswords).some((what) => !passwords.has(what));
  if (unused) throw usageError('--secrets-stdin: menuPasswords has one for which no --password is');
  return { configs, passwords };
}

/** Settings that options name files with. Throws `usage`, `ventoy/config-json` and `ventoy/config-invalid`. */
export async function readMenuFiles(
  given: readonly GivenOption[],
): Promise<Map<string, VentoyConfig>> {
  const configs = new Map<string, VentoyConfig>();
  for (const path of valuesThatNeed(given, 'file')) {
    configs.set(path, parseVentoyJson(await textOf(path)));
  }
  return configs;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readSmallFile(resolve(path));
  } catch (cause) {
    throw usageError(`the menu file ${path}: ${messageOf(cause)}`);
  }
}

function valuesThatNeed(given: readonly GivenOption[], need: 'file' | 'password'): string[] {
  return [...new Set(given.filter(({ needs }) => needs === need).map(({ value }) => value))];
}
