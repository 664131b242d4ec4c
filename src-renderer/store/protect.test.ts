import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planConflicts } from '../../src-shared/plan-conflicts';
import { parsePlan, parseRecipe } from '../../src-shared/plan';
import { type Protect, protectDefaults } from '../../src-shared/protect';
import { kingston, sha256, windows11 } from '../dev/samples';
import {
  type Answers,
  chosenEdition,
  firstAnswers,
  secretsOf,
  targetsOf,
  windowsPlanOf,
  windowsRecipeOf,
} from './answers';
import { obstacleTo, protectProblem, protectionOf, withProtection } from './protect';
import { mayGoDirect } from './room';
import { forAnother, withDrives, withEdition, withImage, withVerdict } from './wizard';
import { withChoices } from './yours';

const password = 'river-tooth-splendid-9';
const usual = withVerdict(withImage(withDrives(firstAnswers, [kingston]), windows11), {
  verdict: 'match',
  sha256,
  by: 'file',
});
const none: Protect = { kind: 'none' };
const now = protectionOf('now', none, '/home/mara/Documents');
const afterWriting = protectionOf('after-writing', none, 'D:\\keys');
const atFirstStart = protectionOf('first-start', none, '');

function typed(answers: Answers, again = password): Answers {
  const secrets = { ...answers.secrets, bitLockerPassword: password };
  return { ...answers, secrets: { ...secrets, bitLockerPasswordAgain: again } };
}

const encrypted = typed(withProtection(usual, now));

describe('what keeps encryption from being answered', () => {
  const withPassword = (bitLockerPassword: string): Answers => ({
    ...encrypted,
    secrets: {
      ...encrypted.secrets,
      bitLockerPassword,
      bitLockerPasswordAgain: bitLockerPassword,
    },
  });
  const inFolder = (recoveryFolder: string): Answers => ({
    ...encrypted,
    protect: { ...now, recoveryFolder } as Protect,
  });
  /** With a drive that is to be erased at D:. */
  const onLetter = (recoveryFolder: string): Answers => ({
    ...typed(withProtection(usual, { ...afterWriting, recoveryFolder } as Protect)),
    drives: [{ ...kingston, mountPoints: ['D:\\'], partitions: [] }],
  });
  const vhdx = { layout: { scheme: 'gpt', container: 'vhdx' } } as const;
  const cases: [ReturnType<typeof protectProblem>, Answers][] = [
    [null, usual],
    [null, encrypted],
    ['password-missing', withProtection(usual, now)],
    ['password-too-short', withPassword('seven77')],
    [null, withPassword('eight888')],
    [null, withPassword('x'.repeat(256))],
    ['password-too-long', withPassword('x'.repeat(257))],
    ['password-control-character', withPassword('tab\tpassword')],
    ['password-differs', typed(encrypted, 'River-tooth-splendid-9')],
    ['recovery-folder', inFolder('')],
    ['recovery-on-drive', inFolder('/media/mara/FOTOS')],
    ['recovery-on-drive', inFolder('/media/mara/FOTOS/keys')],
    [null, inFolder('/media/mara/FOTOS2')],
    ['protect-vhdx', { ...encrypted, ...vhdx }],
    [null, { ...usual, ...vhdx }],
    [null, withEdition(encrypted, 1)],
    ['protect-home', withEdition(withProtection(usual, atFirstStart), 1)],
    [null, typed(withProtection(usual, afterWriting))],
    ['password-missing', withProtection(usual, afterWriting)],
    [
      'protect-image-file',
      typed({ ...withProtection(usual, afterWriting), file: { ...usual.file, chosen: true } }),
    ],
    [null, withProtection(usual, atFirstStart)],
    ['recovery-share', { ...usual, protect: { ...atFirstStart, recoveryFolder: '' } as Protect }],
    [null, { ...usual, protect: { ...atFirstStart, recoveryFolder: '\\\\a\\b' } as Protect }],
    ['recovery-on-drive', onLetter('D:\\keys')],
    ['recovery-on-drive', onLetter('D:\\')],
    [null, onLetter('C:\\D:\\keys')],
  ];
  it.each(cases)('is %s', (problem, answers) => {
    expect(protectProblem(answers)).toBe(problem);
  });
});

it('A way can be chosen exactly when the plan has no conflict that is not there without it.', () => {
  const anyAnswers = fc.record({
    edition: fc.constantFrom(1, 3, 5),
    layout: fc.constantFrom<Answers['layout']>(
      { scheme: 'gpt', container: 'none' },
      { scheme: 'gpt', container: 'vhdx' },
    ),
    deviceEncryption: fc.boolean(),
    account: fc.constantFrom(
      null,
      { name: 'Pupil', administrator: false, askPassword: true },
      { name: 'Pupil', administrator: true, askPassword: true },
    ),
  });
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(now, atFirstStart), (change, protect) => {
      const { edition, layout, deviceEncryption, account } = change;
      const some = withChoices({ ...usual, edition, layout }, 'portable', { deviceEncryption });
      const answers = withChoices(some, 'answers', { account });
      const conflicts = (chosen: Protect): number => {
        const recipe = windowsRecipeOf({ ...answers, protect: chosen });
        if (recipe === null) throw new Error('no recipe');
        const use = { edition: chosenEdition(answers), targets: targetsOf(answers) };
        return planConflicts(recipe, { ...use, way: 'staged' }).length;
      };
      const hasObstacle = obstacleTo(protect.kind, answers) !== null;
      expect(hasObstacle).toBe(conflicts(protect) > conflicts(none));
    }),
  );
});

describe('the password', () => {
  it('is in the plan of a stick that is encrypted now, and in no recipe', () => {
    expect(parsePlan(windowsPlanOf(encrypted))).toMatchObject({
      protect: now,
      secrets: { bitLockerPassword: password },
    });
    const recipe = windowsRecipeOf(encrypted);
    expect(parseRecipe(recipe)).toMatchObject({ protect: now });
    expect(JSON.stringify(recipe)).not.toContain(password);
  });

  it('is forgotten when the stick is no longer encrypted now, and when the next one is made', () => {
    for (const later of [
      withProtection(encrypted, none),
      withProtection(encrypted, atFirstStart),
      forAnother(encrypted),
    ]) {
      expect(JSON.stringify(later)).not.toContain(password);
    }
  });

  it('goes into no plan while Windows would not take it', () => {
    const short = { ...encrypted.secrets, bitLockerPassword: 'short' };
    expect(secretsOf({ ...encrypted, secrets: short }).bitLockerPassword).toBeNull();
  });
});

it('Another way keeps what the ways have in common.', () => {
  const chosen = { ...now, cipher: 'xts-aes-256', escrow: 'entra-id' } as Protect;
  expect(protectionOf('first-start', chosen, '')).toEqual({
    kind: 'first-start',
    cipher: 'xts-aes-256',
    escrow: 'entra-id',
    recoveryFolder: null,
  });
  expect(protectionOf('now', chosen, '/elsewhere')).toBe(chosen);
  expect(protectionOf('now', none, '/keys')).toEqual({
    kind: 'now',
    ...protectDefaults,
    recoveryFolder: '/keys',
  });
});

it('A stick that is encrypted now is never unpacked straight onto its drive.', () => {
  expect(mayGoDirect(usual)).toBe(true);
  expect(mayGoDirect(encrypted)).toBe(false);
  expect(mayGoDirect(withProtection(usual, atFirstStart))).toBe(true);
});
