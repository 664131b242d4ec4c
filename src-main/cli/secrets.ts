import type { Readable } from 'node:stream';
import { z } from 'zod';
import { stickError } from '../../src-shared/errors';
import { networksWithoutKey } from '../../src-shared/plan-conflicts';
import type { Recipe } from '../../src-shared/plan';
import { passwordProblem } from '../../src-shared/ventoy-json';
import {
  noSecrets,
  PlanSecretsSchema,
  type PlanSecrets,
  type WindowsChoices,
} from '../../src-shared/windows-choices';
import {
  bitLockerPasswordDoubts,
  bitLockerPasswordProblem,
  isProtectedHere,
  passwordDoubtTexts,
  passwordProblemTexts,
} from '../../src-shared/protect';
import { askSecret } from './ask-secret';
import { usageError, type Context } from './context';

/** Far more than 32 networks take. */
const MOST_BYTES = 64 * 1024;

const SHAPE =
  '--secrets-stdin takes one JSON object such as {"productKey": "…", "wifiKeys": {"name": "key"}, "menuPasswords": {"boot": "…"}, "bitLockerPassword": "…"}';

/** The object of `--secrets-stdin`. */
export const GivenSecretsSchema = PlanSecretsSchema.extend({
  /** By what `--password` says they are for; kept on a stick as hashes only. */
  menuPasswords: z.record(
    z.string(),
    z.string().refine((password) => passwordProblem(password) === null),
  ),
});

/** What can come from stdin. */
export type GivenSecrets = z.infer<typeof GivenSecretsSchema>;

const nothingGiven: GivenSecrets = { ...noSecrets, menuPasswords: {} };

/** What comes from stdin: nothing, the object of `--secrets-stdin`, or the line of `--password-stdin`. */
export interface SecretsFrom {
  secretsStdin: boolean;
  passwordStdin: boolean;
}

export const fromNowhere: SecretsFrom = { secretsStdin: false, passwordStdin: false };

/** Throws as readSecrets and readPassword do. */
export async function givenSecrets(from: SecretsFrom): Promise<GivenSecrets> {
  if (from.secretsStdin && from.passwordStdin) {
    throw usageError('--password-stdin and --secrets-stdin can’t be used together');
  }
  if (from.secretsStdin) return readSecrets(process.stdin);
  if (!from.passwordStdin) return nothingGiven;
  return { ...nothingGiven, bitLockerPassword: await readPassword(process.stdin) };
}

/**
 * What a recipe needs to be kept secret, beyond what was given: keys of networks are asked for at a terminal. Throws
 * `wifi/invalid` and `bitlocker/password`, never with a part of a secret.
 */
export async function secretsFor(
  recipe: Recipe,
  { productKey, wifiKeys: givenKeys, bitLockerPassword }: GivenSecrets,
  { secretsStdin, passwordStdin }: SecretsFrom,
  context: Context,
): Promise<PlanSecrets> {
  const fromStdin = secretsStdin || passwordStdin;
  const given = { productKey, wifiKeys: givenKeys, bitLockerPassword };
  const windows = windowsChoices(recipe);
  const missing = windows === null ? [] : networksWithoutKey({ windows, secrets: given });
  const wifiKeys = { ...givenKeys };
  for (const name of missing) {
    if (!canAsk(fromStdin, context)) {
      const message = 'its key is missing; give it with --secrets-stdin';
      throw stickError('wifi/invalid', { name, message });
    }
    wifiKeys[name] = await askKey(name, context);
  }
  const needsPassword = recipe.kind === 'windows-to-go' && isProtectedHere(recipe.protect);
  if (!needsPassword) return { productKey, wifiKeys, bitLockerPassword };
  if (bitLockerPassword !== null) {
    sayDoubts(bitLockerPassword, context);
    return { productKey, wifiKeys, bitLockerPassword };
  }
  if (!canAsk(fromStdin, context)) {
    const message = 'it is missing; give it with --password-stdin';
    throw stickError('bitlocker/password', { message });
  }
  return { productKey, wifiKeys, bitLockerPassword: await askBitLockerPassword(context) };
}

/** The password of Ventoy's menu for something that `--password` named: one that was given, or is asked for. Throws `usage`. */
export async function menuPasswordFor(
  what: string,
  { menuPasswords }: GivenSecrets,
  fromStdin: boolean,
  context: Context,
): Promise<string> {
  const given = Object.hasOwn(menuPasswords, what) ? menuPasswords[what] : undefined;
  if (given !== undefined) return given;
  if (canAsk(fromStdin, context)) return askPassword(what, context);
  throw usageError('the password is missing; give it with --secrets-stdin, in menuPasswords');
}

