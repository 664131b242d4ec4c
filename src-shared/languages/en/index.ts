import { errorCatalogue } from '../../errors';
import { startErrorTexts } from '../../explain';
import { ventoyExplanations } from '../../ventoy-explanations';
import { problemTexts } from '../../ventoy-json/problem-texts';
import type { Texts } from '../texts';
import { check } from './check';
import { dialogs } from './dialogs';
import { diary } from './diary';
import { done } from './done';
import { drive } from './drive';
import { explain } from './explain';
import { findings } from './findings';
import { history } from './history';
import { image } from './image';
import { make } from './make';
import { ownData } from './own-data';
import { protect } from './protect';
import { recipes } from './recipes';
import { restore } from './restore';
import { review } from './review';
import { settings } from './settings';
import { shell } from './shell';
import { space } from './space';
import { station } from './station';
import { ventoy } from './ventoy';
import { yours } from './yours';

/** Every sentence of the window, in English. Other languages have the same keys. */
export const windowTexts = {
  ...shell,
  ...drive,
  ...image,
  ...ventoy,
  ...space,
  ...protect,
  ...yours,
  ...review,
  ...make,
  ...done,
  ...settings,
  ...ownData,
  ...dialogs,
  ...diary,
  ...check,
  ...station,
  ...restore,
  ...explain,
  ...history,
  ...recipes,
} as const;

export const en: Texts = {
  window: windowTexts,
  errors: errorCatalogue,
  findings,
  explanations: startErrorTexts,
  ventoyExplanations,
  ventoyProblems: problemTexts,
};
