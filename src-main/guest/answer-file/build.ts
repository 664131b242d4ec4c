import type { AnswerNote } from '../../../src-shared/answer-notes';
import { stickError } from '../../../src-shared/errors';
import { readXml } from '../xml';
import { Additions, WCM_NAMESPACE } from './additions';
import { mergeComponent } from './merge';
import { notesOnFile } from './notes';
import { UNATTEND_NAMESPACE } from './user-file';
import { wantedComponents, type AnswerFileRequest } from './wanted';

/**
 * Path from the volume's root. An answer file here comes before one in `System32/Sysprep` (Microsoft, Windows Setup
 * automation overview, implicit answer file search order).
 */
export const ANSWER_FILE_PATH = '/Windows/Panther/unattend.xml';

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';
const NOTHING_SAID = `${DECLARATION}
<unattend xmlns="${UNATTEND_NAMESPACE}" xmlns:wcm="${WCM_NAMESPACE}">
</unattend>
`;
/** Microsoft, FirstLogonCommands, SynchronousCommand, CommandLine. */
const LONGEST_COMMAND = 1024;

/**
 * The answer file of one stick, in UTF-8. The same request gives the same bytes; they end with a line end, and
 * white space may follow. What the person's own file says is kept, and everything in it stays as it was written.
 *
 * Throws `plan/invalid` when a text can't be in an answer file, and `answers/invalid` when the person's file has no
 * room for our command.
 */
export function buildAnswerFile(request: AnswerFileRequest): {
  bytes: Buffer;
  notes: AnswerNote[];
} {
  if ((request.firstStartCommand?.length ?? 0) > LONGEST_COMMAND) {
    throw new Error('the command of the first start is too long for an answer file');
  }
  const { userFile } = request;
  const document = userFile?.document ?? readXml(NOTHING_SAID);
  const processor = { x64: 'amd64', arm64: 'arm64' }[request.architecture];
  const file = { root: document.root, processor, path: userFile?.path ?? '' };

  const additions = new Additions(document);
  const notes = [
    ...notesOnFile(document.root, processor),
    ...wantedComponents(request).flatMap((wanted) => mergeComponent(wanted, file, additions)),
  ];
  const body = merged(additions).slice(document.declarationEnd);
  const text = `${DECLARATION}${document.declarationEnd === 0 ? '\n' : ''}${body}`;
  return { bytes: Buffer.from(text.endsWith('\n') ? text : `${text}\n`, 'utf8'), notes };
}

function merged(additions: Additions): string {
  try {
    return additions.text();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = 'windows.answers: a text has a character that an answer file can’t hold';
    throw stickError('plan/invalid', { message });
  }
}
