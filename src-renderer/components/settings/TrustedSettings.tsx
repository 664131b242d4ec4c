import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sha256Schema } from '../../../src-shared/sha256';
import { MOST_NAME_CHARACTERS, type TrustedHash } from '../../../src-shared/trusted-hash';
import { useFormat } from '../../i18n/format';
import { useActions, useWizard } from '../../store/context';
import { lastKnown } from '../../store/loadable';
import { ErrorCallout } from '../ErrorCallout';
import { Field } from '../Field';
import { UndoRow } from '../UndoRow';
import { Waiting } from '../Waiting';

/** The images that this person trusts: they are listed, removed and added here. */
export function TrustedSettings(): React.JSX.Element {
  const { t } = useTranslation();
  const trusted = useWizard((state) => state.trusted);
  const removed = useWizard((state) => state.removedHash);
  const { loadTrusted, undoTrustedRemoval } = useActions();
  useEffect(() => {
    void loadTrusted();
  }, [loadTrusted]);
  const known = lastKnown(trusted);
  return (
    <>
      <p className="quiet">{t('trusted.text')}</p>
      {trusted.state === 'failed' && (
        <ErrorCallout title={t('trusted.failedTitle')} error={trusted.error}>
          <button type="button" className="secondary small" onClick={() => void loadTrusted()}>
            {t('app.retry')}
          </button>
        </ErrorCallout>
      )}
      {trusted.state === 'loading' && known === null && <Waiting words={t('trusted.loading')} />}
      {known?.length === 0 && <p className="quiet">{t('trusted.empty')}</p>}
      {known !== null && known.length > 0 && (
        <ul className="builds" aria-label={t('settingsTabs.trusted')}>
          {known.map((entry) => (
            <Entry key={entry.sha256} entry={entry} />
          ))}
        </ul>
      )}
      <UndoRow
        words={removed === null ? null : t('trusted.removed', { name: removed.name })}
        onUndo={() => void undoTrustedRemoval()}
      />
      <AddByHand />
    </>
  );
}

function Entry({ entry }: { entry: TrustedHash }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { removeTrusted } = useActions();
  return (
    <li>
      <div className="build-words">
        <p className="build-name" title={entry.name}>
          {entry.name}
        </p>
        <p className="hash mono">{entry.sha256}</p>
        <p className="quiet">{t('trusted.since', { date: format.date(entry.since) })}</p>
      </div>
      <button
        type="button"
        className="secondary small"
        aria-label={t('trusted.removeOne', { name: entry.name })}
        onClick={() => void removeTrusted(entry)}
      >
        {t('trusted.remove')}
      </button>
    </li>
  );
}

function AddByHand(): React.JSX.Element {
  const { t } = useTranslation();
  const { keepTrusted } = useActions();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const parsed = Sha256Schema.safeParse(text.replace(/\s/g, ''));
  const isBad = text.trim() !== '' && !parsed.success;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!parsed.success || name.trim() === '') return;
        void keepTrusted({ name: name.trim(), sha256: parsed.data }).then((kept) => {
          if (!kept) return;
          setName('');
          setText('');
        });
      }}
    >
      <h3>{t('trusted.addTitle')}</h3>
      <Field
        label={t('trusted.name')}
        hint={t('trusted.nameHint')}
        value={name}
        maxLength={MOST_NAME_CHARACTERS}
        onChange={setName}
      />
      <Field
        label={t('trusted.hash')}
        value={text}
        mono
        error={isBad ? t('trusted.hashBad') : undefined}
        onChange={setText}
      />
      <div className="row">
        <button
          type="submit"
          className="secondary small"
          disabled={!parsed.success || name.trim() === ''}
        >
          {t('trusted.add')}
        </button>
      </div>
    </form>
  );
}
