import { AlertDialog } from 'radix-ui';

/**
 * A dialog whose headings are StageTitles, which take the focus as it comes to something new. Escape asks to close it; the focus
 * goes back to the button with the id `opener`, or to `otherwise` where that is gone.
 */
export function StagedDialog(props: {
  isOpen: boolean;
  opener: string;
  otherwise?: string;
  onClose: () => void;
  /** Of its style, besides that of every dialog. */
  className?: string;
  children: React.ReactNode;
}): React.JSX.Element {
  return (
    <AlertDialog.Root
      open={props.isOpen}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <AlertDialog.Portal>
        {/* Radix's own overlay injects a style element, which the page's policy forbids. */}
        <div className="veil" />
        <AlertDialog.Content
          className={props.className === undefined ? 'dialog' : `dialog ${props.className}`}
          aria-modal
          onOpenAutoFocus={(event) => {
            // Its heading has it already.
            event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const { opener, otherwise = opener } = props;
            (document.getElementById(opener) ?? document.getElementById(otherwise))?.focus();
          }}
        >
          {props.children}
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
