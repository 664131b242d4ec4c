import { describe, expect, it } from 'vitest';
import { KeptOutput } from './kept-output';

function keep(...chunks: (string | Buffer)[]) {
  const lines: string[] = [];
  const output = new KeptOutput((line) => lines.push(line));
  for (const chunk of chunks) output.add('stdout', Buffer.from(chunk));
  return { lines, all: output.end() };
}

describe('what a program prints', () => {
  it('is lines of text without what directs a terminal', () => {
    const { lines, all } = keep('\u001b[32mgreen\u001b[0m\r\n', 'a\tb\u0007\n', 'ü 内\n');
    expect(lines).toEqual(['green', 'a\tb', 'ü 内']);
    expect(all).toBe('green\na\tb\nü 内');
  });

  it('is cut only at the ends of lines, wherever a chunk ends, and in the middle of a character', () => {
    const bytes = Buffer.from('erste ü\nzweite\nFrage? ');
    const { lines, all } = keep(...[...bytes].map((byte) => Buffer.from([byte])));
    expect(lines).toEqual(['erste ü', 'zweite', 'Frage? ']);
    expect(all).toBe('erste ü\nzweite\nFrage? ');
  });

  it('has a replacement for what is no UTF-8', () => {
    expect(keep(Buffer.from([0x61, 0xff, 0x0a])).lines).toEqual(['a\ufffd']);
  });

  it('keeps the streams apart', () => {
    const lines: string[] = [];
    const output = new KeptOutput((line) => lines.push(line));
    output.add('stdout', Buffer.from('one '));
    output.add('stderr', Buffer.from('two\n'));
    output.add('stdout', Buffer.from('three\n'));
    expect(lines).toEqual(['two', 'one three']);
  });

  it('has lines of 4096 bytes at most, and the next begins after the newline', () => {
    const { lines } = keep('x'.repeat(10_000), 'y'.repeat(10_000), '\nnext\n');
    expect(lines.map((line) => line.length)).toEqual([4096, 4]);
  });

  it.each([
    ['long', 'x'.repeat(4000), 1],
    ['empty', '', 40],
  ])('is bounded for endless %s lines, and keeps its beginning and its end', (_, line, times) => {
    const chunk = `${line}\n`.repeat(1000);
    const { lines, all } = keep('first\n', ...Array<string>(times).fill(chunk), 'last\n');
    expect(lines.join('\n').length).toBeLessThanOrEqual(1024 * 1024);
    expect(Buffer.byteLength(all)).toBeLessThanOrEqual(1024 * 1024 + 100);
    expect(all.startsWith('first\n')).toBe(true);
    expect(all.endsWith('\nlast')).toBe(true);
    expect(all).toMatch(/\[\d+ lines are left out here\]/);
  });
});
