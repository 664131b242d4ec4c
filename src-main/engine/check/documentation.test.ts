import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CHECKS } from './checks';
import { VENTOY_CHECKS } from './ventoy';

it('Every check is explained in docs/checks.md, once, in the order in which it is made, and nothing else is.', () => {
  const text = readFileSync(join(__dirname, '../../../docs/checks.md'), 'utf8');
  const explained = [...text.matchAll(/^\| `([^`]+)` +\| (\S.*\S) +\| (\S.*\S) +\|$/gm)];
  const listed = [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, id]) => id);
  expect(explained.map(([, id]) => id)).toEqual(listed);
  expect(listed).toEqual([...CHECKS, ...VENTOY_CHECKS].map(({ id }) => id));
});
