export interface XmlAttribute {
  /** Empty without a prefix: such an attribute is in no namespace. */
  namespace: string;
  name: string;
  value: string;
}

/** An element, and where it stands in the text it was read from. Offsets count UTF-16 units. */
export interface XmlElement {
  /** As written, with its prefix. */
  qualifiedName: string;
  namespace: string;
  name: string;
  /** Without the declarations of namespaces. */
  attributes: XmlAttribute[];
  children: XmlElement[];
  /** Everything between the tags that is no element and no comment, as a program reads it. */
  text: string;
  line: number;
  /** Namespaces by prefix inside the element; the one without a prefix is under ''. */
  scope: ReadonlyMap<string, string>;
  /** Just behind the start tag. */
  contentStart: number;
  /** Where the end tag starts; for `<a/>`, which has none, as `contentStart`. */
  contentEnd: number;
  /** `<a/>` */
  empty: boolean;
}

export interface XmlDocument {
  text: string;
  /** Where the declaration `<?xml … ?>` ends; 0 without one. */
  declarationEnd: number;
  root: XmlElement;
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((one) => one.namespace === '' && one.name === name)?.value;
}

/** Children of this name in the element's own namespace. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child) => child.name === name && child.namespace === element.namespace,
  );
}

/** The first element at the end of a path of names, all in the namespace of the element it starts from. */
export function elementAt(element: XmlElement, ...path: string[]): XmlElement | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return element;
  for (const child of childrenOf(element, first)) {
    const found = elementAt(child, ...rest);
    if (found) return found;
  }
  return undefined;
}
