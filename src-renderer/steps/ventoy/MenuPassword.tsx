import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordOf, passwordProblem } from '../../../src-shared/ventoy-json';
import { SecretField } from '../../components/SecretField';
import { useMenuConfig } from '../../components/ventoy/use-menu-config';
import { useActions } from '../../store/context';
import { SHOWN_MODE } from '../../store/ventoy/menu';

function isPassword(clear: string): boolean {
  return passwordProblem(clear) === null;
}

/** A password that is asked for before the menu. What is typed is forgotten once it has its form. */
export function MenuPassword(): React.JSX.Element {
  const { t } = useTranslation();
  const stored = passwordOf(useMenuConfig().shown, 'boot', SHOWN_MODE);
  const { changeMenu, setMenuPassword } = useActions();
  const [typed, setTyped] = useState('');
  const take = async (): Promise<void> => {
    if (await setMenuPassword(typed)) setTyped('');
  };
  return (
    <section className="panel stack">
      <div>
        <h2>{t('ventoy.menu.password')}</h2>
        <p className="quiet">{t('ventoy.menu.passwordText')}</p>
      </div>
      {stored === null ? (
        <>
          <SecretField
            label={t('ventoy.menu.passwordField')}
            what={t('ventoy.menu.passwordWhat')}
            value={typed}
            maxLength={64}
            hint={t('ventoy.menu.passwordHint')}
            error={typed === '' || isPassword(typed) ? undefined : t('ventoy.menu.passwordBad')}
            onChange={setTyped}
          />
          <div className="row">
            <button
              type="button"
              className="secondary small"
              disabled={!isPassword(typed)}
              onClick={() => void take()}
            >
              {t('ventoy.menu.setPassword')}
            </button>
          </div>
        </>
      ) : (
        <div className="row between">
          <span role="status">{t('ventoy.menu.passwordSet')}</span>
          <button
            type="button"
            className="secondary small"
            onClick={() => {
              changeMenu({ password: null });
            }}
          >
            {t('ventoy.menu.otherPassword')}
          </button>
        </div>
      )}
    </section>
  );
}
