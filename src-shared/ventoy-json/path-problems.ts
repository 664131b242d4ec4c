import { utf8Bytes } from './json';
import { type Complaint, complaint } from './problem-texts';
import type { ProblemPath, Report } from './report';
import type { StickFiles } from './stick-files';

/** Room for a path in Ventoy's tables, without the zero at its end (`ventoy_def.h`). */
const MAX_PATH_BYTES = 255;

export interface PathRules {
  is: 'file' | 'folder';
  wildcards: boolean;
}

/** What Ventoy refuses in a path (`ventoy_plugin_check_path`), and what it would not find. */
export function pathProblems(
  text: string,
  { is, wildcards }: PathRules,
  path: ProblemPath,
  report: Report,
  files: StickFiles | null,
): void {
  const wrong = pathFormProblem(text, is);
  if (wrong !== null) {
    report.add('error', path, wrong);
  } else if (utf8Bytes(text) > MAX_PATH_BYTES) {
    report.error(path, 'path-too-long', { most: MAX_PATH_BYTES });
  } else if (text.includes('*') && !wildcards) {
    report.error(path, 'path-wildcard', {});
  } else if (files !== null) {
    existenceProblems(text, is, path, report, files);
  }
}

/** Why Ventoy would not take a path; null if it would. */
export function pathFormProblem(text: string, is: PathRules['is']): Complaint | null {
  if (!text.startsWith('/')) return complaint('path-relative', {});
  if (text.includes('\\')) return complaint('path-backslash', {});
  if (text.includes('//')) return complaint('path-slashes', {});
  if (text.split('/').includes('..')) return complaint('path-parent', {});
  if (text.endsWith('/') && text !== '/') return complaint('path-end', {});
  if (text === '/' && is === 'file') return complaint('path-no-file', {});
  return null;
}

function existenceProblems(
  text: string,
  is: PathRules['is'],
  path: ProblemPath,
  report: Report,
  files: StickFiles,
): void {
  if (text.includes('*')) {
    if (is === 'folder' || files.hasMatch(text)) return;
    report.warning(path, 'nothing-fits', { path: text });
    return;
  }
  if (is === 'folder' ? files.hasFolder(text) : files.has(text)) return;
  const similar = is === 'file' ? files.similar(text) : undefined;
  if (similar === undefined) {
    report.warning(path, is === 'file' ? 'missing-file' : 'missing-folder', { path: text });
  } else {
    report.warning(path, 'spelt-differently', { path: similar });
  }
}
