import type { Drive } from '../../src-shared/drive';
import type { RestoredDrive } from '../../src-shared/restore';
import type { WizardState } from '../store/store';
import { driveLists, emptyCard, kingston, longNamed, offered } from './samples';
import type { Scene } from './scenes';
import type { SimulatedApi, Simulation } from './simulated-api';

/** A made-up result that looks like a real one. */
export const restored: RestoredDrive = {
  ...{ target: kingston.path, targetBytes: kingston.sizeBytes, scheme: 'mbr', label: 'KINGSTON' },
  partition: { startByte: 4_194_304, bytes: 57_741_934_592 },
  ...{ freeBytes: 57_726_468_096, writtenBytes: 11_141_120, verifiedBytes: 11_141_120 },
};

const base: Simulation['answers'] = {
  'drives:list': driveLists.many,
  'restore:run': { outcome: 'done', drive: restored },
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function open(actions: WizardState): Promise<void> {
  actions.openErrand('restore');
  await settled();
}

async function asking(actions: WizardState, drive: Drive = kingston): Promise<void> {
  await open(actions);
  actions.pickRestorable(drive.path);
  actions.askRestore();
  await settled();
}

async function confirm(actions: WizardState): Promise<void> {
  await asking(actions);
  actions.changeRestore({ label: 'KINGSTON', typed: 'Kingston DataTraveler 3.0' });
}

const ending: Scene['play'] = async (actions) => {
  await confirm(actions);
  await actions.startRestore();
};

async function run(actions: WizardState, api: SimulatedApi): Promise<void> {
  await confirm(actions);
  void actions.startRestore();
  api.tell('restore:progress', {
    ...{ phase: 'writing', target: kingston.path, doneBytes: 4_200_000, totalBytes: 11_141_120 },
    ...{ bytesPerSecond: 9_000_000, overall: 0.29, secondsLeft: 1 },
  });
}

/** Making an ordinary drive of a stick again. */
export const restoreScenes = {
  'restore-choose': {
    answers: base,
    play: async (actions) => {
      await open(actions);
      actions.pickRestorable(kingston.path);
    },
  },
  'restore-choose-none': { answers: { ...base, 'drives:list': [] }, play: open },
  'restore-choose-loading': { answers: base, silent: ['drives:list'], play: open },
  'restore-ask': { answers: base, play: confirm },
  'restore-ask-empty': { answers: base, play: (actions) => asking(actions, emptyCard) },
  'restore-ask-wrong': {
    answers: { ...base, 'drives:list': [offered(longNamed)] },
    play: async (actions) => {
      await asking(actions, longNamed);
      actions.changeRestore({ label: 'Photos: 2026', typed: 'no' });
    },
  },
  'restore-opening': {
    answers: base,
    silent: ['restore:run'],
    play: async (actions) => {
      await confirm(actions);
      void actions.startRestore();
    },
  },
  'restore-running': { answers: base, silent: ['restore:run'], play: run },
  'restore-cancelling': {
    answers: base,
    silent: ['restore:run', 'restore:cancel'],
    play: async (actions, api) => {
      await run(actions, api);
      void actions.cancelRestore();
    },
  },
  'restore-done': { answers: base, play: ending },
  'restore-cancelled': {
    answers: { ...base, 'restore:run': { outcome: 'cancelled', stick: 'unfinished' } },
    play: ending,
  },
  'restore-untouched': {
    answers: { ...base, 'restore:run': { outcome: 'cancelled', stick: 'untouched' } },
    play: ending,
  },
  'restore-failed': {
    answers: base,
    errors: {
      'restore:run': {
        code: 'io/write',
        params: { path: '/dev/sdb', offset: '7340032', message: 'input/output error' },
      },
    },
    play: ending,
  },
} satisfies Record<string, Scene>;
