import { useTranslation } from 'react-i18next';
import type { ProtectAtFirstStart } from '../../../src-shared/protect';
import { Choices } from '../../components/Choices';
import { Field } from '../../components/Field';
import { useActions, useWizard } from '../../store/context';
import { protectProblem } from '../../store/protect';
import { Rest } from './Rest';

const lines = ['asks', 'encrypts', 'after'] as const;

/** What Windows is told to do by itself. */
export function EncryptedAtFirstStart(props: { protect: ProtectAtFirstStart }): React.JSX.Element {
  const { t } = useTranslation();
  const { protect } = props;
  const problem = useWizard((state) => protectProblem(state.answers));
  const { changeProtection } = useActions();
  const { recoveryFolder } = protect;
  return (
    <>
      <div>
        <h3>{t('protect.whatHappens')}</h3>
        <ol className="bullets">
          {lines.map((line) => (
            <li key={line}>{t(`protect.firstStartLines.${line}`)}</li>
          ))}
        </ol>
      </div>
      <Choices
        label={t('protect.keyGoes')}
        value={recoveryFolder === null ? 'ask' : 'share'}
        options={(['ask', 'share'] as const).map((value) => ({
          value,
          label: t(`protect.keyPlaces.${value}`),
        }))}
        onChange={(place) => {
          changeProtection({ ...protect, recoveryFolder: place === 'ask' ? null : '' });
        }}
      />
      {recoveryFolder !== null && (
        <Field
          label={t('protect.share')}
          value={recoveryFolder}
          mono
          hint={t('protect.shareHint')}
          error={problem === 'recovery-share' ? t('protect.shareBad') : undefined}
          maxLength={240}
          onChange={(folder) => {
            changeProtection({ ...protect, recoveryFolder: folder });
          }}
        />
      )}
      <Rest protect={protect} />
    </>
  );
}
