import writeFileAtomic from 'write-file-atomic';
import { messageOf, stickError } from '../../src-shared/errors';

/**
 * Saves a text where a person wants it: whole or not at all, in place of what is there. Throws `permission/denied`, whatever the file
 * system's reason is; the detail has it.
 */
export async function saveFile(path: string, text: string): Promise<void> {
  try {
    await writeFileAtomic(path, text);
  } catch (cause) {
    throw stickError('permission/denied', { path }, { detail: messageOf(cause), cause });
  }
}
