import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MiB, alignDown } from '../../../src-shared/units';
import type { PageFile } from '../../../src-shared/windows-choices';
import { Choices } from '../../components/Choices';
import { Field } from '../../components/Field';
import { Tick } from '../../components/Tick';
import { fromGigabytes, inGigabytes } from '../../components/gigabytes';
import { useActions, useWizard } from '../../store/context';
import { useYoursProblems } from './use-problems';

const pageFiles: Record<PageFile['kind'], PageFile> = {
  automatic: { kind: 'automatic' },
  fixed: { kind: 'fixed', bytes: alignDown(4e9, MiB) },
  none: { kind: 'none' },
};

export function PortableSection(): React.JSX.Element {
  const { t } = useTranslation();
  const portable = useWizard((state) => state.answers.windows.portable);
  const problems = useYoursProblems();
  const { changeWindows } = useActions();
  return (
    <>
      <Tick
        label={t('yours.portable.hide')}
        text={t('yours.portable.hideText')}
        checked={portable.internalDisks === 'offline'}
        onChange={(hide) => {
          changeWindows('portable', { internalDisks: hide ? 'offline' : 'online' });
        }}
      />
      <Tick
        label={t('yours.portable.hibernation')}
        text={t('yours.portable.hibernationText')}
        checked={portable.hibernation}
        onChange={(hibernation) => {
          changeWindows('portable', { hibernation });
        }}
      />
      {problems.has('hibernation-vhdx') && (
        <p className="field-error tick-more">{t('problems.hibernation-vhdx')}</p>
      )}
      <Tick
        label={t('yours.portable.recovery')}
        text={t('yours.portable.recoveryText')}
        checked={portable.recovery}
        onChange={(recovery) => {
          changeWindows('portable', { recovery });
        }}
      />
      <Tick
        label={t('yours.portable.encryption')}
        text={t('yours.portable.encryptionText')}
        checked={portable.deviceEncryption}
        onChange={(deviceEncryption) => {
          changeWindows('portable', { deviceEncryption });
        }}
      />
      {problems.has('encryption-twice') && (
        <p className="field-error tick-more">{t('problems.encryption-twice')}</p>
      )}
      <Tick
        label={t('yours.portable.compact')}
        text={t('yours.portable.compactText')}
        checked={portable.compact}
        onChange={(compact) => {
          changeWindows('portable', { compact });
        }}
      />
      <PageFileChoice pageFile={portable.pageFile} />
    </>
  );
}

function PageFileChoice({ pageFile }: { pageFile: PageFile }): React.JSX.Element {
  const { t } = useTranslation();
  const { changeWindows } = useActions();
  return (
    <>
      <Choices
        label={t('yours.portable.pageFile')}
        text={t(
          pageFile.kind === 'none' ? 'yours.portable.pageFileNone' : 'yours.portable.pageFileText',
        )}
        value={pageFile.kind}
        options={(['automatic', 'fixed', 'none'] as const).map((kind) => ({
          value: kind,
          label: t(`yours.portable.pageFiles.${kind}`),
        }))}
        onChange={(kind) => {
          changeWindows('portable', { pageFile: pageFiles[kind] });
        }}
      />
      {pageFile.kind === 'fixed' && <PageFileSize bytes={pageFile.bytes} />}
    </>
  );
}

function PageFileSize({ bytes }: { bytes: number }): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const { changeWindows } = useActions();
  const problems = useYoursProblems();
  const [typed, setTyped] = useState(() => inGigabytes(bytes, i18n.language));
  return (
    <Field
      label={t('yours.portable.pageFileSize')}
      value={typed}
      unit={t('space.unit')}
      inputMode="decimal"
      hint={t('yours.portable.pageFileHint')}
      error={problems.has('page-file') ? t('problems.page-file') : undefined}
      onChange={(text) => {
        setTyped(text);
        const asked = alignDown(fromGigabytes(text) ?? 0, MiB);
        changeWindows('portable', { pageFile: { kind: 'fixed', bytes: asked } });
      }}
    />
  );
}
