import type { Readable } from 'node:stream';
import { stickError } from '../../src-shared/errors';
import { networksWithoutKey } from '../../src-shared/plan-conflicts';
import type { Recipe } from '../../src-shared/plan';
import {
  noSecrets,
  PlanSecretsSchema,
  type PlanSecrets,
  type WindowsChoices,
} from '../../src-shared/windows-choices';
import { askSecret } from './ask-secret';
import { usageError, type Context } from './context';

/** Far more than 32 networks take. */
const MOST_BYTES = 64 * 1024;

const SHAPE =
  '--secrets-stdin takes one JSON object such as {"productKey": "…", "wifiKeys": {"name": "key"}}';

/**
 * What a recipe needs to be kept secret: from stdin with `--secrets-stdin`, else keys of networks are asked for at a
 * terminal. Throws `usage` and `wifi/invalid`, never with a part of a secret.
 */
export async function secretsFor(
  recipe: Recipe,
  fromStdin: boolean,
  context: Context,
): Promise<PlanSecrets> {
  const given = fromStdin ? await readSecrets(process.stdin) : noSecrets;
  const windows = windowsChoices(recipe);
  const missing = windows === null ? [] : networksWithoutKey({ windows, secrets: given });
  if (missing.length === 0) return given;
  const canAsk = !fromStdin && !context.output.json && process.stdin.isTTY;
  const wifiKeys = { ...given.wifiKeys };
  for (const name of missing) {
    if (!canAsk) {
      const message = 'its key is missing; give it with --secrets-stdin';
      throw stickError('wifi/invalid', { name, message });
    }
    wifiKeys[name] = await askKey(name, context);
  }
  return { ...given, wifiKeys };
}

/** The choices about the Windows of a recipe, if it has one. */
function windowsChoices(recipe: Recipe): WindowsChoices | null {
  return recipe.kind === 'ventoy' ? (recipe.windows?.windows ?? null) : recipe.windows;
}

/** Reads the object to the end of the stream. Throws `usage` without a cause: causes quote what they read. */
export async function readSecrets(stream: Readable & { isTTY?: boolean }): Promise<PlanSecrets> {
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
  const parsed = PlanSecretsSchema.safeParse({ ...noSecrets, ...json });
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
  return SHAPE;
}

async function askKey(name: string, { output, signal }: Context): Promise<string> {
  for (;;) {
    const key = await askSecret(`Key of the network “${name}”: `, signal);
    if (PlanSecretsSchema.shape.wifiKeys.safeParse({ [name]: key }).success) return key;
    output.say('A key has 8 to 63 characters.');
  }
}
