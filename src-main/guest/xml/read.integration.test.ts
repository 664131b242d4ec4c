import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runTool } from '../../host/run-tool';
import { readXml } from '.';

/** What xmllint says about a text: nothing, when all is well. */
async function complaints(xml: string): Promise<string> {
  const { stderr } = await runTool('xmllint', ['--noout', '--nonet', '-'], {
    stdin: xml,
    okCodes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  });
  return stderr;
}

const pieces = [
  ...['<a>', '</a>', '<b/>', '<a x="1">', '<p:a xmlns:p="urn:1">', '</p:a>', '<p:b/>', ' y="2"'],
  ...['text', '&amp;', '&lt', '&#65;', '&#0;', '&x;', '<!-- c -->', '<!-- -- -->', '-->', '\n'],
  ...['<![CDATA[', ']]>', '<?pi x?>', '<?xml version="1.0"?>', '>', '<', '"', "'", 'é', '\u0001'],
];

describe('what is well-formed', () => {
  it('is so for xmllint too, and the other way round', async () => {
    const texts = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join('')),
      fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((all) => `<a>${all.join('')}</a>`),
      fc.string({ unit: 'grapheme' }).map((text) => `<a x='${text}'>${text}</a>`),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (xml) => {
        let accepted = true;
        try {
          readXml(xml);
        } catch {
          accepted = false;
        }
        expect({ xml, accepted }).toEqual({ xml, accepted: (await complaints(xml)) === '' });
      }),
      { numRuns: 400 },
    );
  });
});
