import { utf8Bytes } from './json';
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
    report.error(path, 'path-form', wrong);
  } else if (utf8Bytes(text) > MAX_PATH_BYTES) {
    report.error(path, 'too-long', `a path has at most ${MAX_PATH_BYTES} bytes`);
  } else if (text.includes('*') && !wildcards) {
    report.error(path, 'wildcard', 'Ventoy doesn’t know * as a wildcard here');
  } else if (files !== null) {
    existenceProblems(text, is, path, report, files);
  }
}

/** Why Ventoy would not take a path, as a clause; null if it would. */
export function pathFormProblem(text: string, is: PathRules['is']): string | null {
  if (!text.startsWith('/'))
    return 'a path begins with /, at the root of the partition with the images';
  if (text.includes('\\')) return 'a path has / between its parts, not a backslash';
  if (text.includes('//')) return 'a path has no two slashes in a row';
  if (text.split('/').includes('..')) return 'a path has no .. in it';
  if (text.endsWith('/') && text !== '/') return 'a path has no slash at its end';
  if (text === '/' && is === 'file') return 'a file is expected here';
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
    report.warning(path, 'missing-file', `no file on the stick fits ${text}`);
    return;
  }
  if (is === 'folder' ? files.hasFolder(text) : files.has(text)) return;
  const similar = is === 'file' ? files.similar(text) : undefined;
  if (similar === undefined) {
    report.warning(path, 'missing-file', `there is no ${is} ${text} on the stick`);
  } else {
    report.warning(
      path,
      'spelt-differently',
      `on the stick it is called ${similar}, and Ventoy tells capitals from small letters`,
    );
  }
}
