import callbackFs from 'node:fs';
import fs from 'node:fs/promises';
import { DiaryEntrySchema } from '../../../../src-shared/diary';
import { sampleEntry } from '../../../../src-shared/diary/testing';
import { newGuid } from '../../../io';
import { dyingBefore } from '../../test-support/die-before';
import { DiaryStore } from '../index';

/*
 * Another process that uses a diary: other-process DATA_FOLDER COUNT [CALL]. It adds that many entries, one after the other, and
 * sends each one's id once it has been told that it is kept. With CALL it kills itself just before its CALL-th change to the file
 * system, counted from 1.
 */
const [folder = '', count = '1', call = '0'] = process.argv.slice(2);

const dieBeforeOneOf = dyingBefore(Number(call));

async function main(): Promise<void> {
  dieBeforeOneOf(fs, ['mkdir', 'rename', 'rm', 'rmdir', 'writeFile', 'copyFile']);
  // By these the file itself is replaced.
  dieBeforeOneOf(callbackFs, ['open', 'write', 'fsync', 'rename']);
  const diary = new DiaryStore(folder);
  const { signal } = new AbortController();
  for (let added = 0; added < Number(count); added += 1) {
    const entry = DiaryEntrySchema.parse({ ...sampleEntry, id: newGuid() });
    await diary.add([entry], signal);
    process.send?.(entry.id);
  }
  process.disconnect();
}

void main();
