import { ChevronDown } from 'lucide-react';
import { useId } from 'react';

export interface SelectOption {
  value: string;
  label: string;
}

/**
 * One of many, from a list that the system draws: typing goes to an entry, and hundreds of them are no burden.
 * `null` is the first entry, for leaving it open.
 */
export function SelectField(props: {
  label: string;
  value: string | null;
  /** What leaving it open means; without it one of the options has to be chosen. */
  open?: string;
  options: readonly SelectOption[];
  /** Words for a value that is none of the options. */
  nameOther?: (value: string) => string;
  error?: string | undefined;
  onChange: (value: string | null) => void;
}): React.JSX.Element {
  const id = useId();
  const { value, options, error } = props;
  const known = value === null || options.some((option) => option.value === value);
  return (
    <div className="field" data-invalid={error !== undefined}>
      <label htmlFor={id}>{props.label}</label>
      <div className="select">
        <select
          id={id}
          value={value ?? ''}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-note`}
          onChange={(event) => {
            props.onChange(event.target.value === '' ? null : event.target.value);
          }}
        >
          {props.open !== undefined && <option value="">{props.open}</option>}
          {!known && <option value={value}>{props.nameOther?.(value) ?? value}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={16} aria-hidden />
      </div>
      {error !== undefined && (
        <p className="field-note" id={`${id}-note`}>
          {error}
        </p>
      )}
    </div>
  );
}
