import { useTranslation } from 'react-i18next';
import { driveName, holdsData } from '../../src-shared/drive';
import { Callout } from '../components/Callout';
import { ConfirmErasing } from '../components/ConfirmErasing';
import { Field } from '../components/Field';
import { SelectField } from '../components/SelectField';
import { StepFrame } from '../components/StepFrame';
import { useDriveContents } from '../components/use-drive-contents';
import { useFormat } from '../i18n/format';
import { useActions } from '../store/context';
import { labelProblem, type AskedRestore } from '../store/restore/restore-actions';

/** What will be lost, what the drive becomes, and what has to be typed or ticked before that. */
export function AskRestore({ asked }: { asked: AskedRestore }): React.JSX.Element {
  const { t } = useTranslation();
  const { changeRestore } = useActions();
  const { drive, label, scheme, typed, ticked } = asked;
  const name = driveName(drive);
  const holds = holdsData(drive);
  const problem = labelProblem(label);
  return (
    <StepFrame title={t('restore.askTitle', { name })} lead={t('restore.askLead')}>
      <Lost asked={asked} />
      <Field
        label={t('restore.label')}
        value={label}
        hint={t('restore.labelHint')}
        error={problem === null ? undefined : t(`restore.labelProblems.${problem}`)}
        onChange={(text) => {
          changeRestore({ label: text });
        }}
      />
      <SelectField
        label={t('restore.scheme')}
        value={scheme}
        open={t('restore.schemes.auto')}
        options={[{ value: 'gpt', label: t('restore.schemes.gpt') }]}
        onChange={(value) => {
          changeRestore({ scheme: value === 'gpt' ? 'gpt' : null });
        }}
      />
      <Callout tone="caution">
        <p>{t('restore.notSecure')}</p>
      </Callout>
      <ConfirmErasing
        names={holds ? [name] : []}
        typed={{ [name]: typed }}
        onType={(_name, text) => {
          changeRestore({ typed: text });
        }}
        tick={holds ? null : t('review.tickDrive')}
        ticked={ticked}
        onTick={(isTicked) => {
          changeRestore({ ticked: isTicked });
        }}
      />
    </StepFrame>
  );
}

function Lost({ asked: { drive } }: { asked: AskedRestore }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const what = useDriveContents()(drive);
  return (
    <section className="panel" data-tone="danger">
      <h2>{t('restore.lost')}</h2>
      <p>
        <strong>
          {t('review.erasedDrive', {
            ...{ name: driveName(drive), size: format.bytes(drive.sizeBytes), path: drive.path },
          })}
        </strong>
        <br />
        {what === null ? t('review.erasedEmpty') : t('review.erasedContents', { what })}
      </p>
    </section>
  );
}
