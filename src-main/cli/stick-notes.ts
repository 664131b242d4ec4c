import type { DiaryEntry, StickId } from '../../src-shared/diary';
import { toStickError } from '../../src-shared/errors';
import { DiaryStore } from '../engine';
import { dataFolder } from '../io';
import type { Context } from './context';
import { errorTexts } from './output';

/** What the diary has of a stick. One that can't be read keeps nobody from a report; a line says so. Throws `cancelled`. */
export async function stickNotes(
  stick: StickId | null,
  { output, signal }: Pick<Context, 'output' | 'signal'>,
): Promise<DiaryEntry[]> {
  const folder = dataFolder(process.env);
  if (stick === null || folder === null) return [];
  try {
    const { entries } = await new DiaryStore(folder).read(signal);
    return entries.filter((entry) => entry.stick.id === stick);
  } catch (thrown) {
    const error = toStickError(thrown);
    if (error.code === 'cancelled') throw error;
    output.say(`The report has no notes: ${errorTexts(error).what}`);
    return [];
  }
}
