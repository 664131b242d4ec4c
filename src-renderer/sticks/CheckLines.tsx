import type { CheckResult } from '../../src-shared/check';
import { checkWords, useFormat } from '../i18n/format';

/** Some checks as a list of what they found. */
export function CheckLines(props: {
  label: string;
  checks: readonly CheckResult[];
}): React.JSX.Element {
  const format = useFormat();
  return (
    <section>
      <h3>{props.label}</h3>
      <ul className="facts">
        {props.checks.map((check) => {
          const { evidence, next } = checkWords(check, format);
          return (
            <li key={check.id}>
              <code>{check.id}</code>: {evidence} {next}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
