import type { StickRecord } from '../../src-shared/records';
import { failedRecord, sampleRecord } from '../../src-shared/records/testing';
import type { WizardState } from '../store/store';
import {
  brokenOffRecord,
  cancelledRecord,
  encryptedRecord,
  longRecord,
  manyRecords,
  noRecords,
  ordinaryRecord,
  recordList,
  runningRecord,
  sampleLabel,
  ventoyRecord,
} from './history-samples';
import type { Scene } from './scenes';
import { simulatedInfo, type Simulation } from './simulated-api';
import { windows11 } from './samples';

const base: Simulation['answers'] = {
  'image:inspect': windows11,
  'records:list': recordList,
  'records:read': sampleRecord,
  'records:export': '/home/mara/Documents/sticksmith-records.csv',
  'records:wipe': 8,
  'records:label': sampleLabel,
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function open(actions: WizardState): Promise<void> {
  actions.openErrand('history');
  await settled();
}

async function read(actions: WizardState): Promise<void> {
  await open(actions);
  void actions.readRecord(sampleRecord.id);
  await settled();
}

function scrollTo(selector: string): void {
  document.querySelector(selector)?.scrollIntoView();
}

const reading = (record: StickRecord): Scene => ({
  answers: { ...base, 'records:read': record },
  play: read,
});

const unreadable = {
  code: 'records/unusable',
  params: { path: '/home/mara/.local/share/sticksmith/records', message: 'EACCES' },
} as const;

/** The records of earlier sticks. */
export const historyScenes = {
  history: { answers: base, play: open },
  'history-many': { answers: { ...base, 'records:list': manyRecords }, play: open },
  'history-empty': { answers: { ...base, 'records:list': noRecords }, play: open },
  'history-none-found': {
    answers: { ...base, 'records:list': { ...noRecords, kept: 2914 } },
    play: async (actions) => {
      await open(actions);
      actions.filterRecords({ text: 'LOANER-99', result: 'failed', time: { period: 'month' } });
      await settled();
    },
  },
  'history-days': {
    answers: base,
    play: async (actions) => {
      await open(actions);
      actions.filterRecords({ time: { period: 'days', from: '2026-02-28', until: '2026-02-27' } });
      await settled();
    },
  },
  'history-set-aside': {
    answers: {
      ...base,
      'records:set-aside': {
        ...{ folder: '/home/mara/.config/sticksmith/records/set-aside', files: 1 },
      },
    },
    play: async (actions) => {
      await open(actions);
      await actions.setAsideDamaged();
      await settled();
    },
  },
  'history-loading': { answers: base, silent: ['records:list'], play: open },
  'history-failed': { answers: base, errors: { 'records:list': unreadable }, play: open },
  'history-damaged': {
    answers: {
      ...base,
      'records:list': {
        ...recordList,
        damaged: ['/home/mara/.local/share/sticksmith/records/0b8f1c52.json'],
        newer: 2,
      },
    },
    play: open,
  },
  'history-removed': {
    answers: base,
    play: async (actions) => {
      await read(actions);
      await actions.removeRecord();
      await settled();
    },
  },
  'history-exported': {
    answers: base,
    play: async (actions) => {
      await open(actions);
      await actions.exportRecords('all');
    },
  },
  'history-lines-waiting': {
    answers: {
      ...base,
      'settings:set': (settings) => ({ ...simulatedInfo, settings }),
      'choose:record-line-file': '\\\\server\\helpdesk\\sticks.jsonl',
      'records:unsent': { lines: 3, problem: 'The share can’t be reached (EHOSTUNREACH).' },
    },
    play: async (actions) => {
      await open(actions);
      await actions.chooseRecordLineFile();
      await settled();
      scrollTo('.record-lines');
    },
  },
  'history-wipe': {
    answers: base,
    play: async (actions) => {
      await open(actions);
      actions.askWipe();
    },
  },
  'history-wiping': {
    answers: base,
    silent: ['records:wipe'],
    play: async (actions) => {
      await open(actions);
      actions.askWipe();
      actions.tickWipe(true);
      void actions.wipeRecords();
    },
  },
  'history-wiped': {
    answers: { ...base, 'records:list': noRecords },
    play: async (actions) => {
      await open(actions);
      actions.askWipe();
      actions.tickWipe(true);
      await actions.wipeRecords();
    },
  },
  'record-finished': reading(sampleRecord),
  'record-timings': {
    answers: base,
    play: async (actions) => {
      await read(actions);
      scrollTo('.record-section:has(.timings)');
    },
  },
  'record-label': {
    answers: base,
    play: async (actions) => {
      await read(actions);
      await actions.askLabel();
    },
  },
  'record-encrypted': reading(encryptedRecord),
  'record-failed': reading(failedRecord),
  'record-cancelled': reading(cancelledRecord),
  'record-broken-off': reading(brokenOffRecord),
  'record-running': reading(runningRecord),
  'record-ventoy': reading(ventoyRecord),
  'record-ordinary-drive': reading(ordinaryRecord),
  'record-long-names': reading(longRecord),
  'record-loading': { answers: base, silent: ['records:read'], play: read },
  'record-unreadable': {
    answers: base,
    errors: { 'records:read': unreadable },
    play: read,
  },
} satisfies Record<string, Scene>;
