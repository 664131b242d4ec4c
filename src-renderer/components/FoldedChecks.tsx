import { useTranslation } from 'react-i18next';
import type { CheckResult } from '../../src-shared/check';
import { Checks } from './Checks';
import { Fold } from './Fold';

/** What the checks found, with those that passed folded away. */
export function FoldedChecks({ checks }: { checks: readonly CheckResult[] }): React.JSX.Element {
  const { t } = useTranslation();
  const passed = checks.filter(({ status }) => status === 'pass');
  const others = checks.filter(({ status }) => status !== 'pass');
  return (
    <>
      {others.length > 0 && <Checks checks={others} />}
      {passed.length > 0 && (
        <Fold label={t('check.passed', { count: passed.length })}>
          <Checks checks={passed} />
        </Fold>
      )}
    </>
  );
}
