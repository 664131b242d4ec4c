import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Protect } from '../../src-shared/protect';
import { PlanSecretsSchema, WindowsChoicesSchema } from '../../src-shared/windows-choices';
import { emptyCard, kingston, windows11 } from '../dev/samples';
import { type Answers, firstAnswers, secretsOf } from './answers';
import { withDrives, withEdition, withImage } from './wizard';
import {
  type SectionId,
  allChanges,
  changesIn,
  sections,
  withChoices,
  withNetwork,
  withNetworkAdded,
  withUsual,
  withoutNetwork,
  yoursProblems,
} from './yours';

const usual = withImage(withDrives(firstAnswers, [kingston]), windows11);
const several = withDrives(usual, [kingston, emptyCard]);
const problemsOf = (answers: Answers): string[] =>
  yoursProblems(answers).map(({ problem }) => problem);
const computer = (pattern: string, firstNumber = 1) => ({ computerName: { pattern, firstNumber } });

const ways = { cipher: 'xts-aes-128', escrow: 'none' } as const;
const now: Protect = { kind: 'now', ...ways, recoveryFolder: '/keys', clearFreeSpace: true };
const atFirstStart: Protect = { kind: 'first-start', ...ways, recoveryFolder: null };

it('Nothing has to be changed.', () => {
  expect(yoursProblems(usual)).toEqual([]);
  expect(allChanges(usual)).toBe(0);
});

describe('answers that don’t do', () => {
  const cases: [string, Answers][] = [
    ['page-file', withChoices(usual, 'portable', { pageFile: { kind: 'fixed', bytes: 0 } })],
    [
      'hibernation-vhdx',
      withChoices({ ...usual, layout: { scheme: 'gpt', container: 'vhdx' } }, 'portable', {
        hibernation: true,
      }),
    ],
    [
      'account-name',
      withChoices(usual, 'answers', {
        account: { name: 'CON', administrator: true, askPassword: true },
      }),
    ],
    ['computer-name', withChoices(usual, 'answers', computer('A_B'))],
    ['computer-number', withChoices(several, 'answers', computer('PC-#', 9))],
    ['computer-number', withChoices(usual, 'answers', computer('PC-#', -1))],
    ['computer-same', withChoices(several, 'answers', computer('PC'))],
    [
      'computer-is-account',
      withChoices(usual, 'answers', {
        ...computer('PUPIL'),
        account: { name: 'Pupil', administrator: true, askPassword: true },
      }),
    ],
    ['language', withChoices(usual, 'answers', { language: 'de-DE' })],
    ['product-key', { ...usual, secrets: { ...usual.secrets, productKey: 'AAAAA' } }],
    [
      'encryption-twice',
      withChoices({ ...usual, protect: now }, 'portable', { deviceEncryption: true }),
    ],
    [
      'account-encrypts',
      withChoices({ ...usual, protect: atFirstStart }, 'answers', {
        account: { name: 'Pupil', administrator: false, askPassword: true },
      }),
    ],
    ['drivers-unread', withChoices(usual, 'drivers', { folder: '/drivers' })],
    ['network-name', withNetworkAdded(usual)],
    ['network-key', withNetwork(withNetworkAdded(usual), 0, { ssid: 'A', key: 'short' })],
    ['profile-path', withChoices(usual, 'roaming', { profilePath: 'server' })],
    [
      'redirect-path',
      withChoices(usual, 'roaming', { redirect: { path: '', folders: ['music'] } }),
    ],
    [
      'redirect-folders',
      withChoices(usual, 'roaming', { redirect: { path: '\\\\a\\b', folders: [] } }),
    ],
    ['join-several', withChoices(several, 'roaming', { domainJoinFile: '/a' })],
    ['join-home', withChoices(withEdition(usual, 1), 'roaming', { domainJoinFile: '/a' })],
  ];
  it.each(cases)('are refused: %s', (problem, answers) => {
    expect(problemsOf(answers)).toEqual([problem]);
  });

  it('are refused in both places where the domain join names the computer already', () => {
    const named = withChoices(usual, 'answers', computer('PC'));
    expect(problemsOf(withChoices(named, 'roaming', { domainJoinFile: '/a' }))).toEqual([
      'computer-from-file',
    ]);
  });
});

