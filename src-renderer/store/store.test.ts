import { type WindowsRecipe, recipeDefaults } from '../../src-shared/windows-recipe';
import { defaultWindowsChoices } from '../../src-shared/windows-choices';
import { describe, expect, it, vi } from 'vitest';
import type { RequestName } from '../../src-shared/ipc';
import {
  buildCache,
  driveLists,
  emptyCard,
  kingston,
  longNamed,
  report,
  reportOfSeveral,
  running,
  sha256,
  testOf,
  windows11,
  windowsContents,
} from '../dev/samples';
import { type SimulatedApi, type Simulation, simulateApi } from '../dev/simulated-api';
import { driverReport, firstAnswers } from './answers';
import { testResult } from './drive-tests';
import { createWizardStore } from './store';
import { problemOf } from './wizard';

const answers: Simulation['answers'] = {
  'drives:list': driveLists.many,
  'image:inspect': windows11,
  'image:verify': { verdict: 'match', sha256, by: 'file' },
};

function open(changes: Partial<Simulation> = {}) {
  const api = simulateApi({ answers: { ...answers }, errors: {}, silent: [], ...changes });
  return { api, store: createWizardStore(api) };
}

const askedFor = (api: SimulatedApi, channel: RequestName): unknown[] =>
  api.asked.filter((one) => one.channel === channel).map(({ payload }) => payload);

