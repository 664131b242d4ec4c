import { escapeText, type XmlDocument, type XmlElement } from '../xml';
import type { RunningPass } from './passes';
import { UNATTEND_NAMESPACE } from './user-file';

export const WCM_NAMESPACE = 'http://schemas.microsoft.com/WMIConfig/2002/State';

/** An element that is put in, with everything in it. */
export interface Snippet {
  name: string;
  /** Values without anything that would have to be escaped. */
  attributes?: Record<string, string>;
  /** `wcm:action`, which items of a list have. */
  action?: 'add';
  content: string | Snippet[];
}

/** Settings of a pass that the file hasn't got: snippets are collected in them before they are put in. */
export interface NewSettings {
  pass: RunningPass;
  components: Snippet[];
}

/** Elements that are put at the end of others, in the order they came; everything else stays to the byte. */
export class Additions {
  private readonly byElement = new Map<XmlElement, Snippet[]>();
  private readonly newSettings: NewSettings[] = [];

  constructor(private readonly document: XmlDocument) {}

  add(to: XmlElement | NewSettings, snippet: Snippet): void {
    if ('components' in to) to.components.push(snippet);
    else this.byElement.set(to, [...(this.byElement.get(to) ?? []), snippet]);
  }

  /** New settings of a pass, the same ones every time it is asked. */
  settings(root: XmlElement, pass: RunningPass): NewSettings {
    const made = this.newSettings.find((one) => one.pass === pass);
    if (made) return made;
    const settings = { pass, components: [] };
    this.newSettings.push(settings);
    this.add(root, { name: 'settings', attributes: { pass }, content: settings.components });
    return settings;
  }

  /** The document with everything put in. Throws `RangeError` for a text that XML can't hold. */
  text(): string {
    const { text } = this.document;
    const places = [...this.byElement]
      .map(([element, snippets]) => ({ element, snippets, until: endOfContent(element) }))
      .sort((a, b) => a.until - b.until);
    let result = '';
    let done = 0;
    for (const { element, snippets, until } of places) {
      const before = text.slice(done, until);
      const inside = linesOf(snippets, element.scope).map((line) => `${INDENT}${line}`);
      // White space in front of the end tag, when it stands on a line of its own.
      const indent = element.empty ? undefined : /[\r\n]([ \t]*)$/.exec(before)?.[1];
      result +=
        indent === undefined
          ? `${before}${element.empty ? '>' : ''}\n${inside.join('\n')}\n`
          : `${before}${inside.join(`\n${indent}`)}\n${indent}`;
      if (element.empty) result += `</${element.qualifiedName}>`;
      done = element.contentEnd;
    }
    return result + text.slice(done);
  }
}

/** Where an element's content ends; in `<a/>`, which becomes `<a>…</a>`, in front of the slash. */
function endOfContent(element: XmlElement): number {
  return element.empty ? element.contentEnd - '/>'.length : element.contentEnd;
}

const INDENT = '  ';

function linesOf(snippets: Snippet[], scope: ReadonlyMap<string, string>): string[] {
  return snippets.flatMap((snippet) => snippetLines(snippet, scope));
}

function snippetLines(snippet: Snippet, outer: ReadonlyMap<string, string>): string[] {
  const scope = new Map(outer);
  const attributes: Record<string, string> = { ...snippet.attributes };
  // The file may give its elements a prefix, or use ours for something else.
  if (scope.get('') !== UNATTEND_NAMESPACE) {
    attributes['xmlns'] = UNATTEND_NAMESPACE;
    scope.set('', UNATTEND_NAMESPACE);
  }
  if (snippet.action !== undefined) {
    if (scope.get('wcm') !== WCM_NAMESPACE) {
      attributes['xmlns:wcm'] = WCM_NAMESPACE;
      scope.set('wcm', WCM_NAMESPACE);
    }
    attributes['wcm:action'] = snippet.action;
  }
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  const opening = `<${snippet.name}${written.join('')}>`;
  const closing = `</${snippet.name}>`;
  if (typeof snippet.content === 'string') {
    return [`${opening}${escapeText(snippet.content)}${closing}`];
  }
  const inside = linesOf(snippet.content, scope).map((line) => `${INDENT}${line}`);
  return [opening, ...inside, closing];
}
