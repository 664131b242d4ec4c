import { resolve } from 'node:path';
import { messageOf } from '../../../src-shared/errors';
import { explainVentoy, type Explanation } from '../../../src-shared/ventoy-explain';
import { readSmallFile } from '../../io';
import { usageError, type Context } from '../context';
import { stdinText } from '../stdin-text';

/** `sticksmith ventoy explain [FILE]`: what is known about lines that Ventoy wrote; without a file it reads stdin. */
export async function ventoyExplain(path: string | undefined, { output }: Context): Promise<void> {
  const explanations = explainVentoy(path === undefined ? await stdinText() : await textOf(path));
  const lines =
    explanations.length > 0
      ? explanations.flatMap(explanationLines)
      : ['Nothing in it is known to this program.'];
  output.result({ explanations }, lines);
}

function explanationLines({ line, title, whatHappened, whatToDo }: Explanation): string[] {
  return [`“${line}”`, `  ${title}`, `  ${whatHappened}`, `  ${whatToDo}`, ''];
}

async function textOf(path: string): Promise<string> {
  try {
    return await readSmallFile(resolve(path));
  } catch (cause) {
    throw usageError(`${path}: ${messageOf(cause)}`);
  }
}
