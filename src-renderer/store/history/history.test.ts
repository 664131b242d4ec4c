import { describe, expect, it } from 'vitest';
import { everyRecord, type RecordList } from '../../../src-shared/records';
import { failedRecord, restoredRecord, sampleRecord } from '../../../src-shared/records/testing';
import { manyRecords, noRecords, recordList } from '../../dev/history-samples';
import { windows11 } from '../../dev/samples';
import { simulateApi, type Simulation } from '../../dev/simulated-api';
import { lastKnown } from '../loadable';
import { createWizardStore } from '../store';
import { isFiltering, noFilter, queryOf, timeOf, type HistoryTime } from './filter';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function open(changes: Partial<Simulation> = {}) {
  const api = simulateApi({
    errors: {},
    silent: [],
    ...changes,
    answers: {
      'records:list': recordList,
      'records:read': sampleRecord,
      ...changes.answers,
    },
  });
  const store = createWizardStore(api);
  store.getState().openErrand('history');
  await settled();
  const asked = (channel: string) =>
    api.asked.filter((one) => one.channel === channel).map(({ payload }) => payload);
  const history = () => {
    const state = store.getState().history;
    if (state === null) throw new Error('the history is not on screen');
    return state;
  };
  return { api, store, asked, history };
}

/** Answers as the program does: so many of a whole list, from one on. */
const listOf =
  (whole: RecordList) =>
  ({ offset, limit }: { offset: number; limit: number }): RecordList => ({
    ...whole,
    records: whole.records.slice(offset, offset + limit),
  });

describe('what is looked for', () => {
  const now = new Date(2026, 2, 1, 15, 30);
  const range = (time: HistoryTime) => {
    const { since, until } = queryOf({ ...noFilter, time }, now);
    return [since, until];
  };
  const since = (period: 'any' | 'today' | 'week') => range({ period })[0];
  const days = (from: string, until: string) => range({ period: 'days', from, until });

  it('begins at midnight of this computer’s clock', () => {
    expect(since('any')).toBeNull();
    expect(since('today')).toBe(new Date(2026, 2, 1).toISOString());
    expect(since('week')).toBe(new Date(2026, 1, 23).toISOString());
  });

  it('reaches from the first of two days to the end of the second, each of which may be open', () => {
    const [first, afterLast] = [new Date(2026, 1, 3), new Date(2026, 1, 6)];
    expect(days('2026-02-03', '2026-02-05')).toEqual([
      ...[first.toISOString(), afterLast.toISOString()],
    ]);
    expect(days('2026-02-03', '')).toEqual([first.toISOString(), null]);
    expect(days('', '2026-02-05')).toEqual([null, afterLast.toISOString()]);
    const isLimited = (time: HistoryTime) => isFiltering({ ...noFilter, time });
    expect(isLimited(timeOf('days'))).toBe(false);
    expect(isLimited({ period: 'days', from: '', until: '2026-02-05' })).toBe(true);
  });
});

