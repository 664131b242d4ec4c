import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobState } from '../../src-shared/job';
import { emptyCard, kingston, offered, progress, sha256, windows11 } from '../dev/samples';
import { type Answers, firstAnswers, planOf } from './answers';
import {
  forAnother,
  isConfirmed,
  openSteps,
  problemOf,
  settle,
  stepState,
  steps,
  withDriveList,
  withDrives,
  withEdition,
  withFile,
  withImage,
  withSpace,
  withVerdict,
} from './wizard';

const idle: JobState = { state: 'idle' };
const running: JobState = {
  state: 'running',
  progress: progress('writing', 0.5, 0.5),
  targets: [],
  log: [],
};
const checked = { path: '/tmp/stick.img', exists: false, freeBytes: 1e12 };

function answered(): Answers {
  const withTargets = withDrives(firstAnswers, [kingston]);
  return withVerdict(withImage(withTargets, windows11), {
    verdict: 'match',
    sha256,
    by: 'pasted',
  });
}
const confirmed = (answers: Answers): Answers => ({
  ...answers,
  typedNames: { 'Kingston DataTraveler 3.0': ' kingston  datatraveler 3.0 ' },
});

describe('steps open only when the ones before them are answered', () => {
  it('opens the first step alone at the start', () => {
    expect([...openSteps(firstAnswers, idle)]).toEqual(['drive']);
  });

  it('opens one more step with each answer', () => {
    const drive = withDrives(firstAnswers, [kingston]);
    expect([...openSteps(drive, idle)]).toEqual(['drive', 'image']);
    const image = withImage(drive, windows11);
    expect([...openSteps(image, idle)]).toEqual(['drive', 'image', 'verify']);
    expect([...openSteps(answered(), idle)]).toEqual(steps.slice(0, 7));
  });

  it('never opens a step behind an unanswered one, whatever the answers are', () => {
    const verdicts = fc.constantFrom<Answers['verdict']>(
      null,
      { verdict: 'unknown', sha256 },
      { verdict: 'mismatch', sha256, expected: '0'.repeat(64), by: 'file' },
      { verdict: 'match', sha256, by: 'trusted' },
    );
    const anyAnswers = fc.record({
      drives: fc.constantFrom<Answers['drives']>([], [kingston], [kingston, emptyCard]),
      image: fc.constantFrom(null, windows11),
      verdict: verdicts,
      goOnUnverified: fc.boolean(),
      edition: fc.constantFrom(null, 1, 5, 6, 99),
      sharedBytes: fc.nat({ max: 100e9 }),
      sharedLabel: fc.string({ maxLength: 14 }),
    });
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...steps), (change, step) => {
        const answers = { ...firstAnswers, ...change };
        const open = openSteps(answers, idle);
        if (!open.has(step)) return;
        for (const before of steps.slice(0, steps.indexOf(step))) {
          expect(problemOf(before, answers, idle)).toBeNull();
        }
      }),
    );
  });

  it('opens nothing but the job while it runs, and nothing but the result once it is done', () => {
    expect([...openSteps(confirmed(answered()), running)]).toEqual(['make']);
    const done = { state: 'done' } as JobState;
    expect([...openSteps(confirmed(answered()), done)]).toEqual(['done']);
  });

  it('never opens the job screen without a job', () => {
    expect(openSteps(confirmed(answered()), idle).has('make')).toBe(false);
  });

  it('takes a person back to the last open step when theirs has closed', () => {
    const pulled = withDrives(answered(), []);
    expect(settle('review', pulled, idle)).toBe('drive');
    expect(settle('space', answered(), idle)).toBe('space');
    expect(settle('review', answered(), running)).toBe('make');
  });

  it('shows answered steps behind as done, those ahead as open or closed', () => {
    const answers = withImage(withDrives(firstAnswers, [kingston]), windows11);
    const open = openSteps(answers, idle);
    const states = steps.map((step) => stepState(step, 'image', open, answers, idle));
    expect(states).toEqual(['done', 'current', 'open', ...Array<string>(6).fill('closed')]);
  });
});

