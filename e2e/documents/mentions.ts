import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './blocks';

/* What documents speak of: other pages, files of the project, functions. */

/** Targets of links and pictures, but those of other sites. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** Anchors that GitHub makes of headings. */
export function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/ /g, '-'),
  );
}

/**
 * Paths in backticks that are of this project: they begin with one of its folders, or name a source for short, without
 * `src-main`. What has a placeholder is none.
 */
export function mentionedPaths(text: string): string[] {
  return codeIn(text).filter(
    (code) =>
      /^(src-(shared|main|renderer)|scripts|e2e|bench|docs|\.github)\/|^[a-z0-9-]+\/\S+\.ts$/.test(
        code,
      ) && !/[*<>{}…\s]/.test(code),
  );
}

/** From the root or from `src-main`; the ending of a source may be left out. */
export function pathExists(path: string): boolean {
  return ['', 'src-main'].some((from) =>
    ['', '.ts', '.tsx'].some((ending) => existsSync(join(ROOT, from, `${path}${ending}`))),
  );
}

/** Names in backticks that end in (): functions and methods. */
export function mentionedFunctions(text: string): string[] {
  return codeIn(text).flatMap((code) => /^(?:\w+\.)?(\w+)\(\)$/.exec(code)?.[1] ?? []);
}

/** Options in backticks: alone, behind a command, or beside other options; not those of other programs. */
export function mentionedOptions(text: string, commands: readonly string[]): string[] {
  return codeIn(text)
    .filter((code) => code.startsWith('--') || commands.includes(code.split(' ')[0] ?? ''))
    .flatMap((code) => code.match(/(?<![\w-])--[a-z][a-z0-9-]*(?![\w-]|NAME)/g) ?? []);
}

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
}

let source: string | undefined;

/** All of the program and what helps its tests. */
export function sourceText(): string {
  source ??= ['src-shared', 'src-main', 'src-renderer', 'e2e']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(ROOT, folder, name),
      ),
    )
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  return source;
}
