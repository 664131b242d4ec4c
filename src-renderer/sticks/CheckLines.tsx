import type { CheckResult } from '../../src-shared/check';

/** Some checks as a list of what they found. */
export function CheckLines(props: {
  label: string;
  checks: readonly CheckResult[];
}): React.JSX.Element {
  return (
    <section>
      <h3>{props.label}</h3>
      <ul className="facts">
        {props.checks.map(({ id, evidence, next }) => (
          <li key={id}>
            <code>{id}</code>: {evidence} {next}
          </li>
        ))}
      </ul>
    </section>
  );
}
