import { describe, expect, it } from 'vitest';
import { identityOf } from '../../../src-shared/drive';
import { restored } from '../../dev/restore-scenes';
import { driveLists, emptyCard, kingston } from '../../dev/samples';
import { simulateApi, type Simulation } from '../../dev/simulated-api';
import { createWizardStore } from '../store';
import { labelProblem, pickedDrive } from './restore-actions';

async function open(changes: Partial<Simulation> = {}) {
  const api = simulateApi({
    errors: {},
    silent: [],
    ...changes,
    answers: {
      'drives:list': driveLists.many,
      'restore:run': { outcome: 'done', drive: restored },
      ...changes.answers,
    },
  });
  const store = createWizardStore(api);
  store.getState().openErrand('restore');
  await Promise.resolve();
  await store.getState().loadRestorables();
  const asked = (channel: string) =>
    api.asked.filter((one) => one.channel === channel).map(({ payload }) => payload);
  const ask = (path = kingston.path): void => {
    store.getState().pickRestorable(path);
    store.getState().askRestore();
  };
  const confirm = (): void => {
    ask();
    store.getState().changeRestore({ typed: 'Kingston DataTraveler 3.0' });
  };
  return { api, store, asked, ask, confirm };
}

describe('making an ordinary drive of a stick', () => {
  it('begins only when the name of a drive that holds data was typed', async () => {
    const { store, asked, ask } = await open();
    ask();
    await store.getState().startRestore();
    store.getState().changeRestore({ ticked: true });
    store.getState().changeRestore({ typed: 'Kingston' });
    await store.getState().startRestore();
    expect(asked('restore:run')).toEqual([]);
    store.getState().changeRestore({ typed: 'kingston datatraveler 3.0 ', label: 'KINGSTON' });
    await store.getState().startRestore();
    const wishes = { label: 'KINGSTON', scheme: null };
    expect(asked('restore:run')).toEqual([{ identity: identityOf(kingston), wishes }]);
    expect(store.getState().restorePlace).toMatchObject({ state: 'done', restored });
  });

  it('takes a tick for one that holds nothing', async () => {
    const { store, asked, ask } = await open();
    ask(emptyCard.path);
    await store.getState().startRestore();
    expect(asked('restore:run')).toEqual([]);
    store.getState().changeRestore({ ticked: true });
    await store.getState().startRestore();
    expect(asked('restore:run')).toHaveLength(1);
  });

  it.each([
    ['twelve chars', 'too-long'],
    ['a:b', 'characters'],
    ['Fotos ü', null],
    ['', null],
  ] as const)('says of the label “%s” that its problem is %s', async (label, problem) => {
    expect(labelProblem(label)).toBe(problem);
    const { store, asked, confirm } = await open();
    confirm();
    store.getState().changeRestore({ label });
    await store.getState().startRestore();
    expect(asked('restore:run')).toHaveLength(problem === null ? 1 : 0);
  });

  it('takes no drive that may not be used, and none that was pulled', async () => {
    const { store, ask } = await open();
    const refused = driveLists.many.find(({ reasons }) => reasons.length > 0);
    for (const path of [refused?.drive.path ?? '', '/dev/gone']) {
      ask(path);
      expect(pickedDrive(store.getState())).toBeNull();
      expect(store.getState().restorePlace?.state).toBe('choosing');
    }
  });

  it('goes on when somebody leaves, and is there when they come back', async () => {
    const { store, api, confirm } = await open({ silent: ['restore:run'] });
    confirm();
    void store.getState().startRestore();
    store.getState().closeErrand();
    store.getState().openErrand('restore');
    expect(store.getState().restorePlace?.state).toBe('running');
    const progress = {
      ...{ phase: 'writing' as const, target: kingston.path, doneBytes: 1, totalBytes: 2 },
      ...{ bytesPerSecond: null, overall: 0.5, secondsLeft: null },
    };
    api.tell('restore:progress', progress);
    store.getState().chooseAnotherDrive();
    expect(store.getState().restorePlace).toMatchObject({ state: 'running', progress });
  });

  it('begins anew once its end was seen', async () => {
    const { store, confirm } = await open();
    confirm();
    await store.getState().startRestore();
    store.getState().closeErrand();
    store.getState().openErrand('restore');
    expect(store.getState().restorePlace?.state).toBe('choosing');
  });

  it('says what became of the drive when it is cancelled', async () => {
    const { store, confirm } = await open({
      answers: { 'restore:run': { outcome: 'cancelled', stick: 'unfinished' } },
    });
    confirm();
    await store.getState().startRestore();
    expect(store.getState().restorePlace).toMatchObject({
      state: 'cancelled',
      stick: 'unfinished',
    });
  });

  it('is cancelled once', async () => {
    const { store, asked, confirm } = await open({ silent: ['restore:run'] });
    confirm();
    void store.getState().startRestore();
    await store.getState().cancelRestore();
    await store.getState().cancelRestore();
    expect(asked('restore:cancel')).toHaveLength(1);
    expect(store.getState().restorePlace?.state).toBe('cancelling');
  });
});
