import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a virtual computer said, from `transcripts/`, as it came; the lines that tell where it comes from are left out. */
export function transcript(name: string): string {
  const text = readFileSync(join(import.meta.dirname, 'transcripts', `${name}.txt`), 'utf8');
  const [source = '', ...rest] = text.split('\n\n');
  if (!source.split('\n').every((line) => line.startsWith('# '))) {
    throw new Error(`${name} doesn't tell where it comes from`);
  }
  return rest.join('\n\n').replaceAll('␛', '\x1b');
}
