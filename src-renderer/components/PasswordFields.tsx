import { useTranslation } from 'react-i18next';
import {
  PASSWORD_LENGTH,
  bitLockerPasswordDoubts,
  bitLockerPasswordProblem,
} from '../../src-shared/protect';
import { useFormat } from '../i18n/format';
import { type TypedPassword, passwordProblem } from '../store/protect';
import { Callout } from './Callout';
import { PasswordStrength } from './PasswordStrength';
import { SecretField } from './SecretField';

/** A new password for sticks, typed twice, with what is to be known of it. */
export function PasswordFields(props: {
  typed: TypedPassword;
  onType: (change: Partial<TypedPassword>) => void;
}): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { typed, onType } = props;
  const { password, again } = typed;
  const limits = {
    shortest: format.exact(PASSWORD_LENGTH.least),
    longest: format.exact(PASSWORD_LENGTH.most),
  };
  const problem = passwordProblem(typed);
  // Nothing is wrong yet with what was not typed yet; the bar at the bottom says what is missing.
  const differs = problem === 'password-differs' && again !== '';
  const isBad = problem !== null && problem !== 'password-differs' && password !== '';
  const isUsable = bitLockerPasswordProblem(password) === null;
  return (
    <div className="stack">
      <SecretField
        label={t('protect.password')}
        what={t('protect.passwordWhat')}
        value={password}
        hint={t('protect.passwordHint', limits)}
        error={isBad ? t(`problems.${problem}`, limits) : undefined}
        onChange={(changed) => {
          onType({ password: changed });
        }}
      />
      {isUsable && <PasswordStrength password={password} />}
      {bitLockerPasswordDoubts(password).map((doubt) => (
        <Callout key={doubt} tone="caution">
          <p>{t(`protect.doubts.${doubt}`)}</p>
          <p>{t('protect.doubtsSafe')}</p>
        </Callout>
      ))}
      <SecretField
        label={t('protect.again')}
        what={t('protect.againWhat')}
        value={again}
        hint={t('protect.againHint')}
        error={differs ? t('problems.password-differs') : undefined}
        onChange={(changed) => {
          onType({ again: changed });
        }}
      />
    </div>
  );
}
