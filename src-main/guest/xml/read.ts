import { QUALIFIED_NAME, indexOfNoCharacter, isCharacter } from './characters';
import type { XmlAttribute, XmlDocument, XmlElement } from './element';
import { XmlError } from './error';

/** Deeper than any file that Windows reads, and no deeper than functions can go. */
const DEEPEST = 64;
/** Prefixes that hold at one place. Real files have a few; each that is declared costs a copy of all. */
const MOST_NAMESPACES = 100;

const PREDEFINED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/**
 * Reads XML 1.0 with namespaces, and remembers where every element stands, so that others can be put in while all
 * that a person wrote stays to the byte. No document type: with it go entities of one's own and all the harm they do.
 *
 * fast-xml-parser, which this program uses elsewhere, isn't strict enough here: it takes duplicate attributes,
 * undefined entities and prefixes, and knows no positions.
 *
 * Throws `XmlError` for anything that is not well-formed.
 */
export function readXml(text: string): XmlDocument {
  const reader = new Reader(text);
  return reader.document();
}

class Reader {
  private at = 0;
  private readonly lineStarts: number[];

  constructor(private readonly text: string) {
    this.lineStarts = [
      0,
      ...[...text.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length),
    ];
  }

  document(): XmlDocument {
    const wrong = indexOfNoCharacter(this.text);
    if (wrong >= 0) this.fail('there is a character that XML can’t hold', wrong);
    const declarationEnd = this.declaration();
    this.misc();
    if (this.text.startsWith('<!DOCTYPE', this.at)) this.fail('a document type is not accepted');
    if (!this.text.startsWith('<', this.at)) this.fail('there is no element');
    const root = this.elements();
    this.misc();
    if (this.at < this.text.length) this.fail('there is something behind the last element');
    return { text: this.text, declarationEnd, root };
  }

  private declaration(): number {
    if (!/^<\?xml[\s?]/.test(this.text)) return 0;
    const declared =
      /^<\?xml\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*(?:"[\w.-]+"|'[\w.-]+'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/.exec(
        this.text,
      );
    if (!declared) this.fail('the XML declaration is wrong, or not of version 1.0');
    this.at = declared[0].length;
    return this.at;
  }

  /** White space, comments and processing instructions outside the root. */
  private misc(): void {
    do this.space();
    while (this.comment() || this.instruction());
  }

  private elements(): XmlElement {
    const root = this.startTag(new Map([['xml', XML_NAMESPACE]]));
    const open = root.empty ? [] : [root];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      if (this.text.startsWith('</', this.at)) {
        this.endTag(top);
        open.pop();
      } else if (this.comment() || this.instruction()) {
        // Neither is part of what the element says.
      } else if (this.text.startsWith('<![CDATA[', this.at)) {
        top.text += this.upTo('<![CDATA[', ']]>', 'a CDATA section').replace(/\r\n?/g, '\n');
      } else if (this.text.startsWith('<!', this.at)) {
        this.fail('a declaration is not accepted');
      } else if (this.text.startsWith('<', this.at)) {
        const child = this.startTag(top.scope);
        top.children.push(child);
        if (!child.empty) open.push(child);
        if (open.length > DEEPEST) this.fail('elements lie too deep in one another');
      } else {
        top.text += this.characters(top);
      }
    }
    return root;
  }

  private startTag(outer: ReadonlyMap<string, string>): XmlElement {
    const start = this.at;
    this.at += 1;
    const [prefix, name] = this.name('a name is missing behind “<”');
    const written: { prefix: string; name: string; value: string; at: number }[] = [];
    while (this.space() && !/[/>]/.test(this.text.charAt(this.at))) {
      const at = this.at;
      const [attributePrefix, attributeName] = this.name('an attribute has no name');
      written.push({ prefix: attributePrefix, name: attributeName, value: this.value(), at });
    }
    const empty = this.text.startsWith('/>', this.at);
    if (!empty && !this.text.startsWith('>', this.at)) this.fail('a tag is not finished');
    this.at += empty ? 2 : 1;

    const scope = this.scopeIn(outer, written.filter(isDeclaration));
    const attributes: XmlAttribute[] = [];
    // By namespace, since joining one that is long to every name would take time and memory.
    const seen = new Map<string, Set<string>>();
    for (const one of written) {
      const declares = isDeclaration(one);
      const namespace =
        one.prefix === ''
          ? ''
          : declares
            ? XMLNS_NAMESPACE
            : this.resolve(scope, one.prefix, one.at);
      const names = seen.get(namespace) ?? new Set();
      if (names.has(one.name)) this.fail(`the attribute “${brief(one.name)}” stands twice`, one.at);
      seen.set(namespace, names.add(one.name));
      if (!declares) attributes.push({ namespace, name: one.name, value: one.value });
    }
    const namespace = prefix === '' ? (scope.get('') ?? '') : this.resolve(scope, prefix, start);
    return {
      qualifiedName: prefix === '' ? name : `${prefix}:${name}`,
      namespace,
      name,
      attributes,
      children: [],
      text: '',
      line: this.lineAt(start),
      scope,
      contentStart: this.at,
      contentEnd: this.at,
      empty,
    };
  }

  private endTag(element: XmlElement): void {
    const start = this.at;
    this.at += 2;
    if (!this.text.startsWith(element.qualifiedName, this.at)) this.notClosed(element, start);
    this.at += element.qualifiedName.length;
    this.space();
    if (!this.text.startsWith('>', this.at)) this.notClosed(element, start);
    this.at += 1;
    element.contentEnd = start;
  }