/** Answers are typed at a terminal only, and never where a program reads what is said. */
function canAsk(fromStdin: boolean, { output }: Context): boolean {
  return !fromStdin && !output.json && process.stdin.isTTY;
}

/** The choices about the Windows of a recipe, if it has one. */
function windowsChoices(recipe: Recipe): WindowsChoices | null {
  return recipe.kind === 'ventoy' ? (recipe.windows?.windows ?? null) : recipe.windows;
}

/** Reads the object to the end of the stream. Throws `usage` without a cause: causes quote what they read. */
export async function readSecrets(stream: MaybeTerminal): Promise<GivenSecrets> {
  const json = parsedOrNull(await readAll('--secrets-stdin', stream));
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw usageError(SHAPE);
  const parsed = GivenSecretsSchema.safeParse({ ...nothingGiven, ...json });
  if (parsed.success) return parsed.data;
  throw usageError(whyNot(parsed.error.issues[0]?.path[0]));
}

/** Reads a password, without the end of its line. Throws `usage`, and `bitlocker/password` for one that BitLocker won't take. */
export async function readPassword(stream: MaybeTerminal): Promise<string> {
  const password = (await readAll('--password-stdin', stream)).replace(/\r?\n$/, '');
  const problem = bitLockerPasswordProblem(password);
  if (problem !== null) {
    throw stickError('bitlocker/password', { message: passwordProblemTexts[problem] });
  }
  return password;
}

type MaybeTerminal = Readable & { isTTY?: boolean };

async function readAll(flag: string, stream: MaybeTerminal): Promise<string> {
  if (stream.isTTY === true) {
    throw usageError(`${flag} reads a file or a pipe; at a terminal secrets are asked for`);
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw usageError(`${flag} was given too much`);
    chunks.push(chunk);
  }
  return utf8(flag, Buffer.concat(chunks));
}

/** Without a byte order mark. Another encoding would make of a secret one that nobody can type. */
function utf8(flag: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw usageError(`${flag} takes text in UTF-8`);
  }
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** In words of our own: names of fields may be secrets that were put into the wrong place. */
function whyNot(field: PropertyKey | undefined): string {
  if (field === 'productKey') {
    return '--secrets-stdin: productKey has five groups of five characters';
  }
  if (field === 'wifiKeys') return '--secrets-stdin: each of wifiKeys has 8 to 63 characters';
  if (field === 'menuPasswords') {
    return '--secrets-stdin: each of menuPasswords has 1 to 64 characters of an English keyboard';
  }
  if (field === 'bitLockerPassword') {
    return '--secrets-stdin: bitLockerPassword has 8 to 256 characters';
  }
  return SHAPE;
}

async function askKey(name: string, { output, signal }: Context): Promise<string> {
  for (;;) {
    const key = await askSecret(`Key of the network “${name}”: `, signal);
    if (PlanSecretsSchema.shape.wifiKeys.safeParse({ [name]: key }).success) return key;
    output.say('A key has 8 to 63 characters.');
  }
}

async function askBitLockerPassword({ output, signal }: Context): Promise<string> {
  for (;;) {
    const password = await askSecret('Password that will open the stick: ', signal);
    const problem = bitLockerPasswordProblem(password);
    if (problem !== null) {
      output.say(`Another one, please: ${passwordProblemTexts[problem]}.`);
      continue;
    }
    sayDoubts(password, { output });
    if ((await askSecret('Once more: ', signal)) === password) return password;
    output.say('They differ.');
  }
}

/** What a person should know before the boot manager asks for the password. Nobody is kept from using it. */
function sayDoubts(password: string, { output }: Pick<Context, 'output'>): void {
  for (const doubt of bitLockerPasswordDoubts(password)) output.say(passwordDoubtTexts[doubt]);
}

async function askPassword(what: string, { output, signal }: Context): Promise<string> {
  for (;;) {
    const password = await askSecret(`Password of the menu for ${what}: `, signal);
    const problem = passwordProblem(password);
    if (problem !== null) output.say(`Another one, please: ${problem}.`);
    else if ((await askSecret('Once more: ', signal)) === password) return password;
    else output.say('They differ.');
  }
}