it('Choices without a problem are ones that a plan takes.', () => {
  const names = fc.oneof(fc.constantFrom('Pupil', 'PC-##', 'a', ''), fc.string({ maxLength: 24 }));
  const made = fc.record({ name: names, pattern: names, number: fc.integer(), path: names });
  fc.assert(
    fc.property(made, fc.string({ maxLength: 70 }), ({ name, pattern, number, path }, key) => {
      const account = { name, administrator: false, askPassword: true };
      const named = withChoices(usual, 'answers', { ...computer(pattern, number), account });
      const placed = withChoices(named, 'roaming', { profilePath: path });
      const answers = withNetwork(withNetworkAdded(placed), 0, { ssid: name, key });
      if (yoursProblems(answers).length > 0) return;
      expect(WindowsChoicesSchema.safeParse(answers.windows).success).toBe(true);
      expect(PlanSecretsSchema.safeParse(secretsOf(answers)).success).toBe(true);
    }),
  );
});

describe('networks', () => {
  const two = withNetwork(withNetworkAdded(withNetworkAdded(usual)), 0, {
    ssid: 'Home',
    key: 'first key',
  });

  it('keep their keys, also while another one’s name passes by theirs as it is typed', () => {
    let answers = withNetwork(two, 1, { key: 'second key' });
    for (const ssid of ['H', 'Ho', 'Hom', 'Home', 'Home2']) {
      answers = withNetwork(answers, 1, { ssid });
    }
    expect(secretsOf(answers).wifiKeys).toEqual({ Home: 'first key', Home2: 'second key' });
    expect(problemsOf(withNetwork(answers, 1, { ssid: 'Home' }))).toEqual([
      'network-twice',
      'network-twice',
    ]);
  });

  it('take their key with them when they are removed or opened', () => {
    const named = withNetwork(two, 1, { ssid: 'Other', key: 'second key' });
    expect(secretsOf(withoutNetwork(named, 0)).wifiKeys).toEqual({ Other: 'second key' });
    const opened = withNetwork(named, 1, { security: 'open' });
    expect(opened.secrets.wifiKeys).toEqual(['first key', '']);
    expect(secretsOf(opened).wifiKeys).toEqual({ Home: 'first key' });
  });

  it('of a file have no key, and can be there once only', () => {
    const file = { kind: 'file', path: '/a.xml' } as const;
    const once = withNetworkAdded(usual, file);
    expect(problemsOf(once)).toEqual([]);
    expect(problemsOf(withNetworkAdded(once, file))).toEqual(['network-twice', 'network-twice']);
  });
});

it('Each part goes back to what is usual, and leaves the others.', () => {
  const changed: Answers = {
    ...withChoices(
      withChoices(withNetworkAdded(usual), 'portable', { compact: true, recovery: true }),
      'lean',
      { preset: 'light' },
    ),
    secrets: { ...usual.secrets, productKey: 'x', wifiKeys: ['y'], bitLockerPassword: 'z' },
  };
  expect(sections.map((section) => changesIn(section, changed))).toEqual([2, 1, 0, 1, 0, 1]);
  const back = (section: SectionId): number[] =>
    sections.map((other) => changesIn(other, withUsual(changed, section)));
  expect(back('portable')).toEqual([0, 1, 0, 1, 0, 1]);
  expect(back('answers')).toEqual([2, 0, 0, 1, 0, 1]);
  expect(withUsual(changed, 'roaming').secrets).toEqual({ ...changed.secrets, wifiKeys: [] });
});
