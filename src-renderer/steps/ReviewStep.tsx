import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { driveName, holdsData } from '../../src-shared/drive';
import type { StickErrorData } from '../../src-shared/errors';
import type { WorkRoom } from '../../src-shared/ipc';
import { partitionOf } from '../../src-shared/layout';
import { SECTOR } from '../../src-shared/units';
import { ExpectedAnswerNotes } from '../components/ExpectedAnswerNotes';
import { Callout } from '../components/Callout';
import { ConfirmErasing } from '../components/ConfirmErasing';
import { ErrorCallout } from '../components/ErrorCallout';
import { Fold } from '../components/Fold';
import { SaveRecipe } from '../components/SaveRecipe';
import { StepFrame } from '../components/StepFrame';
import { Tick } from '../components/Tick';
import { Waiting } from '../components/Waiting';
import { fileName } from '../components/file-name';
import { missingTools } from '../components/tools';
import { useChoiceLines } from '../components/use-choice-lines';
import { useDriveContents } from '../components/use-drive-contents';
import { useProtectLines } from '../components/use-protect-lines';
import { useFormat } from '../i18n/format';
import { chosenEdition, erases, namesToType, tickNeeded } from '../store/answers';
import { ask } from '../store/ask';
import { useActions, useApi, useWizard } from '../store/context';
import { directMinutes, testResult } from '../store/drive-tests';
import { planOf } from '../store/plan';
import { type Room, fits, mayGoDirect } from '../store/room';
import { layoutOf, unusedBytes } from '../store/space';
import { VentoyReview } from './ventoy/VentoyReview';
import { steadyMinutes } from '../store/time-left';
import { sections } from '../store/yours';

export function ReviewStep(): React.JSX.Element {
  const { t } = useTranslation();
  const starting = useWizard((state) => state.starting);
  const isVentoy = useWizard((state) => state.answers.kind === 'ventoy');
  const areErased = useWizard((state) => erases(state.answers));
  const { runDoctor } = useActions();
  useEffect(() => {
    void runDoctor();
  }, [runDoctor]);
  return (
    <StepFrame title={t('review.title')} lead={t('review.lead')}>
      {starting.state === 'failed' && (
        <ErrorCallout title={t('review.startFailed')} error={starting.error} />
      )}
      <Preflight />
      {areErased ? <Erased /> : <Kept />}
      {isVentoy ? (
        <VentoyReview />
      ) : (
        <>
          <Made />
          <Yours />
          <ExpectedAnswerNotes />
        </>
      )}
      <Confirm />
      <Operations />
      <div className="row">
        <SaveRecipe small />
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

/** The drives that keep what is on them. */
function Kept(): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { drives, ventoy } = useWizard((state) => state.answers);
  return (
    <section className="panel">
      <h2>{t('ventoy.review.changed')}</h2>
      <ul className="facts">
        {drives.map((drive) => (
          <li key={drive.path}>
            <strong>
              {t('ventoy.review.changedDrive', {
                name: driveName(drive),
                size: format.bytes(drive.sizeBytes),
                path: drive.path,
              })}
            </strong>
            <br />
            {t(ventoy.way === 'beside' ? 'ventoy.review.besideText' : 'ventoy.review.changedText')}
          </li>
        ))}
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
  const unused = layout === null ? 0 : unusedBytes(layout);
  const vhdx = layout === null ? null : layout.vhdx;
  const shared = layout === null ? undefined : partitionOf(layout, 'shared');
  const image = fileName(answers.image?.path ?? '');
  const protectLines = useProtectLines();
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
        {vhdx !== null && <li>{t('review.madeVhdx', { size: format.bytes(vhdx.fileBytes) })}</li>}
        {unused > 0 && <li>{t('review.madeUnused', { size: format.bytes(unused) })}</li>}
        {answers.layout.scheme === 'mbr' && <li>{t('review.madeScheme')}</li>}
        {protectLines(answers.protect).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {answers.protect.kind !== 'none' && shared !== undefined && (
          <li>{t('review.madeSharedPlain')}</li>
        )}
        {answers.way === 'direct' && <li>{t('review.madeDirect')}</li>}
        <li>
          {answers.verdict?.verdict === 'match'
            ? t('review.madeChecked')
            : t('review.madeUnchecked')}
        </li>
      </ul>
    </section>
  );
}

/** How Windows is set up: what is not as usual, and what becomes of other computers' disks in any case. */
function Yours(): React.JSX.Element {
  const { t } = useTranslation();
  const answers = useWizard((state) => state.answers);
  const lines = useChoiceLines()(answers);
  const { go } = useActions();
  const hidden = answers.windows.portable.internalDisks === 'offline';
  return (
    <section className="panel">
      <div className="row between">
        <h2>{t('review.yours')}</h2>
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            go('yours');
          }}
        >
          {t('review.yoursChange')}
        </button>
      </div>
      <ul className="facts">
        {hidden && <li>{t('yours.lines.disksOffline')}</li>}
        {sections.flatMap((section) =>
          lines[section].map((line) => <li key={`${section} ${line}`}>{line}</li>),
        )}
      </ul>
    </section>
  );
}

