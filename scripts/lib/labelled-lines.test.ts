import { describe, expect, it } from 'vitest';
import { LabelledLines } from './labelled-lines.mjs';

function printed(...pieces: string[]): string[] {
  const written: string[] = [];
  const lines = new LabelledLines('unit', (text) => written.push(text));
  for (const piece of pieces) lines.add(piece);
  lines.end();
  return written;
}

describe('the output of one program among several', () => {
  it('has its name before each line, empty ones too', () => {
    expect(printed('one\n\ntwo\n').join('')).toBe('unit │ one\nunit │ \nunit │ two\n');
  });

  it('is written in whole lines, however it comes', () => {
    expect(printed('o', 'ne\ntw', 'o\n')).toEqual(['unit │ one\n', 'unit │ two\n']);
  });

  it('is not lost where the last line has no end', () => {
    expect(printed('one\ntwo')).toEqual(['unit │ one\n', 'unit │ two\n']);
  });

  it('is nothing where nothing was said', () => {
    expect(printed('')).toEqual([]);
  });
});
