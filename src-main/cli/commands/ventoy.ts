import { basename, resolve } from 'node:path';
import { parsePlan } from '../../../src-shared/plan';
import { DEFAULT_CACHE_BUDGET_BYTES } from '../../../src-shared/build-cache';
import { ventoyDefaults, type VentoyRecipe } from '../../../src-shared/ventoy-recipe';
import type { VentoyStickContent } from '../../../src-shared/ventoy-stick-content';
import { readVentoyStick, requireVentoyHost } from '../../engine';
import { usageError, workFolder, type Context } from '../context';
import { makePlan } from '../make-plan';
import { onOff, stickPath } from '../option-values';
import { existingTarget, keptTarget, requireBareDisk } from '../targets';
import { ventoyChanges } from '../ventoy-changes';
import { stickLines } from '../ventoy-lines';

/** What every command that changes a Ventoy stick takes. */
export interface ChangeOptions {
  unmount: boolean;
  workDir?: string;
  yes: boolean;
}

/** `sticksmith ventoy list TARGET`: what is on a Ventoy stick, or whether a drive could become one. It is only read. */
export async function ventoyList(target: string, context: Context): Promise<void> {
  requireVentoyHost(context.host);
  requireBareDisk(target);
  const found = await existingTarget(target, context);
  const content = await readVentoyStick(found, context.host, context.signal);
  context.output.result(listed(content), stickLines(content));
}

/** What programs are told. The settings are what `ventoy config` tells. */
function listed(content: VentoyStickContent): Record<string, unknown> {
  if (content.found === 'other') return content;
  const { found, layout, files, freeBytes } = content;
  return { found, layout, files, freeBytes };
}

export interface AddOptions extends ChangeOptions {
  as?: string;
  sha256?: string;
  checksums: boolean;
}

/** `sticksmith ventoy add TARGET FILE…`: copies files, each read back and compared. */
export async function ventoyAdd(
  target: string,
  files: readonly string[],
  options: AddOptions,
  context: Context,
): Promise<void> {
  if (files.length > 1 && options.as !== undefined) throw usageError('--as is for one file');
  if (files.length > 1 && options.sha256 !== undefined) {
    throw usageError('--sha256 is for one file');
  }
  const added = files.map((file) => ({
    source: resolve(file),
    name: stickPath(options.as ?? basename(resolve(file))),
    sha256: options.sha256 ?? null,
  }));
  await changeStick(target, { files: added, checksums: options.checksums }, options, context);
}

export interface RemoveOptions extends ChangeOptions {
  withPersistence: boolean;
}

/** `sticksmith ventoy remove TARGET NAME…`: what a live system keeps stays, unless that is to go, too. */
export async function ventoyRemove(
  target: string,
  names: readonly string[],
  options: RemoveOptions,
  context: Context,
): Promise<void> {
  const changes = {
    remove: names.map(stickPath),
    removePersistence: options.withPersistence,
  };
  await changeStick(target, changes, options, context);
}

/** `sticksmith ventoy rename TARGET FROM TO` */
export async function ventoyRename(
  target: string,
  from: string,
  to: string,
  options: ChangeOptions,
  context: Context,
): Promise<void> {
  const rename = [{ from: stickPath(from), to: stickPath(to) }];
  await changeStick(target, { rename }, options, context);
}

export interface UpdateOptions extends ChangeOptions {
  ventoyPackage: string;
  ventoySha256?: string;
  secureBoot?: string;
}

/** `sticksmith ventoy update TARGET`: renews Ventoy itself. Secure Boot support stays as it is unless asked for. */
export async function ventoyUpdate(
  target: string,
  options: UpdateOptions,
  context: Context,
): Promise<void> {
  const { ventoyPackage, ventoySha256, secureBoot } = options;
  const install = {
    way: 'update' as const,
    package: { path: resolve(ventoyPackage), sha256: ventoySha256 ?? null },
    secureBoot: secureBoot === undefined ? null : onOff('--secure-boot', secureBoot),
  };
  await changeStick(target, { install }, options, context);
}

/** Carries out a recipe that erases nothing: the same job as `make` with `--install none` or `update`. */
export async function changeStick(
  target: string,
  changes: Partial<VentoyRecipe>,
  options: ChangeOptions,
  context: Context,
): Promise<void> {
  requireVentoyHost(context.host);
  const recipe: VentoyRecipe = {
    ...structuredClone(ventoyDefaults),
    install: { way: 'none' },
    ...changes,
  };
  requireBareDisk(target);
  const asked = await keptTarget(target, options.unmount, ventoyChanges(recipe), context);
  const plan = parsePlan({ ...recipe, targets: [asked.target] });
  const how = {
    workFolder: workFolder(options.workDir),
    cacheBudgetBytes: DEFAULT_CACHE_BUDGET_BYTES,
    yes: options.yes,
  };
  await makePlan(plan, [asked], how, context);
}
