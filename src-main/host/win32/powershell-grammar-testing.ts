import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';

/** Parses PowerShell by the grammar of tree-sitter-powershell, which is not ours. */
export async function powerShellParser(): Promise<(script: string) => Node> {
  await Parser.init();
  const packageFile = createRequire(import.meta.url).resolve('tree-sitter-powershell/package.json');
  const grammar = join(dirname(packageFile), 'tree-sitter-powershell.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return (script) => {
    const tree = parser.parse(script);
    if (tree === null) throw new Error('the parser has no language');
    return tree.rootNode;
  };
}

/** The lines that the grammar doesn't understand, with their numbers. Empty when the script is PowerShell. */
export function notUnderstood(root: Node): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (!node.hasError) return;
    if (node.isError || node.isMissing) {
      found.push(`${String(node.startPosition.row + 1)}: ${node.text.slice(0, 200)}`);
    }
    node.children.forEach(visit);
  };
  visit(root);
  return found.length === 0 && root.hasError ? ['somewhere'] : found;
}

/** Every string literal of a script, as it stands there. */
export function stringLiterals(root: Node): string[] {
  return root
    .descendantsOfType(['verbatim_string_characters', 'expandable_string_literal'])
    .map((node) => node.text);
}
