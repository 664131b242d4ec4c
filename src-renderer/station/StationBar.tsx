import { ArrowLeft, ArrowRight, Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StationSeries } from '../../src-shared/station';
import { useActions, useWizard } from '../store/context';
import { type StationDraft, secretsProblem, seriesProblem } from '../store/station/draft';
import { StopSeries } from './StopSeries';
import { useStationProblem } from './use-station-problem';

/** The way back on the left, the one primary action on the right; while a series runs, its pause and its end. */
export function StationBar(): React.JSX.Element | null {
  const { t } = useTranslation();
  const station = useWizard((state) => state.station);
  const draft = useWizard((state) => state.stationDraft);
  const isAsking = useWizard((state) => state.stationOpening.state === 'asking');
  const { closeStation, pauseStation } = useActions();
  switch (station.state) {
    case 'closed':
    case 'opening':
      return (
        <footer className="bar">
          <BackToWizard />
          <span className="bar-space" />
          {(isAsking || station.state === 'opening') && (
            <button type="button" className="secondary" onClick={() => void closeStation()}>
              {t('station.opening.cancel')}
            </button>
          )}
        </footer>
      );
    case 'ready':
      if (draft === null) return null;
      return draft.screen === 'recipe' ? (
        <RecipeBar series={station.series} draft={draft} />
      ) : (
        <ConfirmBar series={station.series} draft={draft} />
      );
    case 'running':
    case 'stopping':
      return (
        <footer className="bar">
          <span className="bar-space" />
          <StopSeries station={station} />
          {station.state === 'running' && (
            <button
              type="button"
              className={station.paused ? 'primary' : 'secondary'}
              onClick={() => void pauseStation(!station.paused)}
            >
              {station.paused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
              {t(station.paused ? 'station.running.resume' : 'station.running.pause')}
            </button>
          )}
        </footer>
      );
    case 'ended':
      return (
        <footer className="bar">
          <BackToWizard />
          <span className="bar-space" />
          <button type="button" className="primary" onClick={() => void closeStation()}>
            {t('station.ended.another')}
          </button>
        </footer>
      );
  }
}

function BackToWizard(): React.JSX.Element {
  const { t } = useTranslation();
  const { closeErrand } = useActions();
  return (
    <button type="button" className="secondary" onClick={closeErrand}>
      <ArrowLeft size={20} aria-hidden />
      {t('station.back')}
    </button>
  );
}

interface OfDraft {
  series: StationSeries;
  draft: StationDraft;
}

function RecipeBar({ series, draft }: OfDraft): React.JSX.Element {
  const { t } = useTranslation();
  const problem = secretsProblem(draft, series);
  const words = useStationProblem();
  const { closeStation, showStationScreen } = useActions();
  return (
    <footer className="bar">
      <BackToWizard />
      <p className="bar-hint" id="bar-hint">
        {problem !== null && words(problem)}
      </p>
      <button type="button" className="secondary" onClick={() => void closeStation()}>
        {t('station.recipe.other')}
      </button>
      <button
        type="button"
        className="primary"
        disabled={problem !== null}
        aria-describedby="bar-hint"
        onClick={() => {
          showStationScreen('confirm');
        }}
      >
        {t('app.next')}
        <ArrowRight size={20} aria-hidden />
      </button>
    </footer>
  );
}

function ConfirmBar({ series, draft }: OfDraft): React.JSX.Element {
  const { t } = useTranslation();
  const word = t('station.confirm.word');
  const problem = seriesProblem(draft, series, word);
  const words = useStationProblem();
  const isBeginning = useWizard((state) => state.stationBeginning.state === 'asking');
  const { startStation, showStationScreen } = useActions();
  const begin = draft.contents === 'any' ? 'beginAny' : 'beginEmpty';
  return (
    <footer className="bar">
      <button
        type="button"
        className="secondary"
        disabled={isBeginning}
        onClick={() => {
          showStationScreen('recipe');
        }}
      >
        <ArrowLeft size={20} aria-hidden />
        {t('app.back')}
      </button>
      <p className="bar-hint" id="bar-hint">
        {problem !== null && words(problem)}
      </p>
      <button
        type="button"
        className="primary"
        data-tone="danger"
        disabled={problem !== null || isBeginning}
        aria-describedby="bar-hint"
        onClick={() => void startStation(word)}
      >
        {t(isBeginning ? 'station.confirm.beginning' : `station.confirm.${begin}`)}
      </button>
    </footer>
  );
}
