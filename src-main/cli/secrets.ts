import type { Readable } from 'node:stream';
import { z } from 'zod';
import { stickError } from '../../src-shared/errors';
import { networksWithoutKey } from '../../src-shared/plan-conflicts';
import type { Recipe } from '../../src-shared/plan';
import { passwordProblem } from '../../src-shared/ventoy-json';
import {
  noSecrets,
  PlanSecretsSchema,
  type WindowsChoices,
} from '../../src-shared/windows-choices';
import { askSecret } from './ask-secret';
import { usageError, type Context } from './context';

/** Far more than 32 networks take. */
const MOST_BYTES = 64 * 1024;

const SHAPE =
  '--secrets-stdin takes one JSON object such as {"productKey": "…", "wifiKeys": {"name": "key"}, "menuPassword": "…"}';

const GivenSecretsSchema = PlanSecretsSchema.extend({
  /** What Ventoy's menu asks for; kept on the stick as a hash only. */
  menuPassword: z
    .string()
    .refine((password) => passwordProblem(password) === null)
    .nullable(),
});

/** What can come from stdin. */
export type GivenSecrets = z.infer<typeof GivenSecretsSchema>;

const nothingGiven: GivenSecrets = { ...noSecrets, menuPassword: null };

export interface SecretsOptions {
  /** They come from stdin. */
  secretsStdin: boolean;
  /** The boot menu is to have a password. */
  menuPassword: boolean;
}

/**
 * What a recipe needs to be kept secret: from stdin with `--secrets-stdin`, else asked for at a terminal. Throws `usage` and
 * `wifi/invalid`, never with a part of a secret.
 */
export async function secretsFor(
  recipe: Recipe,
  options: SecretsOptions,
  context: Context,
): Promise<GivenSecrets> {
  const { menuPassword, ...given } = await fromStdin(options);
  const isVentoy = recipe.kind === 'ventoy';
  if (!isVentoy && (options.menuPassword || menuPassword !== null)) {
    throw usageError('only a Ventoy stick has a menu with a password');
  }
  const windows = windowsChoices(recipe);
  const missing = windows === null ? [] : networksWithoutKey({ windows, secrets: given });
  const wifiKeys = { ...given.wifiKeys };
  for (const name of missing) {
    if (!canAsk(options, context)) {
      const message = 'its key is missing; give it with --secrets-stdin';
      throw stickError('wifi/invalid', { name, message });
    }
    wifiKeys[name] = await askKey(name, context);
  }
  return {
    ...given,
    wifiKeys,
    menuPassword: await wantedPassword(menuPassword, options, context),
  };
}

/** The password for the menu of a Ventoy stick: the one from stdin, or one that is asked for, or null. Throws `usage`. */
export async function menuPasswordFor(
  options: SecretsOptions,
  context: Context,
): Promise<string | null> {
  const { menuPassword, productKey, wifiKeys } = await fromStdin(options);
  if (productKey !== null || Object.keys(wifiKeys).length > 0) {
    throw usageError('--secrets-stdin: only menuPassword has a meaning here');
  }
  return wantedPassword(menuPassword, options, context);
}

async function fromStdin({ secretsStdin }: SecretsOptions): Promise<GivenSecrets> {
  return secretsStdin ? readSecrets(process.stdin) : nothingGiven;
}

function canAsk({ secretsStdin }: SecretsOptions, { output }: Context): boolean {
  return !secretsStdin && !output.json && process.stdin.isTTY;
}

async function wantedPassword(
  given: string | null,
  options: SecretsOptions,
  context: Context,
): Promise<string | null> {
  if (given !== null || !options.menuPassword) return given;
  if (canAsk(options, context)) return askPassword(context);
  throw usageError('--menu-password without a terminal needs menuPassword from --secrets-stdin');
}

/** The choices about the Windows of a recipe, if it has one. */
function windowsChoices(recipe: Recipe): WindowsChoices | null {
  return recipe.kind === 'ventoy' ? (recipe.windows?.windows ?? null) : recipe.windows;
}

/** Reads the object to the end of the stream. Throws `usage` without a cause: causes quote what they read. */
export async function readSecrets(stream: Readable & { isTTY?: boolean }): Promise<GivenSecrets> {
  if (stream.isTTY === true) {
    throw usageError('--secrets-stdin reads a file or a pipe; at a terminal keys are asked for');
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw usageError('--secrets-stdin was given too much');
    chunks.push(chunk);
  }
  const json = parsedOrNull(Buffer.concat(chunks).toString('utf8'));
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw usageError(SHAPE);
  const parsed = GivenSecretsSchema.safeParse({ ...nothingGiven, ...json });
  if (parsed.success) return parsed.data;
  throw usageError(whyNot(parsed.error.issues[0]?.path[0]));
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
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
  if (field === 'menuPassword') {
    return '--secrets-stdin: menuPassword has 1 to 64 characters of an English keyboard';
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

async function askPassword({ output, signal }: Context): Promise<string> {
  for (;;) {
    const password = await askSecret('Password of the boot menu: ', signal);
    const problem = passwordProblem(password);
    if (problem !== null) output.say(`Another one, please: ${problem}.`);
    else if ((await askSecret('Once more: ', signal)) === password) return password;
    else output.say('They differ.');
  }
}
