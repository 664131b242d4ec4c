import { expect, it } from 'vitest';
import { stickError } from '../errors';
import { errorsBehind } from './behind-error';

it('Finds what another program said in the technical detail of an error.', () => {
  const error = stickError(
    'ventoy/install-failed',
    { target: '/dev/sdb', message: 'exit status 1' },
    { detail: 'Create partitions on /dev/sdb\nmkexfatfs test fail ...' },
  );
  expect(errorsBehind(error).map(({ id }) => id)).toEqual(['ventoy:script/tools']);
});

it('Finds a status of Windows in the message.', () => {
  const error = stickError('tool/failed', { tool: 'bcdboot', message: 'status 0xc000000f' });
  expect(errorsBehind(error).map(({ id }) => id)).toEqual(['0xc000000f']);
});

it('Finds nothing behind an error that names nothing but itself.', () => {
  const detail = 'StickError: io/write: Writing to /dev/sdb failed';
  const error = stickError(
    'io/write',
    { path: '/dev/sdb', offset: 12, message: 'EIO' },
    { detail },
  );
  expect(errorsBehind(error)).toEqual([]);
});
