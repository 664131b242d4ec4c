import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeOf, decodeXml, elementAt, escapeText, readXml, XmlError } from '.';

function refusal(xml: string): string {
  try {
    readXml(xml);
  } catch (error) {
    if (error instanceof XmlError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('reading XML', () => {
  it('finds elements, attributes and text, and where they stand', () => {
    const text = '<?xml version="1.0"?>\n<!-- x --><a b="1 &amp; 2"><c/>x&#65;<![CDATA[<&]]></a>\n';
    const { root, declarationEnd } = readXml(text);
    expect(declarationEnd).toBe(21);
    expect(root).toMatchObject({ name: 'a', namespace: '', line: 2, text: 'xA<&' });
    expect(attributeOf(root, 'b')).toBe('1 & 2');
    expect(text.slice(root.contentStart, root.contentEnd)).toBe('<c/>x&#65;<![CDATA[<&]]>');
    expect(root.children[0]).toMatchObject({ name: 'c', empty: true });
  });

  it('tells namespaces apart, whatever prefix stands for them', () => {
    const { root } = readXml(
      '<u:a xmlns:u="urn:1" xmlns="urn:2"><b/><u:b><u:c>x</u:c></u:b></u:a>',
    );
    expect(root.namespace).toBe('urn:1');
    expect(elementAt(root, 'b', 'c')?.text).toBe('x');
    expect(root.children[0]?.namespace).toBe('urn:2');
  });

  it('takes line ends as XML does', () => {
    const { root } = readXml('<a b="x\r\ny">1\r\n2\r3&#13;<![CDATA[\r\n]]></a>');
    expect(root.text).toBe('1\n2\n3\r\n');
    expect(attributeOf(root, 'b')).toBe('x y');
  });

  it.each([
    ['', /no element/],
    ['text', /no element/],
    ['<a>', /“a” of line 1 is not closed/],
    ['<a>\n<b>\n</a>', /^line 3: the element “b” of line 2/],
    ['<a></a><b/>', /behind the last element/],
    ['<a/>x', /behind the last element/],
    ['<a b="1" b="2"/>', /“b” stands twice/],
    ['<a x:b="1" y:b="2" xmlns:x="u" xmlns:y="u"/>', /“b” stands twice/],
    ['<a b=1/>', /no quotes/],
    ['<a b/>', /no value/],
    ['<a b="1"c="2"/>', /not finished/],
    ['<a b="<"/>', /in the value/],
    ['<a>&nbsp;</a>', /“&”/],
    ['<a>&amp</a>', /“&”/],
    ['<a>&</a>', /“&”/],
    ['<a>&#0;</a>', /“&”/],
    ['<a>&#xD800;</a>', /“&”/],
    ['<a>&#x110000;</a>', /“&”/],
    ['<a>&constructor;</a>', /“&”/],
    ['<a>]]></a>', /CDATA/],
    ['<a><![CDATA[</a>', /CDATA section does not end/],
    ['<a><!-- -- --></a>', /comment/],
    ['<a><!-- </a>', /comment does not end/],
    ['<a><?xml version="1.0"?></a>', /declaration/],
    [' <?xml version="1.0"?><a/>', /declaration/],
    ['<?xml version="1.1"?><a/>', /declaration/],
    ['<!DOCTYPE a><a/>', /document type/],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /document type/],
    ['<a><!ELEMENT a></a>', /declaration/],
    ['<x:a/>', /“x” stands for nothing/],
    ['<a x:b="1"/>', /“x” stands for nothing/],
    ['<a xmlns:xml="u"/>', /“xml”/],
    ['<a xmlns:x=""/>', /“x”/],
    ['<a:b:c xmlns:a="u"/>', /not finished/],
    ['<1a/>', /name/],
    ['<a>\u0001</a>', /can’t hold/],
    ['<a>\ufffe</a>', /can’t hold/],
    ['<a>\ud800</a>', /can’t hold/],
    ['<a>'.repeat(65) + '</a>'.repeat(65), /too deep/],
  ])('refuses %j', (xml, reason) => {
    expect(refusal(xml)).toMatch(reason);
  });

  it('repeats no text in what it says', () => {
    expect(refusal('<a><b>geheim&x;</b></a>')).not.toMatch(/geheim/);
    expect(refusal('<a b="geheim" b="geheim"/>')).not.toMatch(/geheim/);
  });

  it('gives back every text that XML can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let escaped: string;
        try {
          escaped = escapeText(text);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          expect(() => readXml(`<a>${text.replace(/[<&]/g, '')}</a>`)).toThrow(XmlError);
          return;
        }
        expect(readXml(`<a>${escaped}</a>`).root.text).toBe(text);
      }),
    );
  });

  it('reads a file of a megabyte in a moment', () => {
    const xml = `<a>${'<b>\n</b>'.repeat(120_000)}</a>`;
    const start = performance.now();
    expect(readXml(xml).root.children.at(-1)?.line).toBe(120_000);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('shares the namespaces of an element with all in it', () => {
    const declared = Array.from({ length: 60 }, (_, at) => ` xmlns:p${String(at)}="u"`).join('');
    const { root } = readXml(`<a${declared}>${'<b/>'.repeat(10)}</a>`);
    expect(new Set(root.children.map(({ scope }) => scope))).toEqual(new Set([root.scope]));
  });

  it('takes thousands of attributes in a namespace with a long name, in a moment', () => {
    const names = Array.from({ length: 40_000 }, (_, at) => `p:a${String(at)}=""`).join(' ');
    const start = performance.now();
    const { root } = readXml(`<a xmlns:p="${'u'.repeat(500_000)}" ${names}/>`);
    expect(root.attributes).toHaveLength(40_000);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it.each([
    ['in one element', (xmlns: string) => `<a ${xmlns}>${'<b/>'.repeat(100_000)}</a>`],
    ['in one another', (xmlns: string) => `<a ${xmlns}>${'<b xmlns:q="u"/>'.repeat(30_000)}</a>`],
  ])('refuses thousands of namespaces %s, in a moment', (_, xml) => {
    const xmlns = Array.from({ length: 30_000 }, (_, at) => `xmlns:p${String(at)}="u"`).join(' ');
    const start = performance.now();
    expect(() => readXml(xml(xmlns))).toThrow(/namespaces/);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('the encoding of XML', () => {
  const utf16 = Buffer.from('\ufeff<?xml version="1.0" encoding="utf-16"?><ä/>', 'utf16le');

  it.each([
    ['UTF-8', Buffer.from('<ä/>')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-8"?><ä/>')],
    ['UTF-16, little-endian', utf16],
    ['UTF-16, big-endian', Buffer.from(utf16).swap16()],
  ])('can be %s', (_, bytes) => {
    expect(readXml(decodeXml(bytes)).root.name).toBe('ä');
  });

  it.each([
    ['latin 1', Buffer.from('<ä/>', 'latin1')],
    ['half a character', utf16.subarray(0, utf16.length - 1)],
    ['half a pair', Buffer.from('\ufeff<a>\ud800</a>', 'utf16le')],
    ['UTF-16 without a mark', utf16.subarray(2)],
    ['one it says it is', Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a/>')],
    ['UTF-8 that says it is UTF-16', Buffer.from('<?xml version="1.0" encoding="utf-16"?><a/>')],
  ])('can’t be %s', (_, bytes) => {
    expect(() => readXml(decodeXml(bytes))).toThrow(XmlError);
  });
});
