/** A part of a PowerShell script. `text` of a string is what it stands for, as far as nothing is replaced in it. */
export interface Token {
  kind: 'code' | 'comment' | 'string' | 'replaced string';
  text: string;
}

const SINGLE = new Set("'\u2018\u2019\u201a\u201b");
const DOUBLE = new Set('"\u201c\u201d\u201e');

/**
 * Splits a script as the PowerShell language specification, 2.2 and 2.3.5.2, has it, as far as scripts without here-strings
 * and block comments go. Throws for a string without an end. Written for tests, apart from what makes the scripts.
 */
export function tokens(script: string): Token[] {
  const found: Token[] = [];
  const characters = [...script];
  let at = 0;
  let code = '';

  const endCode = (): void => {
    if (code !== '') found.push({ kind: 'code', text: code });
    code = '';
  };
  const string = (quotes: Set<string>, kind: 'string' | 'replaced string'): void => {
    endCode();
    let text = '';
    for (at += 1; ; at += 1) {
      const character = characters[at];
      if (character === undefined) throw new Error(`a string has no end: ${text.slice(0, 60)}`);
      if (kind === 'replaced string' && character === '`') {
        at += 1;
        text += characters[at] ?? '';
      } else if (!quotes.has(character)) {
        text += character;
      } else if (quotes.has(characters[at + 1] ?? '')) {
        text += character;
        at += 1;
      } else {
        break;
      }
    }
    found.push({ kind, text });
  };

  for (; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (SINGLE.has(character)) string(SINGLE, 'string');
    else if (DOUBLE.has(character)) string(DOUBLE, 'replaced string');
    else if (character === '#' && /(^|[\s{}();|])$/.test(code)) {
      endCode();
      const end = characters.indexOf('\n', at);
      const stop = end === -1 ? characters.length : end;
      found.push({ kind: 'comment', text: characters.slice(at, stop).join('') });
      at = stop - 1;
    } else {
      code += character;
    }
  }
  endCode();
  return found;
}

const PAIRS = new Map([
  [')', '('],
  ['}', '{'],
  [']', '['],
]);

/** The brackets of a script that have no partner, in their order. */
export function unclosed(script: string): string[] {
  const open: string[] = [];
  const code = tokens(script).filter(({ kind }) => kind === 'code');
  for (const character of code.map(({ text }) => text).join('')) {
    if (![...PAIRS].flat().includes(character)) continue;
    if (open.length > 0 && open.at(-1) === PAIRS.get(character)) open.pop();
    else open.push(character);
  }
  return open;
}
