import { CircleCheck, CircleHelp, CircleX, Footprints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ruleOf, type Prediction, type RuleId, type Starts } from '../../src-shared/compatibility';
import type { ClassSummary, StickId } from '../../src-shared/diary';
import { useFormat } from '../i18n/format';
import { Fold } from './Fold';
import { useNoted, useSummaryWords } from './use-summary-words';

const icons: Record<Starts, typeof CircleCheck> = {
  yes: CircleCheck,
  'after-steps': Footprints,
  perhaps: CircleHelp,
  no: CircleX,
};

/** Which kinds of computer a finished stick should start and why not, with what people noted of it beside that. */
export function Compatibility(props: {
  predictions: readonly Prediction[];
  stickId: StickId | null;
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { predictions } = props;
  const noted = useNoted(props.stickId);
  const good = predictions.filter(({ starts }) => starts === 'yes' || starts === 'after-steps');
  return (
    <Fold
      label={t('done.compatibility.summary', {
        good: format.exact(good.length),
        total: format.exact(predictions.length),
      })}
    >
      <table className="checks compatibility">
        <caption>{t('done.compatibility.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('done.compatibility.computer')}</th>
            <th scope="col">{t('done.compatibility.starts')}</th>
            <th scope="col">{t('done.compatibility.why')}</th>
          </tr>
        </thead>
        <tbody>
          {predictions.map((prediction) => (
            <Computer
              key={prediction.computer}
              {...prediction}
              noted={noted.find(({ computer }) => computer === prediction.computer)}
            />
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('done.compatibility.limits')}</p>
    </Fold>
  );
}

function Computer({
  computer,
  starts,
  reasons,
  noted,
}: Prediction & { noted: ClassSummary | undefined }): React.JSX.Element {
  const { t } = useTranslation();
  const words = useSummaryWords();
  const Icon = icons[starts];
  return (
    <tr data-starts={starts}>
      <th scope="row">{t(`done.compatibility.computers.${computer}`)}</th>
      <td>
        <span className="status">
          <Icon size={16} aria-hidden />
          {t(`done.compatibility.verdicts.${starts}`)}
        </span>
        {noted !== undefined && (
          <p className="noted">{t('done.compatibility.noted', { words: words(noted) })}</p>
        )}
      </td>
      <td>
        {reasons.length === 0
          ? t('done.compatibility.nothing')
          : reasons.map((id) => <Reason key={id} id={id} />)}
      </td>
    </tr>
  );
}

function Reason({ id }: { id: RuleId }): React.JSX.Element {
  const { t } = useTranslation();
  const { source } = ruleOf(id);
  return (
    <div className="reason">
      <p>
        {t(`done.compatibility.rules.${id}.why`)} {t(`done.compatibility.rules.${id}.change`)}
      </p>
      <p className="quiet">
        {t('done.compatibility.source', {
          name: source.name,
          certainty: t(`done.compatibility.certainty.${source.certainty}`),
        })}
      </p>
    </div>
  );
}
