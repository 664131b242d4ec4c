import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SecretField } from '../../components/SecretField';
import { useActions, useWizard } from '../../store/context';

/** What Ventoy’s prompt can take: its `grub_password_get` reads an English keyboard. */
function isPassword(clear: string): boolean {
  return /^[ -~]{1,64}$/.test(clear);
}

/** A password that is asked for before the menu. What is typed is forgotten once it has its form. */
export function MenuPassword(): React.JSX.Element {
  const { t } = useTranslation();
  const stored = useWizard((state) => state.answers.ventoy.menu.password);
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