  private notClosed(element: XmlElement, at: number): never {
    this.fail(
      `the element “${brief(element.qualifiedName)}” of line ${element.line} is not closed`,
      at,
    );
  }

  /** Text up to the next `<`. */
  private characters(within: XmlElement): string {
    const end = this.text.indexOf('<', this.at);
    if (end < 0) this.notClosed(within, this.text.length);
    const raw = this.text.slice(this.at, end);
    const wrong = raw.indexOf(']]>');
    if (wrong >= 0) this.fail('“]]>” stands outside a CDATA section', this.at + wrong);
    const text = this.expand(raw.replace(/\r\n?/g, '\n'));
    this.at = end;
    return text;
  }

  private value(): string {
    this.space();
    if (!this.text.startsWith('=', this.at)) this.fail('an attribute has no value');
    this.at += 1;
    this.space();
    const quote = this.text.charAt(this.at);
    if (quote !== '"' && quote !== "'") this.fail('the value of an attribute has no quotes');
    const end = this.text.indexOf(quote, this.at + 1);
    if (end < 0) this.fail('the value of an attribute does not end');
    const raw = this.text.slice(this.at + 1, end);
    if (raw.includes('<')) this.fail('“<” stands in the value of an attribute');
    const value = this.expand(raw.replace(/\r\n|[\t\n\r]/g, ' '));
    this.at = end + 1;
    return value;
  }

  private expand(raw: string): string {
    return raw.replace(/&([^;&]*);?/g, (whole, inner: string) => {
      const known = Object.hasOwn(PREDEFINED, inner) ? PREDEFINED[inner] : undefined;
      const code = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(inner);
      const codePoint = code?.[1] !== undefined ? parseInt(code[1], 16) : Number(code?.[2] ?? NaN);
      const character = isCharacter(codePoint) ? String.fromCodePoint(codePoint) : known;
      if (character === undefined || !whole.endsWith(';')) {
        this.fail('“&” starts no reference that is known');
      }
      return character;
    });
  }

  /** Most elements declare nothing and share what holds around them. */
  private scopeIn(
    outer: ReadonlyMap<string, string>,
    declarations: readonly { prefix: string; name: string; value: string; at: number }[],
  ): ReadonlyMap<string, string> {
    if (declarations.length === 0) return outer;
    const scope = new Map(outer);
    for (const { prefix, name, value, at } of declarations) {
      this.declare(scope, prefix === '' ? '' : name, value, at);
    }
    return scope;
  }

  private declare(scope: Map<string, string>, prefix: string, uri: string, at: number): void {
    const reserved = prefix === 'xmlns' || uri === XMLNS_NAMESPACE;
    if (
      reserved ||
      (prefix === 'xml') !== (uri === XML_NAMESPACE) ||
      (prefix !== '' && uri === '')
    ) {
      this.fail(`the prefix “${brief(prefix)}” can’t stand for this`, at);
    }
    scope.set(prefix, uri);
    if (scope.size > MOST_NAMESPACES) this.fail('there are too many namespaces', at);
  }

  private resolve(scope: ReadonlyMap<string, string>, prefix: string, at: number): string {
    const namespace = scope.get(prefix);
    if (namespace === undefined) this.fail(`the prefix “${brief(prefix)}” stands for nothing`, at);
    return namespace;
  }

  private name(problem: string): [prefix: string, name: string] {
    QUALIFIED_NAME.lastIndex = this.at;
    const found = QUALIFIED_NAME.exec(this.text);
    if (!found) this.fail(problem);
    this.at += found[0].length;
    return [found[1] ?? '', found[2] ?? ''];
  }

  private space(): boolean {
    const start = this.at;
    while (/[ \t\r\n]/.test(this.text.charAt(this.at))) this.at += 1;
    return this.at > start;
  }

  private comment(): boolean {
    if (!this.text.startsWith('<!--', this.at)) return false;
    const start = this.at;
    const content = this.upTo('<!--', '-->', 'a comment');
    if (content.includes('--') || content.endsWith('-')) this.fail('“--” in a comment', start);
    return true;
  }

  private instruction(): boolean {
    if (!this.text.startsWith('<?', this.at)) return false;
    const start = this.at;
    const content = this.upTo('<?', '?>', 'a processing instruction');
    QUALIFIED_NAME.lastIndex = 0;
    const target = QUALIFIED_NAME.exec(content);
    const behind = content.charAt(target?.[0].length ?? 0);
    if (target?.[1] !== undefined || !target || !/^[ \t\r\n]?$/.test(behind)) {
      this.fail('a processing instruction has no name', start);
    }
    if (target[0].toLowerCase() === 'xml')
      this.fail('the XML declaration is not at the start', start);
    return true;
  }

  private upTo(opening: string, closing: string, what: string): string {
    const start = this.at + opening.length;
    const end = this.text.indexOf(closing, start);
    if (end < 0) this.fail(`${what} does not end`);
    this.at = end + closing.length;
    return this.text.slice(start, end);
  }

  private fail(reason: string, at = this.at): never {
    throw new XmlError(reason, this.lineAt(at));
  }

  private lineAt(offset: number): number {
    let [low, high] = [0, this.lineStarts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

function isDeclaration({ prefix, name }: { prefix: string; name: string }): boolean {
  return prefix === 'xmlns' || (prefix === '' && name === 'xmlns');
}

/** A name as it is shown: people know their own by the first characters. */
function brief(name: string): string {
  return name.length <= 60 ? name : `${name.slice(0, 60)}…`;
}
