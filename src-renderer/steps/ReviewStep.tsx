import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { driveName, holdsData } from '../../src-shared/drive';
import type { StickErrorData } from '../../src-shared/errors';
import { partitionOf } from '../../src-shared/layout';
import { unpackedBytes } from '../../src-shared/space';
import { SECTOR } from '../../src-shared/units';
import { Callout } from '../components/Callout';
import { ErrorCallout } from '../components/ErrorCallout';
import { Field } from '../components/Field';
import { Fold } from '../components/Fold';
import { StepFrame } from '../components/StepFrame';
import { Tick } from '../components/Tick';
import { Waiting } from '../components/Waiting';
import { fileName } from '../components/file-name';
import { missingTools } from '../components/tools';
import { useDriveContents } from '../components/use-drive-contents';
import { useFormat } from '../i18n/format';
import { chosenEdition, namesToType, planOf, tickNeeded } from '../store/answers';
import { ask } from '../store/ask';
import { useActions, useApi, useWizard } from '../store/context';
import { layoutOf } from '../store/space';

export function ReviewStep(): React.JSX.Element {
  const { t } = useTranslation();
  const hide = useWizard((state) => state.answers.hideInternalDisks);
  const starting = useWizard((state) => state.starting);
  const { runDoctor, setHideInternalDisks, saveRecipe } = useActions();
  useEffect(() => {
    void runDoctor();
  }, [runDoctor]);
  return (
    <StepFrame title={t('review.title')} lead={t('review.lead')}>
      {starting.state === 'failed' && (
        <ErrorCallout title={t('review.startFailed')} error={starting.error} />
      )}
      <Preflight />
      <Erased />
      <Made />
      <Confirm />
      <div className="panel">
        <Tick
          label={t('review.hide')}
          text={t('review.hideText')}
          checked={hide}
          onChange={setHideInternalDisks}
        />
      </div>
      <Operations />
      <div className="row">
        <button type="button" className="secondary small" onClick={() => void saveRecipe()}>
          {t('review.saveRecipe')}
        </button>
        <span className="quiet">{t('review.recipeText')}</span>
      </div>
    </StepFrame>
  );
}

function Erased(): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { drives, file } = useWizard((state) => state.answers);
  const contentsOf = useDriveContents();
  const erases = drives.length > 0 || file.checked?.exists === true;
  return (
    <section className="panel" data-tone={erases ? 'danger' : 'plain'}>
      <h2>{t('review.erased')}</h2>
      <ul className="facts">
        {drives.map((drive) => {
          const what = contentsOf(drive);
          return (
            <li key={drive.path}>
              <strong>
                {t('review.erasedDrive', {
                  name: driveName(drive),
                  size: format.bytes(drive.sizeBytes),
                  path: drive.path,
                })}
              </strong>
              <br />
              {what === null ? t('review.erasedEmpty') : t('review.erasedContents', { what })}
            </li>
          );
        })}
        {file.chosen && file.checked !== null && (
          <li>
            {file.checked.exists ? (
              <strong>{t('review.erasedFile', { path: file.checked.path })}</strong>
            ) : (
              t('review.erasedNothing', { path: file.checked.path })
            )}
          </li>
        )}
      </ul>
    </section>
  );
}

function Made(): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  const edition = chosenEdition(answers);
  const layout = layoutOf(answers);
  const windows = layout === null ? undefined : partitionOf(layout, 'windows');
  const shared = layout === null ? undefined : partitionOf(layout, 'shared');
  const image = fileName(answers.image?.path ?? '');
  return (
    <section className="panel">
      <h2>{t('review.made')}</h2>
      <ul className="facts">
        {edition !== null && <li>{t('review.madeEdition', { name: edition.name, image })}</li>}
        {windows !== undefined && (
          <li>{t('review.madeWindows', { size: format.bytes(windows.sectors * SECTOR) })}</li>
        )}
        {shared !== undefined && (
          <li>
            {t(answers.sharedLabel === '' ? 'review.madeSharedUnnamed' : 'review.madeShared', {
              label: answers.sharedLabel,
              size: format.bytes(shared.sectors * SECTOR),
            })}
          </li>
        )}
        <li>{t('review.madeNotEncrypted')}</li>
        <li>
          {answers.verdict?.verdict === 'match'
            ? t('review.madeChecked')
            : t('review.madeUnchecked')}
        </li>
      </ul>
    </section>
  );
}

