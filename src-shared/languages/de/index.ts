import type { Texts } from '../texts';
import { check } from './check';
import { dialogs } from './dialogs';
import { diary } from './diary';
import { done } from './done';
import { drive } from './drive';
import { errors } from './errors';
import { explain } from './explain';
import { explanations } from './explanations';
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
import { ventoyExplanations } from './ventoy-explanations';
import { ventoyProblems } from './ventoy-problems';
import { yours } from './yours';

/** Every sentence of the window, in German. */
export const de: Texts = {
  window: {
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
  },
  errors,
  explanations,
  ventoyExplanations,
  ventoyProblems,
  findings,
};
