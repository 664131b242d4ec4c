import { resolve } from 'node:path';
import { recipeName, RecordLines, RecordStore, type MakeRecording } from '../engine';
import { dataFolder } from '../io';
import { usageError } from './context';

/** What a command may say about the records of its job. */
export interface RecordOptions {
  /** The recipe's file. */
  recipe?: string | undefined;
  /** A file that gets a line for each record. */
  recordTo?: string | undefined;
}

/** Where this user's records are, with what commands need of them. Throws `usage` for a user without a home folder. */
export function openRecords(): RecordStore {
  const folder = dataFolder(process.env);
  if (folder === null) throw usageError('you have no home folder, where records could be kept');
  return new RecordStore(folder);
}

/** Where the records of a job go; null for a user without a home folder. */
export function recordingOf({ recipe, recordTo }: RecordOptions): MakeRecording | null {
  const folder = dataFolder(process.env);
  if (folder === null) return null;
  const store = new RecordStore(folder);
  return {
    store,
    lines: new RecordLines(store),
    lineFile: recordTo === undefined ? null : resolve(recordTo),
    recipeName: recipe === undefined ? null : recipeName(recipe),
    onChange: () => undefined,
  };
}
