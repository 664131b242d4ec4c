import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** Every document for people, by its path from the root. */
export const documents = ['README.md', 'CONTRIBUTING.md', ...pagesIn('docs')];

function pagesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
    .sort();
}

export function textOf(document: string): string {
  return readFileSync(join(ROOT, document), 'utf8');
}

/** A text without its fenced blocks. */
export function proseOf(document: string): string {
  return textOf(document).replace(/^```[^]*?^```$/gm, '');
}

/** What stands between two lines of three backticks. */
export interface Block {
  /** Document and line of the first backticks, such as `docs/ventoy.md:31`. */
  place: string;
  /** `sh` of `sh only read: why`. */
  language: string;
  /** What follows the language, which no reader of the page sees. */
  purpose: string;
  text: string;
}

export function blocksOf(document: string): Block[] {
  const text = textOf(document);
  return [...text.matchAll(/^```(\S*)(.*)\n([^]*?)^```$/gm)].map((match) => {
    const [, language = '', purpose = '', content = ''] = match;
    const line = text.slice(0, match.index).split('\n').length;
    return {
      place: `${document}:${String(line)}`,
      language,
      purpose: purpose.trim(),
      text: content,
    };
  });
}

export const blocks = documents.flatMap(blocksOf);
