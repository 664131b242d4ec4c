import {
  Check,
  FileBox,
  Gauge,
  HardDrive,
  MemoryStick,
  OctagonX,
  TriangleAlert,
  Usb,
} from 'lucide-react';
import { Checkbox } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { type Bus, type Drive, type JudgedDrive, driveName } from '../../src-shared/drive';
import type { DriveTestResult } from '../../src-shared/drive-test';
import { VHDX_MAXIMUM_BYTES } from '../../src-shared/layout';
import { isVhdxPath, wholeDiskBytes } from '../../src-shared/vhdx';
import { Callout } from '../components/Callout';
import { DriveListHead } from '../components/DriveListHead';
import { DriveTestDialog, testButtonId } from '../components/DriveTestDialog';
import { Field } from '../components/Field';
import { MissingDrives } from '../components/MissingDrives';
import { Fold } from '../components/Fold';
import { Size } from '../components/Size';
import { StepFrame } from '../components/StepFrame';
import { useDriveContents } from '../components/use-drive-contents';
import { useDriveNotes } from '../components/use-drive-notes';
import { useProblemWords } from '../components/use-problem-words';
import { useVerdictWords } from '../components/use-verdict-words';
import { errorWords, useFormat } from '../i18n/format';
import { fileBytes } from '../store/answers';
import { useActions, useWizard } from '../store/context';
import { holdsLess, testResult } from '../store/drive-tests';
import { lastKnown } from '../store/loadable';
import { sameIdentity } from '../store/wizard';

export function DriveStep(): React.JSX.Element {
  const { t } = useTranslation();
  const drives = useWizard((state) => state.drives);
  const { refreshDrives } = useActions();
  const list = lastKnown(drives);
  return (
    <StepFrame title={t('drive.title')} lead={t('drive.lead')}>
      <DriveListHead
        label={t('drive.listLabel')}
        id="drives-label"
        drives={drives}
        onRefresh={() => void refreshDrives()}
      />
      {list !== null && <DriveList list={list} />}
      <FileCard />
      {list !== null && <MissingDrives list={list} />}
      <DriveTestDialog />
    </StepFrame>
  );
}

function DriveList({ list }: { list: JudgedDrive[] }): React.JSX.Element {
  const { t } = useTranslation();
  const offered = list.filter(({ reasons }) => reasons.length === 0);
  if (offered.length === 0) {
    return (
      <div className="empty">
        <Usb size={24} aria-hidden />
        <div>
          <h3>{t('drive.emptyTitle')}</h3>
          <p className="quiet">{t('drive.emptyText')}</p>
        </div>
      </div>
    );
  }
  return (
    <ul className="cards" aria-labelledby="drives-label">
      {offered.map(({ drive }) => (
        <li key={drive.path}>
          <DriveCard drive={drive} />
        </li>
      ))}
    </ul>
  );
}

/** A drive to be ticked, and beside that, not part of the tick, its test. */
function DriveCard({ drive }: { drive: Drive }): React.JSX.Element {
  const { t } = useTranslation();
  const ticked = useWizard((state) =>
    state.answers.drives.some((other) => sameIdentity(other, drive)),
  );
  const refused = useWizard((state) => holdsLess(state.driveTests, drive));
  const { toggleDrive } = useActions();
  const contents = useDriveContents()(drive);
  const notes = useDriveNotes()(drive);
  return (
    <div className="card-box" data-state={ticked ? 'checked' : 'unchecked'}>
      <Checkbox.Root
        className="card"
        checked={ticked}
        disabled={refused}
        aria-describedby={refused ? `${testButtonId(drive.path)}-verdict` : undefined}
        onCheckedChange={() => {
          toggleDrive(drive);
        }}
      >
        <BusIcon bus={drive.bus} />
        <span className="card-body">
          <span className="card-title">{driveName(drive)}</span>
          <span className="card-facts">
            <Size bytes={drive.sizeBytes} /> · {t(`bus.${drive.bus}`)} · {drive.path}
          </span>
          <span className="card-text">
            {contents === null ? t('drive.contentsEmpty') : t('drive.contents', { what: contents })}
          </span>
          {notes.length > 0 && <span className="card-text">{notes}</span>}
        </span>
        <CardMark />
      </Checkbox.Root>
      <DriveTestLine drive={drive} />
    </div>
  );
}

