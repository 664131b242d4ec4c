import { useTranslation } from 'react-i18next';
import { STATION_TOLERANCE, type StationSeries } from '../../src-shared/station';
import { Field } from '../components/Field';
import { Fold } from '../components/Fold';
import { RadioCards } from '../components/RadioCards';
import { useFormat } from '../i18n/format';
import { useActions } from '../store/context';
import { type StationDraft, countProblem, sizesProblem } from '../store/station/draft';
import { PortRules } from './PortRules';
import { PresentDrives } from './PresentDrives';
import { useStationProblem } from './use-station-problem';

/** The guard of a series: which drives are taken, in which ports, and how many. */
export function DriveRules(props: {
  series: StationSeries;
  draft: StationDraft;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { draft } = props;
  const { changeStationRules } = useActions();
  return (
    <section className="stack" aria-labelledby="station-drives">
      <h2 id="station-drives">{t('station.confirm.drives')}</h2>
      <h3>{t('station.confirm.contents')}</h3>
      <RadioCards
        label={t('station.confirm.contents')}
        inRow
        value={draft.contents}
        options={[
          {
            value: 'empty',
            title: t('station.confirm.contentsEmpty'),
            text: t('station.confirm.contentsEmptyText'),
          },
          {
            value: 'any',
            title: t('station.confirm.contentsAny'),
            text: t('station.confirm.contentsAnyText'),
          },
        ]}
        onChange={(contents) => {
          changeStationRules({ contents });
        }}
      />
      <SizeRules {...props} />
      <PortRules draft={draft} />
      <PresentDrives draft={draft} />
      <CountRules draft={draft} />
    </section>
  );
}

function SizeRules(props: { series: StationSeries; draft: StationDraft }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { changeStationRules } = useActions();
  const { series, draft } = props;
  const problem = sizesProblem(draft, series);
  const words = useStationProblem();
  const isBad = problem !== null && draft.largest !== '';
  const percent = format.percent(STATION_TOLERANCE.usual / 100);
  return (
    <>
      <h3>{t('station.confirm.sizes')}</h3>
      <RadioCards
        label={t('station.confirm.sizes')}
        inRow
        value={draft.sizes}
        options={[
          {
            value: 'like-first',
            title: t('station.confirm.likeFirst', { percent }),
            text: t(
              draft.contents === 'any'
                ? 'station.confirm.likeFirstNot'
                : 'station.confirm.likeFirstText',
            ),
            disabled: draft.contents === 'any',
          },
          {
            value: 'between',
            title: t('station.confirm.between'),
            text: t('station.confirm.betweenText'),
          },
        ]}
        onChange={(sizes) => {
          changeStationRules({ sizes });
        }}
      />
      {draft.sizes === 'between' && (
        <div className="pair-of-fields">
          <Field
            label={t('station.confirm.smallest')}
            inputMode="decimal"
            unit="GB"
            value={draft.smallest}
            onChange={(smallest) => {
              changeStationRules({ smallest });
            }}
          />
          <Field
            label={t('station.confirm.largest')}
            inputMode="decimal"
            unit="GB"
            value={draft.largest}
            error={isBad ? words(problem) : undefined}
            onChange={(largest) => {
              changeStationRules({ largest });
            }}
          />
        </div>
      )}
    </>
  );
}

function CountRules({ draft }: { draft: StationDraft }): React.JSX.Element {
  const { t } = useTranslation();
  const { changeStationRules } = useActions();
  const words = useStationProblem();
  const problem = countProblem(draft);
  return (
    <>
      <Field
        label={t('station.confirm.limit')}
        hint={t('station.confirm.limitHint')}
        inputMode="numeric"
        value={draft.limit}
        error={problem === 'limit' ? words(problem) : undefined}
        onChange={(limit) => {
          changeStationRules({ limit });
        }}
      />
      <Fold label={t('station.confirm.atOnce')}>
        <Field
          label={t('station.confirm.atOnce')}
          hint={t('station.confirm.atOnceHint')}
          inputMode="numeric"
          value={draft.atOnce}
          error={problem === 'at-once' ? words(problem) : undefined}
          onChange={(atOnce) => {
            changeStationRules({ atOnce });
          }}
        />
      </Fold>
    </>
  );
}
