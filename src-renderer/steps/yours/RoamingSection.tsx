import { Plus } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { RedirectedFolderSchema, type WifiChoice } from '../../../src-shared/windows-choices';
import { Choices } from '../../components/Choices';
import { Field } from '../../components/Field';
import { FileChoice } from '../../components/FileChoice';
import { SecretField } from '../../components/SecretField';
import { Tick } from '../../components/Tick';
import { fileName } from '../../components/file-name';
import { targetsOf } from '../../store/answers';
import { useActions, useWizard } from '../../store/context';
import { useYoursProblems } from './use-problems';

export function RoamingSection(): React.JSX.Element {
  return (
    <>
      <Networks />
      <Profile />
      <Redirection />
      <DomainJoin />
    </>
  );
}

function Networks(): React.JSX.Element {
  const { t } = useTranslation();
  const wifi = useWizard((state) => state.answers.windows.roaming.wifi);
  const { addNetwork, chooseWifiFile } = useActions();
  return (
    <section className="stack">
      <div>
        <h3>{t('yours.roaming.wifi')}</h3>
        <p className="quiet">{t('yours.roaming.wifiText')}</p>
      </div>
      {wifi.map((choice, index) =>
        choice.kind === 'network' ? (
          <Network key={index} network={choice} index={index} />
        ) : (
          <NetworkFile key={index} path={choice.path} index={index} />
        ),
      )}
      <div className="row">
        <button type="button" className="secondary small" onClick={addNetwork}>
          <Plus size={16} aria-hidden />
          {t('yours.roaming.addNetwork')}
        </button>
        <button type="button" className="secondary small" onClick={() => void chooseWifiFile()}>
          {t('yours.roaming.addFile')}
        </button>
      </div>
      <p className="quiet">{t('yours.roaming.addFileText')}</p>
    </section>
  );
}

