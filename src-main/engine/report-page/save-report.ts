import { extname } from 'node:path';
import { stickIdOfDisk, stickIdOfVentoy, type StickId } from '../../../src-shared/diary';
import { stickError } from '../../../src-shared/errors';
import type { Report } from '../../../src-shared/job';
import { saveFile } from '../../io';
import { noExtras, type ReportExtras } from './extras';
import { checkPage, reportPage, type CheckReport } from './report-page';

const FORMATS = ['.html', '.json'] as const;
type Format = (typeof FORMATS)[number];

/** Throws `usage` for a name that says neither page nor data: known before the work, not after it. */
export function requireReportName(path: string): void {
  formatOf(path);
}

/**
 * Saves a report as a page (`.html`) or as data (`.json`), with what else is known of its sticks. Throws `usage`,
 * `permission/denied`.
 */
export function saveReport(
  path: string,
  report: Report,
  extras: ReportExtras = noExtras,
): Promise<void> {
  return save(path, {
    '.html': () => reportPage(report, extras),
    '.json': () => json({ ...report, ...extrasOf(report, extras) }),
  });
}

/** Only what belongs to the report's sticks, and nothing where there is nothing. */
function extrasOf(report: Report, { bootTests, diary }: ReportExtras): Partial<ReportExtras> {
  const targets = new Set(report.sticks.map(({ target }) => target));
  const ids = new Set(stickIds(report));
  const tested = bootTests.filter(({ target }) => targets.has(target));
  const noted = diary.filter(({ stick }) => ids.has(stick.id));
  return {
    ...(tested.length === 0 ? {} : { bootTests: tested }),
    ...(noted.length === 0 ? {} : { diary: noted }),
  };
}

function stickIds(report: Report): (StickId | null)[] {
  return report.kind === 'ventoy'
    ? report.sticks.map(({ ventoy }) => stickIdOfVentoy(ventoy))
    : report.sticks.map(({ disk }) => stickIdOfDisk(disk));
}

/** The same for a check of a stick that was made earlier. */
export function saveCheck(path: string, report: CheckReport): Promise<void> {
  return save(path, { '.html': () => checkPage(report), '.json': () => json(report) });
}

async function save(path: string, forms: Record<Format, () => string>): Promise<void> {
  await saveFile(path, forms[formatOf(path)]());
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
