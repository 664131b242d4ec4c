import { useMemo } from 'react';
import type { StickErrorData } from '../../src-shared/errors';
import { errorsBehind } from '../../src-shared/explain';
import { ExplainLink } from './ExplainLink';

/** Leads to what is known about what another program said that led to this error; nothing where that isn't known. */
export function ExplainError({ error }: { error: StickErrorData }): React.JSX.Element | null {
  const behind = useMemo(() => errorsBehind(error), [error]);
  if (behind.length === 0) return null;
  return <ExplainLink query={behind.map(({ id }) => id).join(' ')} about={error.code} />;
}
