import type { Drive } from '../../src-shared/drive';
import type { StickErrorData } from '../../src-shared/errors';
import type { JobState } from '../../src-shared/job';
import type { WizardState } from '../store/store';
import type { StepId } from '../store/wizard';
import {
  driveLists,
  emptyCard,
  kingston,
  progress,
  report,
  running,
  sha256,
  windows11,
} from './samples';
import type { SimulatedApi, Simulation } from './simulated-api';

/** One state of one screen: what the program answers, and what the person does. */
export interface Scene {
  answers: Simulation['answers'];
  errors?: Simulation['errors'];
  silent?: Simulation['silent'];
  workFolderFreeBytes?: number;
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
  (state: JobState, drives: Drive[] = [kingston]): Scene['play'] =>
  async (actions, api) => {
    await answerUpTo(actions, 'review', drives);
    api.tell('job:state', running('preparing', 0, 0));
    api.tell('job:state', state);
  };

function failure(error: StickErrorData): JobState {
  return {
    state: 'failed',
    error,
    phase: 'writing',
    log: [{ level: 'error', text: 'write at 7340032000: EIO' }],
  };
}

async function chooseFileTarget(actions: WizardState): Promise<void> {
  actions.changeFile({ chosen: true, pathText: '/home/mara/sticks/stick.img' });
  await new Promise((resolve) => setTimeout(resolve));
}

const nothing = (): void => undefined;

export const scenes = {
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
  'drive-file': { answers: base, play: chooseFileTarget },
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
  'image-empty': {
    answers: base,
    play: (actions) => {
      actions.toggleDrive(kingston);
      actions.go('image');
    },
  },
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
  protect: { answers: base, play: at('protect') },
  review: { answers: base, play: at('review') },
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
    workFolderFreeBytes: 3.2e9,
    play: at('review'),
  },
  'make-building': { answers: base, play: job(running('building', 0.4, 0.22)) },
  'make-writing': { answers: base, play: job(running('writing', 0.62, 0.58)) },
  'make-verifying': { answers: base, play: job(running('verifying', 0.3, 0.82)) },
  'make-cancelling': {
    answers: base,
    play: job({ state: 'cancelling', progress: progress('writing', 0.62, 0.58) }),
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
