import { useEffect } from 'react';

/** Scrolls to what gets the focus in a dialog: going round from its last button to its first, Radix leaves that out. */
export function useShowFocus(): void {
  useEffect(() => {
    const show = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || target.closest('.dialog') === null) return;
      target.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('focusin', show);
    return () => {
      document.removeEventListener('focusin', show);
    };
  }, []);
}
