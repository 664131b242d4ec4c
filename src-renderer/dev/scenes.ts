import type { Drive } from '../../src-shared/drive';
import type { DriveTestProgress } from '../../src-shared/drive-test';
import type { StickErrorData } from '../../src-shared/errors';
import type { JobState, WindowsReport, TargetProgress } from '../../src-shared/job';
import type { Protect } from '../../src-shared/protect';
import type { WizardState } from '../store/store';
import type { StepId } from '../store/wizard';
import type { SectionId } from '../store/yours';
import {
  answerNotes,
  buildCache,
  diaryEntries,
  driveLists,
  driverFolder,
  driversFound,
  driversRefused,
  eightDrives,
  emptyCard,
  encrypted,
  kingston,
  mismatch,
  offered,
  progress,
  report,
  reportOfSetUp,
  reportOfSeveral,
  row,
  running,
  sha256,
  testOf,
  windows11,
  windowsContents,
} from './samples';
import { historyScenes } from './history-scenes';
import { recipeScenes } from './recipe-scenes';
import type { SimulatedApi, Simulation } from './simulated-api';
import { stationScenes } from './station-scenes';
import { restoreScenes } from './restore-scenes';
import { stickScenes } from './stick-scenes';
import { ventoyScenes } from './ventoy-scenes';

/** One state of one screen: what the program answers, and what the person does. */
export interface Scene {
  answers: Simulation['answers'];
  errors?: Simulation['errors'];
  silent?: Simulation['silent'];
  /** Of the computer; Linux unless it's said. */
  platform?: 'win32';
  /** The program lies on a stick, with its data beside it. */
  portable?: true;
  play(actions: WizardState, api: SimulatedApi): Promise<void> | void;
}

const base: Simulation['answers'] = {
  'drives:list': driveLists.many,
  'image:inspect': windows11,
  'image:verify': { verdict: 'match', sha256, by: 'pasted' },
  'target:image-file': {
    path: '/home/mara/sticks/stick.img',
    exists: false,
    freeBytes: 212e9,
  },
  'app:doctor': [
    {
      name: 'mkntfs',
      purpose: 'format Windows’ partition',
      found: true,
      version: '2022.10.3',
      required: true,
      install: 'apt-get install ntfs-3g',
    },
  ],
  'choose:driver-folder': driverFolder,
  'choose:recovery-folder': '/home/mara/Documents/Recovery keys of the sticks for the library',
  'drivers:report': driversFound,
  'choose:wifi-file': '/home/mara/Documents/Wi-Fi-Staff.xml',
  'choose:answer-file': '/home/mara/Documents/unattend.xml',
  'choose:domain-join-file': '/home/mara/Documents/LOANER-01.djoin',
  'image:contents': windowsContents(0),
  'plan:operations': [
    'Read /home/mara/Downloads/Win11_24H2_EnglishInternational_x64.iso and compute its SHA-256',
    'Unmount /media/mara/FOTOS',
    'Erase the partition table of /dev/sdb',
    'Write partition 1: EFI system partition, sectors 2048 to 616447, FAT32',
    'Write partition 3: Windows, sectors 655360 to 112777215, NTFS',
    'Read everything back and compare',
    'Write the partition table to both ends of the drive',
  ],
};

async function answerUpTo(actions: WizardState, step: StepId, drives: Drive[]): Promise<void> {
  for (const drive of drives) actions.toggleDrive(drive);
  await actions.inspect(windows11.path);
  if (step !== 'verify') await actions.startHash();
  actions.setGoOnUnverified(true);
  actions.go(step);
}

const at =
  (step: StepId, drives: Drive[] = [kingston]): Scene['play'] =>
  (actions) =>
    answerUpTo(actions, step, drives);

const job =
  (state: JobState, drives: Drive[] = [kingston], kind: Protect['kind'] = 'none'): Scene['play'] =>
  async (actions, api) => {
    await answerUpTo(actions, 'review', drives);
    if (kind !== 'none') {
      actions.chooseProtection(kind);
      typePassword(actions);
    }
    api.tell('job:state', running('preparing', 0, 0));
    api.tell('job:state', state);
  };

const nothing = (): void => undefined;

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Eight drives and what their rows show. */
const several = eightDrives.slice(0, 4);
const rows = (drives: Drive[], ...at: Parameters<typeof row>[1][]): TargetProgress[] =>
  drives.map((drive, index) => row(drive, at[index] ?? 'waiting'));

const withEight: Simulation['answers'] = { ...base, 'drives:list': eightDrives.map(offered) };

