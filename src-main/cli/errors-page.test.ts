import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { errorsPage } from './errors-page-testing';

const PAGE = resolve(__dirname, '../../docs/errors.md');

it('docs/errors.md says what the catalogue says. “npx vitest -u --run src-main/cli/errors-page” writes it anew.', async () => {
  const options = await resolveConfig(PAGE);
  const page = await format(errorsPage(), { ...options, filepath: PAGE });
  await expect(page).toMatchFileSnapshot(PAGE);
});
