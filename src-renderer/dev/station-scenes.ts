import type { StationRow, StationState } from '../../src-shared/station';
import type { WizardState } from '../store/store';
import { someRecipes } from './recipe-samples';
import { driveLists, kingston, longNamed, offered, windows11 } from './samples';
import type { Scene } from './scenes';
import type { SimulatedApi, Simulation } from './simulated-api';
import {
  binned,
  cancelled,
  ended,
  faulty,
  finished,
  gone,
  limited,
  longNamedRow,
  looking,
  plainSeries,
  pulled,
  refused,
  running,
  series,
  stopping,
  waiting,
  working,
} from './station-samples';

const base: Simulation['answers'] = {
  'drives:list': driveLists.many,
  'image:inspect': windows11,
  'image:verify': { verdict: 'unknown', sha256: '4f9a'.repeat(16) },
  'recipe:open': { name: series.name, recipe: series.recipe },
};

const withPorts: Simulation['answers'] = {
  ...base,
  'drives:list': [
    offered({ ...kingston, partitions: [], port: 'usb 1-2.1' }),
    offered({ ...longNamed, port: 'usb 1-2.2' }),
  ],
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function open(actions: WizardState): Promise<void> {
  actions.openErrand('station');
  await settled();
}

const at =
  (state: StationState): Scene['play'] =>
  async (actions, api) => {
    await open(actions);
    api.tell('station:state', state);
    await settled();
  };

const ready = at({ state: 'ready', series });
const readyPlain = at({ state: 'ready', series: plainSeries });

function typeSecrets(actions: WizardState): void {
  actions.typeStationPassword({
    password: 'river-tooth-splendid-9',
    again: 'river-tooth-splendid-9',
  });
  actions.typeStationWifiKey('Pupils', 'correct horse battery');
}

async function toConfirm(actions: WizardState, api: SimulatedApi): Promise<void> {
  await ready(actions, api);
  typeSecrets(actions);
  actions.showStationScreen('confirm');
  await settled();
}

/** The last part of the screen, where what was typed counts. */
async function toEnd(): Promise<void> {
  await settled();
  document.querySelector('.column > .step > :last-child')?.scrollIntoView();
}

const sixRows = [
  pulled(1),
  finished(2),
  working(3, 0.86),
  working(4, 0.31),
  waiting(5),
  looking(6),
];

const twelveRows: StationRow[] = [
  ...[1, 2, 3].map(pulled),
  binned(4),
  ...[5, 6].map(finished),
  ...[7, 8, 9, 10].map((row, index) => working(row, 0.9 - index * 0.22)),
  ...[11, 12].map(waiting),
];

export const stationScenes = {
  'station-choose': { answers: base, play: open },
  'station-choose-kept': { answers: { ...base, 'recipes:list': someRecipes }, play: open },
  'station-choose-answers': {
    answers: base,
    play: async (actions) => {
      await actions.inspect(windows11.path);
      await open(actions);
    },
  },
  'station-choose-failed': {
    answers: base,
    errors: {
      'station:open': {
        code: 'image/not-found',
        params: { path: windows11.path },
      },
    },
    play: async (actions) => {
      await open(actions);
      await actions.openStationRecipe();
    },
  },
  'station-opening': {
    answers: base,
    silent: ['station:open'],
    play: async (actions, api) => {
      await at({
        state: 'opening',
        name: series.name,
        progress: { phase: 'hashing', doneBytes: 2.1e9, totalBytes: 5.46e9, secondsLeft: 70 },
      })(actions, api);
    },
  },
  'station-recipe': { answers: base, play: ready },
  'station-recipe-plain': { answers: base, play: readyPlain },
  'station-recipe-secrets': {
    answers: base,
    play: async (actions, api) => {
      await ready(actions, api);
      actions.typeStationPassword({ password: 'river-tooth', again: 'river' });
      actions.typeStationWifiKey('Pupils', 'short');
      await toEnd();
    },
  },
  'station-confirm': { answers: base, play: toConfirm },
  'station-confirm-end': {
    answers: base,
    play: async (actions, api) => {
      await toConfirm(actions, api);
      await toEnd();
    },
  },
  'station-confirm-loading': { answers: base, silent: ['drives:list'], play: toConfirm },
  'station-confirm-any': {
    answers: withPorts,
    play: async (actions, api) => {
      await toConfirm(actions, api);
      actions.changeStationRules({
        ...{ contents: 'any', largest: '70', limit: '20', ports: ['usb 1-2.1', 'usb 1-2.2'] },
      });
      actions.confirmStation({ ticked: true, typedWord: 'erase' });
      await toEnd();
    },
  },
  'station-confirm-wrong': {
    answers: { ...base, 'drives:list': [] },
    play: async (actions, api) => {
      await toConfirm(actions, api);
      actions.changeStationRules({
        ...{ label: 'LOANER*##', sizes: 'between', smallest: '64', largest: '32', ports: [] },
      });
      await settled();
    },
  },
  'station-confirm-refused': {
    answers: base,
    errors: { 'station:begin': { code: 'permission/denied', params: { path: '/dev/sdb' } } },
    play: async (actions, api) => {
      await toConfirm(actions, api);
      actions.confirmStation({ ticked: true });
      await actions.startStation('erase');
      await settled();
      document.querySelector('h1')?.scrollIntoView();
    },
  },
  'station-none': { answers: base, play: at(running([])) },
  'station-preparing': {
    answers: base,
    play: at(
      running([waiting(1)], {
        preparing: { phase: 'building', doneBytes: 7.1e9, totalBytes: 18.9e9, secondsLeft: 240 },
      }),
    ),
  },
  'station-one': { answers: base, play: at(running([working(1, 0.4)])) },
  'station-six': { answers: base, play: at(running(sixRows)) },
  'station-twelve': { answers: base, play: at(running(twelveRows, { guard: limited })) },
  'station-failed': {
    answers: base,
    play: at(running([finished(1), faulty(2), gone(3), cancelled(4), working(5, 0.2)])),
  },
  'station-long-names': {
    answers: base,
    play: at(
      running(
        [
          ...[working(1, 0.7), waiting(2), finished(3), faulty(4), gone(5)],
          ...[cancelled(6), pulled(7), binned(8)],
        ].map(longNamedRow),
      ),
    ),
  },
  'station-refused': { answers: base, play: at(running([working(1, 0.6), ...refused(7)])) },
  'station-paused': { answers: base, play: at(running(sixRows, { paused: true })) },
  'station-finishing': { answers: base, play: at(stopping(sixRows.slice(0, 4), 'finish')) },
  'station-cancelling': { answers: base, play: at(stopping(sixRows.slice(0, 4), 'cancel')) },
  'station-limit-reached': {
    answers: base,
    play: at(
      ended(
        [...Array(12).keys()].map((index) => pulled(index + 1)),
        null,
        limited,
      ),
    ),
  },
  'station-ended': {
    answers: base,
    play: at(ended([pulled(1), finished(2), faulty(3), binned(4)])),
  },
  'station-list-saved': {
    answers: { ...base, 'station:save-list': '/home/mara/Documents/sticksmith-series.csv' },
    play: async (actions, api) => {
      await at(ended([pulled(1), finished(2), faulty(3)]))(actions, api);
      await actions.saveStationList();
    },
  },
  'station-ended-none': { answers: base, play: at(ended([])) },
  'station-error': {
    answers: base,
    play: at(
      ended([pulled(1), gone(2)], {
        code: 'helper/lost',
        params: { message: 'it ended without a word' },
        stick: 'unknown',
      }),
    ),
  },
} satisfies Record<string, Scene>;
