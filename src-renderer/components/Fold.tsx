import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';

/** Something that is there for whoever wants to see it. */
export function Fold(props: {
  label: string;
  onOpen?: () => void;
  /** Open from the beginning. */
  open?: boolean;
  children: React.ReactNode;
}): React.JSX.Element {
  return (
    <Collapsible.Root
      className="fold"
      defaultOpen={props.open === true}
      onOpenChange={(open) => {
        if (open) props.onOpen?.();
      }}
    >
      <Collapsible.Trigger className="fold-trigger">
        <ChevronRight size={16} aria-hidden />
        {props.label}
      </Collapsible.Trigger>
      <Collapsible.Content className="fold-content">{props.children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