function Network(props: {
  network: Extract<WifiChoice, { kind: 'network' }>;
  index: number;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { index } = props;
  const { ssid, security, hidden } = props.network;
  const id = useId();
  const key = useWizard((state) => state.answers.secrets.wifiKeys[index] ?? '');
  const problems = useYoursProblems();
  const { changeNetwork } = useActions();
  const name =
    ssid === ''
      ? t('yours.roaming.network', { number: String(index + 1) })
      : t('yours.roaming.networkNamed', { name: ssid });
  const nameError = problems.has('network-name', index)
    ? t('yours.roaming.nameBad')
    : problems.has('network-twice', index)
      ? t('yours.roaming.nameTwice')
      : undefined;
  return (
    <section className="panel stack" aria-labelledby={id}>
      <div className="row between">
        <h4 id={id}>{name}</h4>
        <RemoveNetwork name={name} index={index} />
      </div>
      <Field
        label={t('yours.roaming.ssid')}
        value={ssid}
        error={nameError}
        onChange={(typed) => {
          changeNetwork(index, { ssid: typed });
        }}
      />
      <Choices
        label={t('yours.roaming.security')}
        compact
        {...(security === 'open' ? { text: t('yours.roaming.openText') } : {})}
        value={security}
        options={(['wpa3', 'wpa2', 'open'] as const).map((value) => ({
          value,
          label: t(`yours.roaming.securities.${value}`),
        }))}
        onChange={(chosen) => {
          changeNetwork(index, { security: chosen });
        }}
      />
      {security !== 'open' && (
        <SecretField
          label={t('yours.roaming.key')}
          what={t('yours.roaming.keyWhat', { name: ssid === '' ? name : ssid })}
          value={key}
          hint={t('yours.roaming.keyHint')}
          error={
            problems.has('network-key', index)
              ? t(key === '' ? 'yours.roaming.keyMissing' : 'yours.roaming.keyBad')
              : undefined
          }
          maxLength={64}
          onChange={(typed) => {
            changeNetwork(index, { key: typed });
          }}
        />
      )}
      <Tick
        label={t('yours.roaming.hidden')}
        text={t('yours.roaming.hiddenText')}
        checked={hidden}
        onChange={(hides) => {
          changeNetwork(index, { hidden: hides });
        }}
      />
    </section>
  );
}

function NetworkFile({ path, index }: { path: string; index: number }): React.JSX.Element {
  const { t } = useTranslation();
  const problems = useYoursProblems();
  return (
    <section className="panel">
      <div className="row between">
        <h4>{fileName(path)}</h4>
        <RemoveNetwork name={fileName(path)} index={index} />
      </div>
      <p className="path">{path}</p>
      {problems.has('network-twice', index) && (
        <p className="field-error">{t('problems.network-twice')}</p>
      )}
    </section>
  );
}

function RemoveNetwork({ name, index }: { name: string; index: number }): React.JSX.Element {
  const { t } = useTranslation();
  const { removeNetwork } = useActions();
  return (
    <button
      type="button"
      className="quiet-button"
      aria-label={t('yours.roaming.removeNetwork', { name })}
      onClick={() => {
        removeNetwork(index);
      }}
    >
      {t('yours.remove')}
    </button>
  );
}

function Profile(): React.JSX.Element {
  const { t } = useTranslation();
  const path = useWizard((state) => state.answers.windows.roaming.profilePath);
  const problems = useYoursProblems();
  const { changeWindows } = useActions();
  return (
    <section>
      <Tick
        label={t('yours.roaming.profile')}
        text={t('yours.roaming.profileText')}
        checked={path !== null}
        onChange={(wanted) => {
          changeWindows('roaming', { profilePath: wanted ? '' : null });
        }}
      />
      {path !== null && (
        <div className="tick-more">
          <Field
            label={t('yours.roaming.redirectPath')}
            value={path}
            mono
            hint={t('yours.roaming.profileHint')}
            error={problems.has('profile-path') ? t('yours.roaming.pathBad') : undefined}
            onChange={(profilePath) => {
              changeWindows('roaming', { profilePath });
            }}
          />
        </div>
      )}
    </section>
  );
}

function Redirection(): React.JSX.Element {
  const { t } = useTranslation();
  const redirect = useWizard((state) => state.answers.windows.roaming.redirect);
  const problems = useYoursProblems();
  const { changeWindows } = useActions();
  return (
    <section>
      <Tick
        label={t('yours.roaming.redirect')}
        text={t('yours.roaming.redirectText')}
        checked={redirect !== null}
        onChange={(wanted) => {
          changeWindows('roaming', {
            redirect: wanted ? { path: '', folders: ['desktop', 'documents'] } : null,
          });
        }}
      />
      {redirect !== null && (
        <div className="tick-more">
          <Field
            label={t('yours.roaming.redirectPath')}
            value={redirect.path}
            mono
            hint={t('yours.roaming.redirectHint')}
            error={problems.has('redirect-path') ? t('yours.roaming.pathBad') : undefined}
            onChange={(path) => {
              changeWindows('roaming', { redirect: { ...redirect, path } });
            }}
          />
          <fieldset className="ticks">
            <legend>{t('yours.roaming.redirectFolders')}</legend>
            {RedirectedFolderSchema.options.map((folder) => (
              <Tick
                key={folder}
                label={t(`yours.roaming.folders.${folder}`)}
                checked={redirect.folders.includes(folder)}
                onChange={(ticked) => {
                  const folders = RedirectedFolderSchema.options.filter((other) =>
                    other === folder ? ticked : redirect.folders.includes(other),
                  );
                  changeWindows('roaming', { redirect: { ...redirect, folders } });
                }}
              />
            ))}
          </fieldset>
          {problems.has('redirect-folders') && (
            <p className="field-error">{t('yours.roaming.foldersBad')}</p>
          )}
        </div>
      )}
    </section>
  );
}

function DomainJoin(): React.JSX.Element {
  const { t } = useTranslation();
  const path = useWizard((state) => state.answers.windows.roaming.domainJoinFile);
  const count = useWizard((state) => targetsOf(state.answers).length);
  const problems = useYoursProblems();
  const { chooseDomainJoinFile, changeWindows } = useActions();
  const several = count > 1;
  const onlyOne = t('yours.roaming.joinSeveral', { count });
  const error = (): string | undefined => {
    if (problems.has('join-several')) return onlyOne;
    return problems.has('join-home') ? t('problems.join-home') : undefined;
  };
  return (
    <FileChoice
      label={t('yours.roaming.join')}
      text={several && path === null ? onlyOne : t('yours.roaming.joinText')}
      path={path}
      error={error()}
      disabled={several}
      onChoose={() => void chooseDomainJoinFile()}
      onRemove={() => {
        changeWindows('roaming', { domainJoinFile: null });
      }}
    />
  );
}
