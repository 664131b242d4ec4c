import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ComputerKindSchema,
  DIARY_LIMITS,
  DiaryResultSchema,
  FirmwareSchema,
  MOST_SECONDS,
  SecureBootSchema,
  type DiaryEntry,
} from '../../src-shared/diary';
import { useFormat } from '../i18n/format';
import { useActions } from '../store/context';
import { draftProblems, emptyDraft, entryOf, type DiaryDraft } from '../store/diary';
import { Choices } from './Choices';
import { Field } from './Field';
import { SelectField } from './SelectField';

/** One more note about a stick. What is wrong is said once it was left, or once somebody tried to add it. */
export function DiaryForm({ stick }: { stick: DiaryEntry['stick'] }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { addToDiary } = useActions();
  const [draft, setDraft] = useState(emptyDraft);
  const [isJudged, setJudged] = useState(false);
  const problems = draftProblems(draft);
  const change = (part: Partial<DiaryDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const add = async (): Promise<void> => {
    setJudged(true);
    if (problems.length > 0) return;
    const id = crypto.randomUUID();
    const kept = await addToDiary(entryOf(draft, stick, { id, when: new Date().toISOString() }));
    if (!kept) return;
    setJudged(false);
    setDraft(emptyDraft);
  };
  const started = draft.result !== 'did-not-start';
  const modelError = isJudged && problems.includes('model') ? t('diary.modelMissing') : undefined;
  const secondsError = problems.includes('seconds')
    ? t('diary.secondsBad', { most: format.exact(MOST_SECONDS) })
    : undefined;
  return (
    <form
      className="stack diary-form"
      aria-label={t('diary.formLabel')}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h2>{t('diary.formLabel')}</h2>
      <div className="pair-of-fields">
        <Field
          label={t('diary.model')}
          hint={t('diary.modelHint')}
          error={modelError}
          value={draft.model}
          maxLength={DIARY_LIMITS.model}
          onChange={(model) => {
            change({ model });
          }}
        />
        <Field
          label={t('diary.maker')}
          hint={t('diary.makerHint')}
          value={draft.maker}
          maxLength={DIARY_LIMITS.maker}
          onChange={(maker) => {
            change({ maker });
          }}
        />
      </div>
      <Choices
        compact
        label={t('diary.result')}
        value={draft.result}
        options={DiaryResultSchema.options.map((value) => ({
          value,
          label: t(`diary.results.${value}`),
        }))}
        onChange={(result) => {
          change({ result });
        }}
      />
      <SelectField
        label={t('diary.kind')}
        value={draft.kind}
        options={ComputerKindSchema.options.map((value) => ({
          value,
          label: t(`diary.kinds.${value}`),
        }))}
        onChange={(kind) => {
          change({ kind: ComputerKindSchema.safeParse(kind).data ?? 'pc' });
        }}
      />
      <Choices
        compact
        label={t('diary.firmware')}
        value={draft.firmware}
        options={FirmwareSchema.options.map((value) => ({
          value,
          label: t(`diary.firmwares.${value}`),
        }))}
        onChange={(firmware) => {
          change({ firmware });
        }}
      />
      {draft.firmware === 'uefi' && (
        <Choices
          compact
          label={t('diary.secureBoot')}
          value={draft.secureBoot}
          options={SecureBootSchema.options.map((value) => ({
            value,
            label: t(`diary.secureBoots.${value}`),
          }))}
          onChange={(secureBoot) => {
            change({ secureBoot });
          }}
        />
      )}
      <div className="pair-of-fields">
        {started && (
          <Field
            label={t('diary.seconds')}
            hint={t('diary.secondsHint')}
            error={secondsError}
            unit={t('diary.secondsUnit')}
            inputMode="numeric"
            value={draft.seconds}
            onChange={(seconds) => {
              change({ seconds });
            }}
          />
        )}
        <Field
          label={t('diary.code')}
          hint={t('diary.codeHint')}
          mono
          value={draft.code}
          maxLength={DIARY_LIMITS.code}
          onChange={(code) => {
            change({ code });
          }}
        />
      </div>
      <Field
        label={t('diary.note')}
        value={draft.note}
        maxLength={DIARY_LIMITS.note}
        onChange={(note) => {
          change({ note });
        }}
      />
      <div className="row">
        <button type="submit" className="secondary">
          {t('diary.add')}
        </button>
      </div>
    </form>
  );
}
