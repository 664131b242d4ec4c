import { Progress } from 'radix-ui';

/** A bar from 0 to 1; without a value, one that only says that something goes on. */
export function ProgressBar(props: {
  label: string;
  value: number | null;
  valueText: string;
  tone?: 'accent' | 'success';
}): React.JSX.Element {
  const percent = props.value === null ? null : Math.min(100, props.value * 100);
  return (
    <Progress.Root
      className="progress"
      data-tone={props.tone ?? 'accent'}
      aria-label={props.label}
      value={percent}
      getValueLabel={() => props.valueText}
    >
      <Progress.Indicator
        className="progress-fill"
        style={percent === null ? {} : { transform: `scaleX(${String(percent / 100)})` }}
      />
    </Progress.Root>
  );
}
