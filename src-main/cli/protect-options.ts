import { resolve } from 'node:path';
import {
  afterWritingDefaults,
  isProtectedHere,
  protectDefaults,
  type Protect,
} from '../../src-shared/protect';
import type { WindowsRecipe } from '../../src-shared/windows-recipe';
import { usageError } from './context';
import { oneOf } from './option-values';
import { yesOrNo, type RecipeOption } from './recipe-option';

/** The options for a stick that is encrypted with BitLocker. `--encrypt` comes first and decides what the others mean. */
export const protectOptions: RecipeOption<WindowsRecipe>[] = [
  {
    flags: '--encrypt <none|now|after-writing|first-start>',
    help: 'BitLocker: by this program, by the Windows that makes the stick, or at first start',
    fields: ['protect.kind'],
    decides: true,
    set: (recipe, value) => {
      const kind = oneOf('--encrypt', value, ['none', 'now', 'after-writing', 'first-start']);
      if (recipe.protect.kind !== kind) recipe.protect = unsaid(kind, recipe.protect);
    },
  },
  {
    flags: '--cipher <xts-aes-128|xts-aes-256>',
    help: 'how it is encrypted; xts-aes-128 by default',
    fields: ['protect.cipher'],
    set: (recipe, value) => {
      encrypted(recipe, '--cipher').cipher = oneOf('--cipher', value, [
        'xts-aes-128',
        'xts-aes-256',
      ]);
    },
  },
  {
    flags: '--recovery-dir <folder|ask>',
    help: 'folder for the recovery keys; at first start a share such as \\\\server\\keys, or Windows asks',
    fields: ['protect.recoveryFolder'],
    set: (recipe, value) => {
      const protect = encrypted(recipe, '--recovery-dir');
      if (isProtectedHere(protect)) protect.recoveryFolder = resolve(value);
      else protect.recoveryFolder = value === 'ask' ? null : value;
    },
  },
  {
    flags: '--escrow <none|active-directory|entra-id>',
    help: 'where Windows keeps a copy of the recovery key, once it has joined',
    fields: ['protect.escrow'],
    set: (recipe, value) => {
      const places = ['none', 'active-directory', 'entra-id'] as const;
      encrypted(recipe, '--escrow').escrow = oneOf('--escrow', value, places);
    },
  },
  ...yesOrNo<WindowsRecipe>(
    '--clear-free-space',
    'make unreadable what lay on the drive before (default)',
    'protect.clearFreeSpace',
    (recipe, yes) => {
      const protect = encrypted(recipe, '--clear-free-space');
      if (protect.kind !== 'now') throw usageError('--clear-free-space is for --encrypt now');
      protect.clearFreeSpace = yes;
    },
    'leave it, which is faster where the drive can’t discard',
  ),
  ...yesOrNo<WindowsRecipe>(
    '--used-space-only',
    'after writing: Windows encrypts only what is in use (default)',
    'protect.usedSpaceOnly',
    (recipe, yes) => {
      const protect = encrypted(recipe, '--used-space-only');
      if (protect.kind !== 'after-writing') {
        throw usageError('--used-space-only is for --encrypt after-writing');
      }
      protect.usedSpaceOnly = yes;
    },
    'the free space as well, which takes as long as filling the drive',
  ),
];

/** Throws `usage` where an option began what another one has to complete. */
export function requireCompleteProtection(protect: Protect): void {
  if (isProtectedHere(protect) && protect.recoveryFolder === '') {
    const { kind } = protect;
    throw usageError(`--encrypt ${kind} needs --recovery-dir, a folder for the recovery keys`);
  }
}

/** What the ways have in common is kept when one is changed into another. */
function unsaid(kind: Protect['kind'], before: Protect): Protect {
  if (kind === 'none') return { kind };
  const { cipher, escrow } = before.kind === 'none' ? protectDefaults : before;
  if (kind === 'first-start') return { kind, cipher, escrow, recoveryFolder: null };
  const recoveryFolder = isProtectedHere(before) ? before.recoveryFolder : '';
  const { clearFreeSpace } = protectDefaults;
  const { usedSpaceOnly } = afterWritingDefaults;
  return kind === 'now'
    ? { kind, cipher, escrow, recoveryFolder, clearFreeSpace }
    : { kind, cipher, escrow, recoveryFolder, usedSpaceOnly };
}

function encrypted({ protect }: WindowsRecipe, flag: string): Exclude<Protect, { kind: 'none' }> {
  if (protect.kind === 'none')
    throw usageError(`${flag} needs --encrypt now, after-writing or first-start`);
  return protect;
}
