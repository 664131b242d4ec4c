import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { commandTree } from './command-tree';
import { manPage } from './man-page-testing';
import { programForReading } from './program-testing';

const PAGE = resolve(__dirname, '../../docs/sticksmith.1');

it('docs/sticksmith.1 says what the commands say. “npx vitest -u --run src-main/cli/man-page” writes it anew.', async () => {
  const page = manPage(commandTree(programForReading()));
  expect(page).toMatch(/^[\n -~]*$/);
  await expect(page).toMatchFileSnapshot(PAGE);
});
