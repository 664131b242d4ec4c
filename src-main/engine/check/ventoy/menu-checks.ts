import { StickError } from '../../../../src-shared/errors';
import {
  MAX_CONFIG_BYTES,
  problemWords,
  readVentoyJson,
  ventoyJsonText,
  ventoyProblems,
  type VentoyConfig,
  type VentoyProblem,
} from '../../../../src-shared/ventoy-json';
import { pass, warn, type Finding } from '../finding';
import { allFiles, type DataFiles } from './data-files';
import type { VentoyCheck, VentoySubject } from './subject';

const MENU_PATH = '/ventoy/ventoy.json';
/** What is wrong with files, not with what is written about them. */
const ABOUT_FILES: readonly string[] = ['missing-file', 'missing-folder'];
/** Problems that are told before “and more”. */
const NAMED_PROBLEMS = 5;

/** Settings of the menu. Ventoy starts whatever they are, so nothing here is a failure. */
export const menuChecks: VentoyCheck[] = [
  {
    id: 'ventoy.menu',
    next: 'Ventoy starts without these settings. Correct ventoy/ventoy.json, or set them anew.',
    run: (subject) => menu(subject),
  },
  {
    id: 'ventoy.menu-files',
    next: 'Ventoy starts without what is missing. Copy these files to the stick, or take them out of ventoy/ventoy.json.',
    run: (subject) => menuFiles(subject),
  },
];

/** Null where there is no menu to be read. */
async function menu({ files }: VentoySubject): Promise<Finding | null> {
  const read = files && (await readMenu(files));
  if (!read) return null;
  if (!('config' in read)) return warn(`Ventoy ignores ${MENU_PATH}: ${read.problem}`);
  const problems = ventoyProblems(read.config).filter(({ level }) => level === 'error');
  return problems.length === 0
    ? pass(`Ventoy can read ${MENU_PATH}`)
    : warn(`Ventoy takes part of ${MENU_PATH} otherwise than it looks: ${told(problems)}`);
}

async function menuFiles({ files }: VentoySubject): Promise<Finding | null> {
  const read = files && (await readMenu(files));
  if (!read || !('config' in read)) return null;
  const all = await allFiles(files);
  if (!all) return null;
  const missing = ventoyProblems(read.config, { files: all }).filter(({ code }) =>
    ABOUT_FILES.includes(code),
  );
  return missing.length === 0
    ? pass(`All files that ${MENU_PATH} names are there`)
    : warn(`Missing: ${told(missing)}`);
}

async function readMenu(
  files: DataFiles,
): Promise<{ config: VentoyConfig } | { problem: string } | null> {
  const found = await files.find(MENU_PATH);
  if (!found || found.isDirectory) return null;
  if (found.size > MAX_CONFIG_BYTES) return { problem: `it has ${String(found.size)} bytes` };
  const source = await files.open(MENU_PATH);
  try {
    const text = ventoyJsonText(await source.read(0, source.size));
    return { config: readVentoyJson(text).config };
  } catch (error) {
    if (!(error instanceof StickError)) throw error;
    const { line, message } = error.params;
    return { problem: `${line === undefined ? '' : `line ${String(line)}: `}${String(message)}` };
  }
}

function told(problems: readonly VentoyProblem[]): string {
  const words = problems.slice(0, NAMED_PROBLEMS).map((problem) => {
    const where = problem.path.join(' › ');
    return `${where}: ${problemWords(problem)}`;
  });
  const more = problems.length - words.length;
  return `${words.join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}`;
}
