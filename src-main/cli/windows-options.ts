import { resolve } from 'node:path';
import { recipeDefaults, type WindowsRecipe } from '../../src-shared/windows-recipe';
import { usageError } from './context';
import { oneOf, size, wholeNumber } from './option-values';
import { protectOptions, requireCompleteProtection } from './protect-options';
import { takenBack, type RecipeOption, type RecipeOptionGroup } from './recipe-option';
import { requireCompleteChoices, windowsChoiceOptions } from './windows-choice-options';

/*
 * The options for recipes of the kind `windows-to-go`.
 */

/** The part of a recipe that names an edition of Windows. */
type WithImage = Pick<WindowsRecipe, 'image' | 'edition'>;

export const imageOptions: RecipeOption<WithImage>[] = [
  {
    flags: '--image <file>',
    help: 'ISO, WIM, ESD or SWM file with Windows',
    fields: ['image.path'],
    set: ({ image }, value) => (image.path = resolve(value)),
  },
  {
    flags: '--sha256 <hex>',
    help: 'the SHA-256 that the image must have',
    fields: ['image.sha256'],
    set: ({ image }, value) => (image.sha256 = value.trim()),
  },
  takenBack('--no-sha256', 'image.sha256', ({ image }) => {
    image.sha256 = null;
  }),
  {
    flags: '--edition <n>',
    help: 'image index, as “inspect” lists it',
    fields: ['edition.index'],
    set: ({ edition }, value) => (edition.index = wholeNumber('--edition', value, 1)),
  },
];

const layout: RecipeOption<WindowsRecipe>[] = [
  {
    flags: '--scheme <gpt|mbr>',
    help: 'gpt starts computers with UEFI (default), mbr those with a BIOS too',
    fields: ['layout.scheme'],
    set: ({ layout }, value) => (layout.scheme = oneOf('--scheme', value, ['gpt', 'mbr'])),
  },
  {
    flags: '--container <none|vhdx>',
    help: 'vhdx puts Windows into a virtual disk, a file on the stick',
    fields: ['layout.container'],
    set: ({ layout }, value) => (layout.container = oneOf('--container', value, ['none', 'vhdx'])),
  },
  {
    flags: '--windows-size <size|all>',
    help: 'size of the Windows volume, such as 40G; all that is left by default',
    fields: ['space.windowsBytes'],
    set: ({ space }, value) =>
      (space.windowsBytes = value === 'all' ? null : size('--windows-size', value, 'or all')),
  },
  {
    flags: '--shared-space <size|rest|0>',
    help: 'keep this much, or what Windows leaves, as an exFAT partition for your files',
    fields: ['space.sharedBytes'],
    set: ({ space }, value) =>
      (space.sharedBytes = value === 'rest' ? 'rest' : size('--shared-space', value, 'or rest')),
  },
  {
    flags: '--shared-label <label>',
    help: 'name of that partition',
    fields: ['space.sharedLabel'],
    set: ({ space }, value) => (space.sharedLabel = value),
  },
];

export const windowsOptionGroups: RecipeOptionGroup<WindowsRecipe>[] = [
  { title: 'Windows image:', options: imageOptions },
  { title: 'Layout:', options: layout },
  { title: 'Encryption:', options: protectOptions },
  ...windowsChoiceOptions,
];

/** Image and edition have no default; without them a recipe is incomplete. */
export function emptyWindowsRecipe(): WindowsRecipe {
  return { ...recipeDefaults, image: { path: '', sha256: null }, edition: { index: 0 } };
}

export function requireCompleteWindows(recipe: WindowsRecipe): void {
  const { image, edition, protect, windows } = recipe;
  if (image.path === '') throw usageError('make needs --image or --recipe');
  if (edition.index === 0) throw usageError('make needs --edition, a number from “inspect”');
  requireCompleteProtection(protect);
  requireCompleteChoices(windows);
}
