import { useEffect } from 'react';
import { useActions } from '../store/context';

/** F1 opens “Explain an error”, unless another dialog waits for an answer. */
export function useExplainKey(): void {
  const { explain } = useActions();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') === null) explain('');
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [explain]);
}
