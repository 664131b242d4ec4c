import { useTranslation } from 'react-i18next';
import {
  editionOf,
  type MadeRecord,
  type RestoredRecord,
  type StickRecord,
} from '../../src-shared/records';
import { Facts } from '../components/Facts';
import { Size } from '../components/Size';
import { useFormat } from '../i18n/format';

interface FactsProps {
  record: StickRecord;
}

/** What went onto the stick, or what the drive became. */
export function WhatFacts({ record }: FactsProps): React.JSX.Element {
  return record.kind === 'ordinary-drive' ? (
    <OrdinaryFacts record={record} />
  ) : (
    <MadeFacts record={record} />
  );
}

const fileSystemNames = { exfat: 'exFAT' };

function OrdinaryFacts({ record }: { record: RestoredRecord }): React.JSX.Element {
  const { t } = useTranslation();
  const { kind, label, fileSystem, scheme } = record;
  return (
    <Facts
      facts={[
        [t('record.kind'), t(`record.kinds.${kind}`)],
        [t('record.label'), label],
        [t('record.fileSystem'), fileSystemNames[fileSystem]],
        [t('record.scheme'), scheme?.toUpperCase() ?? null],
      ]}
    />
  );
}

function MadeFacts({ record }: { record: MadeRecord }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, images, computerName, label, recipeName } = record;
  const number = editionOf(images) === null ? editionIndex(record.recipe) : null;
  return (
    <Facts
      facts={[
        [t('record.kind'), t(`record.kinds.${kind}`)],
        [t('record.recipe'), recipeName],
        [t('record.computerName'), computerName],
        [t('record.label'), label === '' ? null : label],
        [t('record.image'), <Images key="images" images={images} />],
        [
          t('record.edition'),
          number === null ? null : t('record.editionNumber', { index: format.exact(number) }),
        ],
      ]}
    />
  );
}

function Images({ images }: Pick<MadeRecord, 'images'>): React.JSX.Element {
  const { t } = useTranslation();
  if (images.length === 0) return <>{t('record.noImages')}</>;
  return (
    <ul className="record-images">
      {images.map(({ name, sizeBytes, sha256, edition }) => (
        <li key={name}>
          <p>
            {name} {sizeBytes !== null && <Size bytes={sizeBytes} />}
          </p>
          {edition !== null && (
            <p className="quiet">
              {t('record.edition')} {edition}
            </p>
          )}
          {sha256 !== null && (
            <p className="quiet">
              {t('record.hash')} <code>{sha256}</code>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Recipes of Windows have the edition's number, in whichever version they are written. */
function editionIndex(recipe: MadeRecord['recipe']): number | null {
  const { edition } = recipe;
  if (typeof edition !== 'object' || edition === null || Array.isArray(edition)) return null;
  const { index } = edition;
  return typeof index === 'number' ? index : null;
}

/** The drive or the file. */
export function DriveFacts({ record: { target } }: FactsProps): React.JSX.Element {
  const { t } = useTranslation();
  const size = <Size bytes={target.sizeBytes} />;
  if (target.kind === 'file') {
    return (
      <Facts
        facts={[
          [t('record.file'), target.path],
          [t('record.size'), size],
        ]}
      />
    );
  }
  return (
    <Facts
      facts={[
        [t('record.driveName'), target.model],
        [t('record.serial'), target.serial ?? t('record.noSerial')],
        [t('record.size'), size],
        [t('record.connection'), target.bus.toUpperCase()],
        [t('record.place'), target.path],
      ]}
    />
  );
}

/** How far it came, and what was found. */
export function OutcomeFacts({ record }: FactsProps): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { outcome, verification, verifiedBytes } = record;
  const made = record.kind === 'ordinary-drive' ? null : record;
  const resumedBytes = made?.resumedBytes ?? 0;
  const phase = 'phase' in outcome && outcome.result !== 'failed' ? outcome.phase : null;
  const read = t(`record.verifications.${verification}`, { size: format.bytes(verifiedBytes) });
  return (
    <Facts
      facts={[
        [t('record.started'), format.moment(record.startedAt)],
        [
          t('record.ended'),
          record.endedAt === null ? t('record.neverEnded') : format.moment(record.endedAt),
        ],
        [t('record.endedIn'), phase === null ? null : t(`make.phases.${phase}`)],
        [
          t('record.stickState'),
          outcome.result === 'cancelled' ? t(`stickState.${outcome.stick}`) : null,
        ],
        [t('record.written'), <Size key="written" bytes={record.writtenBytes} />],
        [t('record.inPlace'), resumedBytes === 0 ? null : <Size key="kept" bytes={resumedBytes} />],
        [t('record.verification'), read],
        [t('record.checks'), made && <CheckCounts key="checks" checks={made.checks} />],
        [t('record.keyId'), made?.recoveryKeyId ?? null],
      ]}
    />
  );
}

function CheckCounts({ checks }: Pick<MadeRecord, 'checks'>): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  if (checks === null) return <>{t('record.unchecked')}</>;
  const { passed, warned, failed } = checks;
  const counts = [
    t('record.checksPassed', { count: passed }),
    ...(warned === 0 ? [] : [t('record.checksWarned', { count: warned })]),
    ...(failed === 0 ? [] : [t('record.checksFailed', { count: failed })]),
  ];
  return <>{format.list(counts)}</>;
}

/** What tells this record from others. */
export function HelpdeskFacts({ record }: FactsProps): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, jobId, program } = record;
  const { stickId, leftOut } =
    record.kind === 'ordinary-drive' ? { stickId: null, leftOut: [] } : record;
  return (
    <>
      <Facts
        facts={[
          [t('record.id'), <code key="id">{id}</code>],
          [t('record.jobId'), <code key="job">{jobId}</code>],
          [t('record.stickId'), stickId === null ? null : <code key="stick">{stickId}</code>],
          [t('record.program'), program],
        ]}
      />
      {leftOut.length > 0 && <p>{t('record.leftOut', { places: format.list(leftOut) })}</p>}
    </>
  );
}
