import { type StoreApi, createStore } from 'zustand';
import type { BuildCacheState } from '../../src-shared/build-cache';
import type { ToolStatus } from '../../src-shared/doctor';
import type { Drive, JudgedDrive } from '../../src-shared/drive';
import { driveName, identityOf } from '../../src-shared/drive';
import type { StickErrorData } from '../../src-shared/errors';
import type { AppInfo, EventOf, Link, WindowApi } from '../../src-shared/ipc';
import type { JobState } from '../../src-shared/job';
import { targetName, type Recipe, type StickPlan } from '../../src-shared/plan';
import { neededDiskBytes } from '../../src-shared/layout';
import { minimumWindowsBytes } from '../../src-shared/space';
import type { WindowsContents } from '../../src-shared/windows-contents';
import {
  type Answers,
  type FileAnswer,
  type TypedSecrets,
  chosenEdition,
  comparePasted,
  firstAnswers,
  pastedHash,
  withRecipe,
} from './answers';
import { ask } from './ask';
import { type DiaryActions, type DiaryState, diaryActions, firstDiaryState } from './diary-actions';
import { type DriveTests, type Testing, holdsLess, isUnderWay, testConfirmed } from './drive-tests';
import {
  type HistoryActions,
  type HistoryState,
  firstHistoryState,
  historyActions,
} from './history/history-actions';
import type { Loadable } from './loadable';
import { type ErrandActions, type ErrandState, errandActions, firstErrandState } from './errands';
import { type ExplainActions, type ExplainState, explainActions } from './explain-actions';
import { planOf } from './plan';
import {
  type SettingsActions,
  type SettingsState,
  firstSettingsState,
  settingsActions,
} from './settings-actions';
import {
  type BootTestActions,
  type BootTestState,
  bootTestActions,
  firstBootTestState,
} from './sticks/boot-test-actions';
import {
  type CheckActions,
  type CheckState,
  checkActions,
  firstCheckState,
} from './sticks/check-actions';
import {
  type RepairActions,
  type RepairState,
  firstRepairState,
  repairActions,
} from './sticks/repair-actions';
import {
  type RestoreActions,
  type RestoreState,
  firstRestoreState,
  restoreActions,
} from './restore/restore-actions';
import {
  type RecipesActions,
  type RecipesState,
  firstRecipesState,
  recipesActions,
} from './recipes/recipes-actions';
import {
  type SaveRecipeActions,
  type SaveRecipeState,
  firstSaveRecipeState,
  saveRecipeActions,
} from './recipes/save-recipe-actions';
import { type ProtectActions, protectActions } from './protect-actions';
import {
  type StationActions,
  type StationWindowState,
  firstStationState,
  stationActions,
} from './station/station-actions';
import { withoutPassword } from './protect';
import { type Room, fits, mayGoDirect, roomAllows } from './room';
import {
  type SpaceAnswer,
  type StepId,
  forAnother,
  forFailed,
  identityKey,
  nextStep,
  openSteps,
  previousStep,
  problemOf,
  sameIdentity,
  settle,
  unconfirmed,
  withDriveList,
  withDrives,
  withEdition,
  withFile,
  withImage,
  withSpace,
  withVerdict,
} from './wizard';
import type { SectionId } from './yours';
import {
  type VentoyActions,
  type VentoyState,
  firstVentoyState,
  ventoyActions,
} from './ventoy/actions';
import { type YoursActions, yoursActions } from './yours-actions';

export type Asking = { state: 'idle' } | { state: 'asking' } | ErrorState;
interface ErrorState {
  state: 'failed';
  error: StickErrorData;
}

export type Hashing =
  | { state: 'idle' }
  | { state: 'running'; progress: EventOf<'image:hash-progress'> | null }
  | { state: 'cancelled' }
  | ErrorState;

/** What an edition brings along, by the edition it was asked for. */
export interface ContentsOf {
  /** `contentsKey` of the edition; null before any was asked for. */
  key: string | null;
  contents: Loadable<WindowsContents>;
}

