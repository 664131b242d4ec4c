import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MenuEntry, type MenuPreview as Preview } from '../../../src-shared/ventoy-json';
import { useFormat } from '../../i18n/format';
import { useWizard } from '../../store/context';
import { previewOf } from '../../store/ventoy/menu-preview';
import { Choices } from '../Choices';
import { fileName } from '../file-name';
import { useConfigWords } from './use-config-words';
import { useMenuConfig } from './use-menu-config';

/** The boot menu as Ventoy will list it, as far as text can show it. */
export function MenuPreview(): React.JSX.Element {
  const { t } = useTranslation();
  const ventoy = useWizard((state) => state.answers.ventoy);
  const [mode, setMode] = useState<'bios' | 'uefi'>('uefi');
  const preview = previewOf(ventoy, mode);
  const { problems } = useMenuConfig();
  const words = useConfigWords();
  return (
    <aside className="preview" aria-label={t('ventoy.preview.label')}>
      <Choices
        label={t('ventoy.preview.title')}
        value={mode}
        options={(['uefi', 'bios'] as const).map((value) => ({
          value,
          label: t(`ventoy.preview.modes.${value}`),
        }))}
        onChange={setMode}
      />
      <Screen preview={preview} />
      {preview.locked && <p className="quiet">{t('ventoy.preview.locked')}</p>}
      {problems.map((problem) => (
        <p className="field-error" role="alert" key={`${problem.path.join('.')} ${problem.code}`}>
          {words({ ...problem, place: { path: problem.path.join('.') } })}
        </p>
      ))}
      {preview.hidden.map(({ path, reason }) => (
        <p className="quiet" key={path}>
          {t(`ventoy.preview.hidden.${reason}`, { name: fileName(path) })}
        </p>
      ))}
    </aside>
  );
}

function Screen({ preview }: { preview: Preview }): React.JSX.Element {
  const { t } = useTranslation();
  const { entries, timeoutSeconds } = preview;
  const marked = markedPath(preview);
  return (
    <div className="screen" tabIndex={0} role="group" aria-label={t('ventoy.preview.screen')}>
      {entries.length === 0 ? (
        <p className="screen-note">{t('ventoy.preview.empty')}</p>
      ) : (
        <Lines entries={entries} marked={marked} />
      )}
      {entries.length > 0 && timeoutSeconds !== null && (
        <p className="screen-note">
          {t('ventoy.preview.timeout', { seconds: String(timeoutSeconds) })}
        </p>
      )}
    </div>
  );
}

/** The first line is marked where nothing else is. */
function markedPath({ default: first, entries }: Preview): string | null {
  return first.kind === 'image' ? first.path : (entries[0]?.path ?? null);
}

function Lines(props: { entries: readonly MenuEntry[]; marked: string | null }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="screen-lines">
      {props.entries.map((entry) => (
        <li key={entry.path}>
          <div className="screen-line" data-marked={entry.path === props.marked}>
            <span className="screen-text">{entry.label}</span>
            {entry.kind === 'image' && (
              <span className="screen-size">{format.bytes(entry.sizeBytes)}</span>
            )}
            {questionsOf(entry).map((question) => (
              <span className="screen-asks" key={question}>
                {t(`ventoy.preview.asks.${question}`)}
              </span>
            ))}
          </div>
          {entry.kind === 'folder' && <Lines entries={entry.entries} marked={props.marked} />}
        </li>
      ))}
    </ul>
  );
}

/** What is asked before an image starts. */
function questionsOf(entry: MenuEntry): ('persistence' | 'template' | 'password')[] {
  if (entry.kind === 'folder') return [];
  const { persistence, autoInstall, asksPassword } = entry;
  return [
    ...(asksPassword ? (['password'] as const) : []),
    ...(autoInstall?.asks === true ? (['template'] as const) : []),
    ...(persistence?.asks === true ? (['persistence'] as const) : []),
  ];
}
