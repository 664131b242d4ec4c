import { useTranslation } from 'react-i18next';
import { enrolmentScreens } from '../../../src-shared/ventoy-needs';

const screens = Object.keys(enrolmentScreens) as (keyof typeof enrolmentScreens)[];

/** What to do, screen by screen, when a computer with Secure Boot starts the stick for the first time. */
export function EnrolmentSteps(): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('ventoy.enrolment.lead')}</p>
      <ol className="steps-list">
        {screens.map((screen) => (
          <li key={screen}>
            {t(`ventoy.enrolment.screens.${screen}.seen`)}{' '}
            <strong>{t(`ventoy.enrolment.screens.${screen}.action`)}</strong>
          </li>
        ))}
      </ol>
      <p className="quiet">{t('ventoy.enrolment.hangs')}</p>
    </>
  );
}
