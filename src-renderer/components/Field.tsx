import { useId } from 'react';
import { usePatience } from './patience';

/** A text field with its label, a hint, and the reason why what was typed does not do. */
export function Field(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onEnter?: () => void;
  hint?: string | undefined;
  error?: string | undefined;
  mono?: boolean;
  /** A day such as `2026-03-01`, for which the system draws a calendar; empty for none. */
  date?: boolean;
  /** Dots instead of what is typed. */
  secret?: boolean;
  inputMode?: 'decimal' | 'numeric' | 'text';
  maxLength?: number;
  disabled?: boolean;
  unit?: string;
  children?: React.ReactNode;
}): React.JSX.Element {
  const id = useId();
  const { isPatient, end } = usePatience();
  const error = isPatient ? undefined : props.error;
  const note = error ?? props.hint;
  return (
    <div className="field" data-invalid={error !== undefined}>
      <label htmlFor={id}>{props.label}</label>
      <div className="field-row">
        <input
          id={id}
          type={typeOf(props)}
          className={props.mono === true ? 'mono' : undefined}
          value={props.value}
          disabled={props.disabled}
          inputMode={props.inputMode}
          maxLength={props.maxLength}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={error !== undefined}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          onChange={(event) => {
            props.onChange(event.target.value);
          }}
          onBlur={end}
          onKeyDown={(event) => {
            if (event.key === 'Enter') props.onEnter?.();
          }}
        />
        {props.unit !== undefined && <span className="unit">{props.unit}</span>}
        {props.children}
      </div>
      {note !== undefined && (
        <p className="field-note" id={`${id}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}

function typeOf({ secret, date }: { secret?: boolean; date?: boolean }): string {
  if (secret === true) return 'password';
  return date === true ? 'date' : 'text';
}
