import { describe, expect, it } from 'vitest';
import { readDriverInf } from './driver-inf';
import { InfError } from './inf-error';

/** Reads a text as an INF file: what it says, or null when it is refused as none. More errors there must not be. */
function read(text: string) {
  try {
    return readDriverInf(Buffer.from(text), 'x64');
  } catch (error) {
    if (error instanceof InfError) return null;
    throw error;
  }
}

const head = '[Version]\nSignature="$Windows NT$"\nClass=Net\n';
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('');
const models = '[Manufacturer]\nM=D,NTamd64\n[D.NTamd64]\nX=I,ID\n';

describe('an INF file that is made to take long', () => {
  it.each([
    ['blank lines', `${head}${'\n'.repeat(4_000_000)}[End]`],
    ['one name with full stops', `${head}[${'.'.repeat(1_000_000)}]\na=b\n`],
    [
      'one model for each of a thousand makers',
      (() => {
        const makers = lines(20_000, (at) => `M${String(at)}=D,NTamd64`);
        return `${head}[Manufacturer]\n${makers}[D.NTamd64]\n${lines(20_000, () => 'X=I,ID')}`;
      })(),
    ],
    [
      'long names for many systems',
      (() => {
        const decorations = Array.from({ length: 100_000 }, () => 'NTamd64').join(',');
        return `${head}[Manufacturer]\nM=${'d'.repeat(1_000_000)},${decorations}\n`;
      })(),
    ],
    [
      'a list that is copied again and again',
      (() => {
        const copies = lines(20_000, () => 'CopyFiles=List');
        return `${head}${models}[I]\n${copies}[List]\n${lines(20_000, (at) => `f${String(at)}`)}`;
      })(),
    ],
    [
      'very many needs',
      (() => {
        const needs = Array.from({ length: 500_000 }, () => 'Other').join(',');
        return `${head}${models}[I]\nNeeds=${needs}\n`;
      })(),
    ],
    [
      'strings that grow',
      (() => {
        const line = `x=${'%a%'.repeat(1000)}`;
        return `${head}[A]\n${lines(1000, () => line)}[Strings]\na=${'y'.repeat(1_000_000)}\n`;
      })(),
    ],
  ])(
    'by %s does not',
    (_, text) => {
      expect(() => read(text)).not.toThrow();
    },
    // A second where nothing else runs; hours where work grows with the square of the text.
    60_000,
  );

  it('is refused where it can’t be meant', () => {
    expect(read(`${head}[${'x'.repeat(256)}]\n`)).toBeNull();
    expect(read(`${head}[${'x'.repeat(255)}]\n`)).not.toBeNull();
  });
});
