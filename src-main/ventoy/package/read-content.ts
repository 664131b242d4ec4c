/** Reads to the end, and keeps no more than the first bytes. */
export async function readContent(
  content: AsyncIterable<Buffer>,
  keepBytes: number,
): Promise<Buffer> {
  const kept: Buffer[] = [];
  let left = keepBytes;
  for await (const chunk of content) {
    if (left > 0) kept.push(Buffer.from(chunk.subarray(0, left)));
    left -= Math.min(left, chunk.length);
  }
  return Buffer.concat(kept);
}
