import type { CommandNode } from '../command-tree';
import { completionFor, shells } from '../completion';
import type { Context } from '../context';
import { oneOf } from '../option-values';

/** `sticksmith completion SHELL`: the script by which a shell completes this program's commands. */
export function completion(shell: string, tree: CommandNode, { output }: Context): void {
  const script = completionFor[oneOf('completion', shell, shells)](tree);
  output.result({ script }, script.trimEnd().split('\n'));
}
