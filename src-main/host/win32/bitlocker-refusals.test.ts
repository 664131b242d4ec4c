import { expect, it } from 'vitest';
import { stickError } from '../../../src-shared/errors';
import { windowsRefused } from './bitlocker-refusals';

const failed = (message: string) => stickError('tool/failed', { tool: 'powershell.exe', message });
const DRIVE = '\\\\.\\PhysicalDrive2';

it.each([
  ['Exception from HRESULT (0x8031006a)', /a policy of this computer forbids passwords/],
  ['Ausnahme (0x8031005A)', /Home editions can’t \(0x8031005a\)/],
  ['The parameter is incorrect (0x80070057)', /^The parameter is incorrect \(0x80070057\)$/],
  ['something new (0x803100ff)', /^something new \(0x803100ff\)$/],
  ['no number', /^no number$/],
])('%s is told in words', (said, message) => {
  expect(windowsRefused(DRIVE, failed(said))).toMatchObject({
    code: 'bitlocker/windows-refused',
    params: { target: DRIVE, message: expect.stringMatching(message) as string },
  });
});

it('other errors pass as they are', () => {
  const cancelled = stickError('cancelled', {});
  expect(windowsRefused(DRIVE, cancelled)).toBe(cancelled);
  const other = new Error('other');
  expect(windowsRefused(DRIVE, other)).toBe(other);
});
