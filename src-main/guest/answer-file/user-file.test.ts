import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StickError } from '../../../src-shared/errors';
import { readUserAnswerFile } from './user-file';

const NAMESPACE = 'xmlns="urn:schemas-microsoft-com:unattend"';

function refusal(bytes: Buffer | string): string {
  try {
    readUserAnswerFile(Buffer.from(bytes), '/home/anna/mine.xml');
  } catch (error) {
    if (!(error instanceof StickError)) throw error;
    expect(error.code).toBe('answers/invalid');
    expect(error.params['path']).toBe('/home/anna/mine.xml');
    return String(error.params['message']);
  }
  throw new Error('nothing was refused');
}

describe('reading an answer file', () => {
  it.each([
    ['', /^line 1: there is no element/],
    ['Server=1', /^line 1: there is no element/],
    ['<unattend/>', /^line 1: the first element is no “unattend”/],
    ['<unattend xmlns="urn:other"/>', /^line 1: the first element is no “unattend”/],
    [`<Unattend ${NAMESPACE}/>`, /^line 1: the first element is no “unattend”/],
    [`<unattend ${NAMESPACE}>\n<settings/></unattend>`, /^line 2: .*no pass/],
    [`<unattend ${NAMESPACE}>\n\n<settings pass="specialise"/></unattend>`, /^line 3: .*no pass/],
    [
      `<unattend ${NAMESPACE}><settings pass="oobeSystem">\n<component/></settings></unattend>`,
      /^line 2: a component has no name/,
    ],
    [
      `<unattend ${NAMESPACE}><settings pass="oobeSystem" wasPassProcessed="true"/></unattend>`,
      /^line 1: the pass oobeSystem is marked as done/,
    ],
    [`<!DOCTYPE unattend SYSTEM "file:///etc/passwd"><unattend ${NAMESPACE}/>`, /document type/],
    [`<unattend ${NAMESPACE}>&lol;</unattend>`, /“&”/],
    [Buffer.from(`<unattend ${NAMESPACE}>ä</unattend>`, 'latin1'), /UTF-8/],
    [`<unattend ${NAMESPACE}>${' '.repeat(2 ** 20)}</unattend>`, /^it is larger than 1 MiB/],
  ])('refuses %j', (text, reason) => {
    expect(refusal(text)).toMatch(reason);
  });

  it('takes what it doesn’t know', () => {
    const text = `<unattend ${NAMESPACE}><servicing/><x y="1"/><settings pass="windowsPE" wasPassProcessed="true"/></unattend>`;
    const { document, path } = readUserAnswerFile(Buffer.from(text), 'mine.xml');
    expect(document.root.children.map(({ name }) => name)).toEqual(['servicing', 'x', 'settings']);
    expect(path).toBe('mine.xml');
  });

  it('refuses any other bytes with that error and no other', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refusal(Buffer.from(bytes))).not.toBe('');
      }),
    );
  });
});