/** Answers as they were before a part of “Make it yours” was set back. The password is no answer of that screen. */
export interface BeforeReset {
  section: SectionId;
  windows: Answers['windows'];
  secrets: Pick<TypedSecrets, 'productKey' | 'wifiKeys'>;
}

/** A short message that appears and goes; the window words it. */
export type Notice =
  | { kind: 'drive-gone'; name: string }
  | { kind: 'saved'; path: string }
  | { kind: 'copied' }
  | { kind: 'key-copied' }
  | { kind: 'trusted' }
  | { kind: 'recipe-opened' }
  | { kind: 'recipe-kept'; name: string }
  | { kind: 'edition-not-in-image' }
  | { kind: 'error'; error: StickErrorData };

export interface WizardState
  extends
    ProtectActions,
    YoursActions,
    VentoyActions,
    VentoyState,
    DiaryActions,
    DiaryState,
    CheckActions,
    CheckState,
    BootTestActions,
    BootTestState,
    RepairActions,
    RepairState,
    RestoreActions,
    RestoreState,
    HistoryActions,
    HistoryState,
    RecipesActions,
    RecipesState,
    SaveRecipeActions,
    SaveRecipeState,
    StationActions,
    StationWindowState,
    ErrandActions,
    ErrandState,
    SettingsActions,
    SettingsState,
    ExplainActions,
    ExplainState {
  step: StepId;
  answers: Answers;
  info: AppInfo | null;
  drives: Loadable<JudgedDrive[]>;
  /** The path in the image field, typed or chosen. */
  imagePath: string;
  inspecting: Asking;
  fileTarget: Asking;
  pasted: string;
  checksumFile: string | null;
  hashing: Hashing;
  driveTests: DriveTests;
  testing: Testing | null;
  doctor: Loadable<ToolStatus[]>;
  room: Loadable<Room>;
  lookingAtDrivers: Asking;
  contents: ContentsOf;
  /** The last part that was set back, while that can be undone. */
  beforeReset: BeforeReset | null;
  cache: Loadable<BuildCacheState>;
  starting: Asking;
  job: JobState;
  notice: { id: number; notice: Notice } | null;

  go(step: StepId): void;
  next(): void;
  back(): void;
  dismissNotice(): void;

  refreshDrives(): Promise<void>;
  toggleDrive(drive: Drive): void;
  changeFile(change: Partial<Pick<FileAnswer, 'chosen' | 'pathText' | 'sizeText'>>): void;
  chooseFile(): Promise<void>;

  askDriveTest(drive: Drive): void;
  confirmDriveTest(change: { typed?: string; ticked?: boolean }): void;
  startDriveTest(): Promise<void>;
  cancelDriveTest(): Promise<void>;
  closeDriveTest(): void;

  setImagePath(path: string): void;
  chooseImage(): Promise<void>;
  inspect(path: string): Promise<void>;

  startHash(): Promise<void>;
  cancelHash(): Promise<void>;
  setPasted(text: string): void;
  chooseChecksumFile(): Promise<void>;
  setGoOnUnverified(goOn: boolean): void;
  trustImage(): Promise<void>;

  chooseEdition(index: number): void;
  changeSpace(change: Partial<Pick<Answers, SpaceAnswer>>): void;

  typeName(name: string, typed: string): void;
  setTicked(ticked: boolean): void;

  setDirect(direct: boolean): void;

  runDoctor(): Promise<void>;
  checkRoom(): Promise<void>;
  startJob(): Promise<void>;
  cancelJob(): Promise<void>;
  tryAgain(): void;
  leaveJob(): void;
  makeAnother(): void;
  tryFailedAgain(): void;

  saveReport(): Promise<void>;
  openRecipe(): Promise<void>;
  /** Takes over the answers of a recipe, unless there is a job. */
  takeRecipe(recipe: Recipe): Promise<void>;
  loadCache(): Promise<void>;
  removeBuild(key: string | null): Promise<void>;
  openLink(link: Link): Promise<void>;
  showFile(path: string): Promise<void>;
  copyText(text: string): Promise<void>;
}

