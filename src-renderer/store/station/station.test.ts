import { describe, expect, it } from 'vitest';
import { driveLists, windows11 } from '../../dev/samples';
import { simulateApi, type Simulation } from '../../dev/simulated-api';
import {
  ended,
  faulty,
  finished,
  plainSeries,
  refused,
  running,
  working,
} from '../../dev/station-samples';
import { createWizardStore } from '../store';
import { newsAfter } from './news';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function opened(errors: Simulation['errors'] = {}, answers: Simulation['answers'] = {}) {
  const api = simulateApi({
    answers: { 'drives:list': driveLists.many, 'image:inspect': windows11, ...answers },
    errors,
    silent: [],
  });
  const store = createWizardStore(api);
  await settled();
  store.getState().openErrand('station');
  api.tell('station:state', { state: 'ready', series: plainSeries });
  store.getState().showStationScreen('confirm');
  await settled();
  const begun = () => api.asked.filter(({ channel }) => channel === 'station:begin');
  return { api, store, begun };
}

describe('a series in the window', () => {
  it('is not begun before it was confirmed', async () => {
    const { store, begun } = await opened();
    await store.getState().startStation('erase');
    expect(begun()).toEqual([]);
    store.getState().confirmStation({ ticked: true });
    await store.getState().startStation('erase');
    expect(begun()).toMatchObject([{ payload: { guard: { contents: 'empty', present: [] } } }]);
  });

  it('is confirmed anew when it did not begin, and says why', async () => {
    const { store } = await opened({ 'station:begin': { code: 'permission/denied', params: {} } });
    store.getState().confirmStation({ ticked: true });
    await store.getState().startStation('erase');
    expect(store.getState()).toMatchObject({
      stationBeginning: { state: 'failed', error: { code: 'permission/denied' } },
      stationDraft: { ticked: false },
    });
  });

  it('forgets its secrets once it runs, and is not left while it does', async () => {
    const { api, store } = await opened();
    store.getState().typeStationPassword({ password: 'river-tooth-9' });
    api.tell('station:state', running([working(1, 0.5)]));
    expect(store.getState().stationDraft).toBeNull();
    store.getState().closeErrand();
    store.getState().openErrand('check');
    expect(store.getState().errand).toBe('station');
    expect(api.asked.map(({ channel }) => channel)).not.toContain('station:close');
    api.tell('station:state', { state: 'closed' });
    store.getState().closeErrand();
    expect(store.getState().errand).toBeNull();
  });

  it('is on screen when the window opens while it runs', async () => {
    const api = simulateApi({
      answers: { 'station:state': running([working(1, 0.5)]) },
      errors: {},
      silent: [],
    });
    const store = createWizardStore(api);
    await settled();
    expect(store.getState().errand).toBe('station');
  });

  it('has its list saved, and says where', async () => {
    const { api, store } = await opened({}, { 'station:save-list': '/home/mara/list.csv' });
    api.tell('station:state', ended([finished(1)]));
    await store.getState().saveStationList();
    const saved = { kind: 'saved', path: '/home/mara/list.csv' };
    expect(store.getState().notice?.notice).toEqual(saved);
  });

  it('is put away when its errand is left before it began', async () => {
    const { api, store } = await opened();
    store.getState().closeErrand();
    await settled();
    expect(api.asked.at(-1)).toEqual({ channel: 'station:close', payload: null });
    expect(store.getState().stationDraft).toBeNull();
  });

  it('takes the wizard’s answers as they are', async () => {
    const { api, store } = await opened();
    await store.getState().inspect(windows11.path);
    await store.getState().openStationFromAnswers();
    expect(api.asked.at(-1)).toMatchObject({
      channel: 'station:open',
      payload: { recipe: { image: { path: windows11.path } } },
    });
  });
});

describe('news', () => {
  it('are ends, each told once, and no progress', () => {
    const before = running([working(1, 0.5), working(2, 0.1)]);
    const progressed = running([working(1, 0.6), working(2, 0.2)]);
    expect(newsAfter(before, progressed, [])).toEqual([]);
    const after = running([finished(1), faulty(2)]);
    const news = newsAfter(progressed, after, []);
    expect(news.map(({ id, row }) => [id, row.row, row.state])).toEqual([
      [1, 1, 'finished'],
      [2, 2, 'failed'],
    ]);
    expect(newsAfter(after, after, news)).toBe(news);
  });

  it('are few, the latest ones', () => {
    const after = running(refused(1));
    const news = newsAfter(running([]), after, []);
    expect(news).toHaveLength(4);
    expect(news.at(-1)?.id).toBe(after.rows.length);
  });
});
