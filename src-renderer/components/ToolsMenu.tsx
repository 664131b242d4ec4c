import { FolderOpen, LayoutGrid } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { errandParts } from '../errand-parts';
import { useActions, useWizard } from '../store/context';
import { errandIds } from '../store/errands';
import { isStationUnderWay } from '../store/station/station-actions';

/** What can be done beside the wizard. While sticks are being made, that has to wait. */
export function ToolsMenu(): React.JSX.Element {
  const { t } = useTranslation();
  const job = useWizard((state) => state.job.state);
  const errand = useWizard((state) => state.errand);
  const { openRecipe, openErrand } = useActions();
  const isSeries = useWizard(isStationUnderWay);
  const isMaking = job === 'running' || job === 'cancelling' || isSeries;
  return (
    // A modal menu would inject a style element, which the page's policy forbids.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="quiet-button" data-current={errand !== null}>
        <LayoutGrid size={16} aria-hidden />
        <span>{t('tools.menu')}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="menu" side="top" align="start" sideOffset={4}>
        <DropdownMenu.Item
          className="menu-item"
          disabled={job !== 'idle' || isSeries}
          onSelect={() => void openRecipe()}
        >
          <FolderOpen size={16} aria-hidden />
          {t('tools.openRecipe')}
        </DropdownMenu.Item>
        <DropdownMenu.Separator className="menu-line" />
        {errandIds.map((id) => {
          const Icon = errandParts[id].icon;
          return (
            <DropdownMenu.Item
              className="menu-item"
              key={id}
              disabled={isMaking}
              onSelect={() => {
                openErrand(id);
              }}
            >
              <Icon size={16} aria-hidden />
              {t(`tools.errands.${id}`)}
            </DropdownMenu.Item>
          );
        })}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