describe('an earlier answer that changes makes later ones void', () => {
  it('forgets hash, edition, space and confirmation when the image changes', () => {
    const before = withSpace(withEdition(confirmed(answered()), 1), { sharedBytes: 8e9 });
    const after = withImage({ ...before, goOnUnverified: true }, windows11);
    expect(after).toMatchObject({
      verdict: null,
      goOnUnverified: false,
      edition: 5,
      sharedBytes: 0,
      typedNames: {},
    });
  });

  it('forgets the confirmation whenever what it confirmed changes', () => {
    const all = confirmed(answered());
    expect(isConfirmed(all)).toBe(true);
    for (const changed of [
      withDrives(all, [kingston, emptyCard]),
      withEdition(all, 1),
      withSpace(all, { sharedBytes: 1e9 }),
      withVerdict(all, { verdict: 'unknown', sha256 }),
      withFile(all, { chosen: true }),
    ]) {
      expect(isConfirmed(changed)).toBe(false);
    }
  });

  it('forgets that one went on without comparing when a new verdict comes', () => {
    const unverified = {
      ...withVerdict(answered(), { verdict: 'unknown', sha256 }),
      goOnUnverified: true,
    };
    expect(problemOf('verify', unverified, idle)).toBeNull();
    const again = withVerdict(unverified, { verdict: 'unknown', sha256 });
    expect(problemOf('verify', again, idle)).toBe('unverified');
  });

  it('never goes on from a mismatch, not even deliberately', () => {
    const mismatch = withVerdict(answered(), {
      verdict: 'mismatch',
      sha256,
      expected: '0'.repeat(64),
      by: 'pasted',
    });
    expect(problemOf('verify', { ...mismatch, goOnUnverified: true }, idle)).toBe('mismatch');
  });

  it('gives up a shared partition that a smaller drive has no room for', () => {
    const large = withSpace(withDrives(answered(), [emptyCard]), { sharedBytes: 90e9 });
    expect(problemOf('space', large, idle)).toBeNull();
    expect(withDrives(large, [emptyCard, kingston]).sharedBytes).toBe(0);
  });

  it('forgets what is known of a path when another is typed', () => {
    const known = withFile(firstAnswers, { chosen: true, pathText: '/tmp/stick.img', checked });
    expect(problemOf('drive', known, idle)).toBeNull();
    expect(problemOf('drive', withFile(known, { pathText: '/tmp/s' }), idle)).toBe('file-path');
    expect(problemOf('drive', withFile(known, { sizeText: 'lots' }), idle)).toBe('file-size');
  });
});

describe('the list of drives keeps the ticked ones up to date', () => {
  it('unticks a drive that was pulled, or whose place another one took', () => {
    expect(withDriveList(answered(), []).drives).toEqual([]);
    const other = { ...kingston, serial: 'another' };
    expect(withDriveList(answered(), [offered(other)]).drives).toEqual([]);
  });

  it('unticks a drive that may no longer be erased', () => {
    const list = [{ drive: kingston, reasons: ['holds-image' as const] }];
    expect(withDriveList(answered(), list).drives).toEqual([]);
  });

  it('asks for confirmation again when something else lies on the drive now', () => {
    const all = confirmed(answered());
    expect(withDriveList(all, [offered(kingston)])).toBe(all);
    const filled = { ...kingston, partitions: [...kingston.partitions, ...kingston.partitions] };
    const after = withDriveList(all, [offered(filled)]);
    expect(after.drives).toEqual([filled]);
    expect(isConfirmed(after)).toBe(false);
  });
});

describe('erasing has to be confirmed', () => {
  it('by typing the name of every drive that holds data', () => {
    const two = withDrives(answered(), [kingston, { ...kingston, vendor: 'Toshiba', path: '/x' }]);
    expect(isConfirmed(confirmed(two))).toBe(false);
    const typed = { ...two.typedNames, 'Kingston DataTraveler 3.0': 'Kingston DataTraveler 3.0' };
    expect(isConfirmed({ ...two, typedNames: typed })).toBe(false);
    const both = { ...typed, 'Toshiba DataTraveler 3.0': 'toshiba datatraveler 3.0' };
    expect(isConfirmed({ ...two, typedNames: both })).toBe(true);
  });

  it('by a tick for an empty drive, and for a file that is replaced', () => {
    const empty = withDrives(answered(), [emptyCard]);
    expect(isConfirmed(empty)).toBe(false);
    expect(isConfirmed({ ...empty, ticked: true })).toBe(true);
    const file = { chosen: true, pathText: checked.path };
    const replaced = withFile(withDrives(answered(), []), {
      ...file,
      checked: { ...checked, exists: true },
    });
    expect(isConfirmed(replaced)).toBe(false);
    const fresh = withFile(withDrives(answered(), []), { ...file, checked });
    expect(isConfirmed(fresh)).toBe(true);
  });
});

describe('room is checked against the smallest target', () => {
  it('refuses an edition that does not fit', () => {
    const small = withDrives(answered(), [kingston, { ...kingston, sizeBytes: 16e9 }]);
    expect(problemOf('edition', small, idle)).toBe('target-too-small');
  });

  it('refuses shared partitions that are too small, too large or badly named', () => {
    const shared = (sharedBytes: number): Answers => withSpace(answered(), { sharedBytes });
    expect(problemOf('space', shared(1024), idle)).toBe('shared-too-small');
    expect(problemOf('space', shared(50e9), idle)).toBe('shared-too-large');
    expect(problemOf('space', withSpace(answered(), { sharedLabel: 'a/b' }), idle)).toBe(
      'shared-label',
    );
  });
});

describe('making another one', () => {
  it('keeps every answer but the targets and their confirmation', () => {
    const again = forAnother(confirmed(answered()));
    expect(again).toMatchObject({ drives: [], typedNames: {}, edition: 5, image: windows11 });
    expect(planOf(again)).toBeNull();
    expect([...openSteps(again, idle)]).toEqual(['drive']);
  });
});
