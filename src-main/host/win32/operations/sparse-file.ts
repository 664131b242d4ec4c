import type { Operation } from '../operation';
import { failureByCode, makeOperation } from './make-operation';

/** What isn't written of the file takes no room (learn.microsoft.com/windows-server/administration/windows-commands/fsutil-sparse). */
export function makeSparse(file: string): Operation {
  return makeOperation({
    title: `Mark ${file} as sparse`,
    program: 'fsutil.exe',
    args: ['sparse', 'setflag', file],
    failureOf: failureByCode([0]),
  });
}
