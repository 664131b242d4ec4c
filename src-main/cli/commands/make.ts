import { dirname, resolve } from 'node:path';
import { DEFAULT_CACHE_BUDGET_BYTES } from '../../../src-shared/build-cache';
import { messageOf, stickError, StickError } from '../../../src-shared/errors';
import { suggestedImageFileBytes } from '../../../src-shared/layout';
import { minimumWindowsBytes } from '../../../src-shared/space';
import { VHDX_RESTRICTIONS, vhdxRestrictionTexts } from '../../../src-shared/vhdx';
import { parsePlan, parseRecipe, recipeDefaults, type Recipe } from '../../../src-shared/plan';
import { parseSize } from '../../../src-shared/units';
import { BuildCache, makeSticks, planOperations, preparePlan, StagedImages } from '../../engine';
import { inspectImage } from '../../image';
import { readSmallFile } from '../../io';
import { usageError, workFolder, type Context } from '../context';
import { reportLines } from '../output';
import { askedTarget, confirmLoss } from '../targets';
import { expectedHash } from './hash';

export interface MakeOptions {
  recipe?: string;
  image?: string;
  edition?: string;
  sha256?: string;
  expectFile?: string;
  shared?: string;
  sharedLabel?: string;
  hideInternalDisks?: boolean;
  target: string[];
  size?: string;
  unmount: boolean;
  workDir?: string;
  /** What kept builds may take. */
  keep?: string;
  direct: boolean;
  yes: boolean;
  dryRun: boolean;
}

/** `sticksmith make`: the same job as the wizard's, from a recipe or from options that name a plan's fields. */
export async function make(options: MakeOptions, context: Context): Promise<void> {
  if (options.target.length === 0) throw usageError('make needs at least one --target');
  const recipe = await recipeOf(options);
  const folder = workFolder(options.workDir);
  const size = sizeOption(options.size, '--size');
  if (size === 0) throw usageError('--size can’t be 0');
  const defaultBytes = size ?? (await defaultImageFileBytes(recipe));
  const asked = [];
  for (const target of options.target) {
    asked.push(await askedTarget(target, size, options.unmount, defaultBytes, context));
  }
  const way = options.direct ? 'direct' : 'staged';
  const plan = parsePlan({ ...recipe, targets: asked.map(({ target }) => target), way });
  const budget = keepOption(options.keep);

  if (options.dryRun) {
    const operations = planOperations(plan, await preparePlan(plan), folder, context.host);
    context.output.result({ operations }, operations);
    return;
  }
  if (options.direct) context.output.say(directCost);
  if (plan.layout.container === 'vhdx') {
    const restrictions = VHDX_RESTRICTIONS.map((it) => vhdxRestrictionTexts[it]);
    context.output.say(`Windows in a virtual disk: ${restrictions.join('; ')}.`);
  }
  await confirmLoss(asked, options.yes, context);
  const staged = new StagedImages(() => folder);
  try {
    const report = await makeSticks(
      plan,
      {
        host: context.host,
        staged,
        cache: new BuildCache({ folder: () => folder, budgetBytes: () => budget }),
        workFolder: folder,
        appFolder: context.appFolder,
        program: context.program,
      },
      {
        signal: context.signal,
        onEvent: (event) => {
          context.output.event(event);
        },
      },
    );
    context.output.result({ report }, reportLines(report));
    const [failed] = report.failed;
    if (failed) process.exitCode = new StickError(failed.error).exitCode;
  } finally {
    await staged.clear();
  }
}

const directCost =
  'Unpacking straight onto the drive: on an ordinary stick that takes hours instead of minutes, and Windows is not read back afterwards.';

async function recipeOf(options: MakeOptions): Promise<Recipe> {
  const base = options.recipe === undefined ? null : await readRecipe(resolve(options.recipe));
  const image = options.image === undefined ? base?.image.path : resolve(options.image);
  if (image === undefined) throw usageError('make needs --image or --recipe');
  const edition =
    options.edition === undefined ? base?.edition.index : editionOption(options.edition);
  if (edition === undefined) throw usageError('make needs --edition, a number from “inspect”');
  const given = await expectedHash(image, {
    ...(options.sha256 === undefined ? {} : { expect: options.sha256 }),
    ...(options.expectFile === undefined ? {} : { expectFile: options.expectFile }),
  });
  const shared = sizeOption(options.shared, '--shared');
  const space = base?.space ?? recipeDefaults.space;
  const windows = base?.windows ?? recipeDefaults.windows;
  return parseRecipe({
    ...recipeDefaults,
    image: { path: image, sha256: given ?? base?.image.sha256 ?? null },
    edition: { index: edition },
    layout: base?.layout ?? recipeDefaults.layout,
    space: {
      windowsBytes: space.windowsBytes,
      sharedBytes: shared ?? space.sharedBytes,
      sharedLabel: options.sharedLabel ?? space.sharedLabel,
    },
    windows,
  });
}

/** Reads a recipe file. Paths in it are relative to its folder. Throws `plan/unreadable` and what parseRecipe does. */
async function readRecipe(path: string): Promise<Recipe> {
  let json: unknown;
  try {
    json = JSON.parse(await readSmallFile(path));
  } catch (error) {
    throw stickError('plan/unreadable', { path, message: messageOf(error) }, { cause: error });
  }
  const recipe = parseRecipe(json);
  return { ...recipe, image: { ...recipe.image, path: resolve(dirname(path), recipe.image.path) } };
}

function editionOption(text: string): number {
  const index = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(index) && index > 0) return index;
  throw usageError('--edition takes a number from 1, as “inspect” lists it');
}

async function defaultImageFileBytes(recipe: Recipe): Promise<number> {
  const info = await inspectImage(recipe.image.path);
  const edition = info.editions.find(({ index }) => index === recipe.edition.index);
  if (!edition) return suggestedImageFileBytes(0, recipe.space.sharedBytes);
  return suggestedImageFileBytes(minimumWindowsBytes(edition), recipe.space.sharedBytes);
}

function sizeOption(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const bytes = parseSize(text);
  if (bytes === undefined || bytes % 512 !== 0) {
    throw usageError(`${option} takes a size such as 16G or 500M, a multiple of 512 bytes`);
  }
  return bytes;
}

function keepOption(text: string | undefined): number {
  const bytes = text === undefined ? DEFAULT_CACHE_BUDGET_BYTES : parseSize(text);
  if (bytes === undefined) throw usageError('--keep takes a size such as 40G, or 0 to keep none');
  return bytes;
}
