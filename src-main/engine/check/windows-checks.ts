import { StickError } from '../../../src-shared/errors';
import { ANSWER_FILE_PATH, readUserAnswerFile } from '../../guest';
import { PLACEHOLDER } from '../own-files';
import { fail, pass, type Check, type Finding } from './finding';
import type { Stick } from './stick';

/** An answer file as large as this is none. */
const MAXIMUM_ANSWER_FILE_BYTES = 4 * 1024 * 1024;

export const windowsChecks: Check[] = [
  { id: 'windows.answer-file', next: 'next.again', run: (stick) => answerFileReadable(stick) },
];

/** Null without one: Windows removes it after its first start, and other programs make sticks without. */
async function answerFileReadable({ windows }: Stick): Promise<Finding | null> {
  if (!windows?.volume.ok) return null;
  const volume = windows.volume.value;
  const found = await volume.find(ANSWER_FILE_PATH);
  if (!found || found.isDirectory) return null;
  const bytes = await volume.readFile(ANSWER_FILE_PATH, MAXIMUM_ANSWER_FILE_BYTES);
  if (bytes.toString('utf8', 0, PLACEHOLDER.length) === PLACEHOLDER) {
    return fail('windows.answer-file.unfinished', { path: ANSWER_FILE_PATH });
  }
  try {
    readUserAnswerFile(bytes, ANSWER_FILE_PATH);
    return pass('windows.answer-file.right');
  } catch (error) {
    if (!(error instanceof StickError)) throw error;
    return fail('windows.answer-file.wrong', { problem: String(error.params['message']) });
  }
}
