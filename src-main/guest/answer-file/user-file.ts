import { stickError } from '../../../src-shared/errors';
import {
  XmlError,
  attributeOf,
  childrenOf,
  decodeXml,
  readXml,
  type XmlDocument,
  type XmlElement,
} from '../xml';
import { isPass, isRunningPass } from './passes';

/** An answer file of the person's own. It may hold passwords, so nothing of its text belongs in a log or an error. */
export interface UserAnswerFile {
  path: string;
  document: XmlDocument;
}

export const UNATTEND_NAMESPACE = 'urn:schemas-microsoft-com:unattend';
/** Far more than any answer file has. */
const LARGEST = 2 ** 20;

/** `path` is for messages alone. Throws `answers/invalid`, with the line where there is one. */
export function readUserAnswerFile(bytes: Buffer, path: string): UserAnswerFile {
  try {
    if (bytes.length > LARGEST) throw new XmlError('it is larger than 1 MiB', null);
    const document = readXml(decodeXml(bytes));
    requireAnswerFile(document.root);
    return { path, document };
  } catch (error) {
    if (error instanceof XmlError)
      throw stickError('answers/invalid', { path, message: error.message });
    throw error;
  }
}

function requireAnswerFile(root: XmlElement): void {
  if (root.name !== 'unattend' || root.namespace !== UNATTEND_NAMESPACE) {
    throw new XmlError(`the first element is no “unattend” of ${UNATTEND_NAMESPACE}`, root.line);
  }
  for (const settings of childrenOf(root, 'settings')) {
    const pass = attributeOf(settings, 'pass');
    if (!isPass(pass))
      throw new XmlError('these settings name no pass that Windows has', settings.line);
    // Windows writes this into its own copy, and then passes over what stands below it, ours too.
    if (isRunningPass(pass) && attributeOf(settings, 'wasPassProcessed') === 'true') {
      const reason = `the pass ${pass} is marked as done (wasPassProcessed), so it would not run`;
      throw new XmlError(reason, settings.line);
    }
    for (const component of childrenOf(settings, 'component')) {
      if ((attributeOf(component, 'name') ?? '').trim() === '') {
        throw new XmlError('a component has no name', component.line);
      }
    }
  }
}
