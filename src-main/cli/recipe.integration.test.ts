import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleRecipe, exampleVentoyRecipe } from '../../src-shared/example-recipe';
import { flagOf } from './recipe-option';
import { CLI, practiceIso, runCli, type CliOptions, type CliRun } from './testing';
import { ventoyOptionGroups } from './ventoy-options';
import { windowsOptionGroups } from './windows-options';

const KEY = 'correct horse battery';

let base: string;
let iso: string;
let target: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sticksmith-recipes-'));
  iso = await practiceIso(join(base, 'image'));
  target = join(base, 'precious.img');
  await writeFile(target, 'precious data, not a stick');
});
afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

function makeArgs(more: string[], to = target): string[] {
  const args = ['make', '--image', iso, '--edition', '1', '--target', to, '--size', '1G', '--yes'];
  return [...args, '--work-dir', join(base, 'work'), ...more];
}

/** A job that is refused, and whose target is as it was. */
async function refused(more: string[], options: CliOptions = {}): Promise<CliRun> {
  const run = await runCli(makeArgs(more), options);
  expect(await readFile(target, 'utf8')).toBe('precious data, not a stick');
  expect(run.error?.stick).toBe('untouched');
  return run;
}

function dryRun(more: string[], options: CliOptions = {}): Promise<CliRun> {
  return runCli(makeArgs([...more, '--dry-run'], join(base, 'new.img')), options);
}

async function file(name: string, text: string): Promise<string> {
  const path = join(base, name);
  await writeFile(path, text);
  return path;
}

function result(run: CliRun): Record<string, unknown> {
  return run.lines.find(({ type }) => type === 'result') ?? {};
}

describe('what can’t be had is refused before anything is changed', () => {
  it.each([
    [['--scheme', 'apm'], 'usage', /--scheme takes gpt or mbr/],
    [['--shared-space', 'rest'], 'plan/invalid', /^space\.sharedBytes: /],
    [['--windows-size', '16M'], 'plan/invalid', /^space\.windowsBytes: /],
    [['--container', 'vhdx', '--hibernation', 'on'], 'plan/invalid', /hibernation: /],
    [['--container', 'vhdx', '--direct'], 'plan/invalid', /^way: /],
    [['--account', 'a:b'], 'plan/invalid', /^windows\.answers\.account\.name: /],
    [['--account', 'pc', '--computer-name', 'PC'], 'plan/invalid', /account\.name: /],
    [['--computer-name', '123'], 'plan/invalid', /computerName\.pattern: /],
    [['--language', 'fr-FR'], 'plan/invalid', /^windows\.answers\.language: .*only/],
    [['--keyboard', '!'], 'plan/invalid', /^windows\.answers\.keyboard: a keyboard/],
    [['--remove-app', 'A', '--keep-app', 'a'], 'plan/invalid', /^windows\.lean\.keepApps\.0: /],
    [['--remove-app', '../x'], 'plan/invalid', /^windows\.lean\.removeApps\.0: /],
    [['--profile-path', '/home'], 'plan/invalid', /^windows\.roaming\.profilePath: /],
    [
      ['--wifi-network', 'A', '--wifi-security', 'open', '--wifi-network', 'A'],
      'plan/invalid',
      /wifi\.1: /,
    ],
    [['--wifi-network', 'Ä'.repeat(17)], 'plan/invalid', /at most 32 bytes/],
    [
      ['--domain-join', '/x', '--target', '/other.img'],
      'plan/invalid',
      /^windows\.roaming\.domainJoinFile: /,
    ],
    [
      ['--computer-name', 'PC', '--target', '/other.img'],
      'plan/invalid',
      /^windows\.answers\.computerName\.pattern: /,
    ],
  ])('%j', async (more, code, message) => {
    const stdin = JSON.stringify({ wifiKeys: { A: KEY } });
    const run = await refused([...more, '--secrets-stdin'], { stdin });
    expect(run.error?.code).toBe(code);
    expect(run.error?.params['message']).toMatch(message);
    expect(run.code).toBe(2);
  });
});

