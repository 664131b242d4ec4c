import { resolve } from 'node:path';
import { DEFAULT_CACHE_BUDGET_BYTES } from '../../../src-shared/build-cache';
import { suggestedImageFileBytes } from '../../../src-shared/layout';
import { parsePlan, parseRecipe, type Recipe, type StickPlan } from '../../../src-shared/plan';
import { minimumWindowsBytes } from '../../../src-shared/space';
import { parseSize } from '../../../src-shared/units';
import type { PlanSecrets } from '../../../src-shared/windows-choices';
import type { WindowsRecipe } from '../../../src-shared/windows-recipe';
import { planOperations, readRecipeFile, requireReportName, requireVentoyHost } from '../../engine';
import { inspectImage } from '../../image';
import { usageError, workFolder, type Context } from '../context';
import { makePlan } from '../make-plan';
import { HOST_PLATFORMS, otherHost, type OtherHost } from '../other-host';
import { oneOf, size as sizeOption } from '../option-values';
import { RECIPE_KINDS } from '../recipe-kinds';
import { changedRecipe, type GivenOption } from '../recipe-arguments';
import type { Supplied } from '../recipe-option';
import { fromNowhere, givenSecrets, secretsFor } from '../secrets';
import { supply } from '../supply';
import { askedTarget, keptTarget, requireBareDisk, type AskedTarget } from '../targets';
import { ventoyChanges } from '../ventoy-changes';
import { expectedHash } from './hash';

export interface MakeOptions {
  kind?: string;
  recipe?: string;
  expectFile?: string;
  target: string[];
  size?: string;
  unmount: boolean;
  workDir?: string;
  /** What kept builds may take. */
  keep?: string;
  direct: boolean;
  secretsStdin: boolean;
  passwordStdin: boolean;
  yes: boolean;
  /** Where the report goes. */
  report?: string;
  /** A file that gets a line for each stick's record. */
  recordTo?: string;
  dryRun: boolean;
  /** Whose operations a dry run prints; this computer's unless said otherwise. */
  host?: string;
}

/** `sticksmith make`: the same job as the wizard's, from a recipe and options that name a plan's fields. */
export async function make(
  options: MakeOptions,
  given: readonly GivenOption[],
  context: Context,
): Promise<void> {
  if (options.target.length === 0) throw usageError('make needs at least one --target');
  const report = options.report === undefined ? {} : { reportPath: resolve(options.report) };
  if (report.reportPath !== undefined) requireReportName(report.reportPath);
  const otherHost = otherHostOf(options, context);
  if (!otherHost && options.kind === 'ventoy') requireVentoyHost(context.host);
  const secrets = await givenSecrets(options.dryRun ? fromNowhere : options);
  const supplied = await supply(given, { secrets, ...options }, context);
  const recipe = await recipeOf(options, given, supplied);
  if (!otherHost && recipe.kind === 'ventoy') requireVentoyHost(context.host);
  if (recipe.kind === 'ventoy' && options.direct) {
    throw usageError('--direct is no option for Ventoy sticks');
  }
  if (otherHost) {
    const operations = await operationsElsewhere(recipe, options, otherHost, context);
    context.output.result({ operations }, operations);
    return;
  }
  const folder = workFolder(options.workDir);
  const asked = await targetsOf(recipe, options, context);
  const cacheBudgetBytes = keepOption(options.keep);

  if (options.dryRun) {
    const plan = planOf(recipe, asked, options);
    const tools = { host: context.host, workFolder: folder };
    const operations = await planOperations(plan, tools, context.signal);
    context.output.result({ operations }, operations);
    return;
  }
  const planSecrets = await secretsFor(recipe, secrets, options, context);
  const plan = planOf(recipe, asked, options, planSecrets);
  const { yes, recipe: recipeFile, recordTo } = options;
  const how = {
    workFolder: folder,
    cacheBudgetBytes,
    yes,
    recipe: recipeFile,
    recordTo,
    ...report,
  };
  await makePlan(plan, asked, how, context);
}

/** The other kind of computer that a dry run is about, if it is. Throws `usage`. */
function otherHostOf({ host, dryRun }: MakeOptions, context: Context): OtherHost | null {
  if (host === undefined) return null;
  const platform = oneOf('--host', host, HOST_PLATFORMS);
  if (!dryRun) throw usageError('--host is for a --dry-run: sticks are made by this computer');
  return platform === context.host.platform ? null : otherHost(platform);
}

