import { AlertDialog } from 'radix-ui';
import { useEffect, useRef } from 'react';

/**
 * The heading of what a dialog has come to. It takes the focus: it is read out first, nothing is scrolled out of sight, and Enter does
 * nothing there.
 */
export function StageTitle({ children }: { children: string }): React.JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [children]);
  return (
    <AlertDialog.Title ref={heading} tabIndex={-1} onKeyDown={goBackToLastButton}>
      {children}
    </AlertDialog.Title>
  );
}

/** Nothing is before the heading, and Radix closes the round of a dialog only from its first button. */
function goBackToLastButton(event: React.KeyboardEvent): void {
  if (event.key !== 'Tab' || !event.shiftKey) return;
  event.preventDefault();
  const dialog = event.currentTarget.closest('[role="alertdialog"]');
  const buttons = dialog?.querySelectorAll<HTMLElement>('button:enabled') ?? [];
  buttons[buttons.length - 1]?.focus();
}
