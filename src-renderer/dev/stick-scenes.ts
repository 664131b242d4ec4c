import type { WizardState } from '../store/store';
import {
  diaryEntries,
  driveLists,
  kingston,
  longNamed,
  offered,
  report,
  windows11,
} from './samples';
import type { Scene } from './scenes';
import type { SimulatedApi, Simulation } from './simulated-api';
import {
  bootTests,
  brokenCheck,
  notRepairable,
  notedCheck,
  nothingToRepair,
  outlook,
  repairReport,
  soundCheck,
} from './stick-samples';

const base: Simulation['answers'] = {
  'drives:list': driveLists.many,
  'image:inspect': windows11,
  'check:run': brokenCheck,
  'diary:list': { entries: diaryEntries, damaged: [] },
  'boot-test:run': bootTests,
  'repair:foresee': outlook,
  'repair:run': repairReport,
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function open(actions: WizardState): Promise<void> {
  actions.openErrand('check');
  await settled();
}

async function read(actions: WizardState, drive = kingston): Promise<void> {
  await open(actions);
  actions.pick({ kind: 'drive', path: drive.path });
  await actions.checkPicked();
  await settled();
}

function scrollTo(selector: string): void {
  document.querySelector(selector)?.scrollIntoView();
}

async function testBoot(actions: WizardState): Promise<void> {
  await read(actions);
  await actions.startBootTest(stick, 'all');
  await settled();
  scrollTo('#boot-title');
}

const stick = {
  kind: 'drive',
  identity: {
    ...{ path: kingston.path, sizeBytes: kingston.sizeBytes, serial: kingston.serial },
    ...{ model: kingston.model, bus: kingston.bus },
  },
} as const;

async function startBooting(actions: WizardState, api: SimulatedApi): Promise<void> {
  await read(actions);
  void actions.startBootTest(stick, 'all');
  const [first] = bootTests;
  if (first) {
    api.tell('boot-test:event', {
      target: kingston.path,
      event: { type: 'boot-test-ended', test: first },
    });
  }
  api.tell('boot-test:event', {
    target: kingston.path,
    event: { type: 'boot-test-started', firmware: 'secure' },
  });
  await settled();
  scrollTo('#boot-title');
}

const asking: Scene['play'] = async (actions) => {
  await read(actions);
  await actions.askRepair({ stick, name: 'Kingston DataTraveler 3.0' });
};

const repairing: Scene['play'] = async (actions, api) => {
  await asking(actions, api);
  actions.tickRepair(true);
  await actions.startRepair();
};

const failing = (code: 'repair/encrypted' | 'repair/ventoy' | 'repair/not-understood'): Scene => ({
  answers: base,
  errors: {
    'repair:foresee': {
      code,
      params: { target: '/dev/sdb', message: 'it has no partition for Windows' },
    },
  },
  play: asking,
});

const finished: Scene['play'] = async (actions, api) => {
  actions.toggleDrive(kingston);
  await actions.inspect(windows11.path);
  api.tell('job:state', {
    state: 'running',
    progress: {
      ...{ phase: 'writing', target: kingston.path, doneBytes: 0, totalBytes: 1 },
      ...{ bytesPerSecond: null, overall: 0, secondsLeft: null },
    },
    targets: [],
    log: [],
  });
  api.tell('job:state', { state: 'done', report: report('/dev/sdb', 19.7e9, false), log: [] });
  await settled();
  await actions.startBootTest(stick, 'all');
  const folds = [...document.querySelectorAll<HTMLElement>('.fold-trigger')];
  const fold = folds.find(({ textContent }) => textContent.startsWith('Test boot'));
  fold?.click();
  await settled();
  fold?.scrollIntoView();
};

/** Checking, starting and repairing sticks that exist already. */
export const stickScenes = {
  'check-choose': { answers: base, play: open },
  'check-choose-none': { answers: { ...base, 'drives:list': [] }, play: open },
  'check-choose-loading': { answers: base, silent: ['drives:list'], play: open },
  'check-choose-failed': {
    answers: base,
    errors: {
      'drives:list': { code: 'tool/failed', params: { tool: 'lsblk', message: 'exit code 32' } },
    },
    play: open,
  },
  'check-choose-file': {
    answers: base,
    play: async (actions) => {
      await open(actions);
      actions.pick({ kind: 'file' });
      actions.setCheckPath('/home/mara/sticks/windows to go of the library.img');
    },
  },
  'check-reading': { answers: base, silent: ['check:run'], play: (actions) => void read(actions) },
  'check-cancelled': { answers: { ...base, 'check:run': null }, play: (actions) => read(actions) },
  'check-failed': {
    answers: base,
    errors: { 'check:run': { code: 'permission/denied', params: { path: '/dev/sdb' } } },
    play: (actions) => read(actions),
  },
  'check-sound': {
    answers: { ...base, 'check:run': soundCheck },
    play: (actions) => read(actions),
  },
  'check-notes': {
    answers: { ...base, 'check:run': notedCheck, 'drives:list': [offered(longNamed)] },
    play: (actions) => read(actions, longNamed),
  },
  'check-problem': { answers: base, play: (actions) => read(actions) },
  'check-computers': {
    answers: { ...base, 'check:run': soundCheck },
    play: async (actions) => {
      await read(actions);
      document.querySelector<HTMLElement>('#computers-title ~ .fold .fold-trigger')?.click();
      await settled();
      scrollTo('#computers-title');
    },
  },
  'boot-running': { answers: base, silent: ['boot-test:run'], play: startBooting },
  'boot-cancelling': {
    answers: base,
    silent: ['boot-test:run', 'boot-test:cancel'],
    play: async (actions, api) => {
      await startBooting(actions, api);
      void actions.cancelBootTest();
    },
  },
  'boot-cancelled': { answers: { ...base, 'boot-test:run': null }, play: testBoot },
  'boot-failed': {
    answers: base,
    errors: {
      'boot-test:run': {
        code: 'tool/missing',
        params: {
          tool: 'qemu-system-x86_64',
          purpose: 'start sticks in a virtual computer',
          install: 'sudo apt-get install qemu-system-x86',
        },
      },
    },
    play: testBoot,
  },
  'boot-results': { answers: base, play: testBoot },
  'boot-windows': {
    answers: base,
    platform: 'win32',
    play: async (actions) => {
      await read(actions);
      scrollTo('#boot-title');
    },
  },
  'done-booted': { answers: base, play: finished },
  'repair-foreseeing': {
    answers: base,
    silent: ['repair:foresee'],
    play: async (actions) => {
      await read(actions);
      void actions.askRepair({ stick, name: 'Kingston DataTraveler 3.0' });
    },
  },
  'repair-ask': { answers: base, play: asking },
  'repair-nothing': { answers: { ...base, 'repair:foresee': nothingToRepair }, play: asking },
  'repair-impossible': { answers: { ...base, 'repair:foresee': notRepairable }, play: asking },
  'repair-locked': failing('repair/encrypted'),
  'repair-ventoy': failing('repair/ventoy'),
  'repair-not-understood': failing('repair/not-understood'),
  'repair-running': {
    answers: base,
    silent: ['repair:run'],
    play: async (actions, api) => {
      await asking(actions, api);
      actions.tickRepair(true);
      void actions.startRepair();
      api.tell('repair:progress', {
        phase: 'writing',
        doneBytes: 1_200_000,
        totalBytes: 2_945_024,
      });
    },
  },
  'repair-done': { answers: base, play: repairing },
  'repair-cancelled': { answers: { ...base, 'repair:run': null }, play: repairing },
  'repair-failed': {
    answers: base,
    errors: {
      'repair:run': {
        code: 'io/write',
        params: { path: '/dev/sdb', offset: '7340032', message: 'input/output error' },
      },
    },
    play: repairing,
  },
} satisfies Record<string, Scene>;
