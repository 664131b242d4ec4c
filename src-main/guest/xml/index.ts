export { escapeText } from './characters';
export { decodeXml } from './decode';
export {
  attributeOf,
  childrenOf,
  elementAt,
  type XmlAttribute,
  type XmlDocument,
  type XmlElement,
} from './element';
export { XmlError } from './error';
export { readXml } from './read';
