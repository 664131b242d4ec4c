import { RestoreBar, RestorePlace } from './restore';
import {
  CopyPlus,
  Eraser,
  History,
  NotebookText,
  Stethoscope,
  type LucideIcon,
} from 'lucide-react';
import { HistoryBar, HistoryPlace } from './history';
import { RecipesBar, RecipesPlace } from './recipes';
import type { ErrandId } from './store/errands';
import { StationBar, StationPlace } from './station';
import { CheckBar, CheckPlace } from './sticks';

/** What of the window belongs to an errand: its entry in the menu “Tools”, its screen and the bar below it. */
interface ErrandParts {
  icon: LucideIcon;
  Screen: () => React.JSX.Element | null;
  Bar: () => React.JSX.Element | null;
  /** Its screen has a table of rows, which takes all the room there is. */
  isWide: boolean;
}

export const errandParts: Record<ErrandId, ErrandParts> = {
  station: { icon: CopyPlus, Screen: StationPlace, Bar: StationBar, isWide: true },
  recipes: { icon: NotebookText, Screen: RecipesPlace, Bar: RecipesBar, isWide: false },
  check: { icon: Stethoscope, Screen: CheckPlace, Bar: CheckBar, isWide: false },
  restore: { icon: Eraser, Screen: RestorePlace, Bar: RestoreBar, isWide: false },
  history: { icon: History, Screen: HistoryPlace, Bar: HistoryBar, isWide: false },
};
