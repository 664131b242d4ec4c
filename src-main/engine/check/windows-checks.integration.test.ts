import { expect, it } from 'vitest';
import { PLACEHOLDER } from '../own-files';
import { checkStick } from '.';
import { makeTestStick } from './testing';

const PATH = '/Windows/Panther/unattend.xml';

it.each([
  [
    'is there',
    '<?xml version="1.0"?>\n<unattend xmlns="urn:schemas-microsoft-com:unattend"/>\n'.padEnd(
      65_536,
    ),
    'pass',
  ],
  ['still holds the placeholder', PLACEHOLDER.padEnd(65_536), 'fail'],
  ['is cut short', '<unattend><settings pass="specialize">', 'fail'],
  ['is another XML', '<setup/>', 'fail'],
  ['is empty', '', 'fail'],
])('When the answer file %s, the check says so.', async (_, text, expected) => {
  const stick = await makeTestStick({ windowsFiles: { [PATH]: text } });
  try {
    const results = await checkStick(stick.source);
    const finding = results.find(({ id }) => id === 'windows.answer-file');
    expect(finding).toMatchObject({ status: expected });
  } finally {
    await stick.remove();
  }
});

it('Without an answer file there is nothing to check.', async () => {
  const stick = await makeTestStick();
  try {
    const results = await checkStick(stick.source);
    expect(results.some(({ id }) => id === 'windows.answer-file')).toBe(false);
  } finally {
    await stick.remove();
  }
});
