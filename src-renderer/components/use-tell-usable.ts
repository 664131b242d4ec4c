import { useEffect, useRef } from 'react';
import { ask } from '../store/ask';
import { useApi, useWizard } from '../store/context';

/** Tells the program once that the first step is on the screen, with the drives that were found. */
export function useTellUsable(): void {
  const api = useApi();
  const isKnown = useWizard(({ drives }) => drives.state !== 'loading');
  const told = useRef(false);
  useEffect(() => {
    if (!isKnown || told.current) return;
    told.current = true;
    // The second frame begins when the first one has been drawn.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => void ask(api, 'app:usable', null));
    });
  }, [api, isKnown]);
}
