import { useTranslation } from 'react-i18next';
import { isHome } from '../../../src-shared/image';
import {
  PASSWORD_LENGTH,
  type ProtectHere,
  bitLockerPasswordDoubts,
  bitLockerPasswordProblem,
} from '../../../src-shared/protect';
import { Callout } from '../../components/Callout';
import { FileChoice } from '../../components/FileChoice';
import { SecretField } from '../../components/SecretField';
import { Tick } from '../../components/Tick';
import { useFormat } from '../../i18n/format';
import { chosenEdition } from '../../store/answers';
import { useActions, useWizard } from '../../store/context';
import { folderProblem, passwordProblem } from '../../store/protect';
import { PasswordStrength } from './PasswordStrength';
import { Rest } from './Rest';

/** What has to be known to encrypt sticks while they are made: by this program, or by the Windows that it runs on. */
export function EncryptedHere({ protect }: { protect: ProtectHere }): React.JSX.Element {
  const { t } = useTranslation();
  const answers = useWizard((state) => state.answers);
  const { changeProtection, chooseRecoveryFolder } = useActions();
  const edition = chosenEdition(answers);
  const { recoveryFolder } = protect;
  const problem = folderProblem(recoveryFolder, answers);
  return (
    <>
      {edition !== null && isHome(edition) && (
        <Callout tone="info">
          <p>{t('protect.home')}</p>
        </Callout>
      )}
      <Password />
      <FileChoice
        label={t('protect.folder')}
        text={t('protect.folderText')}
        path={recoveryFolder === '' ? null : recoveryFolder}
        error={problem === null ? undefined : t(`problems.${problem}`)}
        onChoose={() => void chooseRecoveryFolder()}
        onRemove={null}
      />
      {protect.kind === 'now' ? (
        <Tick
          label={t('protect.clear')}
          text={t('protect.clearText')}
          checked={protect.clearFreeSpace}
          onChange={(clearFreeSpace) => {
            changeProtection({ ...protect, clearFreeSpace });
          }}
        />
      ) : (
        <Tick
          label={t('protect.whole')}
          text={t('protect.wholeText')}
          checked={!protect.usedSpaceOnly}
          onChange={(whole) => {
            changeProtection({ ...protect, usedSpaceOnly: !whole });
          }}
        />
      )}
      <Rest protect={protect} />
    </>
  );
}

function Password(): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  const { typePassword } = useActions();
  const { bitLockerPassword, bitLockerPasswordAgain } = answers.secrets;
  const limits = {
    shortest: format.exact(PASSWORD_LENGTH.least),
    longest: format.exact(PASSWORD_LENGTH.most),
  };
  const problem = passwordProblem(answers);
  // Nothing is wrong yet with what was not typed yet; the bar at the bottom says what is missing.
  const differs = problem === 'password-differs' && bitLockerPasswordAgain !== '';
  const isBad = problem !== null && problem !== 'password-differs' && bitLockerPassword !== '';
  const isUsable = bitLockerPasswordProblem(bitLockerPassword) === null;
  return (
    <div className="stack">
      <SecretField
        label={t('protect.password')}
        what={t('protect.passwordWhat')}
        value={bitLockerPassword}
        hint={t('protect.passwordHint', limits)}
        error={isBad ? t(`problems.${problem}`, limits) : undefined}
        onChange={(password) => {
          typePassword({ password });
        }}
      />
      {isUsable && <PasswordStrength password={bitLockerPassword} />}
      {bitLockerPasswordDoubts(bitLockerPassword).map((doubt) => (
        <Callout key={doubt} tone="caution">
          <p>{t(`protect.doubts.${doubt}`)}</p>
          <p>{t('protect.doubtsSafe')}</p>
        </Callout>
      ))}
      <SecretField
        label={t('protect.again')}
        what={t('protect.againWhat')}
        value={bitLockerPasswordAgain}
        hint={t('protect.againHint')}
        error={differs ? t('problems.password-differs') : undefined}
        onChange={(again) => {
          typePassword({ again });
        }}
      />
    </div>
  );
}
