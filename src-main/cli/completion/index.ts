import type { CommandNode } from '../command-tree';
import { bashCompletion } from './bash';
import { fishCompletion } from './fish';
import { powerShellCompletion } from './powershell';
import { zshCompletion } from './zsh';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

/** For each shell the script by which it completes what the tree has. Nothing of it runs the program but to list drives. */
export const completionFor: Record<Shell, (tree: CommandNode) => string> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powerShellCompletion,
};
