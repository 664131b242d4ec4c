import { AlertDialog } from 'radix-ui';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { checksPassed, type CheckResult } from '../../src-shared/check';
import type { RepairReport } from '../../src-shared/repair';
import { checkWords, useFormat } from '../i18n/format';
import { CheckLines } from './CheckLines';
import { StageTitle } from '../components/StageTitle';

/** What a repair did: each check that says something else than before. */
export function RepairResult(props: { report: RepairReport; name: string }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { before, after, writtenBytes, verifiedBytes } = props.report;
  const isSound = checksPassed(after);
  const failing = after.filter(({ status }) => status === 'fail');
  return (
    <>
      <StageTitle>
        {t(isSound ? 'repair.doneTitle' : 'repair.doneProblemTitle', { name: props.name })}
      </StageTitle>
      <AlertDialog.Description>
        {verifiedBytes > 0
          ? t('repair.doneVerified', { size: format.bytes(writtenBytes) })
          : t('repair.doneText', { size: format.bytes(writtenBytes) })}
      </AlertDialog.Description>
      <BeforeAndAfter before={before} after={after} />
      {!isSound && <CheckLines label={t('repair.remaining')} checks={failing} />}
      <div className="dialog-actions">
        <AlertDialog.Cancel className="primary">{t('app.close')}</AlertDialog.Cancel>
      </div>
    </>
  );
}

function BeforeAndAfter(props: {
  before: readonly CheckResult[];
  after: readonly CheckResult[];
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const was = new Map(props.before.map(({ id, status }) => [id, status]));
  const changed = props.after.filter(({ id, status }) => was.get(id) !== status);
  return (
    <table className="checks">
      <caption>{t('repair.changed')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('repair.beforeAfter')}</th>
          <th scope="col">{t('done.checkColumn')}</th>
          <th scope="col">{t('done.foundColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((check) => {
          const { id, status } = check;
          const old = was.get(id);
          return (
            <tr key={id} data-status={status}>
              <td>
                <span className="status changed">
                  {t(old === undefined ? 'repair.notChecked' : `done.status.${old}`)}
                  <ArrowRight size={16} aria-label={t('repair.became')} />
                  {t(`done.status.${status}`)}
                </span>
              </td>
              <td>
                <code>{id}</code>
              </td>
              <td>{checkWords(check, format).evidence}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
