import { useTranslation } from 'react-i18next';
import { partOf, secondsOf, type PhaseTiming } from '../../../src-shared/timing';
import { useFormat } from '../../i18n/format';
import type { Span } from './chart';

/** What the chart shows, in words and numbers. */
export function TimingTable({ spans }: { spans: readonly Span[] }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="timing-table" aria-label={t('timing.table')}>
      <thead>
        <tr>
          <th scope="col">{t('timing.part')}</th>
          <th scope="col">{t('timing.time')}</th>
          <th scope="col">{t('timing.data')}</th>
          <th scope="col">{t('timing.speed')}</th>
          <th scope="col">{t('timing.stalls')}</th>
        </tr>
      </thead>
      <tbody>
        {spans.map(({ number, timing }) => (
          <tr key={number}>
            <th scope="row">
              <span className="timing-part">
                <span className="timing-mark" data-part={partOf(timing)}>
                  {format.exact(number)}
                </span>
                {t(`make.phases.${timing.phase}`)}
              </span>
            </th>
            <td>{format.duration(secondsOf(timing))}</td>
            <Speed timing={timing} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Speed({ timing }: { timing: PhaseTiming }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { bytes, throughput } = timing;
  const seconds = secondsOf(timing);
  const none = t('timing.noData');
  const stalledMs = throughput?.msAtSpeed[0] ?? 0;
  return (
    <>
      <td>{bytes === 0 ? none : format.bytes(bytes)}</td>
      <td>
        {throughput === null
          ? none
          : t('timing.perSecond', { speed: format.bytes(bytes / seconds) })}
      </td>
      <td>{stalledMs === 0 ? none : format.duration(stalledMs / 1000)}</td>
    </>
  );
}
