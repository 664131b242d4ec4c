import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ANSWER_FILE_PATH } from '../../guest';
import { PLACEHOLDER } from '../own-files';
import { AGAIN, fail, pass, type Check, type Finding } from './finding';
import type { Stick } from './stick';

/** An answer file as large as this is none. */
const MAXIMUM_ANSWER_FILE_BYTES = 4 * 1024 * 1024;

export const windowsChecks: Check[] = [
  { id: 'windows.answer-file', next: AGAIN, run: (stick) => answerFileReadable(stick) },
];

/** Null without one: Windows removes it after its first start, and other programs make sticks without. */
async function answerFileReadable({ windows }: Stick): Promise<Finding | null> {
  if (!windows?.volume.ok) return null;
  const volume = windows.volume.value;
  const found = await volume.find(ANSWER_FILE_PATH);
  if (!found || found.isDirectory) return null;
  const text = (await volume.readFile(ANSWER_FILE_PATH, MAXIMUM_ANSWER_FILE_BYTES)).toString(
    'utf8',
  );
  if (text.startsWith(PLACEHOLDER)) {
    return fail(`${ANSWER_FILE_PATH} still holds what all sticks have in common`);
  }
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    return fail(`${ANSWER_FILE_PATH} is no XML, first in line ${String(valid.err.line)}`);
  }
  const parsed: unknown = new XMLParser().parse(text);
  const isAnswerFile = typeof parsed === 'object' && parsed !== null && 'unattend' in parsed;
  return isAnswerFile
    ? pass('Windows can read its answer file')
    : fail(`${ANSWER_FILE_PATH} is XML, but no answer file`);
}