/** Asks for a test of the usual drive, confirmed unless nothing is to be typed. */
function askTest(actions: WizardState, typed: string | null): void {
  actions.askDriveTest(kingston);
  if (typed !== null) actions.confirmDriveTest({ typed });
}

const testing =
  (progress: DriveTestProgress | null): Scene['play'] =>
  async (actions, api) => {
    await settled();
    askTest(actions, 'Kingston DataTraveler 3.0');
    void actions.startDriveTest();
    if (progress !== null) api.tell('drives:test-progress', progress);
  };

const tested: Scene['play'] = async (actions) => {
  await settled();
  actions.toggleDrive(kingston);
  askTest(actions, 'Kingston DataTraveler 3.0');
  await actions.startDriveTest();
};

/** A part of the settings, by its place among them, opened as a person does. */
const openSettings =
  (part: number, then: (actions: WizardState) => Promise<void> = settled): Scene['play'] =>
  async (actions) => {
    await settled();
    // The last of the buttons there that open a dialog.
    const openers = document.querySelectorAll<HTMLElement>('.rail-foot [aria-haspopup="dialog"]');
    openers[openers.length - 1]?.click();
    await settled();
    document.querySelectorAll<HTMLElement>('.tab')[part]?.focus();
    await settled();
    await then(actions);
  };

const trustedHashes = [
  {
    name: 'Win11_23H2_EnglishInternational_x64v2.iso',
    sha256: 'c5b1c1b7a1d2f0c4c9d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5',
    since: '2026-02-03T09:30:00.000Z',
  },
  {
    name: 'debian-live-12.5.0-amd64-gnome.iso',
    sha256: 'a9d1e0f7c6b5a4938271605f4e3d2c1b0a99887766554433221100ffeeddccbb',
    since: '2026-01-12T16:05:00.000Z',
  },
];

const supportSample = `== Program
sticksmith 0.1.0
electron 45.4.1, chrome 150.0.7871.12, node 24.16.0

== Computer
Linux 6.12.0-amd64 #1 SMP, x64
8 processors, 16.5 GB of memory

== Folders
data: ~/.config/sticksmith
work: ~/.cache/sticksmith, 212 GB free

== Drives
Kingston DataTraveler 3.0, usb, 57.7 GB, serial •••73F0, removable, with vfat
WDC PC SN530, nvme, 512 GB, serial •••0914, system, with ext4 vfat

== End of the logs
[sticksmith.log]
[2026-03-05 09:01:12.221] [warn] io/read: ~/images/Win11_23H2_EnglishInternational_x64v2.iso could not be read
`;

/** “Explain an error”, with what was asked in it. */
const explaining =
  (query: string): Scene['play'] =>
  async (actions) => {
    await settled();
    actions.explain(query);
    await settled();
  };

/** A work folder that lacks room, less so for the direct way. */
const lackingRoom = (directNeeds: number): Simulation['answers'] => ({
  ...base,
  'plan:room': (plan) => ({
    folder: '/home/mara/.cache/sticksmith',
    neededBytes: plan.kind === 'windows-to-go' && plan.way === 'direct' ? directNeeds : 25.3e9,
    freeBytes: 6.2e9,
  }),
});

function failure(error: StickErrorData): JobState {
  return {
    state: 'failed',
    error,
    phase: 'writing',
    log: [{ level: 'error', text: 'write at 7340032000: EIO' }],
  };
}

function resumed(): WindowsReport {
  const whole = report('/dev/sdb', 19_702_345_728, false);
  return { ...whole, sticks: whole.sticks.map((stick) => ({ ...stick, resumedBytes: 8.2e9 })) };
}

/** “Protect”, after one way was chosen and what it asks was answered. */
const protectedBy =
  (
    kind: Protect['kind'],
    change: (actions: WizardState) => Promise<void> | void = nothing,
    drives: Drive[] = [kingston],
  ): Scene['play'] =>
  async (actions) => {
    await answerUpTo(actions, 'protect', drives);
    actions.chooseProtection(kind);
    await change(actions);
  };

const aPassword = 'river-tooth-splendid-9';

function typePassword(actions: WizardState): void {
  actions.typePassword({ password: aPassword, again: aPassword });
}

/** The review of a stick that is encrypted. */
const reviewProtected =
  (kind: Protect['kind']): Scene['play'] =>
  async (actions) => {
    await answerUpTo(actions, 'protect', [kingston]);
    actions.chooseProtection(kind);
    typePassword(actions);
    actions.go('review');
  };

