import { useTranslation } from 'react-i18next';

const steps = [
  'violation',
  'ok',
  'anyKey',
  'enroll',
  'volume',
  'file',
  'confirm',
  'reboot',
] as const;

/** What to do, screen by screen, when a computer with Secure Boot starts the stick for the first time. */
export function EnrolmentSteps(): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('ventoy.enrolment.lead')}</p>
      <ol className="steps-list">
        {steps.map((step) => (
          <li key={step}>{t(`ventoy.enrolment.${step}`)}</li>
        ))}
      </ol>
    </>
  );
}
