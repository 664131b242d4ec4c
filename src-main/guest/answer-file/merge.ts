import type { AnswerChoice, AnswerNote } from '../../../src-shared/answer-notes';
import { stickError } from '../../../src-shared/errors';
import { attributeOf, childrenOf, elementAt, type XmlElement } from '../xml';
import type { Additions, Snippet } from './additions';
import type { Child, ListItem, Wanted, WantedComponent } from './wanted';

/** Numbers of commands go so far (Microsoft, FirstLogonCommands, SynchronousCommand, Order). */
const LAST_ORDER = 500;

/**
 * Adds to `additions` what the file doesn't say, and tells where it says something else. `path` is the file's, for
 * the error when there is no room for a command.
 */
export function mergeComponent(
  wanted: WantedComponent,
  file: { root: XmlElement; processor: string; path: string },
  additions: Additions,
): AnswerNote[] {
  const { root, processor } = file;
  const settings = childrenOf(root, 'settings').filter(
    (one) => attributeOf(one, 'pass') === wanted.pass,
  );
  const components = settings
    .flatMap((one) => childrenOf(one, 'component'))
    .filter((one) => isComponent(one, wanted.component, processor));

  const [first] = components;
  if (!first) {
    additions.add(settings[0] ?? additions.settings(root, wanted.pass), {
      name: 'component',
      attributes: {
        name: wanted.component,
        processorArchitecture: processor,
        publicKeyToken: '31bf3856ad364e35',
        language: 'neutral',
        versionScope: 'nonSxS',
      },
      content: wanted.settings.map(snippetOf),
    });
    return [];
  }
  const notes: AnswerNote[] = [];
  const context = { notes, additions, pass: wanted.pass, path: file.path };
  for (const one of wanted.settings) {
    const home = components.find((component) => childrenOf(component, one.name).length > 0);
    mergeInto(home ?? first, one, `${wanted.component}/${one.name}`, context);
  }
  return notes;
}

interface Context {
  notes: AnswerNote[];
  additions: Additions;
  pass: WantedComponent['pass'];
  path: string;
}

function mergeInto(parent: XmlElement, wanted: Wanted, setting: string, context: Context): void {
  const [existing] = childrenOf(parent, wanted.name);
  if (!existing) {
    context.additions.add(parent, snippetOf(wanted));
    return;
  }
  switch (wanted.kind) {
    case 'value':
      if (existing.text.trim() !== wanted.text) fileWins(wanted, setting, context);
      return;
    case 'whole':
      if (!says(existing, wanted.children)) fileWins(wanted, setting, context);
      return;
    case 'group':
      for (const child of wanted.children) {
        mergeInto(existing, child, `${setting}/${child.name}`, context);
      }
      return;
    case 'list':
      appendTo(existing, wanted, setting, context);
  }
}

function appendTo(
  list: XmlElement,
  wanted: Wanted & { kind: 'list' },
  setting: string,
  context: Context,
): void {
  const { item } = wanted;
  const items = childrenOf(list, item.name);
  const ours = identityOf(item);
  const same = items.find(
    (one) => elementAt(one, item.identity)?.text.trim().toLowerCase() === ours.toLowerCase(),
  );
  if (same) {
    if (!says(same, item.children)) fileWins(wanted, `${setting}/${item.name}`, context);
    return;
  }
  const order = item.ordered ? freeOrder(items) : null;
  if (item.ordered && order === null) {
    const message = `its ${wanted.name} have no number left for one more command`;
    throw stickError('answers/invalid', { path: context.path, message });
  }
  context.additions.add(list, itemSnippet(item, order));
}

function identityOf(item: ListItem): string {
  const content = item.children.find(({ name }) => name === item.identity)?.content;
  return typeof content === 'string' ? content : '';
}

/** Behind the file's own, or, when they go to the very end, the highest number they leave. */
function freeOrder(items: XmlElement[]): number | null {
  const taken = new Set(items.map((one) => Number(elementAt(one, 'Order')?.text.trim())));
  const last = Math.max(0, ...[...taken].filter((order) => Number.isInteger(order)));
  if (last < LAST_ORDER) return last + 1;
  for (let order = LAST_ORDER; order >= 1; order--) if (!taken.has(order)) return order;
  return null;
}

function says(element: XmlElement, children: Child[]): boolean {
  return children.every(({ name, content }) => {
    const found = elementAt(element, name);
    if (!found) return false;
    return typeof content === 'string' ? found.text.trim() === content : says(found, content);
  });
}

function fileWins(
  { choice }: { choice: AnswerChoice },
  setting: string,
  { notes, pass }: Context,
): void {
  notes.push({ kind: 'file-wins', choice, pass, setting });
}

function isComponent(element: XmlElement, name: string, processor: string): boolean {
  const is = (attribute: string, value: string) =>
    attributeOf(element, attribute)?.toLowerCase() === value.toLowerCase();
  return is('name', name) && is('processorArchitecture', processor);
}

function snippetOf(wanted: Wanted): Snippet {
  const { name } = wanted;
  switch (wanted.kind) {
    case 'value':
      return { name, content: wanted.text };
    case 'group':
      return { name, content: wanted.children.map(snippetOf) };
    case 'whole':
      return { name, content: wanted.children };
    case 'list':
      return { name, content: [itemSnippet(wanted.item, wanted.item.ordered ? 1 : null)] };
  }
}

function itemSnippet(item: ListItem, order: number | null): Snippet {
  const number = order === null ? [] : [{ name: 'Order', content: String(order) }];
  return { name: item.name, action: 'add', content: [...item.children, ...number] };
}
