import { useTranslation } from 'react-i18next';
import { modeVariants } from '../../../src-shared/ventoy-json';
import { Callout } from '../../components/Callout';
import { useMenuConfig } from '../../components/ventoy/use-menu-config';

/** Which settings of the stick count in place of others, depending on how a computer starts. */
export function ModeVariants(): React.JSX.Element | null {
  const { t } = useTranslation();
  const { after } = useMenuConfig();
  const variants = modeVariants(after);
  if (variants.length === 0) return null;
  return (
    <Callout tone="info" title={t('ventoy.menu.variants.title')}>
      <ul>
        {variants.map(({ key, plugin, mode }) => (
          <li key={key}>
            {t('ventoy.menu.variants.line', {
              key,
              plugin,
              mode: t(`ventoy.menu.variants.modes.${mode}`),
            })}
          </li>
        ))}
      </ul>
      <p>{t('ventoy.menu.variants.text')}</p>
    </Callout>
  );
}
