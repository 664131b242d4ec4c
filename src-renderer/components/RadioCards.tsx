import { RadioGroup } from 'radix-ui';

/** One of a few answers, each with what it means. */
export function RadioCards<T extends string>(props: {
  label: string;
  value: T;
  /** Beside one another where there is room. */
  inRow?: boolean;
  /** `disabled`: can't be chosen; its text says why. */
  options: readonly { value: T; title: string; text: string; disabled?: boolean }[];
  onChange: (value: T) => void;
}): React.JSX.Element {
  return (
    <RadioGroup.Root
      className={props.inRow === true ? 'cards cards-row' : 'cards'}
      aria-label={props.label}
      value={props.value}
      onValueChange={(value) => {
        const chosen = props.options.find((option) => option.value === value);
        if (chosen !== undefined) props.onChange(chosen.value);
      }}
    >
      {props.options.map((option) => (
        <RadioGroup.Item
          className="card"
          key={option.value}
          value={option.value}
          disabled={option.disabled === true}
        >
          <span className="card-body">
            <span className="card-title">{option.title}</span>
            <span className="card-text">{option.text}</span>
          </span>
          <span className="card-mark" data-round aria-hidden>
            <RadioGroup.Indicator className="card-dot" />
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
