import { useWizard } from '../store/context';
import { AboutRecipe } from './AboutRecipe';
import { ChooseRecipe } from './ChooseRecipe';
import { ConfirmSeries } from './ConfirmSeries';
import { EndedSeries } from './EndedSeries';
import { OpeningRecipe } from './OpeningRecipe';
import { RunningSeries } from './RunningSeries';

/** “Make many alike”, from the choice of a recipe to the end of its series: in place of the wizard's screen. */
export function StationPlace(): React.JSX.Element | null {
  const station = useWizard((state) => state.station);
  const draft = useWizard((state) => state.stationDraft);
  const isAsking = useWizard((state) => state.stationOpening.state === 'asking');
  switch (station.state) {
    case 'closed':
      return isAsking ? <OpeningRecipe progress={null} /> : <ChooseRecipe />;
    case 'opening':
      return <OpeningRecipe progress={station.progress} />;
    case 'ready':
      if (draft === null) return null;
      return draft.screen === 'recipe' ? (
        <AboutRecipe series={station.series} draft={draft} />
      ) : (
        <ConfirmSeries series={station.series} draft={draft} />
      );
    case 'running':
    case 'stopping':
      return <RunningSeries station={station} />;
    case 'ended':
      return <EndedSeries station={station} />;
  }
}
