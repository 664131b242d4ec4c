import { RadioGroup } from 'radix-ui';
import { useId } from 'react';

/** One of a few short answers to something that one sentence explains. */
export function Choices<T extends string>(props: {
  label: string;
  text?: string;
  /** Among fields, as one of them. */
  compact?: boolean;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}): React.JSX.Element {
  const id = useId();
  const { text } = props;
  return (
    <div className="choices-field">
      {props.compact === true ? (
        <p className="choices-label" id={id}>
          {props.label}
        </p>
      ) : (
        <h3 id={id}>{props.label}</h3>
      )}
      {text !== undefined && (
        <p className="quiet" id={`${id}-text`}>
          {text}
        </p>
      )}
      <RadioGroup.Root
        className="choices"
        aria-labelledby={id}
        aria-describedby={text === undefined ? undefined : `${id}-text`}
        value={props.value}
        onValueChange={(value) => {
          const chosen = props.options.find((option) => option.value === value);
          if (chosen !== undefined) props.onChange(chosen.value);
        }}
      >
        {props.options.map((option) => (
          <RadioGroup.Item className="choice" key={option.value} value={option.value}>
            {option.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
