import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDriverInf } from './driver-inf';
import { InfError } from './inf-error';
import { fieldOf, parseInf } from './inf';
import { sampleInf } from './test-support';

function parse(...lines: string[]): ReturnType<typeof parseInf> {
  return parseInf(Buffer.from(lines.join('\r\n')));
}

describe('parseInf', () => {
  it.each([
    ['what is no text', Buffer.from([0x5b, 0x41, 0x5d, 0x0a, 0x01, 0x02, 0x41])],
    ['nothing', Buffer.alloc(0)],
    ['text without a section', Buffer.from('hello = 1\n')],
    ['a section without an end', Buffer.from('[Version\na = 1\n')],
    ['UTF-16 with half a character', Buffer.from([0xff, 0xfe, 0x5b, 0x00, 0x41])],
    ['what says it is UTF-8 and is not', Buffer.from([0xef, 0xbb, 0xbf, 0x5b, 0xff, 0x5d])],
  ])('refuses %s', (_, bytes) => {
    expect(() => parseInf(bytes)).toThrow(InfError);
  });

  it('takes comments, continued lines and quotes as Windows does', () => {
    const inf = parse(
      '[A] ; the first',
      'Key = "one; ""two""", three ; a comment',
      'Long = a, \\ ; goes on',
      '  b',
      'alone, "with = sign"',
    );
    expect(inf.section('a')).toEqual([
      { key: 'Key', fields: ['one; "two"', 'three'] },
      { key: 'Long', fields: ['a', 'b'] },
      { key: null, fields: ['alone', 'with = sign'] },
    ]);
  });

  it('makes one section of those with one name, whatever the case', () => {
    expect(parse('[One]', 'a', '[two]', 'b', '[ONE]', 'c').section('one')).toHaveLength(2);
  });

  it('replaces names of strings, and leaves those it doesn’t know', () => {
    const inf = parse('[V]', 'P = %NAME%', 'Q = %x%%%', '[Strings]', 'name = "A, B"');
    expect(fieldOf(inf, 'V', 'p')).toBe('A, B');
    expect(fieldOf(inf, 'V', 'q')).toBe('%x%%');
  });

  it('reads every encoding the same', () => {
    const text = '[Strings]\r\nname = "Größe"\r\n[V]\r\nP = %name%\r\n';
    const encodings = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'latin1'),
    ];
    for (const bytes of encodings) expect(fieldOf(parseInf(bytes), 'V', 'P')).toBe('Größe');
  });

  it('gives back any name that was put in quotes', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((one) => !/[\p{Cc}%]/u.test(one));
    fc.assert(
      fc.property(name, (value) => {
        const inf = parse('[V]', `P = "${value.replaceAll('"', '""')}"`);
        expect(fieldOf(inf, 'V', 'P')).toBe(value);
      }),
    );
  });

  it('meets any bytes with its own error alone', () => {
    const whole = Buffer.from(sampleInf());
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 });
    const mutated = damage.map((changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, value] of changes) bytes.writeUInt8(value, at);
      return bytes;
    });
    const any = fc.oneof(
      mutated,
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(any, (bytes) => {
        try {
          readDriverInf(bytes, 'x64');
        } catch (error) {
          expect(error).toBeInstanceOf(InfError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('readDriverInf', () => {
  it('reads who made it, what for, and when', () => {
    expect(readDriverInf(Buffer.from(sampleInf()), 'x64')).toEqual({
      provider: 'Sample, Makers',
      className: 'Net',
      classGuid: '{4d36e972-e325-11ce-bfc1-08002be10318}',
      version: '1.2.3.4',
      date: '2024-03-09',
      architectures: ['x64'],
      catalog: 'sample.cat',
      sources: [{ name: 'sample.sys', folder: '', cabinet: null, required: true }],
    });
  });

  it.each([
    ['NTx86', ['x86']],
    ['NTarm64.10.0...22000', ['arm64']],
    ['NT', ['x86']],
    ['NTia64', ['unknown']],
  ])('knows the decoration %s', (decoration, architectures) => {
    const inf = readDriverInf(Buffer.from(sampleInf({ decoration })), 'x64');
    expect(inf.architectures).toEqual(architectures);
  });

  it('demands only the files that its architecture copies', () => {
    const text = [
      ...['[Version]', 'Signature="$CHICAGO$"', 'Class=Net', '[Manufacturer]'],
      ...['M=Models,NTamd64', '[Models]', 'D=Old,ID', '[Models.NTamd64]', 'D=New,ID'],
      ...['[Old]', 'CopyFiles=@old.sys', '[New.NTamd64]', 'CopyFiles=List', 'Needs=More'],
      ...['[More]', 'CopyFiles=@more.sys', '[New.NTarm64]', 'CopyFiles=@arm.sys'],
      ...['[List]', 'renamed.sys,new.sys,,2', '[SourceDisksNames.amd64]', '1=D,x.cab,,\\x64'],
      ...['[SourceDisksFiles]', 'old.sys=1', 'new.sys=1,sub', 'more.sys=1', 'arm.sys=1'],
    ].join('\n');
    const { sources, architectures } = readDriverInf(Buffer.from(text), 'x64');
    expect(architectures).toEqual(['x64', 'x86']);
    expect(sources.filter(({ required }) => required)).toEqual([
      { name: 'new.sys', folder: 'x64/sub', cabinet: 'x.cab', required: true },
      { name: 'more.sys', folder: 'x64', cabinet: 'x.cab', required: true },
    ]);
  });
});
