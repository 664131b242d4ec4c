import { resolve } from 'node:path';
import { messageOf } from '../../../src-shared/errors';
import { explainVentoy, type Explanation } from '../../../src-shared/ventoy-explain';
import { readSmallFile } from '../../io';
import { usageError, type Context } from '../context';

/** A log or a message is short. */
const MOST_BYTES = 1024 * 1024;

/** `sticksmith ventoy explain [FILE]`: what is known about lines that Ventoy wrote; without a file it reads stdin. */
export async function ventoyExplain(path: string | undefined, { output }: Context): Promise<void> {
  const explanations = explainVentoy(path === undefined ? await fromStdin() : await textOf(path));
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

async function fromStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw usageError('stdin holds more than such a log can have');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
