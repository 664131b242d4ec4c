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
  // Of use to any check.
  'damage.found': 'Lo que se encontró no tiene sentido: {problem}',
  'file.there': '{path} está ahí, {bytes} bytes',
  'file.several-missing': 'No se encuentra: {paths}',

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
