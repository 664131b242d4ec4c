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
  'damage.found': '読み取った内容が正しくありません：{problem}',
  'file.there': '{path} があります（{bytes} バイト）',
  'file.several-missing': '見つかりません：{paths}',

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
