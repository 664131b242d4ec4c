import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { allCommands, commandTree } from '../../src-main/cli/command-tree';
import { parseOnly, programForReading } from '../../src-main/cli/program-testing';
import { GivenSecretsSchema } from '../../src-main/cli/secrets';
import {
  notUnderstood,
  powerShellParser,
} from '../../src-main/host/win32/powershell-grammar-testing';
import { parseRecipe } from '../../src-shared/plan';
import { ROOT, blocks, documents, proseOf, textOf, type Block } from './blocks';
import { argumentsIn, examples } from './examples';
import {
  anchorsOf,
  mentionedOptions,
  linksIn,
  mentionedFunctions,
  mentionedPaths,
  pathExists,
  sourceText,
} from './mentions';

const commands = allCommands(commandTree(programForReading()));

/** JSON that documents show, by what stands behind `json`. */
const jsonKinds: Record<string, (value: unknown) => unknown> = {
  recipe: (value) => parseRecipe(value),
  secrets: (value) => GivenSecretsSchema.parse(value),
};

/** What is asked of a block, by its language. */
const rules: Record<string, (block: Block) => unknown> = {
  // Each line has tests of its own, below and in examples.integration.test.ts.
  sh: () => undefined,
  synopsis: ({ text }) => {
    for (const line of text.trimEnd().split('\n')) requireKnown(line);
  },
  json: ({ purpose, text }) => {
    const check = jsonKinds[purpose];
    if (!check) throw new Error(`“json ${purpose}”: one of ${Object.keys(jsonKinds).join(', ')}`);
    return check(JSON.parse(text));
  },
  powershell: async ({ text }) => {
    expect(notUnderstood((await powerShellParser())(text))).toEqual([]);
  },
  ts: ({ text }) => {
    const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true });
    expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
  },
  mermaid: ({ text }) => {
    expect(text).toMatch(/^(flowchart|sequenceDiagram)/);
  },
  // A drawing.
  text: () => undefined,
};

/** A line that shows choices: all words are a command’s, and its options are that command’s or of one below it. */
function requireKnown(line: string): void {
  const shown = line.replace(/^npm run -s sticksmith -- +/, '');
  const [name = ''] = shown.split(' ');
  const [, below = ''] = /^\S+ +((?:[a-z-]+ \| )*[a-z-]+)/.exec(shown) ?? [];
  const paths = [name, ...below.split(' | ').flatMap((word) => (word ? [`${name} ${word}`] : []))];
  const known = commands.filter(({ path }) => path === name || path.startsWith(`${name} `));
  const isFamily = known.length > 1;
  const missing = paths.filter(
    (path) => !known.some((command) => command.path === path) && (isFamily || path === name),
  );
  expect(missing, line).toEqual([]);
  const options = known.flatMap((command) => command.options.map(({ long }) => long));
  const strange = (shown.match(/--[a-z][a-z-]*/g) ?? []).filter((it) => !options.includes(it));
  expect(strange, line).toEqual([]);
}

describe('blocks in documents', () => {
  it.each(blocks)('$place is what its language says: $language $purpose', async (block) => {
    const rule = rules[block.language];
    if (!rule) throw new Error(`no rule for “${block.language}”: ${Object.keys(rules).join(', ')}`);
    await rule(block);
  });
});

describe('lines to be typed', () => {
  it.each(examples)('$place is understood: $line', ({ line }) => {
    const [program = '', action = '', ...rest] = line.split(' ');
    const words = argumentsIn(line);
    if (words) {
      expect(() => {
        parseOnly(words);
      }).not.toThrow();
    } else if (program === 'npm') {
      const script = action === 'run' ? rest.find((word) => !word.startsWith('-')) : action;
      expect(packageFile.scripts).toHaveProperty(script ?? '');
    } else {
      const file = [action, ...rest].find((word) => word.includes('/')) ?? '';
      expect(existsSync(join(ROOT, file)), file).toBe(true);
    }
  });
});

const isOption = (name: string): boolean =>
  commands.some(({ options }) => options.some(({ long }) => long === name));

/** Options of others that documents speak of by themselves: Chromium’s and electron-builder’s. */
const foreign = ['--no-sandbox', '--win'];

describe.each(documents)('%s', (document) => {
  it('has links that lead somewhere', () => {
    const broken = linksIn(textOf(document)).filter((link) => {
      const [file = '', anchor] = link.split('#');
      const path = file === '' ? document : join(dirname(document), decodeURI(file));
      if (!existsSync(join(ROOT, path))) return true;
      return anchor !== undefined && !anchorsOf(textOf(path)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names files and folders that there are', () => {
    expect(mentionedPaths(proseOf(document)).filter((path) => !pathExists(path))).toEqual([]);
  });

  it('names functions that there are', () => {
    const source = sourceText();
    const missing = mentionedFunctions(proseOf(document)).filter(
      (name) => !new RegExp(`\\b${name}\\b\\s*[(<:=]`).test(source),
    );
    expect(missing).toEqual([]);
  });

  it('names only options that there are', () => {
    const names = ['sticksmith', ...commands.map(({ path }) => path)];
    const named = mentionedOptions(proseOf(document), names);
    const strange = named.filter((it) => !isOption(it) && !isOption(it.replace(/^--no-/, '--')));
    expect(strange.filter((it) => !foreign.includes(it))).toEqual([]);
  });
});