/** Lets every answer that is already there arrive. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function readyToStart(changes: Partial<Simulation> = {}) {
  const opened = open(changes);
  const { store } = opened;
  await settled();
  store.getState().toggleDrive(kingston);
  await store.getState().inspect(windows11.path);
  await store.getState().startHash();
  store.getState().go('review');
  store.getState().typeName('Kingston DataTraveler 3.0', 'Kingston DataTraveler 3.0');
  await store.getState().checkRoom();
  return opened;
}

describe('going from step to step', () => {
  it('refuses a step that is not open, and Continue on an unanswered one', async () => {
    const { store } = open();
    await settled();
    store.getState().go('review');
    store.getState().next();
    expect(store.getState().step).toBe('drive');
    store.getState().toggleDrive(kingston);
    store.getState().next();
    expect(store.getState().step).toBe('image');
    store.getState().back();
    expect(store.getState().step).toBe('drive');
  });

  it('never starts the job by going on', async () => {
    const { api, store } = await readyToStart();
    for (let press = 0; press < 5; press += 1) store.getState().next();
    expect(store.getState().step).toBe('review');
    expect(askedFor(api, 'job:start')).toEqual([]);
  });
});

describe('answers that come too late', () => {
  it('does not take an image that was given up for another one meanwhile', async () => {
    const { api, store } = open();
    const first = store.getState().inspect('/a.iso');
    api.simulation.answers['image:inspect'] = { ...windows11, path: '/b.iso' };
    const second = store.getState().inspect('/b.iso');
    await Promise.all([first, second]);
    expect(store.getState().answers.image?.path).toBe('/b.iso');
  });

  it('does not take the hash of an image that was replaced while it was read', async () => {
    const { api, store } = open();
    await store.getState().inspect(windows11.path);
    const hashing = store.getState().startHash();
    await store.getState().inspect(windows11.path);
    await hashing;
    expect(store.getState().answers.verdict).toBeNull();
    expect(askedFor(api, 'image:verify-cancel')).toHaveLength(1);
  });

  it('does not take facts about a path that is no longer the typed one', async () => {
    const { api, store } = open();
    const facts = { exists: false, freeBytes: 1e12 };
    api.simulation.answers['target:image-file'] = { path: '/a.img', ...facts };
    store.getState().changeFile({ chosen: true, pathText: '/a.img' });
    store.getState().changeFile({ pathText: '' });
    await settled();
    expect(store.getState().answers.file.checked).toBeNull();
  });
});

describe('the hash', () => {
  it('is compared with a pasted value without reading the image again', async () => {
    const unknown = { ...answers, 'image:verify': { verdict: 'unknown' as const, sha256 } };
    const { api, store } = open({ answers: unknown });
    await store.getState().inspect(windows11.path);
    await store.getState().startHash();
    expect(store.getState().answers.verdict?.verdict).toBe('unknown');
    store.getState().setPasted(sha256.toUpperCase());
    expect(store.getState().answers.verdict?.verdict).toBe('match');
    store.getState().setPasted('0'.repeat(64));
    expect(store.getState().answers.verdict?.verdict).toBe('mismatch');
    expect(askedFor(api, 'image:verify')).toHaveLength(1);
  });

  it('is compared with a value that was pasted while the image was still being read', async () => {
    const { store } = open();
    await store.getState().inspect(windows11.path);
    const hashing = store.getState().startHash();
    store.getState().setPasted('0'.repeat(64));
    await hashing;
    expect(store.getState().answers.verdict?.verdict).toBe('mismatch');
  });
});

describe('drives that come and go', () => {
  it('unticks one that was pulled, says so, and goes back to where one is chosen', async () => {
    const { api, store } = await readyToStart();
    api.simulation.answers['drives:list'] = driveLists.onlyInternal;
    api.tell('drives:changed', null);
    await settled();
    const state = store.getState();
    expect(state.answers.drives).toEqual([]);
    expect(state.step).toBe('drive');
    expect(state.notice?.notice).toEqual({
      kind: 'drive-gone',
      name: 'Kingston DataTraveler 3.0',
    });
  });

  it('leaves the answers alone while a job runs, whose drive vanishes from the list by design', async () => {
    const { api, store } = await readyToStart();
    api.tell('job:state', running('writing', 0.5, 0.5));
    api.simulation.answers['drives:list'] = [];
    api.tell('drives:changed', null);
    await settled();
    expect(store.getState().answers.drives).toEqual([kingston]);
    expect(store.getState().step).toBe('make');
  });
});

describe('the job', () => {
  it('starts once, with the plan that was reviewed', async () => {
    const { api, store } = await readyToStart();
    await Promise.all([store.getState().startJob(), store.getState().startJob()]);
    const plans = askedFor(api, 'job:start');
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatchObject({
      image: { path: windows11.path, sha256 },
      edition: { index: 5 },
      targets: [{ kind: 'drive', identity: { path: '/dev/sdb' }, unmount: true }],
    });
  });

  it('does not start before what it erases was confirmed', async () => {
    const { api, store } = await readyToStart();
    store.getState().typeName('Kingston DataTraveler 3.0', 'Kingston');
    await store.getState().startJob();
    expect(askedFor(api, 'job:start')).toEqual([]);
  });

  it('says why when it was refused, and stays on the review', async () => {
    const error = { code: 'target/busy' as const, params: { target: '/dev/sdb' } };
    const { store } = await readyToStart({ errors: { 'job:start': error } });
    await store.getState().startJob();
    expect(store.getState().starting).toMatchObject({ state: 'failed', error });
    expect(store.getState().step).toBe('review');
  });

  it('leads to the result when it is done, and to the same answers for another stick', async () => {
    const { api, store } = await readyToStart();
    api.tell('job:state', running('preparing', 0, 0));
    expect(store.getState().step).toBe('make');
    api.tell('job:state', { state: 'done', report: report('/dev/sdb', 1, false), log: [] });
    expect(store.getState().step).toBe('done');
    store.getState().makeAnother();
    expect(store.getState()).toMatchObject({ step: 'drive', job: { state: 'idle' } });
    expect(store.getState().answers.edition).toBe(5);
    expect(store.getState().answers.drives).toEqual([]);
  });

  it('asks for a new confirmation before it is tried again', async () => {
    const { api, store } = await readyToStart();
    api.tell('job:state', running('writing', 0.1, 0.1));
    const error = { code: 'io/write' as const, params: {}, stick: 'unfinished' as const };
    api.tell('job:state', { state: 'failed', error, phase: 'writing', log: [] });
    expect(store.getState().step).toBe('make');
    store.getState().tryAgain();
    expect(store.getState().step).toBe('review');
    await store.getState().startJob();
    expect(askedFor(api, 'job:start')).toEqual([]);
  });

  it('is shown by a window that was opened again while it runs', async () => {
    const state = running('building', 0.5, 0.2);
    const { store } = open({ answers: { ...answers, 'job:state': state } });
    await vi.waitFor(() => {
      expect(store.getState().step).toBe('make');
    });
  });
});

describe('the password of an encrypted stick', () => {
  const password = 'river-tooth-splendid-9';
  const text = (value: unknown): string => JSON.stringify(value);

  async function readyToEncrypt() {
    const opened = await readyToStart();
    const { store } = opened;
    store.getState().go('protect');
    store.getState().chooseProtection('now');
    store.getState().typePassword({ password, again: password });
    store.getState().go('review');
    store.getState().typeName('Kingston DataTraveler 3.0', 'Kingston DataTraveler 3.0');
    await store.getState().checkRoom();
    return opened;
  }

  it('goes to the job, and into no recipe', async () => {
    const { api, store } = await readyToEncrypt();
    await store.getState().startJob();
    expect(askedFor(api, 'job:start')).toMatchObject([
      {
        protect: { kind: 'now', recoveryFolder: '/home/mara/Documents' },
        secrets: { bitLockerPassword: password },
      },
    ]);
    store.getState().saveRecipe();
    await store.getState().keepRecipe('ask');
    store.getState().saveRecipe();
    await store.getState().saveRecipeElsewhere();
    for (const channel of ['recipes:keep', 'recipe:save'] as const) {
      expect(text(askedFor(api, channel))).toContain('/home/mara/Documents');
      expect(text(askedFor(api, channel))).not.toContain(password);
    }
  });

  it('is forgotten once all sticks are done, and kept while some can be tried again', async () => {
    const { api, store } = await readyToEncrypt();
    api.tell('job:state', running('writing', 0.1, 0.1));
    const mixed = reportOfSeveral([emptyCard], [kingston]);
    api.tell('job:state', { state: 'done', report: mixed, log: [] });
    expect(text(store.getState().answers)).toContain(password);
    store.getState().tryFailedAgain();
    api.tell('job:state', running('writing', 0.1, 0.1));
    api.tell('job:state', { state: 'done', report: report('/dev/sdb', 1, false), log: [] });
    expect(text(store.getState())).not.toContain(password);
  });

  it('is not brought back by undoing a reset of something else', async () => {
    const { store } = await readyToEncrypt();
    store.getState().resetSection('portable');
    store.getState().typePassword({ password: 'another-one', again: 'another-one' });
    store.getState().undoReset();
    expect(store.getState().answers.secrets.bitLockerPassword).toBe('another-one');
    expect(text(store.getState())).not.toContain(password);
  });

  it('is asked for by a recipe that encrypts', async () => {
    const recipe: WindowsRecipe = {
      ...recipeDefaults,
      image: { path: windows11.path, sha256: null },
      edition: { index: 5 },
      protect: {
        kind: 'now',
        cipher: 'xts-aes-256',
        escrow: 'none',
        recoveryFolder: '/keys',
        clearFreeSpace: false,
      },
    };
    const { api, store } = await readyToEncrypt();
    api.simulation.answers['recipe:open'] = { name: 'Keys', recipe };
    await store.getState().openRecipe();
    const { answers, job } = store.getState();
    expect(answers.protect).toEqual(recipe.protect);
    expect(text(answers)).not.toContain(password);
    expect(problemOf('protect', answers, job)).toBe('password-missing');
  });
});

describe('a job on several drives', () => {
  it('is tried again from the review with only those ticked that failed, confirmed anew', async () => {
    const { api, store } = open();
    await settled();
    const drives = [kingston, emptyCard, longNamed];
    for (const drive of drives) store.getState().toggleDrive(drive);
    await store.getState().inspect(windows11.path);
    await store.getState().startHash();
    store.getState().setTicked(true);
    api.tell('job:state', running('writing', 0.1, 0.1));
    const mixed = reportOfSeveral([kingston, longNamed], [emptyCard]);
    api.tell('job:state', { state: 'done', report: mixed, log: [] });
    store.getState().tryFailedAgain();
    const { answers, job, step } = store.getState();
    expect({ step, job: job.state }).toEqual({ step: 'review', job: 'idle' });
    expect(answers.drives).toEqual([emptyCard]);
    expect(answers.ticked).toBe(false);
  });

  it('goes back to where a drive is chosen when the ones that failed have been pulled', async () => {
    const { api, store } = await readyToStart();
    api.tell('job:state', running('writing', 0.1, 0.1));
    const mixed = reportOfSeveral([emptyCard], [kingston]);
    api.tell('job:state', { state: 'done', report: mixed, log: [] });
    api.simulation.answers['drives:list'] = driveLists.onlyInternal;
    store.getState().tryFailedAgain();
    await settled();
    expect(store.getState().step).toBe('drive');
  });
});

describe('a drive test', () => {
  const name = 'Kingston DataTraveler 3.0';

  it('starts only once the name of a drive that holds data was typed', async () => {
    const { api, store } = open({ answers: { ...answers, 'drives:test': testOf() } });
    await settled();
    await store.getState().startDriveTest();
    store.getState().askDriveTest(kingston);
    await store.getState().startDriveTest();
    store.getState().confirmDriveTest({ ticked: true });
    await store.getState().startDriveTest();
    expect(askedFor(api, 'drives:test')).toEqual([]);
    store.getState().confirmDriveTest({ typed: name });
    await store.getState().startDriveTest();
    expect(askedFor(api, 'drives:test')).toMatchObject([{ identity: { path: '/dev/sdb' } }]);
  });

  it('starts only once an empty drive was ticked', async () => {
    const { api, store } = open({ answers: { ...answers, 'drives:test': testOf() } });
    store.getState().askDriveTest(emptyCard);
    await store.getState().startDriveTest();
    expect(askedFor(api, 'drives:test')).toEqual([]);
    store.getState().confirmDriveTest({ ticked: true });
    await store.getState().startDriveTest();
    expect(askedFor(api, 'drives:test')).toHaveLength(1);
  });

  async function tested(result: ReturnType<typeof testOf> | null) {
    const opened = open({ answers: { ...answers, 'drives:test': result } });
    const { store } = opened;
    await settled();
    store.getState().toggleDrive(kingston);
    store.getState().askDriveTest(kingston);
    store.getState().confirmDriveTest({ typed: name });
    await store.getState().startDriveTest();
    return opened;
  }

  it('keeps what it found for as long as the drive is the same', async () => {
    const { store } = await tested(testOf());
    const { driveTests, testing, answers: after } = store.getState();
    expect(testing).toBeNull();
    expect(testResult(driveTests, kingston)).toEqual(testOf());
    expect(testResult(driveTests, { ...kingston, serial: 'another' })).toBeNull();
    expect(after.drives).toEqual([kingston]);
  });

  it('unticks a drive that holds less than it claims, which can’t be ticked again', async () => {
    const { store } = await tested(testOf({ firstLostByte: 8e9 }));
    expect(store.getState().answers.drives).toEqual([]);
    store.getState().toggleDrive(kingston);
    expect(store.getState().answers.drives).toEqual([]);
    store.getState().toggleDrive(emptyCard);
    expect(store.getState().answers.drives).toEqual([emptyCard]);
  });

  it('found nothing when it was cancelled', async () => {
    const { store } = await tested(null);
    expect(store.getState()).toMatchObject({ testing: null, driveTests: {} });
  });

  it('can’t be closed away while it runs, and is cancelled once', async () => {
    const { api, store } = open({ silent: ['drives:test'] });
    await settled();
    store.getState().askDriveTest(emptyCard);
    store.getState().confirmDriveTest({ ticked: true });
    void store.getState().startDriveTest();
    store.getState().closeDriveTest();
    const told = { target: emptyCard.path, step: 'reading', overall: 0.5 } as const;
    api.tell('drives:test-progress', told);
    expect(store.getState().testing).toMatchObject({ state: 'running', progress: told });
    void store.getState().cancelDriveTest();
    void store.getState().cancelDriveTest();
    expect(store.getState().testing?.state).toBe('cancelling');
    expect(askedFor(api, 'drives:test-cancel')).toHaveLength(1);
  });

  it('says why it failed, and looks at the drives again', async () => {
    const error = { code: 'target/vanished' as const, params: { target: '/dev/sdb' } };
    const { api, store } = open({ errors: { 'drives:test': error } });
    await settled();
    store.getState().askDriveTest(emptyCard);
    store.getState().confirmDriveTest({ ticked: true });
    await store.getState().startDriveTest();
    expect(store.getState().testing).toMatchObject({ state: 'failed', error });
    expect(askedFor(api, 'drives:list')).toHaveLength(2);
  });
});

describe('room in the work folder', () => {
  const folder = '/work folder';
  const lacking = (freeBytes: number): Simulation['answers'] => ({
    ...answers,
    'plan:room': (plan) => ({
      folder,
      freeBytes,
      neededBytes: plan.kind === 'windows-to-go' && plan.way === 'direct' ? 5e9 : 25e9,
    }),
  });

  it('is needed for the job to start', async () => {
    const { api, store } = await readyToStart({ answers: lacking(6e9) });
    await store.getState().startJob();
    expect(askedFor(api, 'job:start')).toEqual([]);
    api.simulation.answers['plan:room'] = { folder, freeBytes: 26e9, neededBytes: 25e9 };
    await store.getState().checkRoom();
    await store.getState().startJob();
    expect(askedFor(api, 'job:start')).toMatchObject([{ way: 'staged' }]);
  });

  it('is not needed when Windows goes straight onto the drive, which has to be chosen', async () => {
    const { api, store } = await readyToStart({ answers: lacking(6e9) });
    store.getState().setDirect(true);
    await store.getState().startJob();
    expect(askedFor(api, 'job:start')).toMatchObject([{ way: 'direct' }]);
  });

  it('is needed even for the direct way, as much as that takes', async () => {
    const { api, store } = await readyToStart({ answers: lacking(3e9) });
    store.getState().setDirect(true);
    await store.getState().startJob();
    expect(askedFor(api, 'job:start')).toEqual([]);
  });

  it('can’t be gone without on two drives', async () => {
    const { store } = await readyToStart({ answers: lacking(6e9) });
    store.getState().toggleDrive(emptyCard);
    store.getState().setDirect(true);
    expect(store.getState().answers.way).toBe('staged');
  });

  it('is asked for again without undoing the choice, as long as there is too little', async () => {
    const { api, store } = await readyToStart({ answers: lacking(6e9) });
    store.getState().setDirect(true);
    await store.getState().checkRoom();
    expect(store.getState().answers.way).toBe('direct');
    api.simulation.answers['plan:room'] = { folder, freeBytes: 26e9, neededBytes: 25e9 };
    await store.getState().checkRoom();
    expect(store.getState().answers.way).toBe('staged');
  });

  it('has to be gone without deliberately again when something else is to be made', async () => {
    const { store } = await readyToStart({ answers: lacking(6e9) });
    store.getState().setDirect(true);
    store.getState().chooseEdition(1);
    expect(store.getState().answers.way).toBe('staged');
  });

  it('has to be known before the job starts', async () => {
    const error = { code: 'work/unusable' as const, params: { path: folder, message: 'x' } };
    const { api, store } = await readyToStart({ errors: { 'plan:room': error } });
    expect(store.getState().room).toMatchObject({ state: 'failed', error });
    await store.getState().startJob();
    expect(askedFor(api, 'job:start')).toEqual([]);
  });
});

describe('kept builds', () => {
  it('are listed, and what is left after one was removed is shown', async () => {
    const { api, store } = open({ answers: { ...answers, 'cache:state': buildCache(3) } });
    await store.getState().loadCache();
    expect(store.getState().cache).toEqual({ state: 'ready', value: buildCache(3) });
    api.simulation.answers['cache:remove'] = buildCache(2);
    await store.getState().removeBuild('3'.repeat(64));
    expect(askedFor(api, 'cache:remove')).toEqual(['3'.repeat(64)]);
    expect(store.getState().cache).toEqual({ state: 'ready', value: buildCache(2) });
  });

  it('are listed anew, with a message, when one could not be removed', async () => {
    const error = { code: 'cache/in-use' as const, params: { key: '1' } };
    const { api, store } = open({
      answers: { ...answers, 'cache:state': buildCache(1) },
      errors: { 'cache:remove': error },
    });
    await store.getState().removeBuild('1'.repeat(64));
    expect(store.getState().notice?.notice).toMatchObject({ kind: 'error', error });
    expect(askedFor(api, 'cache:state')).toHaveLength(1);
    expect(store.getState().cache).toEqual({ state: 'ready', value: buildCache(1) });
  });
});

describe('a recipe', () => {
  const recipe = {
    ...recipeDefaults,
    image: { path: windows11.path, sha256 },
    edition: { index: 1 },
    space: { windowsBytes: 30e9, sharedBytes: 'rest', sharedLabel: 'DATA' },
    windows: {
      ...defaultWindowsChoices,
      portable: { ...defaultWindowsChoices.portable, internalDisks: 'online' },
    },
  } satisfies WindowsRecipe;

  it('fills in every answer it holds, and its hash is what the image is compared with', async () => {
    const { store } = open({ answers: { ...answers, 'recipe:open': { name: 'A', recipe } } });
    await store.getState().openRecipe();
    expect(store.getState().answers).toMatchObject({
      edition: 1,
      windowsBytes: 30e9,
      sharedBytes: 'rest',
      sharedLabel: 'DATA',
      windows: recipe.windows,
      verdict: null,
    });
    expect(store.getState().pasted).toBe(sha256);
  });

  it('says so when the image lacks the edition it names', async () => {
    const other = { ...recipe, edition: { index: 40 } };
    const { store } = open({
      answers: { ...answers, 'recipe:open': { name: 'A', recipe: other } },
    });
    await store.getState().openRecipe();
    expect(store.getState().notice?.notice.kind).toBe('edition-not-in-image');
  });

  it('changes nothing when its image can’t be used', async () => {
    const error = { code: 'image/not-found' as const, params: { path: windows11.path } };
    const { store } = open({
      answers: { ...answers, 'recipe:open': { name: 'A', recipe } },
      errors: { 'image:inspect': error },
    });
    await store.getState().openRecipe();
    expect(store.getState().inspecting).toMatchObject({ state: 'failed', error });
    expect(store.getState().answers).toEqual(firstAnswers);
  });
});

describe('make it yours', () => {
  const found = { folder: '/drivers', taken: [], refused: [], totalBytes: 3e9 };

  it('looks through a driver folder once, and again when it is chosen again or for another processor', async () => {
    const { api, store } = await readyToStart();
    api.simulation.answers['choose:driver-folder'] = '/drivers';
    api.simulation.answers['drivers:report'] = found;
    await store.getState().chooseDriverFolder();
    await settled();
    expect(driverReport(store.getState().answers)?.totalBytes).toBe(3e9);
    store.getState().changeWindows('speed', { writeCache: true });
    expect(askedFor(api, 'drivers:report')).toHaveLength(1);
    await store.getState().chooseDriverFolder();
    await settled();
    expect(askedFor(api, 'drivers:report')).toHaveLength(2);
    api.simulation.answers['image:inspect'] = {
      ...windows11,
      editions: windows11.editions.map((one) => ({ ...one, architecture: 'arm64' as const })),
    };
    await store.getState().inspect(windows11.path);
    await settled();
    expect(askedFor(api, 'drivers:report').at(-1)).toEqual({
      folder: '/drivers',
      architecture: 'arm64',
    });
  });

  it('asks once about a folder that can’t be used, and goes on without it', async () => {
    const error = { code: 'drivers/unusable' as const, params: { path: '/drivers', message: 'x' } };
    const { api, store } = await readyToStart({ errors: { 'drivers:report': error } });
    store.getState().changeWindows('drivers', { folder: '/drivers' });
    await settled();
    store.getState().changeWindows('speed', { writeCache: true });
    await settled();
    expect(askedFor(api, 'drivers:report')).toHaveLength(1);
    expect(store.getState().lookingAtDrivers).toMatchObject({ state: 'failed', error });
    expect(problemOf('yours', store.getState().answers, { state: 'idle' })).toBe('drivers-unread');
    store.getState().changeWindows('drivers', { folder: null });
    expect(problemOf('yours', store.getState().answers, { state: 'idle' })).toBeNull();
  });

  it('sets one part back and undoes that, with its secrets, until something else is answered', async () => {
    const { store } = await readyToStart();
    store.getState().addNetwork();
    store.getState().changeNetwork(0, { ssid: 'Staff', key: 'correct horse' });
    store.getState().changeWindows('speed', { writeCache: true });
    const before = store.getState().answers;
    store.getState().resetSection('roaming');
    expect(store.getState().answers.windows).toMatchObject({
      roaming: defaultWindowsChoices.roaming,
      speed: { writeCache: true },
    });
    expect(store.getState().answers.secrets.wifiKeys).toEqual([]);
    store.getState().undoReset();
    expect(store.getState().answers).toEqual({ ...before, typedNames: {}, ticked: false });
    store.getState().resetSection('roaming');
    store.getState().changeWindows('speed', { prefetch: true });
    store.getState().undoReset();
    expect(store.getState().answers.windows.roaming.wifi).toEqual([]);
  });

  it('reads an edition’s lists once, and anew for another edition', async () => {
    const { api, store } = await readyToStart({
      answers: { ...answers, 'image:contents': windowsContents(0) },
    });
    await store.getState().loadContents();
    await store.getState().loadContents();
    expect(askedFor(api, 'image:contents')).toEqual([{ path: windows11.path, index: 5 }]);
    store.getState().chooseEdition(1);
    await store.getState().loadContents();
    expect(store.getState().contents.contents.state).toBe('ready');
    expect(askedFor(api, 'image:contents')).toHaveLength(2);
  });

  it('stops reading an edition’s lists when nobody looks any more, and begins anew when somebody does', async () => {
    const { api, store } = await readyToStart({ silent: ['image:contents'] });
    void store.getState().loadContents();
    store.getState().leaveContents();
    store.getState().leaveContents();
    expect(askedFor(api, 'image:contents-cancel')).toHaveLength(1);
    api.simulation.silent = [];
    api.simulation.answers['image:contents'] = windowsContents(0);
    await store.getState().loadContents();
    store.getState().leaveContents();
    expect(store.getState().contents.contents.state).toBe('ready');
    expect(askedFor(api, 'image:contents-cancel')).toHaveLength(1);
  });

  it('keeps secrets out of recipes, and hands them over with the job', async () => {
    const { api, store } = await readyToStart();
    store.getState().setProductKey('aaaaa-bbbbb-ccccc-ddddd-eeeee');
    store.getState().addNetwork();
    store.getState().changeNetwork(0, { ssid: 'Staff', key: 'correct horse' });
    store.getState().saveRecipe();
    await store.getState().keepRecipe('ask');
    const recipes = JSON.stringify(askedFor(api, 'recipes:keep'));
    expect(recipes).toContain('Staff');
    expect(recipes).not.toMatch(/correct horse|bbbbb/i);
    store.getState().typeName('Kingston DataTraveler 3.0', 'Kingston DataTraveler 3.0');
    await store.getState().startJob();
    expect(askedFor(api, 'job:start')).toMatchObject([
      {
        secrets: {
          productKey: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE',
          wifiKeys: { Staff: 'correct horse' },
        },
      },
    ]);
  });
});

it('A connection that breaks is shown as an error and not thrown.', async () => {
  const { api, store } = open();
  vi.spyOn(api, 'request').mockRejectedValue(new Error('the other side is gone'));
  await store.getState().refreshDrives();
  expect(store.getState().drives).toMatchObject({ state: 'failed', error: { code: 'internal' } });
});
