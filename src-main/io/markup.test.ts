import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markup } from './markup';

describe('a piece of HTML', () => {
  it('escapes what is put in, once', () => {
    const name = markup`<b>${`<i>"Tom" & 'Tim'</i>`}</b>`;
    const expected = '<b>&#60;i&#62;&#34;Tom&#34; &#38; &#39;Tim&#39;&#60;/i&#62;</b>';
    expect(name.text).toBe(expected);
    expect(markup`<p>${name}${null}</p>`.text).toBe(`<p>${expected}</p>`);
  });

  it('lists pieces, and writes numbers', () => {
    expect(markup`<ul>${[1, 2].map((n) => markup`<li>${n}</li>`)}</ul>`.text).toBe(
      '<ul><li>1</li>\n<li>2</li></ul>',
    );
  });

  it('never lets a text begin a tag or end an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const inside = markup`${text}`.text;
        expect(inside).not.toMatch(/[<>"']/);
        const back = inside.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
        expect(back).toBe(text);
      }),
    );
  });
});