/**
 * The wizard's memory, and everything it asks of the program behind the window. `info` is what the program said about itself
 * already; it is asked for when there is none.
 */
export function createWizardStore(
  api: WindowApi,
  info: AppInfo | null = null,
): StoreApi<WizardState> {
  const store = createStore<WizardState>()((set, get) => {
    let noticeCount = 0;
    let inspection = 0;
    let hashRun = 0;
    let driveListing = 0;
    let fileCheck = 0;
    let roomCheck = 0;

    const tell = (notice: Notice): void => {
      noticeCount += 1;
      set({ notice: { id: noticeCount, notice } });
    };

    /** Takes new answers and makes sure that the screen is still one that they allow. */
    const answer = (answers: Answers): void => {
      const { step, job } = get();
      set({ answers, step: settle(step, answers, job) });
      yours.answered();
    };

    /** Asks for something whose failure is only worth a short message. */
    const askOrTell = async <C extends Parameters<typeof ask>[1]>(
      channel: C,
      payload: Parameters<typeof ask<C>>[2],
    ): Promise<Awaited<ReturnType<typeof ask<C>>>> => {
      const reply = await ask(api, channel, payload);
      if (!reply.ok) tell({ kind: 'error', error: reply.error });
      return reply;
    };

    const tools = { get, set, answer, askOrTell, tell };
    const yours = yoursActions(api, tools);
    const forVentoy = ventoyActions(api, tools);

    const forgetHash = (): void => {
      if (get().hashing.state === 'running') void ask(api, 'image:verify-cancel', null);
      hashRun += 1;
      set({ hashing: { state: 'idle' } });
    };

    const checkFilePath = async (path: string): Promise<void> => {
      fileCheck += 1;
      const mine = fileCheck;
      if (path.trim() === '') {
        set({ fileTarget: { state: 'idle' } });
        return;
      }
      set({ fileTarget: { state: 'asking' } });
      const reply = await ask(api, 'target:image-file', path);
      if (mine !== fileCheck) return;
      if (!reply.ok) {
        set({ fileTarget: { state: 'failed', error: reply.error } });
        return;
      }
      set({ fileTarget: { state: 'idle' } });
      answer(withFile(get().answers, { checked: reply.value }));
    };

    /** A new set of targets, to be confirmed anew, after a job. */
    const begin = (answers: Answers, step: StepId): void => {
      const job: JobState = { state: 'idle' };
      void get().cancelBootTest();
      set({ job, answers, step: settle(step, answers, job) });
      void get().refreshDrives();
      // The file that was begun may be there now, and has to be called an existing one.
      if (answers.file.chosen) void checkFilePath(answers.file.pathText);
    };

    const neededBytes = (answers: Answers): number => {
      const edition = answers.kind === 'ventoy' ? null : chosenEdition(answers);
      return edition === null ? 0 : neededDiskBytes(minimumWindowsBytes(edition), 0);
    };

    return {
      step: 'drive',
      answers: firstAnswers,
      info,
      drives: { state: 'loading', last: null },
      imagePath: '',
      inspecting: { state: 'idle' },
      fileTarget: { state: 'idle' },
      pasted: '',
      checksumFile: null,
      hashing: { state: 'idle' },
      driveTests: {},
      testing: null,
      doctor: { state: 'loading', last: null },
      room: { state: 'loading', last: null },
      lookingAtDrivers: { state: 'idle' },
      contents: { key: null, contents: { state: 'loading', last: null } },
      beforeReset: null,
      cache: { state: 'loading', last: null },
      starting: { state: 'idle' },
      job: { state: 'idle' },
      notice: null,
      explaining: null,

      go(step) {
        const { answers, job } = get();
        if (!openSteps(answers, job).has(step)) return;
        set({ step, starting: { state: 'idle' } });
        if (step === 'drive') void get().refreshDrives();
      },
      next() {
        const { step, answers, job } = get();
        if (step === 'review' || problemOf(step, answers, job) !== null) return;
        get().go(nextStep(step, answers));
      },
      back() {
        const { step, answers } = get();
        get().go(previousStep(step, answers));
      },
      dismissNotice() {
        set({ notice: null });
      },

      async refreshDrives() {
        driveListing += 1;
        const mine = driveListing;
        const { drives, answers } = get();
        set({
          drives: { state: 'loading', last: drives.state === 'ready' ? drives.value : null },
        });
        const reply = await ask(api, 'drives:list', {
          neededBytes: neededBytes(answers),
          imagePaths: imagePathsOf(answers),
        });
        if (mine !== driveListing) return;
        if (!reply.ok) {
          set({ drives: { state: 'failed', error: reply.error } });
          return;
        }
        set({ drives: { state: 'ready', value: reply.value } });
        // While a job or a test runs its drives are busy by design, and the answers are fixed.
        const { job, testing } = get();
        if (job.state !== 'idle' || isUnderWay(testing)) return;
        const before = get().answers;
        const after = withDriveList(before, reply.value);
        if (after === before) return;
        const gone = before.drives.find(
          (ticked) => !after.drives.some((drive) => sameIdentity(drive, ticked)),
        );
        if (gone !== undefined) tell({ kind: 'drive-gone', name: driveName(gone) });
        answer(after);
      },
      toggleDrive(drive) {
        const { answers, driveTests } = get();
        const others = answers.drives.filter((ticked) => !sameIdentity(ticked, drive));
        const wasTicked = others.length < answers.drives.length;
        if (!wasTicked && holdsLess(driveTests, drive)) return;
        answer(withDrives(answers, wasTicked ? others : [...others, drive]));
      },
      changeFile(change) {
        const { answers } = get();
        answer(withFile(answers, change));
        if (change.pathText !== undefined && change.pathText !== answers.file.pathText) {
          void checkFilePath(change.pathText);
        }
      },
      async chooseFile() {
        const reply = await askOrTell('choose:image-file-target', null);
        if (!reply.ok || reply.value === null) return;
        fileCheck += 1;
        set({ fileTarget: { state: 'idle' } });
        const checked = reply.value;
        answer(withFile(get().answers, { chosen: true, pathText: checked.path, checked }));
      },

      askDriveTest(drive) {
        set({ testing: { state: 'asked', drive, typed: '', ticked: false } });
      },
      confirmDriveTest(change) {
        const { testing } = get();
        if (testing?.state === 'asked') set({ testing: { ...testing, ...change } });
      },
      async startDriveTest() {
        const { testing } = get();
        if (testing?.state !== 'asked' || !testConfirmed(testing)) return;
        const { drive } = testing;
        set({ testing: { state: 'running', drive, progress: null } });
        const reply = await ask(api, 'drives:test', {
          identity: identityOf(drive),
          unmount: true,
        });
        set({ testing: reply.ok ? null : { state: 'failed', drive, error: reply.error } });
        if (reply.ok && reply.value !== null) {
          const driveTests = { ...get().driveTests, [identityKey(drive)]: reply.value };
          set({ driveTests });
          const { answers } = get();
          const kept = answers.drives.filter((ticked) => !holdsLess(driveTests, ticked));
          if (kept.length < answers.drives.length) answer(withDrives(answers, kept));
        }
        // Whatever came of it, what lay on the drive may be gone.
        await get().refreshDrives();
      },
      async cancelDriveTest() {
        const { testing } = get();
        if (testing?.state !== 'running') return;
        set({ testing: { ...testing, state: 'cancelling' } });
        await askOrTell('drives:test-cancel', null);
      },
      closeDriveTest() {
        const state = get().testing?.state;
        if (state === 'asked' || state === 'failed') set({ testing: null });
      },

      setImagePath(path) {
        set({ imagePath: path, inspecting: { state: 'idle' } });
        const { answers } = get();
        if (answers.image !== null && answers.image.path !== path) {
          forgetHash();
          answer(withImage(answers, null));
        }
      },
      async chooseImage() {
        const reply = await askOrTell('choose:image', null);
        if (reply.ok && reply.value !== null) await get().inspect(reply.value);
      },
      async inspect(path) {
        inspection += 1;
        const mine = inspection;
        forgetHash();
        set({
          imagePath: path,
          inspecting: { state: 'asking' },
          pasted: '',
          checksumFile: null,
        });
        answer(withImage(get().answers, null));
        const reply = await ask(api, 'image:inspect', path);
        if (mine !== inspection || get().imagePath !== path) return;
        if (!reply.ok) {
          set({ inspecting: { state: 'failed', error: reply.error } });
          return;
        }
        set({ inspecting: { state: 'idle' }, imagePath: reply.value.path });
        answer(withImage(get().answers, reply.value));
      },

      async startHash() {
        const { answers, pasted, checksumFile } = get();
        if (answers.image === null) return;
        hashRun += 1;
        const mine = hashRun;
        set({ hashing: { state: 'running', progress: null } });
        answer(withVerdict(answers, null));
        const reply = await ask(api, 'image:verify', {
          path: answers.image.path,
          pasted: pastedHash(pasted),
          checksumFile,
        });
        if (mine !== hashRun) return;
        if (reply.ok) {
          set({ hashing: { state: 'idle' } });
          const late = pastedHash(get().pasted);
          const verdict = late === null ? reply.value : comparePasted(reply.value.sha256, late);
          answer(withVerdict(get().answers, verdict));
        } else if (reply.error.code === 'cancelled') {
          set({ hashing: { state: 'cancelled' } });
        } else {
          set({ hashing: { state: 'failed', error: reply.error } });
        }
      },
      async cancelHash() {
        hashRun += 1;
        set({ hashing: { state: 'cancelled' } });
        await ask(api, 'image:verify-cancel', null);
      },
      setPasted(text) {
        set({ pasted: text });
        const { answers } = get();
        const hash = pastedHash(text);
        if (answers.verdict === null || hash === null) return;
        answer(withVerdict(answers, comparePasted(answers.verdict.sha256, hash)));
      },
      async chooseChecksumFile() {
        const reply = await askOrTell('choose:checksum-file', null);
        if (!reply.ok || reply.value === null) return;
        set({ checksumFile: reply.value, pasted: '' });
        await get().startHash();
      },
      setGoOnUnverified(goOn) {
        answer({ ...get().answers, goOnUnverified: goOn });
      },
      async trustImage() {
        const { image, verdict } = get().answers;
        if (image === null || verdict === null) return;
        const name = image.label ?? image.path;
        const reply = await askOrTell('image:trust', { sha256: verdict.sha256, name });
        if (reply.ok) tell({ kind: 'trusted' });
      },

      chooseEdition(index) {
        answer(withEdition(get().answers, index));
      },
      changeSpace(change) {
        answer(withSpace(get().answers, change));
      },

      ...protectActions(tools),
      ...explainActions(tools),
      ...firstErrandState,
      ...errandActions(tools),
      ...yours.actions,
      ...firstVentoyState,
      ...forVentoy,
      ...firstDiaryState,
      ...diaryActions(api, tools),
      ...firstSettingsState,
      ...settingsActions(api, tools),
      ...firstCheckState,
      ...checkActions(api, tools),
      ...firstBootTestState,
      ...bootTestActions(api, tools),
      ...firstRepairState,
      ...repairActions(api, tools),
      ...firstRestoreState,
      ...restoreActions(api, tools),
      ...firstHistoryState,
      ...historyActions(api, tools),
      ...firstRecipesState,
      ...recipesActions(api, tools),
      ...firstSaveRecipeState,
      ...saveRecipeActions(api, tools),
      ...firstStationState,
      ...stationActions(api, tools),

      typeName(name, typed) {
        const { answers } = get();
        answer({ ...answers, typedNames: { ...answers.typedNames, [name]: typed } });
      },
      setTicked(ticked) {
        answer({ ...get().answers, ticked });
      },

      setDirect(direct) {
        const { answers } = get();
        const way = direct && mayGoDirect(answers) ? 'direct' : 'staged';
        set({ answers: { ...answers, way } });
      },

      async runDoctor() {
        set({ doctor: { state: 'loading', last: null } });
        const [tools, info] = await Promise.all([
          ask(api, 'app:doctor', null),
          ask(api, 'app:info', null),
        ]);
        if (info.ok) set({ info: info.value });
        set({
          doctor: tools.ok
            ? { state: 'ready', value: tools.value }
            : { state: 'failed', error: tools.error },
        });
      },
      async checkRoom() {
        const plan = planOf(get().answers);
        if (plan === null) return;
        roomCheck += 1;
        const mine = roomCheck;
        const { room } = get();
        set({ room: { state: 'loading', last: room.state === 'ready' ? room.value : null } });
        const usual: StickPlan = plan.kind === 'ventoy' ? plan : { ...plan, way: 'staged' };
        const staged = await ask(api, 'plan:room', usual);
        const lacks = staged.ok && !fits(staged.value);
        const direct =
          lacks && plan.kind === 'windows-to-go' && mayGoDirect(get().answers)
            ? await ask(api, 'plan:room', { ...plan, way: 'direct' })
            : null;
        if (mine !== roomCheck) return;
        if (!staged.ok) {
          set({ room: { state: 'failed', error: staged.error } });
          return;
        }
        const value = { staged: staged.value, direct: direct?.ok === true ? direct.value : null };
        set({ room: { state: 'ready', value } });
        if (!lacks) get().setDirect(false);
      },
      async startJob() {
        const { answers, job, room, starting } = get();
        const plan = planOf(answers);
        if (plan === null || starting.state === 'asking') return;
        if (problemOf('review', answers, job) !== null || !roomAllows(room, answers)) return;
        if (!openSteps(answers, job).has('review')) return;
        set({ starting: { state: 'asking' } });
        get().forgetBootTests(plan.targets.map(targetName));
        const reply = await ask(api, 'job:start', plan);
        set({ starting: reply.ok ? { state: 'idle' } : { state: 'failed', error: reply.error } });
      },
      async cancelJob() {
        await askOrTell('job:cancel', null);
      },
      tryAgain() {
        // The drive may have been swapped for another meanwhile, so it is confirmed again.
        begin(unconfirmed(get().answers), 'review');
      },
      leaveJob() {
        begin(unconfirmed(get().answers), 'drive');
      },
      makeAnother() {
        begin(forAnother(get().answers), 'drive');
      },
      tryFailedAgain() {
        const { answers, job } = get();
        if (job.state !== 'done') return;
        const failed = job.report.failed.map(({ target }) => target);
        begin(forFailed(answers, failed), 'review');
      },

      async saveReport() {
        const reply = await askOrTell('report:save', null);
        if (reply.ok && reply.value !== null) tell({ kind: 'saved', path: reply.value });
      },
      async openRecipe() {
        const reply = await askOrTell('recipe:open', null);
        if (reply.ok && reply.value !== null) await get().takeRecipe(reply.value.recipe);
      },
      async takeRecipe(recipe) {
        if (get().job.state !== 'idle') return;
        set({ takenOver: recipe });
        if (recipe.kind === 'ventoy') {
          await get().openVentoyRecipe(recipe);
          tell({ kind: 'recipe-opened' });
          return;
        }
        answer({ ...get().answers, kind: 'windows-to-go' });
        await get().inspect(recipe.image.path);
        const inspected = get().answers;
        if (inspected.image === null) {
          set({ step: settle('image', inspected, get().job) });
          return;
        }
        set({ pasted: recipe.image.sha256 ?? '' });
        answer(unconfirmed(withRecipe(inspected, recipe)));
        const known = chosenEdition(get().answers) !== null;
        tell({ kind: known ? 'recipe-opened' : 'edition-not-in-image' });
      },
      async loadCache() {
        const { cache } = get();
        set({ cache: { state: 'loading', last: cache.state === 'ready' ? cache.value : null } });
        const reply = await ask(api, 'cache:state', null);
        set({
          cache: reply.ok
            ? { state: 'ready', value: reply.value }
            : { state: 'failed', error: reply.error },
        });
      },
      async removeBuild(key) {
        const reply = await askOrTell('cache:remove', key);
        if (reply.ok) set({ cache: { state: 'ready', value: reply.value } });
        else await get().loadCache();
      },
      async openLink(link) {
        await askOrTell('app:open-link', link);
      },
      async showFile(path) {
        await askOrTell('app:show-file', path);
      },
      async copyText(text) {
        const reply = await askOrTell('app:copy-text', text);
        if (reply.ok) tell({ kind: 'copied' });
      },
    };
  });

  const takeJob = (job: JobState): void => {
    const { step, answers, job: before } = store.getState();
    const over = job.state === 'failed' || job.state === 'cancelled' || job.state === 'done';
    const wasOurs = before.state === 'running' || before.state === 'cancelling';
    const underWay = job.state === 'running' || job.state === 'cancelling';
    if (underWay || (over && wasOurs)) {
      store.setState({ job, step: job.state === 'done' ? 'done' : 'make' });
      // The sticks that failed may be made again with it.
      if (job.state === 'done' && job.report.failed.length === 0) {
        store.setState({ answers: withoutPassword(answers) });
      }
    } else if (over && step === 'review') {
      store.setState({ job, step: settle(job.state === 'done' ? 'done' : 'make', answers, job) });
    }
  };

  api.on('job:state', takeJob);
  api.on('image:hash-progress', (progress) => {
    if (store.getState().hashing.state === 'running') {
      store.setState({ hashing: { state: 'running', progress } });
    }
  });
  api.on('ventoy:download-progress', (progress) => {
    if (store.getState().download.state === 'running') {
      store.setState({ download: { state: 'running', progress } });
    }
  });
  api.on('drives:test-progress', (progress) => {
    const { testing } = store.getState();
    const ours = testing?.drive.path === progress.target;
    if (ours && isUnderWay(testing)) {
      store.setState({ testing: { ...testing, progress } });
    }
  });
  api.on('drives:changed', () => {
    const { checkPlace, restorePlace, station, refreshDrives } = store.getState();
    const { loadCheckDrives, loadRestorables, loadStationDrives } = store.getState();
    void refreshDrives();
    if (checkPlace?.state === 'choosing') void loadCheckDrives();
    if (restorePlace?.state === 'choosing') void loadRestorables();
    if (station.state === 'ready') void loadStationDrives();
  });
  api.on('records:changed', () => {
    store.getState().refreshHistory();
  });
  api.on('boot-test:event', (told) => {
    store.getState().takeBootTest(told);
  });
  api.on('station:state', (station) => {
    store.getState().takeStation(station);
  });
  api.on('repair:progress', (progress) => {
    store.getState().takeRepairProgress(progress);
  });
  api.on('restore:progress', (progress) => {
    store.getState().takeRestoreProgress(progress);
  });
  if (info === null) {
    void ask(api, 'app:info', null).then((reply) => {
      if (reply.ok) store.setState({ info: reply.value });
    });
  }
  void ask(api, 'job:state', null).then((reply) => {
    if (reply.ok) takeJob(reply.value);
  });
  void ask(api, 'station:state', null).then((reply) => {
    if (reply.ok) store.getState().takeStation(reply.value);
  });
  void store.getState().refreshDrives();
  return store;
}

/** The files that the answers name as images. */
function imagePathsOf({ kind, image, ventoy }: Answers): string[] {
  if (kind === 'ventoy') return ventoy.images.map(({ info }) => info.path);
  return image === null ? [] : [image.path];
}
