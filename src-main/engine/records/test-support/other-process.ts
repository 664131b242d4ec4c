import callbackFs from 'node:fs';
import fs from 'node:fs/promises';
import { everyRecord } from '../../../../src-shared/records';
import { sampleRecord } from '../../../../src-shared/records/testing';
import { newGuid } from '../../../io';
import { dyingBefore } from '../../test-support/die-before';
import { RecordStore } from '../record-store';

/*
 * Another process that uses records: other-process DATA_FOLDER WORK COUNT [CALL]. With WORK `write` it writes that many records, one after
 * the other, and sends each one's ID once it has been told that it is kept; with `remove` it removes the newest ones likewise; with
 * `list` it lists all. With CALL it kills itself just before its CALL-th change to the file system, counted from 1.
 */
const [folder = '', work = 'write', count = '1', call = '0'] = process.argv.slice(2);

const dieBeforeOneOf = dyingBefore(Number(call));

async function main(): Promise<void> {
  dieBeforeOneOf(fs, ['mkdir', 'rename', 'rm', 'rmdir', 'writeFile']);
  // By these a file is replaced.
  dieBeforeOneOf(callbackFs, ['open', 'write', 'fsync', 'rename']);
  const store = new RecordStore(folder);
  const { signal } = new AbortController();
  for (let done = 0; done < Number(count); done += 1) {
    if (work === 'write') {
      const record = { ...sampleRecord, id: newGuid() };
      await store.write(record, signal);
      process.send?.(record.id);
      continue;
    }
    const [newest] = (await store.list(everyRecord)).records;
    if (work === 'list' || !newest) continue;
    await store.remove(newest.id, signal);
    process.send?.(newest.id);
  }
  process.disconnect();
}

void main();
