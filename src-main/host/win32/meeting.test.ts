import { expect, it } from 'vitest';
import { PIPE_NAME_PATTERN } from '../../helper';
import { newPipeName } from './meeting';
import { restrictAccess } from './private-folder';

it('gives each pipe a name that the helper takes and nobody can guess', () => {
  const names = [newPipeName(), newPipeName()];
  for (const name of names) expect(name).toMatch(PIPE_NAME_PATTERN);
  expect(new Set(names).size).toBe(2);
  expect('\\\\server\\pipe\\sticksmith-0123456789abcdef0123456789abcdef').not.toMatch(
    PIPE_NAME_PATTERN,
  );
});

it('lets only administrators into a folder, and its owner where that is asked for', () => {
  const { args } = restrictAccess('C:\\Users\\A B\\x', 'administrators');
  expect(args).toEqual([
    'C:\\Users\\A B\\x',
    '/inheritance:r',
    '/grant:r',
    '*S-1-5-32-544:(OI)(CI)F',
    '*S-1-5-18:(OI)(CI)F',
  ]);
  expect(restrictAccess('C:\\x', 'owner').args).toContain('*S-1-3-4:(OI)(CI)F');
});