/** What a test found, and the button that asks for one. */
function DriveTestLine({ drive }: { drive: Drive }): React.JSX.Element {
  const { t } = useTranslation();
  const result = useWizard((state) => testResult(state.driveTests, drive));
  const { askDriveTest } = useActions();
  const id = testButtonId(drive.path);
  return (
    <div className="card-test">
      <div id={`${id}-verdict`} role="status">
        {result !== null && <TestVerdict result={result} />}
      </div>
      <div className="row">
        {result !== null && <MeasuredSpeeds result={result} />}
        <button
          type="button"
          className="quiet-button"
          id={id}
          aria-describedby={result === null ? undefined : `${id}-verdict`}
          aria-label={t('test.openFor', { name: driveName(drive), path: drive.path })}
          onClick={() => {
            askDriveTest(drive);
          }}
        >
          <Gauge size={16} aria-hidden />
          {t(result === null ? 'test.open' : 'test.again')}
        </button>
      </div>
    </div>
  );
}

const verdictIcons = { plain: Check, caution: TriangleAlert, danger: OctagonX };

function TestVerdict({ result }: { result: DriveTestResult }): React.JSX.Element {
  const { tone, words } = useVerdictWords()(result);
  const Icon = verdictIcons[tone];
  return (
    <p className="verdict" data-tone={tone}>
      <Icon size={16} aria-hidden />
      {words}
    </p>
  );
}

function MeasuredSpeeds({ result }: { result: DriveTestResult }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Fold label={t('test.speeds')}>
      <p className="quiet">
        {t('test.measured', {
          write: format.bytes(result.sequentialWrite),
          random: format.bytes(result.randomWrite),
          read: format.bytes(result.sequentialRead),
        })}
      </p>
    </Fold>
  );
}

function CardMark(): React.JSX.Element {
  return (
    <span className="card-mark" aria-hidden>
      <Checkbox.Indicator>
        <Check size={16} strokeWidth={3} />
      </Checkbox.Indicator>
    </span>
  );
}

function BusIcon({ bus }: { bus: Bus }): React.JSX.Element {
  const Icon = bus === 'usb' ? Usb : bus === 'mmc' ? MemoryStick : HardDrive;
  return <Icon className="card-icon" size={24} strokeWidth={1.75} aria-hidden />;
}

function FileCard(): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const file = useWizard((state) => state.answers.file);
  const isVentoy = useWizard((state) => state.answers.kind === 'ventoy');
  const asking = useWizard((state) => state.fileTarget);
  const { changeFile, chooseFile } = useActions();
  const pathError = asking.state === 'failed' ? errorWords(asking.error, format) : null;
  const bytes = fileBytes(file);
  const vhdx = isVhdxPath(file.pathText);
  const free =
    file.checked === null
      ? ''
      : t('drive.fileFree', { free: format.bytes(file.checked.freeBytes) });
  const pathHint =
    asking.state === 'asking'
      ? t('drive.fileChecking')
      : file.checked === null
        ? t('drive.filePathHint')
        : vhdx
          ? `${t('drive.fileVhdx')} ${free}`
          : free;
  const sizeHint =
    vhdx && bytes !== null
      ? t('drive.fileVhdxSizeHint', { size: format.bytes(wholeDiskBytes(file.pathText, bytes)) })
      : t('drive.fileSizeHint');
  const tooLarge = useProblemWords('vhdx-size');
  const sizeError =
    bytes === null
      ? t('drive.fileSizeBad')
      : vhdx && bytes > VHDX_MAXIMUM_BYTES
        ? tooLarge
        : undefined;
  return (
    <div className="card-group">
      <Checkbox.Root
        className="card"
        checked={file.chosen}
        onCheckedChange={(checked) => {
          changeFile({ chosen: checked === true });
        }}
      >
        <FileBox className="card-icon" size={24} strokeWidth={1.75} aria-hidden />
        <span className="card-body">
          <span className="card-title">{t('drive.fileTitle')}</span>
          <span className="card-text">{t('drive.fileText')}</span>
        </span>
        <CardMark />
      </Checkbox.Root>
      {file.chosen && (
        <div className="card-more">
          <Field
            label={t('drive.filePath')}
            value={file.pathText}
            hint={pathHint}
            error={pathError === null ? undefined : `${pathError.what} ${pathError.next}`}
            onChange={(pathText) => {
              changeFile({ pathText });
            }}
          >
            <button type="button" className="secondary" onClick={() => void chooseFile()}>
              {t('drive.fileChoose')}
            </button>
          </Field>
          <Field
            label={t('drive.fileSize')}
            value={file.sizeText}
            hint={sizeHint}
            error={sizeError}
            onChange={(sizeText) => {
              changeFile({ sizeText });
            }}
          />
          {vhdx && isVentoy && (
            <Callout tone="caution">
              <p>{t('drive.fileVhdxVentoy')}</p>
            </Callout>
          )}
          {file.checked?.exists === true && (
            <Callout tone="caution">
              <p>{t('drive.fileExists')}</p>
            </Callout>
          )}
        </div>
      )}
    </div>
  );
}