/** “Make it yours” with one part open, after what was answered in it. */
const yours =
  (
    section: SectionId | null,
    change: (actions: WizardState) => Promise<void> | void = nothing,
    drives: Drive[] = [kingston],
  ): Scene['play'] =>
  async (actions) => {
    await answerUpTo(actions, 'yours', drives);
    await settled();
    await change(actions);
    await settled();
    if (section === null) return;
    document.querySelector<HTMLElement>(`[data-section="${section}"] button`)?.click();
    await settled();
  };

/** Shows every secret on the screen. */
async function showSecrets(): Promise<void> {
  await settled();
  for (const button of document.querySelectorAll<HTMLElement>('.field [aria-pressed="false"]')) {
    button.click();
  }
}

/** A school's loaner sticks, with everything that a helpdesk would set up. */
async function loaners(actions: WizardState): Promise<void> {
  actions.changeWindows('portable', { pageFile: { kind: 'fixed', bytes: 2 * 2 ** 30 } });
  actions.changeWindows('answers', {
    account: { name: 'Pupil', administrator: false, askPassword: true },
    computerName: { pattern: 'LOANER-##', firstNumber: 1 },
    region: 'de-DE',
    timeZone: 'W. Europe Standard Time',
    skipPages: true,
  });
  await actions.chooseDriverFolder();
  actions.changeWindows('lean', { preset: 'light', removeApps: ['Microsoft.Paint'] });
  actions.changeWindows('speed', { writeCache: true, searchIndexing: false });
  actions.addNetwork();
  actions.changeNetwork(0, { ssid: 'Pupils', key: 'correct horse battery' });
  await actions.chooseWifiFile();
}

/** Answers that don't do, in every part that can have one. */
async function wrongAnswers(actions: WizardState): Promise<void> {
  actions.changeWindows('portable', { pageFile: { kind: 'fixed', bytes: 0 } });
  actions.changeWindows('answers', {
    account: { name: 'Administrator', administrator: true, askPassword: true },
    computerName: { pattern: 'LOANER_##', firstNumber: 1 },
    language: 'de-DE',
  });
  actions.setProductKey('AAAAA-BBBBB');
  actions.addNetwork();
  actions.addNetwork();
  actions.changeNetwork(1, { ssid: 'Staff', key: 'short' });
  actions.changeWindows('roaming', {
    profilePath: 'server',
    redirect: { path: '', folders: [] },
  });
  await actions.chooseDomainJoinFile();
}

async function chooseFileTarget(actions: WizardState): Promise<void> {
  actions.changeFile({ chosen: true, pathText: '/home/mara/sticks/stick.img' });
  await new Promise((resolve) => setTimeout(resolve));
}

const vhdxFile = { path: '/home/mara/sticks/stick.vhdx', exists: false, freeBytes: 212e9 };

async function chooseVhdxTarget(actions: WizardState): Promise<void> {
  actions.changeFile({ chosen: true, pathText: vhdxFile.path, sizeText: '64 GB' });
  await new Promise((resolve) => setTimeout(resolve));
}

/** A finished stick whose diary is open. */
async function withDiary(actions: WizardState, api: SimulatedApi): Promise<void> {
  await job({ state: 'done', report: report('/dev/sdb', 19_702_345_728, false), log: [] })(
    actions,
    api,
  );
  await settled();
  const fold = document.querySelector<HTMLElement>('[data-diary] .fold-trigger');
  fold?.click();
  await settled();
  fold?.scrollIntoView();
}

