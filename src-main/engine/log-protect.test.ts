import { expect, it } from 'vitest';
import type { JobEvent } from '../../src-shared/job';
import { protectDefaults, type Protect } from '../../src-shared/protect';
import { defaultWindowsChoices } from '../../src-shared/windows-choices';
import { JobLog } from './job-log';
import { logProtect } from './log-protect';

const { cipher, escrow } = protectDefaults;
const later: Protect = { kind: 'first-start', cipher, escrow, recoveryFolder: null };
const now: Protect = { kind: 'now', ...protectDefaults, recoveryFolder: '/keys' };

function logged(protect: Protect, own: { answerFile?: string; domainJoinFile?: string }): string {
  const events: JobEvent[] = [];
  const { answers, roaming } = defaultWindowsChoices;
  const windows = {
    ...defaultWindowsChoices,
    answers: { ...answers, answerFile: own.answerFile ?? null },
    roaming: { ...roaming, domainJoinFile: own.domainJoinFile ?? null },
  };
  logProtect(new JobLog({ shared: [], targets: [] }, (event) => events.push(event)), {
    protect,
    windows,
  });
  return events.flatMap((event) => (event.type === 'log' ? [event.text] : [])).join('\n');
}

it('says that Windows stays in the clear as long as no administrator signs in, where that may be for ever', () => {
  expect(logged(later, { answerFile: 'a.xml' })).toMatch(/your answer file makes one/);
  expect(logged(later, { domainJoinFile: 'a.txt' })).toMatch(/domain/);
});

it('says nothing where Windows itself makes an administrator, or is encrypted now', () => {
  expect(logged(later, {})).toBe('');
  expect(logged(now, { answerFile: 'a.xml', domainJoinFile: 'a.txt' })).toBe('');
  expect(logged({ kind: 'none' }, { answerFile: 'a.xml' })).toBe('');
});