function Confirm(): React.JSX.Element | null {
  const { t } = useTranslation();
  const answers = useWizard((state) => state.answers);
  const { typeName, setTicked } = useActions();
  const names = namesToType(answers);
  const tick = tickNeeded(answers);
  if (names.length === 0 && !tick) return null;
  const emptyDrives = answers.drives.some((drive) => !holdsData(drive));
  const file = answers.file.chosen && answers.file.checked?.exists === true;
  const areErased = erases(answers);
  const sentence = !areErased
    ? 'ventoy.review.tick'
    : file && emptyDrives
      ? 'review.tickBoth'
      : file
        ? 'review.tickFile'
        : 'review.tickDrive';
  return (
    <section className="panel stack" data-tone={areErased ? 'danger' : 'plain'}>
      <h2>{t('review.confirmTitle')}</h2>
      <ConfirmErasing
        names={names}
        typed={answers.typedNames}
        onType={typeName}
        tick={tick ? t(sentence) : null}
        ticked={answers.ticked}
        onTick={setTicked}
      />
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

/** Asks for room whenever the plan or the work folder is another one, and says when there is too little. */
function WorkFolderRoom(): React.JSX.Element | null {
  const { t } = useTranslation();
  const room = useWizard((state) => state.room);
  const workFolder = useWizard((state) => state.info?.workFolder);
  const planKey = useWizard((state) => JSON.stringify(planOf({ ...state.answers, way: 'staged' })));
  const { checkRoom } = useActions();
  useEffect(() => {
    void checkRoom();
  }, [checkRoom, planKey, workFolder]);
  if (room.state === 'failed') {
    return (
      <ErrorCallout title={t('review.roomFailed')} error={room.error}>
        <button type="button" className="secondary small" onClick={() => void checkRoom()}>
          {t('review.toolsCheck')}
        </button>
      </ErrorCallout>
    );
  }
  if (room.state === 'loading' && room.last === null) {
    return <Waiting words={t('review.roomLoading')} />;
  }
  const known = room.state === 'ready' ? room.value : room.last;
  return known === null || fits(known.staged) ? null : <LacksRoom room={known} />;
}

function LacksRoom({ room: { staged, direct } }: { room: Room }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const mayBeDirect = useWizard((state) => mayGoDirect(state.answers));
  const onlyEncrypted = useWizard(
    ({ answers }) =>
      !mayGoDirect(answers) && mayGoDirect({ ...answers, protect: { kind: 'none' } }),
  );
  const { chooseWorkFolder } = useActions();
  return (
    <Callout
      tone="caution"
      title={t('review.spaceTitle', {
        missing: format.bytes(staged.neededBytes - staged.freeBytes),
      })}
    >
      <p>
        {t('review.spaceText', {
          path: staged.folder,
          free: format.bytes(staged.freeBytes),
          needed: format.bytes(staged.neededBytes),
        })}
      </p>
      <button type="button" className="secondary small" onClick={() => void chooseWorkFolder()}>
        {t('review.spaceChange')}
      </button>
      {mayBeDirect && direct !== null && <DirectWay room={direct} />}
      {onlyEncrypted && <p>{t('review.directEncrypted')}</p>}
    </Callout>
  );
}

/** What unpacking straight onto the drive costs, and only then the tick that chooses it. */
function DirectWay({ room }: { room: WorkRoom }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  const tests = useWizard((state) => state.driveTests);
  const { setDirect } = useActions();
  const [drive] = answers.drives;
  const edition = chosenEdition(answers);
  const result = drive === undefined ? null : testResult(tests, drive);
  const minutes = result === null || edition === null ? null : directMinutes(result, edition);
  if (!fits(room)) {
    return <p>{t('review.directLacks', { needed: format.bytes(room.neededBytes) })}</p>;
  }
  return (
    <div className="direct">
      <h3>{t('review.directTitle')}</h3>
      <p>{t('review.directCost')}</p>
      {minutes !== null && (
        <p>
          {t('review.directMeasured', {
            duration: format.minutes(Math.max(1, steadyMinutes(null, minutes * 60))),
          })}
        </p>
      )}
      <Tick label={t('review.direct')} checked={answers.way === 'direct'} onChange={setDirect} />
    </div>
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