describe('the history', () => {
  it('shows thousands a part at a time, and all of them that are shown again when one changes', async () => {
    const records = [...manyRecords.records, ...recordList.records];
    const whole = { ...manyRecords, records, matching: records.length, kept: records.length };
    const { api, store, asked, history } = await open({
      answers: { 'records:list': listOf(whole) },
    });
    expect(lastKnown(history().list)?.records).toHaveLength(100);
    await store.getState().showMoreRecords();
    expect(lastKnown(history().list)?.records).toEqual(records);
    await store.getState().showMoreRecords();
    expect(asked('records:list')).toHaveLength(2);
    api.tell('records:changed', null);
    await settled();
    expect(asked('records:list').at(-1)).toMatchObject({ offset: 0, limit: records.length });
  });

  it('shows what was asked for last, however late an earlier answer comes', async () => {
    const { api, store, history } = await open();
    const late: (() => void)[] = [];
    const request = api.request.bind(api);
    api.request = async (channel, payload) => {
      if (channel === 'records:list' && late.length === 0) {
        await new Promise<void>((resolve) => late.push(resolve));
      }
      return request(channel, payload);
    };
    store.getState().filterRecords({ text: 'slow' });
    api.simulation.answers['records:list'] = noRecords;
    store.getState().filterRecords({ text: 'quick' });
    await settled();
    api.simulation.answers['records:list'] = recordList;
    late.forEach((answer) => {
      answer();
    });
    await settled();
    expect(lastKnown(history().list)).toEqual(noRecords);
  });

  it('exports what matches, or all', async () => {
    const { store, asked, history } = await open({
      answers: { 'records:export': '/home/mara/records.csv' },
    });
    store.getState().filterRecords({ text: 'LOANER', result: 'failed' });
    await store.getState().exportRecords('matching');
    await store.getState().exportRecords('all');
    expect(asked('records:export')).toEqual([
      { text: 'LOANER', result: 'failed', since: null, until: null },
      everyRecord,
    ]);
    expect(history().aftermath).toEqual({ kind: 'saved', path: '/home/mara/records.csv' });
  });

  it('brings back a record that was removed, whole', async () => {
    const { store, asked, history } = await open();
    await store.getState().readRecord(sampleRecord.id);
    await store.getState().removeRecord();
    expect(asked('records:remove')).toEqual([sampleRecord.id]);
    expect(history()).toMatchObject({ opened: null, aftermath: { kind: 'removed' } });
    await store.getState().undoRecordRemoval();
    expect(asked('records:restore')).toEqual([sampleRecord]);
    await store.getState().undoRecordRemoval();
    expect(asked('records:restore')).toHaveLength(1);
  });

  it('keeps the offer to bring a record back when that fails', async () => {
    const { store, history } = await open({
      errors: { 'records:restore': { code: 'records/busy', params: { path: '/data/lock' } } },
    });
    await store.getState().readRecord(sampleRecord.id);
    await store.getState().removeRecord();
    await store.getState().undoRecordRemoval();
    expect(history().aftermath).toEqual({ kind: 'removed', record: sampleRecord });
  });

  it('sets damaged files aside, says where they are, and looks again', async () => {
    const folder = '/home/mara/.config/sticksmith/records/set-aside';
    const { store, asked, history } = await open({
      answers: { 'records:set-aside': { folder, files: 1 } },
    });
    await store.getState().setAsideDamaged();
    expect(history().aftermath).toEqual({ kind: 'set-aside', folder });
    expect(asked('records:list')).toHaveLength(2);
  });

  it('takes over no recipe of a drive that is an ordinary one again', async () => {
    const { store } = await open({ answers: { 'records:read': restoredRecord } });
    await store.getState().readRecord(restoredRecord.id);
    await store.getState().makeLikeRecord();
    expect(store.getState()).toMatchObject({ errand: 'history', notice: null });
  });

  it('wipes only what was ticked, and can’t be left while it does', async () => {
    const { store, asked, history } = await open({ silent: ['records:wipe'] });
    await store.getState().wipeRecords();
    store.getState().askWipe();
    await store.getState().wipeRecords();
    expect(asked('records:wipe')).toEqual([]);
    store.getState().tickWipe(true);
    void store.getState().wipeRecords();
    store.getState().closeWipe();
    store.getState().tickWipe(false);
    expect(asked('records:wipe')).toHaveLength(1);
    expect(history().wiping).toEqual({ state: 'running', ticked: true });
  });

  it('takes over the recipe of a record in the wizard', async () => {
    const { store, asked } = await open({ answers: { 'image:inspect': windows11 } });
    await store.getState().readRecord(sampleRecord.id);
    await store.getState().makeLikeRecord();
    expect(asked('image:inspect')).toEqual(['/srv/images/Win11_24H2_English_x64.iso']);
    const { errand, history, answers } = store.getState();
    expect({ errand, history }).toEqual({ errand: null, history: null });
    expect(answers.edition).toBe(5);
  });

  it('says why a recipe can’t be taken over, and stays', async () => {
    const { store } = await open({
      answers: { 'records:read': { ...failedRecord, recipe: { version: 99 } } },
    });
    await store.getState().readRecord(failedRecord.id);
    await store.getState().makeLikeRecord();
    expect(store.getState()).toMatchObject({
      errand: 'history',
      notice: { notice: { kind: 'error', error: { code: 'plan/version' } } },
    });
  });

  it('is left without a trace of what was under way', async () => {
    const { store } = await open({ silent: ['records:read'] });
    void store.getState().readRecord(sampleRecord.id);
    store.getState().closeErrand();
    await settled();
    expect(store.getState().history).toBeNull();
  });
});
