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
  'damage.found': 'Was gefunden wurde, ergibt keinen Sinn: {problem}',
  'file.there': '{path} ist vorhanden, {bytes} Byte',
  'file.several-missing': 'Nicht vorhanden: {paths}',

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
