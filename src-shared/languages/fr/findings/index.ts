import type { FindingTexts } from '../../../findings';
import { advice } from './advice';
import { bitLocker } from './bitlocker';
import { bootStore } from './boot-store';
import { bootTest } from './boot-test';
import { lists } from './lists';
import { programs } from './programs';
import { tables } from './tables';
import { ventoy } from './ventoy';
import { windows } from './windows';

/** What checks find and advise. */
export const findings: FindingTexts = {
  'damage.found': 'Ce qui a été trouvé n’a pas de sens : {problem}',
  'file.there': '{path} est présent, {bytes} octets',
  'file.several-missing': 'Introuvable : {paths}',

  ...lists,
  ...tables,
  ...programs,
  ...bootStore,
  ...windows,
  ...bitLocker,
  ...ventoy,
  ...bootTest,
  ...advice,
};