async function operationsElsewhere(
  recipe: Recipe,
  options: MakeOptions,
  { description, workFolder: usual, target }: OtherHost,
  { signal }: Context,
): Promise<string[]> {
  if (recipe.kind === 'ventoy') throw usageError('Ventoy sticks are made by Linux computers only');
  const bytes = sizeOption('--size', options.size ?? '');
  const asked = options.target.map((name) => ({ target: target(name, bytes, options.unmount) }));
  const tools = { host: description, workFolder: options.workDir ?? usual };
  return planOperations(planOf(recipe, asked, options), tools, signal);
}

async function recipeOf(
  { kind, recipe: path, expectFile }: MakeOptions,
  given: readonly GivenOption[],
  supplied: Supplied,
): Promise<Recipe> {
  const word = kind === undefined ? undefined : oneOf('--kind', kind, RECIPE_KINDS);
  const base = path === undefined ? null : await readRecipeFile(path);
  const recipe = parseRecipe(changedRecipe(word, base, given, supplied));
  if (expectFile === undefined) return recipe;
  if (given.some(({ flag }) => flag === '--sha256' || flag === '--no-sha256')) {
    throw usageError('--sha256 and --expect-file can’t be used together');
  }
  return withExpectedHash(recipe, expectFile);
}

/** With the hash that a checksum file names for the image with Windows. */
async function withExpectedHash(recipe: Recipe, expectFile: string): Promise<Recipe> {
  if (recipe.kind === 'windows-to-go') {
    const sha256 = await expectedHash(recipe.image.path, { expectFile });
    return { ...recipe, image: { ...recipe.image, sha256 } };
  }
  const { windows } = recipe;
  if (!windows) throw usageError('--expect-file is about an image with Windows; there is none');
  const sha256 = await expectedHash(windows.image.path, { expectFile });
  return { ...recipe, windows: { ...windows, image: { ...windows.image, sha256 } } };
}

async function targetsOf(
  recipe: Recipe,
  options: MakeOptions,
  context: Context,
): Promise<AskedTarget[]> {
  const size = options.size === undefined ? undefined : sizeOption('--size', options.size);
  if (size === 0) throw usageError('--size can’t be 0');
  const asked: AskedTarget[] = [];
  if (recipe.kind === 'ventoy') options.target.forEach(requireBareDisk);
  if (recipe.kind === 'ventoy' && recipe.install.way !== 'erase') {
    if (size !== undefined) throw usageError('--size is for what is erased; this keeps its files');
    for (const target of options.target) {
      const changes = ventoyChanges(recipe);
      asked.push(await keptTarget(target, options.unmount, changes, context));
    }
    return asked;
  }
  const defaultBytes =
    size ?? (recipe.kind === 'ventoy' ? null : await defaultImageFileBytes(recipe));
  for (const target of options.target) {
    asked.push(await askedTarget(target, size, options.unmount, defaultBytes, context));
  }
  return asked;
}

function planOf(
  recipe: Recipe,
  asked: readonly Pick<AskedTarget, 'target'>[],
  { direct }: MakeOptions,
  secrets?: PlanSecrets,
): StickPlan {
  return parsePlan({
    ...recipe,
    targets: asked.map(({ target }) => target),
    ...(recipe.kind === 'ventoy' ? {} : { way: direct ? 'direct' : 'staged' }),
    ...(secrets === undefined ? {} : { secrets }),
  });
}

async function defaultImageFileBytes(recipe: WindowsRecipe): Promise<number> {
  const info = await inspectImage(recipe.image.path);
  const edition = info.editions.find(({ index }) => index === recipe.edition.index);
  const { space, layout } = recipe;
  const windowsBytes = space.windowsBytes ?? (edition ? minimumWindowsBytes(edition) : 0);
  return suggestedImageFileBytes(windowsBytes, space.sharedBytes, layout.container);
}

function keepOption(text: string | undefined): number {
  const bytes = text === undefined ? DEFAULT_CACHE_BUDGET_BYTES : parseSize(text);
  if (bytes === undefined) throw usageError('--keep takes a size such as 40G, or 0 to keep none');
  return bytes;
}