export const scenes = {
  ...ventoyScenes,
  ...stickScenes,
  ...restoreScenes,
  ...historyScenes,
  ...recipeScenes,
  ...stationScenes,
  'drive-loading': { answers: base, silent: ['drives:list'], play: nothing },
  'drive-none': {
    answers: { ...base, 'drives:list': driveLists.onlyInternal },
    play: nothing,
  },
  'drive-one': { answers: { ...base, 'drives:list': driveLists.one }, play: nothing },
  'drive-many': {
    answers: base,
    play: (actions) => {
      actions.toggleDrive(kingston);
    },
  },
  'drive-on-windows': {
    answers: { ...base, 'drives:list': driveLists.onWindows },
    platform: 'win32',
    play: nothing,
  },
  'drive-file': { answers: base, play: chooseFileTarget },
  'drive-vhdx': {
    answers: { ...base, 'target:image-file': vhdxFile },
    play: chooseVhdxTarget,
  },
  'drive-file-bad': {
    answers: base,
    errors: {
      'target:image-file': {
        code: 'target/unusable-path',
        params: { target: '/root/stick.img', message: 'you may not write to /root' },
      },
    },
    play: async (actions) => {
      await chooseFileTarget(actions);
      actions.changeFile({ sizeText: 'lots' });
    },
  },
  'drive-error': {
    answers: base,
    errors: {
      'drives:list': { code: 'tool/failed', params: { tool: 'lsblk', message: 'exit code 32' } },
    },
    play: nothing,
  },
  'drive-eight': {
    answers: withEight,
    play: (actions) => {
      for (const drive of eightDrives) actions.toggleDrive(drive);
    },
  },
  'test-ask': {
    answers: base,
    play: (actions) => {
      askTest(actions, null);
    },
  },
  'test-ask-empty': {
    answers: base,
    play: (actions) => {
      actions.askDriveTest(emptyCard);
    },
  },
  'test-starting': { answers: base, silent: ['drives:test'], play: testing(null) },
  'test-running': {
    answers: base,
    silent: ['drives:test'],
    play: testing({ target: kingston.path, step: 'random-writing', overall: 0.55 }),
  },
  'test-cancelling': {
    answers: base,
    silent: ['drives:test'],
    play: async (actions, api) => {
      await testing({ target: kingston.path, step: 'reading', overall: 0.7 })(actions, api);
      void actions.cancelDriveTest();
    },
  },
  'test-failed': {
    answers: base,
    errors: { 'drives:test': { code: 'target/vanished', params: { target: '/dev/sdb' } } },
    play: tested,
  },
  'tested-fine': { answers: { ...base, 'drives:test': testOf() }, play: tested },
  'tested-slow': {
    answers: {
      ...base,
      'drives:test': testOf({ sequentialWrite: 9e6, sequentialRead: 31e6, randomWrite: 41_000 }),
    },
    play: tested,
  },
  'tested-too-small': {
    answers: {
      ...base,
      'drives:test': testOf({ firstLostByte: 7_969_177_600, provenBytes: 7_900_000_000 }),
    },
    play: tested,
  },
  'settings-general': { answers: base, play: openSettings(0) },
  'settings-reset': {
    answers: base,
    play: openSettings(0, async ({ resetSettings }) => {
      await resetSettings();
      await settled();
    }),
  },
  'settings-empty': { answers: base, play: openSettings(1) },
  'settings-portable': { answers: base, portable: true, play: openSettings(1) },
  'settings-loading': { answers: base, silent: ['cache:state'], play: openSettings(1) },
  'settings-one': { answers: { ...base, 'cache:state': buildCache(1) }, play: openSettings(1) },
  'settings-many': {
    answers: { ...base, 'cache:state': { ...buildCache(3), budgetBytes: 29.1e9 } },
    play: openSettings(1),
  },
  'settings-error': {
    answers: base,
    errors: {
      'cache:state': {
        code: 'work/unusable',
        params: { path: '/home/mara/.cache/sticksmith', message: 'it belongs to somebody else' },
      },
    },
    play: openSettings(1),
  },
  'settings-trusted-none': { answers: base, play: openSettings(2) },
  'settings-trusted-loading': { answers: base, silent: ['trusted:list'], play: openSettings(2) },
  'settings-trusted': {
    answers: {
      ...base,
      'trusted:list': trustedHashes,
      'trusted:remove': (sha256) => trustedHashes.filter((entry) => entry.sha256 !== sha256),
      'trusted:keep': trustedHashes,
    },
    play: openSettings(2),
  },
  'settings-trusted-failed': {
    answers: base,
    errors: {
      'trusted:list': {
        code: 'permission/denied',
        params: { path: '/home/mara/.config/sticksmith/settings.json' },
      },
    },
    play: openSettings(2),
  },
  'settings-support-ask': { answers: base, play: openSettings(3) },
  'settings-support-gathering': {
    answers: base,
    silent: ['support:gather'],
    play: openSettings(3, ({ gatherSupport }) => {
      void gatherSupport();
      return settled();
    }),
  },
  'settings-support': {
    answers: { ...base, 'support:gather': supportSample },
    play: openSettings(3, async ({ gatherSupport }) => {
      await gatherSupport();
      await settled();
    }),
  },
  'settings-support-failed': {
    answers: base,
    errors: { 'support:gather': { code: 'internal', params: { message: 'out of memory' } } },
    play: openSettings(3, async ({ gatherSupport }) => {
      await gatherSupport();
      await settled();
    }),
  },
  'explain-empty': { answers: base, play: explaining('') },
  'explain-code': {
    answers: base,
    play: explaining('Your PC/Device needs to be repaired. Error code: Oxc0000225'),
  },
  'explain-similar': { answers: base, play: explaining('0xc00000e') },
  'explain-words': { answers: base, play: explaining('usb port') },
  'explain-nothing': { answers: base, play: explaining('0xc0000359') },
  'image-empty': {
    answers: base,
    play: (actions) => {
      actions.toggleDrive(kingston);
      actions.go('image');
    },
  },
  'image-on-windows': { answers: base, platform: 'win32', play: at('image') },
  'image-chosen': { answers: base, play: at('image') },
  'image-error': {
    answers: base,
    errors: {
      'image:inspect': {
        code: 'image/not-windows',
        params: { path: '/home/mara/Downloads/debian-12.iso' },
      },
    },
    play: at('image'),
  },
  'verify-running': {
    answers: base,
    silent: ['image:verify'],
    play: async (actions, api) => {
      await answerUpTo(actions, 'verify', [kingston]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      api.tell('image:hash-progress', {
        doneBytes: 2.1e9,
        totalBytes: windows11.sizeBytes,
        secondsLeft: 95,
      });
    },
  },
  'verify-match': { answers: base, play: at('verify') },
  'verify-unknown': {
    answers: { ...base, 'image:verify': { verdict: 'unknown', sha256 } },
    play: at('verify'),
  },
  'verify-mismatch': {
    answers: {
      ...base,
      'image:verify': { verdict: 'mismatch', sha256, expected: '0'.repeat(64), by: 'file' },
    },
    play: at('verify'),
  },
  'verify-failed': {
    answers: base,
    errors: {
      'image:verify': {
        code: 'io/read',
        params: { path: windows11.path, offset: '1048576', message: 'input/output error' },
      },
    },
    play: at('verify'),
  },
  edition: { answers: base, play: at('edition') },
  'edition-too-small': {
    answers: base,
    play: at('edition', [{ ...kingston, sizeBytes: 16e9 }]),
  },
  space: { answers: base, play: at('space') },
  'space-shared': {
    answers: base,
    play: async (actions) => {
      actions.changeSpace({ sharedBytes: 0 });
      await answerUpTo(actions, 'edition', [kingston, emptyCard]);
      actions.changeSpace({ sharedBytes: 12.8e9 });
      actions.go('space');
    },
  },
  'space-open': {
    answers: base,
    play: async (actions) => {
      await answerUpTo(actions, 'edition', [{ ...kingston, sizeBytes: 128e9 }]);
      actions.changeSpace({ windowsBytes: 60e9, sharedBytes: 20e9 });
      actions.changeSpace({ layout: { scheme: 'mbr', container: 'none' } });
      actions.go('space');
    },
  },
  'space-vhdx-rest': {
    answers: base,
    play: async (actions) => {
      await answerUpTo(actions, 'edition', [kingston]);
      await loaners(actions);
      actions.changeSpace({ windowsBytes: 32e9, layout: { scheme: 'gpt', container: 'vhdx' } });
      actions.changeSpace({ sharedBytes: 'rest' });
      actions.go('space');
    },
  },
  'space-vhdx-nested': {
    answers: { ...base, 'target:image-file': vhdxFile },
    play: async (actions) => {
      await chooseVhdxTarget(actions);
      await answerUpTo(actions, 'edition', []);
      actions.changeSpace({ layout: { scheme: 'gpt', container: 'vhdx' } });
      actions.go('space');
    },
  },
  'space-unused': {
    answers: base,
    play: async (actions) => {
      await answerUpTo(actions, 'edition', [kingston]);
      actions.changeSpace({ windowsBytes: 40e9 });
      actions.go('space');
    },
  },
  'space-too-small': {
    answers: base,
    play: async (actions) => {
      await answerUpTo(actions, 'edition', [kingston]);
      actions.changeSpace({ windowsBytes: 12e9 });
      actions.go('space');
    },
  },
  protect: { answers: base, play: at('protect') },
  'protect-now': { answers: base, play: protectedBy('now') },
  'protect-now-answered': {
    answers: base,
    play: protectedBy('now', async (actions) => {
      typePassword(actions);
      await actions.chooseRecoveryFolder();
    }),
  },
  'protect-now-wrong': {
    answers: { ...base, 'choose:recovery-folder': '/media/mara/FOTOS/keys' },
    play: protectedBy('now', async (actions) => {
      actions.changeSpace({ sharedBytes: 8e9 });
      actions.typePassword({ password: 'Schlüssel', again: 'Schlussel' });
      await actions.chooseRecoveryFolder();
      await showSecrets();
    }),
  },
  'protect-now-home': {
    answers: base,
    play: protectedBy('now', (actions) => {
      actions.chooseEdition(1);
      actions.go('protect');
    }),
  },
  'protect-after-writing': {
    answers: base,
    platform: 'win32',
    play: protectedBy('after-writing', async (actions) => {
      typePassword(actions);
      await actions.chooseRecoveryFolder();
    }),
  },
  'protect-after-writing-on-linux': { answers: base, play: protectedBy('after-writing') },
  'protect-first-start': { answers: base, play: protectedBy('first-start') },
  'protect-first-start-share': {
    answers: base,
    play: protectedBy('first-start', (actions) => {
      actions.changeProtection({
        kind: 'first-start',
        cipher: 'xts-aes-256',
        escrow: 'active-directory',
        recoveryFolder: 'server/keys',
      });
    }),
  },
  'protect-vhdx': {
    answers: base,
    play: async (actions) => {
      await answerUpTo(actions, 'edition', [kingston]);
      actions.changeSpace({ layout: { scheme: 'gpt', container: 'vhdx' } });
      actions.go('protect');
    },
  },
  'protect-became-impossible': {
    answers: base,
    play: protectedBy('first-start', (actions) => {
      actions.chooseEdition(1);
      actions.go('protect');
    }),
  },
  yours: { answers: base, play: yours(null) },
  'yours-changed': { answers: base, play: yours(null, loaners) },
  'yours-problems': { answers: base, play: yours(null, wrongAnswers, [kingston, emptyCard]) },
  'yours-portable': { answers: base, play: yours('portable', loaners) },
  'yours-portable-reset': {
    answers: base,
    play: yours('portable', async (actions) => {
      await loaners(actions);
      actions.resetSection('portable');
    }),
  },
  'yours-answers': { answers: base, play: yours('answers') },
  'yours-answers-several': {
    answers: withEight,
    play: yours('answers', loaners, eightDrives.slice(0, 5)),
  },
  'yours-answers-problems': { answers: base, play: yours('answers', wrongAnswers) },
  'yours-drivers': { answers: base, play: yours('drivers') },
  'yours-drivers-reading': {
    answers: base,
    silent: ['drivers:report'],
    play: yours('drivers', (actions) => actions.chooseDriverFolder()),
  },
  'yours-drivers-found': {
    answers: base,
    play: yours('drivers', (actions) => actions.chooseDriverFolder()),
  },
  'yours-drivers-refused': {
    answers: { ...base, 'drivers:report': driversRefused },
    play: yours('drivers', (actions) => actions.chooseDriverFolder()),
  },
  'yours-drivers-failed': {
    answers: base,
    errors: {
      'drivers:report': {
        code: 'drivers/unusable',
        params: { path: driverFolder, message: 'there is no .inf file in it' },
      },
    },
    play: yours('drivers', (actions) => actions.chooseDriverFolder()),
  },
  'yours-drivers-too-large': {
    answers: { ...base, 'drivers:report': { ...driversFound, totalBytes: 42e9 } },
    play: yours('drivers', (actions) => actions.chooseDriverFolder()),
  },
  'yours-apps': { answers: base, play: yours('lean') },
  'yours-apps-on-windows': { answers: base, platform: 'win32', play: yours('lean') },
  'yours-apps-loading': { answers: base, silent: ['image:contents'], play: yours('lean') },
  'yours-apps-many': {
    answers: { ...base, 'image:contents': windowsContents(90) },
    play: yours('lean', loaners),
  },
  'yours-apps-none': {
    answers: { ...base, 'image:contents': { apps: [], features: [] } },
    play: yours('lean'),
  },
  'yours-apps-failed': {
    answers: base,
    errors: {
      'image:contents': {
        code: 'image/changed',
        params: { path: windows11.path },
      },
    },
    play: yours('lean'),
  },
  'yours-speed': { answers: base, play: yours('speed', loaners) },
  'yours-answer-notes': {
    answers: { ...base, 'answers:notes': answerNotes },
    play: async (actions, api) => {
      await yours('answers', (open) => open.chooseAnswerFile())(actions, api);
      // The file is looked at once nobody types any more.
      await new Promise((resolve) => setTimeout(resolve, 400));
      document.querySelector('.bullets')?.scrollIntoView();
    },
  },
  'yours-network-new': {
    answers: base,
    play: async (actions, api) => {
      await yours('roaming')(actions, api);
      actions.addNetwork();
      await settled();
    },
  },
  'yours-network': { answers: base, play: yours('roaming') },
  'yours-network-filled': { answers: base, play: yours('roaming', loaners) },
  'yours-network-problems': {
    answers: base,
    play: yours('roaming', wrongAnswers, [kingston, emptyCard]),
  },
  'yours-secrets-shown': {
    answers: base,
    play: async (actions, api) => {
      await yours('roaming', loaners)(actions, api);
      await showSecrets();
    },
  },
  review: { answers: base, play: at('review') },
  'review-save-recipe': {
    answers: base,
    play: async (actions, api) => {
      await at('review')(actions, api);
      actions.saveRecipe();
    },
  },
  'review-recipe-taken': {
    answers: { ...base, 'recipes:keep': { state: 'taken', name: 'Windows 11 Pro' } },
    play: async (actions, api) => {
      await at('review')(actions, api);
      actions.saveRecipe();
      await actions.keepRecipe('ask');
    },
  },
  'review-recipe-failed': {
    answers: base,
    errors: {
      'recipes:keep': {
        code: 'recipe/folder',
        params: { folder: '/mnt/helpdesk/recipes', message: 'EROFS' },
      },
    },
    play: async (actions, api) => {
      await at('review')(actions, api);
      actions.saveRecipe();
      await actions.keepRecipe('ask');
    },
  },
  'review-yours': {
    answers: base,
    play: async (actions) => {
      await answerUpTo(actions, 'yours', [kingston]);
      await loaners(actions);
      await settled();
      actions.go('review');
    },
  },
  'review-encrypted': { answers: base, play: reviewProtected('now') },
  'review-after-writing': {
    answers: base,
    platform: 'win32',
    play: reviewProtected('after-writing'),
  },
  'review-first-start': { answers: base, play: reviewProtected('first-start') },
  'review-no-room-encrypted': { answers: lackingRoom(4.6e9), play: reviewProtected('now') },
  'review-many': { answers: base, play: at('review', [kingston, emptyCard]) },
  'review-lacking': {
    answers: {
      ...base,
      'app:doctor': [
        {
          name: 'mkntfs',
          purpose: 'format Windows’ partition',
          found: false,
          version: null,
          required: true,
          install: 'sudo apt-get install ntfs-3g',
        },
      ],
    },
    play: at('review'),
  },
  'review-no-room': { answers: lackingRoom(4.6e9), play: at('review') },
  'review-no-room-many': {
    answers: lackingRoom(4.6e9),
    play: at('review', [kingston, emptyCard]),
  },
  'review-no-room-at-all': { answers: lackingRoom(8.9e9), play: at('review') },
  'review-direct': {
    answers: {
      ...lackingRoom(4.6e9),
      'drives:test': testOf({ sequentialWrite: 31e6, randomWrite: 240_000 }),
    },
    play: async (actions, api) => {
      await tested(actions, api);
      await answerUpTo(actions, 'review', []);
      actions.setDirect(true);
    },
  },
  'review-room-unknown': {
    answers: base,
    errors: {
      'plan:room': {
        code: 'work/unusable',
        params: { path: '/home/mara/.cache/sticksmith', message: 'it belongs to somebody else' },
      },
    },
    play: at('review'),
  },
  'make-resuming': { answers: base, play: job(running('resuming', 0.2, 0.3)) },
  'make-direct': {
    answers: lackingRoom(4.6e9),
    play: async (actions, api) => {
      await answerUpTo(actions, 'review', [kingston]);
      actions.setDirect(true);
      api.tell('job:state', running('building', 0.1, 0.08));
    },
  },
  'make-many-building': {
    answers: withEight,
    play: job(running('building', 0.4, 0.22, rows(several)), several),
  },
  'make-many': {
    answers: withEight,
    play: job(
      running(
        'writing',
        0.6,
        0.58,
        rows(several, ['verifying', 0.81], 'failed', ['resuming', 0.1], ['writing', 0.52]),
      ),
      several,
    ),
  },
  'make-eight': {
    answers: withEight,
    play: job(
      running(
        'writing',
        0.6,
        0.61,
        rows(
          eightDrives,
          'finished',
          ['verifying', 0.92],
          ['writing', 0.48],
          'failed',
          ['flushing', 0.97],
          ['checking', 0.99],
          ['writing', 0.07],
          'waiting',
        ),
      ),
      eightDrives,
    ),
  },
  'make-many-cancelling': {
    answers: withEight,
    play: job(
      {
        state: 'cancelling',
        progress: progress('writing', 0.62, 0.58),
        targets: rows(several, 'finished', 'failed', ['writing', 0.4], ['writing', 0.52]),
      },
      several,
    ),
  },
  'make-building': { answers: base, play: job(running('building', 0.4, 0.22)) },
  'make-writing': { answers: base, play: job(running('writing', 0.62, 0.58)) },
  'make-encrypting': {
    answers: base,
    platform: 'win32',
    play: job(running('encrypting', 0.4, 0.9), [kingston], 'after-writing'),
  },
  'make-verifying': { answers: base, play: job(running('verifying', 0.3, 0.82)) },
  'make-cancelling': {
    answers: base,
    play: job({
      state: 'cancelling',
      progress: progress('writing', 0.62, 0.58),
      targets: [row(kingston, ['writing', 0.58])],
    }),
  },
  'make-failed': {
    answers: base,
    play: job(
      failure({
        code: 'io/write',
        params: { path: '/dev/sdb', offset: 7_340_032_000, message: 'input/output error' },
        stick: 'unfinished',
        detail: 'write(fd 12, 4194304 bytes at 7340032000) = -1 EIO',
      }),
    ),
  },
  'make-cancelled': {
    answers: base,
    play: job({
      state: 'cancelled',
      error: { code: 'cancelled', params: {}, stick: 'unfinished' },
    }),
  },
  done: {
    answers: base,
    play: job({ state: 'done', report: report('/dev/sdb', 19_702_345_728, false), log: [] }),
  },
  'done-diary': {
    answers: {
      ...base,
      'diary:list': { entries: diaryEntries, damaged: [] },
      'diary:remove': (id) => ({
        entries: diaryEntries.filter((entry) => entry.id !== id),
        damaged: [],
      }),
      'diary:add': { entries: diaryEntries, damaged: [] },
    },
    play: withDiary,
  },
  'done-diary-empty': {
    answers: { ...base, 'diary:list': { entries: [], damaged: [] } },
    play: withDiary,
  },
  'done-diary-damaged': {
    answers: {
      ...base,
      'diary:list': {
        entries: diaryEntries.slice(1, 2),
        damaged: ['/home/mara/.config/sticksmith/diary/damaged-2026-03-05T08-00-00.000Z.json'],
      },
    },
    play: withDiary,
  },
  'done-diary-failed': {
    answers: base,
    errors: {
      'diary:list': {
        code: 'diary/newer',
        params: { path: '/home/mara/.config/sticksmith/diary' },
      },
    },
    play: withDiary,
  },
  'done-encrypted': {
    answers: base,
    play: job(
      { state: 'done', report: encrypted(report('/dev/sdb', 19.7e9, false)), log: [] },
      [kingston],
      'now',
    ),
  },
  'done-encrypted-many': {
    answers: withEight,
    play: job(
      { state: 'done', report: encrypted(reportOfSeveral(several, [])), log: [] },
      several,
      'now',
    ),
  },
  'done-set-up': {
    answers: base,
    play: job({ state: 'done', report: reportOfSetUp(), log: [] }),
  },
  'done-resumed': {
    answers: base,
    play: job({ state: 'done', report: resumed(), log: [] }),
  },
  'done-direct': {
    answers: lackingRoom(4.6e9),
    play: async (actions, api) => {
      await answerUpTo(actions, 'review', [kingston]);
      actions.setDirect(true);
      api.tell('job:state', running('building', 0.1, 0.08));
      api.tell('job:state', { state: 'done', report: report('/dev/sdb', 3e8, false), log: [] });
    },
  },
  'done-many': {
    answers: withEight,
    play: job({ state: 'done', report: reportOfSeveral(several, []), log: [] }, several),
  },
  'done-mixed': {
    answers: withEight,
    play: job(
      {
        state: 'done',
        report: reportOfSeveral(several.slice(0, 3), several.slice(3)),
        log: [],
      },
      several,
    ),
  },
  'make-failed-ventoy': {
    answers: base,
    play: job(
      failure({
        code: 'ventoy/install-failed',
        params: { target: '/dev/sdb', message: 'its script ended with 1' },
        stick: 'unknown',
        detail: 'Create partitions on /dev/sdb by parted\nmkexfatfs test fail ...',
      }),
    ),
  },
  'make-failed-many': {
    answers: withEight,
    play: job(failure(mismatch), several),
  },
  'done-timings': {
    answers: base,
    play: async (actions, api) => {
      await job({ state: 'done', report: report('/dev/sdb', 19_702_345_728, false), log: [] })(
        actions,
        api,
      );
      await settled();
      const folds = [...document.querySelectorAll<HTMLElement>('.fold-trigger')];
      const fold = folds.find(({ textContent }) => textContent.startsWith('How long'));
      fold?.click();
      await settled();
      fold?.scrollIntoView();
    },
  },
  'done-file': {
    answers: base,
    play: async (actions, api) => {
      await chooseFileTarget(actions);
      await job(
        { state: 'done', report: report('/home/mara/sticks/stick.img', 0, false), log: [] },
        [],
      )(actions, api);
    },
  },
  'done-problem': {
    answers: base,
    play: job({ state: 'done', report: report('/dev/sdb', 19_702_345_728, true), log: [] }),
  },
} satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;
export const sceneNames = Object.keys(scenes) as SceneName[];
