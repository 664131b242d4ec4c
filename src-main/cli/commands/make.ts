import { DEFAULT_CACHE_BUDGET_BYTES } from '../../../src-shared/build-cache';
import { StickError } from '../../../src-shared/errors';
import { suggestedImageFileBytes } from '../../../src-shared/layout';
import { minimumWindowsBytes } from '../../../src-shared/space';
import { parsePlan, parseRecipe, type Recipe } from '../../../src-shared/plan';
import type { WindowsRecipe } from '../../../src-shared/windows-recipe';
import { VHDX_RESTRICTIONS, vhdxRestrictionTexts } from '../../../src-shared/vhdx';
import { parseSize } from '../../../src-shared/units';
import {
  BuildCache,
  makeSticks,
  planOperations,
  readRecipeFile,
  StagedImages,
} from '../../engine';
import { inspectImage } from '../../image';
import { usageError, workFolder, type Context } from '../context';
import { size as sizeOption } from '../option-values';
import { reportLines } from '../report-lines';
import { changedRecipe, type GivenOption } from '../recipe-arguments';
import { secretsFor } from '../secrets';
import { askedTarget, confirmLoss } from '../targets';
import { expectedHash } from './hash';

export interface MakeOptions {
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
  yes: boolean;
  dryRun: boolean;
}

/** `sticksmith make`: the same job as the wizard's, from a recipe and options that name a plan's fields. */
export async function make(
  options: MakeOptions,
  given: readonly GivenOption[],
  context: Context,
): Promise<void> {
  if (options.target.length === 0) throw usageError('make needs at least one --target');
  const recipe = await recipeOf(options, given);
  const folder = workFolder(options.workDir);
  const size = options.size === undefined ? undefined : sizeOption('--size', options.size);
  if (size === 0) throw usageError('--size can’t be 0');
  const defaultBytes = size ?? (await defaultImageFileBytes(recipe));
  const asked = [];
  for (const target of options.target) {
    asked.push(await askedTarget(target, size, options.unmount, defaultBytes, context));
  }
  const way = options.direct ? 'direct' : 'staged';
  const targets = asked.map(({ target }) => target);
  const budget = keepOption(options.keep);

  if (options.dryRun) {
    const plan = parsePlan({ ...recipe, targets, way });
    const tools = { host: context.host, workFolder: folder };
    const operations = await planOperations(plan, tools, context.signal);
    context.output.result({ operations }, operations);
    return;
  }
  const secrets = await secretsFor(recipe, options.secretsStdin, context);
  const plan = parsePlan({ ...recipe, targets, way, secrets });
  // Nobody should have to agree to a loss, for a plan that can't be carried out.
  await planOperations(plan, { host: context.host, workFolder: folder }, context.signal);
  if (options.direct) context.output.say(directCost);
  if (recipe.layout.container === 'vhdx') {
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

async function recipeOf(
  { recipe: path, expectFile }: MakeOptions,
  given: readonly GivenOption[],
): Promise<WindowsRecipe> {
  const base = path === undefined ? null : windowsOnly(await readRecipeFile(path));
  const recipe = windowsOnly(parseRecipe(changedRecipe(base, given)));
  if (expectFile === undefined) return recipe;
  if (given.some(({ option }) => option.fields.includes('image.sha256'))) {
    throw usageError('--sha256 and --expect-file can’t be used together');
  }
  const sha256 = await expectedHash(recipe.image.path, { expectFile });
  return { ...recipe, image: { ...recipe.image, sha256 } };
}

function windowsOnly(recipe: Recipe): WindowsRecipe {
  if (recipe.kind === 'windows-to-go') return recipe;
  throw usageError('make can’t make Ventoy sticks yet');
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
