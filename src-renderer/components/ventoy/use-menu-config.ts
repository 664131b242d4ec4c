import { useMemo } from 'react';
import { useWizard } from '../../store/context';
import { type MenuConfig, menuConfig } from '../../store/ventoy/menu';

/** What becomes of `ventoy.json` by the answers. */
export function useMenuConfig(): MenuConfig {
  const ventoy = useWizard((state) => state.answers.ventoy);
  return useMemo(() => menuConfig(ventoy), [ventoy]);
}
