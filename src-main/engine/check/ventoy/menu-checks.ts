import { StickError } from '../../../../src-shared/errors';
import { sentence, type Said, type SentenceParam } from '../../../../src-shared/findings';
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
import { firstOf, type VentoyCheck, type VentoySubject } from './subject';

const MENU_PATH = '/ventoy/ventoy.json';
/** What is wrong with files, not with what is written about them. */
const ABOUT_FILES: readonly string[] = ['missing-file', 'missing-folder'];
/** Problems that are told before it says how many more there are. */
const NAMED_PROBLEMS = 5;

/** Settings of the menu. Ventoy starts whatever they are, so nothing here is a failure. */
export const menuChecks: VentoyCheck[] = [
  {
    id: 'ventoy.menu',
    next: 'next.ventoy.menu',
    run: (subject) => menu(subject),
  },
  {
    id: 'ventoy.menu-files',
    next: 'next.ventoy.menu-files',
    run: (subject) => menuFiles(subject),
  },
];

/** Null where there is no menu to be read. */
async function menu({ files }: VentoySubject): Promise<Finding | null> {
  const read = files && (await readMenu(files));
  if (!read) return null;
  if (!('config' in read)) {
    return warn('ventoy.menu.ignored', { path: MENU_PATH, problem: read.problem });
  }
  const problems = ventoyProblems(read.config).filter(({ level }) => level === 'error');
  return problems.length === 0
    ? pass('ventoy.menu.right', { path: MENU_PATH })
    : warn('ventoy.menu.partly', { path: MENU_PATH, problems: told(problems) });
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
    ? pass('ventoy.menu-files.there', { path: MENU_PATH })
    : warn('ventoy.menu-files.missing', { problems: told(missing) });
}

async function readMenu(
  files: DataFiles,
): Promise<{ config: VentoyConfig } | { problem: SentenceParam } | null> {
  const found = await files.find(MENU_PATH);
  if (!found || found.isDirectory) return null;
  if (found.size > MAX_CONFIG_BYTES) {
    return { problem: sentence('ventoy.menu.too-large', { bytes: found.size }) };
  }
  const source = await files.open(MENU_PATH);
  try {
    const text = ventoyJsonText(await source.read(0, source.size));
    return { config: readVentoyJson(text).config };
  } catch (error) {
    if (!(error instanceof StickError)) throw error;
    const { line, message } = error.params;
    const problem = String(message);
    return {
      problem: line === undefined ? problem : sentence('ventoy.menu.in-line', { line, problem }),
    };
  }
}

function told(problems: readonly VentoyProblem[]): Said {
  return firstOf(
    NAMED_PROBLEMS,
    problems.map((problem) => {
      const place = problem.path.join(' › ');
      return sentence('ventoy.menu.problem', { place, problem: problemWords(problem) });
    }),
  );
}
