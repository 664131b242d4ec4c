import { extname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { messageOf, stickError } from '../../../src-shared/errors';
import type { Report } from '../../../src-shared/job';
import { checkPage, reportPage, type CheckReport } from './report-page';

const FORMATS = ['.html', '.json'] as const;
type Format = (typeof FORMATS)[number];

/** Throws `usage` for a name that says neither page nor data: known before the work, not after it. */
export function requireReportName(path: string): void {
  formatOf(path);
}

/** Saves a report as a page (`.html`) or as data (`.json`). Throws `usage`, `permission/denied`. */
export function saveReport(path: string, report: Report): Promise<void> {
  return save(path, { '.html': () => reportPage(report), '.json': () => json(report) });
}

/** The same for a check of a stick that was made earlier. */
export function saveCheck(path: string, report: CheckReport): Promise<void> {
  return save(path, { '.html': () => checkPage(report), '.json': () => json(report) });
}

async function save(path: string, forms: Record<Format, () => string>): Promise<void> {
  const text = forms[formatOf(path)]();
  try {
    await writeFileAtomic(path, text);
  } catch (error) {
    throw stickError('permission/denied', { path }, { detail: messageOf(error), cause: error });
  }
}

function formatOf(path: string): Format {
  const ending = extname(path).toLowerCase();
  const format = FORMATS.find((known) => known === ending);
  if (format) return format;
  throw stickError('usage', { message: `a report’s name ends in .html or .json, not as ${path}` });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