describe('secrets', () => {
  it('names the network whose key is missing', async () => {
    const run = await refused(['--wifi-network', 'Office', '--wifi-network', 'Cellar'], {});
    expect(run.error).toMatchObject({ code: 'wifi/invalid', params: { name: 'Office' } });
    expect(run.code).toBe(2);
    const stdin = JSON.stringify({ wifiKeys: { Office: KEY } });
    const other = await refused(
      ['--wifi-network', 'Office', '--wifi-network', 'Cellar', '--secrets-stdin'],
      { stdin },
    );
    expect(other.error).toMatchObject({ code: 'wifi/invalid', params: { name: 'Cellar' } });
    expect(other.stdout + other.stderr).not.toContain(KEY);
  });

  it.each(['not JSON at all', '{"wifiKeys": {"Office": "correct"}}', '{"correct horse": 1}'])(
    'are refused when they are %s, and not repeated',
    async (stdin) => {
      const run = await refused(['--wifi-network', 'Office', '--secrets-stdin'], { stdin });
      expect(run.error?.code).toBe('usage');
      expect(run.stdout + run.stderr).not.toMatch(/correct|at all/);
    },
  );

  it('are neither needed nor told where nothing is made', async () => {
    const without = await dryRun(['--wifi-network', 'Office']);
    expect(without.code).toBe(0);
    expect(result(without)['operations']).toBeInstanceOf(Array);
    const stdin = JSON.stringify({ wifiKeys: { Office: KEY } });
    const given = await dryRun(['--wifi-network', 'Office', '--secrets-stdin'], { stdin });
    expect(given.code).toBe(0);
    expect(given.stdout + given.stderr).not.toContain(KEY);
    await expect(access(join(base, 'new.img'))).rejects.toThrow('ENOENT');
  });

  it('are asked for at a terminal, again when they can’t be right, and not shown', async () => {
    const words = [process.execPath, CLI, ...makeArgs(['--wifi-network', 'Office'])]
      .filter((word) => word !== '--yes')
      .map((word) => `'${word}'`);
    const terminal = spawn('script', ['-qec', words.join(' '), '/dev/null']);
    let shown = '';
    const answers: [RegExp, string][] = [
      [/Key of the network “Office”: /, 'sesame\r'],
      [/8 to 63 characters[^]*Key of the network “Office”: /, 'opensesamX\u007fe\r'],
      [/Type .* to go on: /, 'no\r'],
    ];
    terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
      if (answers[0]?.[0].test(shown) === true) terminal.stdin.write(answers.shift()?.[1] ?? '');
    });
    const code = await new Promise((resolve) => terminal.on('close', resolve));
    expect(answers).toEqual([]);
    expect(shown).not.toContain('sesam');
    expect(shown).toContain('[target/exists]');
    expect(code).toBe(3);
    expect(await readFile(target, 'utf8')).toBe('precious data, not a stick');
  });
});

