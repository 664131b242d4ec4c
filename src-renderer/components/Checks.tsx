import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CheckResult } from '../../src-shared/check';
import { errorsOfCheck } from '../../src-shared/explain';
import { checkWords, useFormat } from '../i18n/format';
import { ExplainLink } from './ExplainLink';

const statusIcons = { pass: CircleCheck, warn: TriangleAlert, fail: CircleX };

/** What the checks of a finished stick found. */
export function Checks({ checks }: { checks: readonly CheckResult[] }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="checks">
      <caption>{t('done.checks')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('done.resultColumn')}</th>
          <th scope="col">{t('done.checkColumn')}</th>
          <th scope="col">{t('done.foundColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => {
          const Icon = statusIcons[check.status];
          const { evidence, next } = checkWords(check, format);
          return (
            <tr key={check.id} data-status={check.status}>
              <td>
                <span className="status">
                  <Icon size={16} aria-hidden />
                  {t(`done.status.${check.status}`)}
                </span>
              </td>
              <td>
                <code>{check.id}</code>
              </td>
              <td>
                {evidence}
                {next !== undefined && (
                  <span className="check-next">
                    <Info size={16} aria-hidden /> {next}
                  </span>
                )}
                {check.status === 'fail' && errorsOfCheck(check.id).length > 0 && (
                  <span className="check-next">
                    <ExplainLink query={check.id} about={check.id} />
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
