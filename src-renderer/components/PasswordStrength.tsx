import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type PasswordStrength as Strength,
  passwordStrength,
  passwordStrengths,
} from '../store/password-strength';

/** How well a password holds, as words and as a bar of four parts; nothing while it isn't known. */
export function PasswordStrength({ password }: { password: string }): React.JSX.Element | null {
  const { t } = useTranslation();
  const strength = useStrength(password);
  if (strength === null) return null;
  const filled = passwordStrengths.indexOf(strength) + 1;
  return (
    <div className="strength" data-strength={strength} role="status">
      <span className="strength-bar" aria-hidden>
        {passwordStrengths.map((part, index) => (
          <span key={part} data-filled={index < filled} />
        ))}
      </span>
      <p>{t('protect.strength', { strength: t(`protect.strengths.${strength}`) })}</p>
    </div>
  );
}

/** Judged once typing pauses, so that a slow computer keeps up with it. */
function useStrength(password: string): Strength | null {
  const [judged, setJudged] = useState<Strength | null>(null);
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      // Without its word lists nothing is said, rather than something wrong.
      const judging = passwordStrength(password).catch(() => null);
      void judging.then((strength) => {
        if (!stale) setJudged(strength);
      });
    }, 200);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [password]);
  return judged;
}
