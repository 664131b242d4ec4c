import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobState } from '../../src-shared/job';
import { emptyCard, kingston, offered, progress, sha256, windows11 } from '../dev/samples';
import { type Answers, firstAnswers } from './answers';
import { planOf } from './plan';
import {
  forAnother,
  forFailed,
  isConfirmed,
  openSteps,
  problemOf,
  settle,
  stepState,
  stepsOf,
  withDriveList,
  withDrives,
  withEdition,
  withFile,
  withImage,
  withSpace,
  withVerdict,
} from './wizard';
import { computerNames, withChoices } from './yours';

const steps = stepsOf(firstAnswers);

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
    expect([...openSteps(answered(), idle)]).toEqual(steps.slice(0, 8));
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
    expect(states).toEqual(['done', 'current', 'open', ...Array<string>(7).fill('closed')]);
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

describe('a size of Windows’ own', () => {
  const own = (windowsBytes: number | null, more: Partial<Answers> = {}): Answers =>
    withSpace(answered(), { windowsBytes, ...more });

  it('has to be enough for Windows, and to fit', () => {
    expect(problemOf('space', own(40e9), idle)).toBeNull();
    expect(problemOf('space', own(0), idle)).toBe('windows-too-small');
    expect(problemOf('space', own(60e9), idle)).toBe('windows-too-large');
    expect(problemOf('space', own(57.4e9, { sharedBytes: 'rest' }), idle)).toBe(
      'windows-too-large',
    );
    expect(problemOf('space', own(40e9, { sharedBytes: 20e9 }), idle)).toBe('shared-too-large');
  });

  it('leaves something to share, which Windows that takes everything does not', () => {
    const rest = own(40e9, { sharedBytes: 'rest' });
    expect(problemOf('space', rest, idle)).toBeNull();
    expect(withSpace(rest, { windowsBytes: null }).sharedBytes).toBe(0);
  });

  it('is given up, after the shared partition, when a drive is too small for it', () => {
    const large = withSpace(withDrives(answered(), [emptyCard]), { windowsBytes: 90e9 });
    expect(withDrives(large, [kingston])).toMatchObject({ windowsBytes: null, sharedBytes: 0 });
  });

  it('can’t be had on a stick for a BIOS that has a Windows for ARM', () => {
    const arm = windows11.editions.map((one) => ({ ...one, architecture: 'arm64' as const }));
    const image = withImage(answered(), { ...windows11, editions: arm });
    const mbr = withSpace(image, { layout: { scheme: 'mbr', container: 'none' } });
    expect(problemOf('space', mbr, idle)).toBe('bios-arm');
  });

  it('can’t be a virtual disk around a virtual disk', () => {
    const path = '/tmp/stick.vhdx';
    const target = { chosen: true, pathText: path, checked: { ...checked, path } };
    const vhdx = withFile(withDrives(answered(), []), { ...target, sizeText: '64 GB' });
    expect(problemOf('space', vhdx, idle)).toBeNull();
    const nested = withSpace(vhdx, { layout: { scheme: 'gpt', container: 'vhdx' } });
    expect(problemOf('space', nested, idle)).toBe('vhdx-nested');
    expect(
      problemOf('space', withFile(nested, { checked, pathText: checked.path }), idle),
    ).toBeNull();
  });

  it('has at most 4.36 TB in a virtual disk, and more in a bare one', () => {
    const path = '/tmp/stick.vhdx';
    const file = { chosen: true, pathText: path, checked: { ...checked, path }, sizeText: '5 TB' };
    expect(problemOf('drive', withFile(firstAnswers, file), idle)).toBe('vhdx-size');
    expect(
      problemOf('drive', withFile(firstAnswers, { ...file, sizeText: '4 TB' }), idle),
    ).toBeNull();
    const bare = { ...file, pathText: checked.path, checked };
    expect(problemOf('drive', withFile(firstAnswers, bare), idle)).toBeNull();
  });
});

describe('what is added to Windows', () => {
  const driversFound = {
    architecture: 'x64' as const,
    report: { folder: '/drivers', taken: [], refused: [], totalBytes: 45e9 },
  };
  const large = withChoices({ ...answered(), driversFound }, 'drivers', { folder: '/drivers' });

  it('may be too much for the stick, which is said where it can be taken back', () => {
    expect(problemOf('space', large, idle)).toBe('disk-too-small');
    expect(problemOf('yours', large, idle)).toBe('extras-too-large');
    expect(settle('yours', large, idle)).toBe('yours');
    expect(settle('review', large, idle)).toBe('space');
    expect(openSteps(large, idle).has('review')).toBe(false);
  });

  it('keeps nobody there while a job runs', () => {
    expect(settle('yours', large, running)).toBe('make');
  });

  it('counts only for the folder and the processor that it was found for', () => {
    const other = withChoices(large, 'drivers', { folder: '/others' });
    expect(problemOf('space', other, idle)).toBeNull();
    expect(problemOf('yours', other, idle)).toBe('drivers-unread');
  });
});

describe('computers that are counted', () => {
  const names = (answers: Answers) => computerNames(answers);
  const three = withChoices(
    withDrives(answered(), [kingston, emptyCard, { ...kingston, path: '/dev/sdz' }]),
    'answers',
    { computerName: { pattern: 'PC-##', firstNumber: 7 } },
  );

  it('go on counting with another series, and join no domain twice', () => {
    const joined = withChoices(three, 'roaming', { domainJoinFile: '/a' });
    const again = withDrives(forAnother(joined), [kingston]);
    expect(names(again)).toEqual(['PC-10']);
    expect(again.windows.roaming.domainJoinFile).toBeNull();
  });

  it('keep their names when they follow one another and are tried again', () => {
    expect(names(forFailed(three, ['/dev/mmcblk0', '/dev/sdz']))).toEqual(['PC-08', 'PC-09']);
    expect(names(forFailed(three, ['/dev/sdz']))).toEqual(['PC-09']);
  });

  it('get no name that a finished one has when they don’t', () => {
    expect(names(forFailed(three, ['/dev/sdb', '/dev/sdz']))).toEqual(['PC-10', 'PC-11']);
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
