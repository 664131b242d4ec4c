/** Terms with what is known of each; one that is null has nothing to tell, and is left out. */
export function Facts(props: {
  facts: readonly (readonly [term: string, fact: React.ReactNode])[];
}): React.JSX.Element {
  return (
    <dl className="pairs">
      {props.facts
        .filter(([, fact]) => fact !== null)
        .map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
}
