import { usageError } from './context';

/** A log or a message is short. */
const MOST_BYTES = 1024 * 1024;

/** What is typed or piped into a command that explains it. Throws `usage` on more than such a text has. */
export async function stdinText(): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw usageError('stdin holds more than such a log can have');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
