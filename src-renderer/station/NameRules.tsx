import { useTranslation } from 'react-i18next';
import type { StationSeries } from '../../src-shared/station';
import { Field } from '../components/Field';
import { useFormat } from '../i18n/format';
import { useActions } from '../store/context';
import { type StationDraft, nameProblem, namingOf, namesOf } from '../store/station/draft';
import { useStationProblem } from './use-station-problem';

/** So many names show how they count up. */
const PREVIEWED = 3;

/** How sticks and their computers are called, with the first names that come of it. */
export function NameRules(props: {
  series: StationSeries;
  draft: StationDraft;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { changeStationRules } = useActions();
  const { series, draft } = props;
  const problem = nameProblem(draft, series);
  const words = useStationProblem();
  const error = (...own: (typeof problem)[]): string | undefined =>
    problem !== null && own.includes(problem) ? words(problem) : undefined;
  return (
    <section className="stack" aria-labelledby="station-names">
      <h2 id="station-names">{t('station.confirm.names')}</h2>
      <div className="pair-of-fields">
        <Field
          label={t('station.confirm.label')}
          hint={t('station.confirm.labelHint')}
          value={draft.label}
          error={error('label', 'ventoy-label-exfat')}
          onChange={(label) => {
            changeStationRules({ label });
          }}
        />
        {hasWindows(series) && (
          <Field
            label={t('station.confirm.computerName')}
            hint={t('station.confirm.computerNameHint')}
            value={draft.computerName}
            error={error('computer-name')}
            onChange={(computerName) => {
              changeStationRules({ computerName });
            }}
          />
        )}
        <Field
          label={t('station.confirm.firstNumber')}
          inputMode="numeric"
          value={draft.firstNumber}
          error={error('first-number', 'number-too-long')}
          onChange={(firstNumber) => {
            changeStationRules({ firstNumber });
          }}
        />
      </div>
      {problem === null && <Preview draft={draft} />}
    </section>
  );
}

function Preview({ draft }: { draft: StationDraft }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const naming = namingOf(draft);
  const first = Array.from({ length: PREVIEWED }, (_, index) =>
    namesOf(naming, naming.firstNumber + index),
  ).filter((names) => names !== null);
  const sticks = first.map(
    ({ label, number }) => label ?? t('station.row.number', { number: format.exact(number) }),
  );
  const computers = first.flatMap(({ computerName }) => computerName ?? []);
  const lines = [
    previewOf(sticks),
    computers.length > 0 &&
      computers[0] !== sticks[0] &&
      t('station.confirm.previewComputers', { names: previewOf(computers) }),
  ].filter((line) => line !== false);
  return (
    <div role="status">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );

  function inARow([first = '', ...more]: readonly string[]): string {
    return more.reduce((before, name) => t('station.confirm.previewNext', { before, name }), first);
  }

  function previewOf(names: readonly string[]): string {
    const [name = ''] = names;
    return new Set(names).size === 1 && names.length > 1
      ? t('station.confirm.previewSame', { name })
      : t('station.confirm.preview', { names: inARow(names) });
  }
}

function hasWindows({ edition }: StationSeries): boolean {
  return edition !== null;
}