describe('sticksmith recipe', () => {
  it.each([exampleRecipe, exampleVentoyRecipe])(
    'prints an example that it finds valid: $kind',
    async (expected) => {
      const example = result(await runCli(['recipe', 'example', '--kind', expected.kind]));
      expect(example['recipe']).toEqual(expected);
      const path = await file('example.json', JSON.stringify(example['recipe']));
      const run = await runCli(['recipe', 'validate', path]);
      expect(run.code).toBe(0);
      expect(result(run)).toMatchObject({ valid: true, readAs: 2, recipe: expected });
    },
  );

  it('prints a JSON Schema that allows nothing else', async () => {
    const schema = result(await runCli(['recipe', 'schema']))['schema'];
    const kind = { type: 'object', additionalProperties: false };
    expect(schema).toMatchObject({ oneOf: [kind, kind] });
  });

  it('names everything that is wrong, with line and column', async () => {
    const { space, ...rest } = exampleRecipe;
    const bad = { ...rest, space: { ...space, sharedLabel: 'a/b', windowsBytes: -1 }, extra: true };
    const path = await file('bad.json', JSON.stringify(bad, null, 2));
    const lines = JSON.stringify(bad, null, 2).split('\n');
    const run = await runCli(['recipe', 'validate', path]);
    expect(run.code).toBe(2);
    expect(run.error?.code).toBe('plan/invalid');
    const problems = result(run)['problems'] as { field: string[]; line: number; column: number }[];
    expect(problems.map(({ field }) => field.join('.')).sort()).toEqual([
      'extra',
      'space.sharedLabel',
      'space.windowsBytes',
    ]);
    for (const { field, line, column } of problems) {
      const there = lines[line - 1]?.slice(column - 1);
      expect(there).toMatch(new RegExp(`^"${field.at(-1) ?? ''}": `));
    }
  });

  it('says where a file is no JSON', async () => {
    const run = await runCli(['recipe', 'validate', await file('no.json', '{\n  "version" 2\n}')]);
    expect(run.error?.code).toBe('plan/unreadable');
    expect(run.error?.params['message']).toBe('line 2, column 13: a colon is expected here');
    expect(run.code).toBe(2);
  });

  it('says that an old one is read as what it means now', async () => {
    const old = {
      version: 1,
      kind: 'windows-to-go',
      image: exampleRecipe.image,
      edition: exampleRecipe.edition,
      space: { sharedBytes: 0, sharedLabel: 'SHARED' },
      protect: { kind: 'none' },
      windows: { hideInternalDisks: true },
    };
    const run = await runCli(['recipe', 'validate', await file('old.json', JSON.stringify(old))]);
    expect(result(run)).toMatchObject({ valid: true, readAs: 2, recipe: { version: 2 } });
  });

  it('refuses one of a version to come', async () => {
    const path = await file('new.json', JSON.stringify({ ...exampleRecipe, version: 3 }));
    expect((await runCli(['recipe', 'validate', path])).error?.code).toBe('plan/version');
  });

  it('wants to know which of its commands', async () => {
    expect((await runCli(['recipe'])).code).toBe(2);
    expect((await runCli(['recipe', 'bake'])).code).toBe(2);
  });
});

describe('make from a recipe', () => {
  it('takes the image from the recipe’s folder, and what options change', async () => {
    const sha256 = createHash('sha256')
      .update(await readFile(iso))
      .digest('hex');
    await mkdir(join(base, 'elsewhere'), { recursive: true });
    const recipe = {
      ...exampleRecipe,
      image: { path: iso.slice(base.length + 1), sha256 },
      edition: { index: 1 },
    };
    const path = await file('from.json', JSON.stringify(recipe));
    const options = ['--windows-size', '400M', '--shared-space', '0', '--no-wifi'];
    const named = ['--no-answer-file', '--no-drivers', '--page-file', 'automatic'];
    const run = await runCli(
      ['make', '--recipe', path, '--target', 'x.img', ...options, ...named, '--dry-run'],
      { cwd: join(base, 'elsewhere') },
    );
    expect(run.error).toBeUndefined();
    const operations = (result(run)['operations'] as string[]).join('\n');
    expect(operations).toContain(iso);
    expect(operations).toContain(join(base, 'elsewhere', 'x.img'));
  });
});

function documentText(path: string): Promise<string> {
  return readFile(join(__dirname, '../..', path), 'utf8');
}

describe('the documentation', () => {
  it('explains every option for a field of the Windows on the stick', async () => {
    const flags = windowsOptionGroups
      .filter(({ title }) => title !== 'Windows image:')
      .flatMap(({ options: rows }) => rows.map(flagOf));
    const explained = new Set((await documentText('docs/make-it-yours.md')).match(/--[a-z-]+/g));
    const general = (option: string): string => option.replace(/^--no-/, '--');
    expect(flags.length).toBeGreaterThan(40);
    expect(flags.filter((flag) => !explained.has(general(flag)))).toEqual([]);
  });

  it('explains every option for Ventoy sticks', async () => {
    const flags = ventoyOptionGroups
      .filter(({ title }) => title.includes('Ventoy'))
      .flatMap(({ options: rows }) => rows.map(flagOf));
    const explained = new Set((await documentText('docs/command-line.md')).match(/--[a-z0-9-]+/g));
    const general = (option: string): string => option.replace(/^--no-/, '--');
    expect(flags.length).toBeGreaterThan(20);
    expect(flags.filter((flag) => !explained.has(flag) && !explained.has(general(flag)))).toEqual(
      [],
    );
  });
});
