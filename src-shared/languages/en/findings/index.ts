import { advice } from './advice';
import { bitLocker } from './bitlocker';
import { bootStore } from './boot-store';
import { bootTest } from './boot-test';
import { lists } from './lists';
import { programs } from './programs';
import { tables } from './tables';
import { ventoy } from './ventoy';
import { windows } from './windows';

/** What checks find and advise, by key. `{name}` is a parameter, `{name:bytes}` one shown as a size. */
export const findings = {
  // Of use to any check.
  'damage.found': 'What was found makes no sense: {problem}',
  'file.there': '{path} is there, {bytes} bytes',
  'file.several-missing': 'Not there: {paths}',

  ...lists,
  ...tables,
  ...programs,
  ...bootStore,
  ...windows,
  ...bitLocker,
  ...ventoy,
  ...bootTest,
  ...advice,
} as const;
