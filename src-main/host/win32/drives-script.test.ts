import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { beforeAll, describe, expect, it } from 'vitest';
import { LIST_DRIVES_SCRIPT, listDrivesOperation } from './drives-script';

const { resolve } = createRequire(__filename);
let parser: Parser;

beforeAll(async () => {
  await Parser.init();
  parser = new Parser();
  const grammar = dirname(resolve('tree-sitter-powershell/package.json'));
  parser.setLanguage(await Language.load(join(grammar, 'tree-sitter-powershell.wasm')));
});

function parsed(text: string): Node {
  const tree = parser.parse(text);
  if (!tree) throw new Error('nothing was parsed');
  return tree.rootNode;
}

function textsOf(root: Node, type: string): string[] {
  return root.descendantsOfType(type).map(({ text }) => text);
}

describe('the script that lists drives', () => {
  it('is PowerShell without an error', () => {
    expect(parsed('if ($x { }').hasError).toBe(true);
    expect(parsed(LIST_DRIVES_SCRIPT).hasError).toBe(false);
  });

  it('only reads: it calls nothing else than these', () => {
    const called = new Set(textsOf(parsed(LIST_DRIVES_SCRIPT), 'command_name'));
    expect([...called].sort()).toEqual([
      'Add-Part',
      'ConvertTo-Json',
      'Copy-Raw',
      'Get-CimInstance',
      'Get-Item',
      'Get-Raw',
      'Get-Setting',
    ]);
  });

  it('is plain ASCII, which every code page reads alike', () => {
    expect(LIST_DRIVES_SCRIPT).toMatch(/^[\n\x20-\x7e]+$/);
  });

  it('is handed over as a file, without anything of this computer in its arguments', () => {
    const { args, scripts } = listDrivesOperation;
    expect(scripts).toHaveLength(1);
    expect(args.at(-1)).toBe(`{${scripts[0]?.name ?? ''}}`);
    expect(listDrivesOperation.undo).toBeNull();
  });

  it('says the last line that PowerShell printed when it fails', () => {
    const said = (code: number, stderr: string) =>
      listDrivesOperation.failureOf({ code, stdout: '', stderr });
    expect(said(0, 'a warning')).toBeNull();
    expect(said(1, 'first\r\nZugriff verweigert\r\n\r\n')?.message).toBe('Zugriff verweigert');
    expect(said(1, '')?.message).toBe('PowerShell ended without a word');
  });
});
