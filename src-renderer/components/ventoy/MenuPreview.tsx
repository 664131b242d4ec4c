import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useWizard } from '../../store/context';
import { menuLines } from '../../store/ventoy/menu';
import { MENU_TIMEOUT } from '../../store/ventoy/settings';

/** The boot menu as it will look, as far as text can show it. */
export function MenuPreview(): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const ventoy = useWizard((state) => state.answers.ventoy);
  const lines = menuLines(ventoy);
  const timeout = ventoy.menu.settings[MENU_TIMEOUT] ?? '';
  const marked = lines.find((line) => line.marked);
  return (
    <aside className="preview" aria-label={t('ventoy.preview.label')}>
      <h2>{t('ventoy.preview.title')}</h2>
      <div className="screen">
        {lines.length === 0 && <p className="screen-note">{t('ventoy.preview.empty')}</p>}
        <ul className="screen-lines">
          {lines.map((line) => (
            <li key={line.id} data-marked={line.marked}>
              <span className="screen-text">{line.text}</span>
              <span className="screen-size">{format.bytes(line.sizeBytes)}</span>
              {line.asks.map((question) => (
                <span className="screen-asks" key={question}>
                  {t(`ventoy.preview.asks.${question}`)}
                </span>
              ))}
            </li>
          ))}
        </ul>
        {marked !== undefined && /^\d+$/.test(timeout) && (
          <p className="screen-note">
            {t('ventoy.preview.timeout', { name: marked.text, seconds: timeout })}
          </p>
        )}
      </div>
      <p className="quiet">
        {t(ventoy.menu.password === null ? 'ventoy.preview.note' : 'ventoy.preview.notePassword')}
      </p>
    </aside>
  );
}
