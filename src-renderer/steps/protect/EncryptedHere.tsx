import { useTranslation } from 'react-i18next';
import { isHome } from '../../../src-shared/image';
import type { ProtectHere } from '../../../src-shared/protect';
import { Callout } from '../../components/Callout';
import { FileChoice } from '../../components/FileChoice';
import { PasswordFields } from '../../components/PasswordFields';
import { Tick } from '../../components/Tick';
import { chosenEdition } from '../../store/answers';
import { useActions, useWizard } from '../../store/context';
import { folderProblem, typedPassword } from '../../store/protect';
import { Rest } from './Rest';

/** What has to be known to encrypt sticks while they are made: by this program, or by the Windows that it runs on. */
export function EncryptedHere({ protect }: { protect: ProtectHere }): React.JSX.Element {
  const { t } = useTranslation();
  const answers = useWizard((state) => state.answers);
  const { changeProtection, chooseRecoveryFolder, typePassword } = useActions();
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
      <PasswordFields typed={typedPassword(answers)} onType={typePassword} />
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
