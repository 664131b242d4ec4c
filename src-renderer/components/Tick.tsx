import { Check } from 'lucide-react';
import { Checkbox } from 'radix-ui';
import { useId } from 'react';

/** A tick box with its sentence. Enter doesn't tick it; the space bar and the pointer do. */
export function Tick(props: {
  label: string;
  text?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}): React.JSX.Element {
  const id = useId();
  return (
    <div className="tick">
      <Checkbox.Root
        className="tick-box"
        id={id}
        // Chromium takes no name from the label of a button that is a tick box.
        aria-labelledby={`${id}-label`}
        checked={props.checked}
        disabled={props.disabled === true}
        aria-describedby={props.text === undefined ? undefined : `${id}-text`}
        onCheckedChange={(checked) => {
          props.onChange(checked === true);
        }}
      >
        <Checkbox.Indicator>
          <Check size={16} strokeWidth={3} aria-hidden />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <div>
        <label id={`${id}-label`} htmlFor={id}>
          {props.label}
        </label>
        {props.text !== undefined && (
          <p className="quiet" id={`${id}-text`}>
            {props.text}
          </p>
        )}
      </div>
    </div>
  );
}
