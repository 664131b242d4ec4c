import { ClipboardList, FileText, NotebookText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorCallout } from '../components/ErrorCallout';
import { SelectField } from '../components/SelectField';
import { StepFrame } from '../components/StepFrame';
import { useActions, useWizard } from '../store/context';
import { lastKnown } from '../store/loadable';
import { recipeOf } from '../store/plan';

/** Where the recipe of a series comes from. */
export function ChooseRecipe(): React.JSX.Element {
  const { t } = useTranslation();
  const opening = useWizard((state) => state.stationOpening);
  const hasAnswers = useWizard((state) => recipeOf(state.answers) !== null);
  const { openStationRecipe, openStationFromAnswers } = useActions();
  return (
    <StepFrame title={t('station.choose.title')} lead={t('station.choose.lead')}>
      {opening.state === 'failed' && (
        <ErrorCallout title={t('station.choose.failedTitle')} error={opening.error} />
      )}
      <KeptRecipes />
      <section className="panel station-source">
        <FileText size={24} aria-hidden />
        <div>
          <h2>{t('station.choose.recipe')}</h2>
          <p className="quiet">{t('station.choose.recipeText')}</p>
        </div>
        <button type="button" className="secondary" onClick={() => void openStationRecipe()}>
          {t('station.choose.recipeOpen')}
        </button>
      </section>
      <section className="panel station-source">
        <ClipboardList size={24} aria-hidden />
        <div>
          <h2>{t('station.choose.answers')}</h2>
          <p className="quiet">
            {t(hasAnswers ? 'station.choose.answersText' : 'station.choose.answersNone')}
          </p>
        </div>
        <button
          type="button"
          className="secondary"
          disabled={!hasAnswers}
          onClick={() => void openStationFromAnswers()}
        >
          {t('station.choose.answersTake')}
        </button>
      </section>
    </StepFrame>
  );
}

/** The recipes of the folder; nothing while there are none. */
function KeptRecipes(): React.JSX.Element | null {
  const { t } = useTranslation();
  const known = useWizard((state) => lastKnown(state.recipes));
  const { openStationKept } = useActions();
  const usable = (known?.recipes ?? []).filter((entry) => entry.state === 'usable');
  const [chosen, choose] = useState<string | null>(null);
  const file = usable.find((entry) => entry.file === chosen)?.file ?? usable[0]?.file;
  if (file === undefined) return null;
  return (
    <section className="panel station-source">
      <NotebookText size={24} aria-hidden />
      <div>
        <h2>{t('station.choose.kept')}</h2>
        <SelectField
          label={t('station.choose.keptField')}
          value={file}
          options={usable.map((entry) => ({ value: entry.file, label: entry.name }))}
          onChange={choose}
        />
      </div>
      <button type="button" className="secondary" onClick={() => void openStationKept(file)}>
        {t('station.choose.keptTake')}
      </button>
    </section>
  );
}