/** What has to be typed or ticked. Nothing here reacts to the Enter key. */
function Confirm(): React.JSX.Element | null {
  const { t } = useTranslation();
  const answers = useWizard((state) => state.answers);
  const { typeName, setTicked } = useActions();
  const names = namesToType(answers);
  const tick = tickNeeded(answers);
  if (names.length === 0 && !tick) return null;
  const emptyDrives = answers.drives.some((drive) => !holdsData(drive));
  const file = answers.file.chosen && answers.file.checked?.exists === true;
  const sentence =
    file && emptyDrives ? 'review.tickBoth' : file ? 'review.tickFile' : 'review.tickDrive';
  return (
    <section className="panel stack" data-tone="danger">
      <h2>{t('review.confirmTitle')}</h2>
      {names.map((name) => (
        <Field
          key={name}
          label={t('review.typeName', { name })}
          value={answers.typedNames[name] ?? ''}
          onChange={(typed) => {
            typeName(name, typed);
          }}
        />
      ))}
      {tick && <Tick label={t(sentence)} checked={answers.ticked} onChange={setTicked} />}
    </section>
  );
}

function Preflight(): React.JSX.Element {
  const { t } = useTranslation();
  const tools = useWizard((state) => state.doctor);
  const { runDoctor, copyText } = useActions();
  const missing = missingTools(tools);
  return (
    <>
      {tools.state === 'loading' && <Waiting words={t('review.toolsLoading')} />}
      {tools.state === 'failed' && (
        <ErrorCallout title={t('review.toolsFailed')} error={tools.error}>
          <button type="button" className="secondary small" onClick={() => void runDoctor()}>
            {t('review.toolsCheck')}
          </button>
        </ErrorCallout>
      )}
      {missing.length > 0 && (
        <Callout tone="caution" title={t('review.toolsTitle')} role="alert">
          <p>{t('review.toolsText')}</p>
          <ul className="facts">
            {missing.map((tool) => (
              <li key={tool.name}>
                {t('review.toolMissing', { name: tool.name, purpose: tool.purpose })}
                <span className="command">
                  <code>{tool.install}</code>
                  <button
                    type="button"
                    className="link"
                    onClick={() => void copyText(tool.install)}
                  >
                    {t('app.copy')}
                  </button>
                </span>
              </li>
            ))}
          </ul>
          <button type="button" className="secondary small" onClick={() => void runDoctor()}>
            {t('review.toolsCheck')}
          </button>
        </Callout>
      )}
      <WorkFolderRoom />
    </>
  );
}

/** A rough forecast; the job itself checks exactly and knows what is kept from earlier sticks. */
function WorkFolderRoom(): React.JSX.Element | null {
  const { t } = useTranslation();
  const format = useFormat();
  const info = useWizard((state) => state.info);
  const answers = useWizard((state) => state.answers);
  const { chooseWorkFolder } = useActions();
  const edition = chosenEdition(answers);
  if (info === null || edition === null || answers.image === null) return null;
  const { wim } = answers.image;
  const copiedBytes = wim.insideIso === null ? 0 : wim.sizeBytes;
  const needed = copiedBytes + unpackedBytes(edition);
  if (info.workFolderFreeBytes >= needed) return null;
  return (
    <Callout tone="caution" title={t('review.spaceTitle')}>
      <p>
        {t('review.spaceText', {
          path: info.workFolder,
          free: format.bytes(info.workFolderFreeBytes),
          needed: format.bytes(needed),
        })}
      </p>
      <button type="button" className="secondary small" onClick={() => void chooseWorkFolder()}>
        {t('review.spaceChange')}
      </button>
    </Callout>
  );
}

type Lines =
  | { state: 'loading' }
  | { state: 'ready'; lines: string[] }
  | { state: 'failed'; error: StickErrorData };

function Operations(): React.JSX.Element {
  const { t } = useTranslation();
  const api = useApi();
  const answers = useWizard((state) => state.answers);
  const [lines, setLines] = useState<Lines>({ state: 'loading' });
  const [open, setOpen] = useState(false);
  const plan = planOf(answers);
  const planKey = JSON.stringify(plan);
  useEffect(() => {
    let stale = false;
    if (!open || plan === null) return;
    void ask(api, 'plan:operations', plan).then((reply) => {
      if (stale) return;
      setLines(
        reply.ok ? { state: 'ready', lines: reply.value } : { state: 'failed', error: reply.error },
      );
    });
    return () => {
      stale = true;
    };
    // The plan is built anew each time; its text says whether it changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, open, planKey]);
  return (
    <Fold
      label={t('review.operations')}
      onOpen={() => {
        setOpen(true);
      }}
    >
      {lines.state === 'loading' && <Waiting words={t('review.operationsLoading')} />}
      {lines.state === 'failed' && (
        <ErrorCallout title={t('review.operations')} error={lines.error} />
      )}
      {lines.state === 'ready' && (
        <ol className="operations">
          {lines.lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ol>
      )}
    </Fold>
  );
}
