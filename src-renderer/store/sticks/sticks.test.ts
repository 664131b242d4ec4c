import { describe, expect, it } from 'vitest';
import { bootTests, brokenCheck, outlook, repairReport, soundCheck } from '../../dev/stick-samples';
import { driveLists, kingston } from '../../dev/samples';
import { simulateApi, type Simulation } from '../../dev/simulated-api';
import { createWizardStore } from '../store';
import { chosenDrive } from './chosen-stick';
import { pickedStick } from './check-actions';

const chosen = chosenDrive(kingston);

async function open(changes: Partial<Simulation> = {}) {
  const api = simulateApi({
    errors: {},
    silent: [],
    ...changes,
    answers: { 'drives:list': driveLists.many, ...changes.answers },
  });
  const store = createWizardStore(api);
  store.getState().openErrand('check');
  await Promise.resolve();
  await store.getState().loadCheckDrives();
  const asked = (channel: string) =>
    api.asked.filter((one) => one.channel === channel).map(({ payload }) => payload);
  const read = async (): Promise<void> => {
    store.getState().pick({ kind: 'drive', path: kingston.path });
    await store.getState().checkPicked();
  };
  return { api, store, asked, read };
}

describe('checking a stick that exists', () => {
  it('reads nothing until a stick is picked, and then exactly that one', async () => {
    const { store, asked, read } = await open({ answers: { 'check:run': soundCheck } });
    await store.getState().checkPicked();
    expect(asked('check:run')).toEqual([]);
    await read();
    expect(asked('check:run')).toEqual([chosen.stick]);
    expect(store.getState().checkPlace).toEqual({ state: 'checked', chosen, check: soundCheck });
  });

  it('takes no drive that may not be used, and none that was pulled', async () => {
    const { store } = await open();
    const refused = driveLists.many.find(({ reasons }) => reasons.length > 0);
    if (!refused) throw new Error('the sample list has no drive that is refused');
    for (const path of [refused.drive.path, '/dev/gone']) {
      store.getState().pick({ kind: 'drive', path });
      expect(pickedStick(store.getState())).toBeNull();
    }
  });

  it('takes a file by its path, and nothing for none', async () => {
    const { store } = await open({ answers: { 'choose:stick-file': '/home/mara/a.img' } });
    store.getState().pick({ kind: 'file' });
    expect(pickedStick(store.getState())).toBeNull();
    await store.getState().chooseCheckFile();
    expect(pickedStick(store.getState())?.stick).toEqual({
      kind: 'file',
      path: '/home/mara/a.img',
    });
  });

  it('leads back to the choice when it was cancelled', async () => {
    const { store, read } = await open({ answers: { 'check:run': null } });
    await read();
    expect(store.getState().checkPlace).toEqual({ state: 'choosing', wasCancelled: true });
  });

  it('ends what is being read when somebody leaves, whose result comes too late then', async () => {
    const { store, asked, read } = await open({ answers: { 'check:run': soundCheck } });
    const reading = read();
    expect(store.getState().checkPlace?.state).toBe('reading');
    store.getState().closeErrand();
    await reading;
    expect(asked('check:cancel')).toHaveLength(1);
    expect(store.getState().checkPlace).toBeNull();
  });

  it('says why a stick can’t be read', async () => {
    const { store, read } = await open({
      errors: { 'check:run': { code: 'permission/denied', params: { path: '/dev/sdb' } } },
    });
    await read();
    expect(store.getState().checkPlace).toMatchObject({
      state: 'failed',
      error: { code: 'permission/denied' },
    });
  });
});

describe('a test boot', () => {
  it('shows each result as it comes, and keeps those of other firmware', async () => {
    const { api, store } = await open({ silent: ['boot-test:run'] });
    void store.getState().startBootTest(chosen.stick, 'all');
    const [uefi, secure] = bootTests;
    if (!uefi || !secure) throw new Error('two sample tests are needed');
    const target = kingston.path;
    api.tell('boot-test:event', {
      target,
      event: { type: 'boot-test-started', firmware: 'secure' },
    });
    expect(store.getState().bootTest?.current?.firmware).toBe('secure');
    api.tell('boot-test:event', { target, event: { type: 'boot-test-ended', test: secure } });
    api.tell('boot-test:event', { target, event: { type: 'boot-test-ended', test: uefi } });
    expect(store.getState().bootOutcomes[target]?.tests).toEqual([uefi, secure]);
  });

  it('runs once at a time', async () => {
    const { store, asked } = await open({ silent: ['boot-test:run'] });
    void store.getState().startBootTest(chosen.stick, 'uefi');
    await store.getState().startBootTest(chosen.stick, 'bios');
    expect(asked('boot-test:run')).toEqual([{ stick: chosen.stick, firmware: 'uefi' }]);
  });

  it('says that it was cancelled, and why it failed', async () => {
    const { store } = await open({ answers: { 'boot-test:run': null } });
    await store.getState().startBootTest(chosen.stick, 'uefi');
    expect(store.getState().bootOutcomes[kingston.path]?.ended).toBe('cancelled');
    const failing = await open({
      errors: { 'boot-test:run': { code: 'tool/missing', params: { tool: 'qemu', install: '' } } },
    });
    await failing.store.getState().startBootTest(chosen.stick, 'uefi');
    const { ended } = failing.store.getState().bootOutcomes[kingston.path] ?? {};
    expect(ended).toMatchObject({ code: 'tool/missing' });
  });

  it('is ended when somebody leaves', async () => {
    const { store, asked } = await open({ silent: ['boot-test:run'] });
    void store.getState().startBootTest(chosen.stick, 'all');
    store.getState().closeErrand();
    expect(asked('boot-test:cancel')).toHaveLength(1);
  });
});

describe('a repair', () => {
  const answers = {
    'check:run': brokenCheck,
    'repair:foresee': outlook,
    'repair:run': repairReport,
    'boot-test:run': bootTests,
  };

  it('begins only once it was ticked, with exactly what was shown, and checks the stick afterwards', async () => {
    const { store, asked, read } = await open({ answers });
    await read();
    await store.getState().startBootTest(chosen.stick, 'all');
    await store.getState().askRepair(chosen);
    await store.getState().startRepair();
    expect(asked('repair:run')).toEqual([]);
    store.getState().tickRepair(true);
    await store.getState().startRepair();
    expect(asked('repair:run')).toEqual([
      { stick: chosen.stick, secret: null, agreed: outlook.steps },
    ]);
    expect(store.getState().repair).toMatchObject({ state: 'done', report: repairReport });
    expect(store.getState().bootOutcomes).toEqual({});
    store.getState().closeRepair();
    expect(store.getState().repair).toBeNull();
    expect(asked('check:run')).toHaveLength(2);
  });

  it('can’t be closed while it writes', async () => {
    const { store, asked } = await open({ answers, silent: ['repair:run'] });
    await store.getState().askRepair(chosen);
    store.getState().tickRepair(true);
    void store.getState().startRepair();
    store.getState().closeRepair();
    expect(store.getState().repair?.state).toBe('running');
    await store.getState().cancelRepair();
    store.getState().closeRepair();
    expect(store.getState().repair?.state).toBe('cancelling');
    expect(asked('repair:cancel')).toHaveLength(1);
  });

  it('asks for the password of an encrypted stick, and keeps it no longer than the dialog', async () => {
    const { api, store, asked } = await open({
      answers,
      errors: { 'repair:foresee': { code: 'repair/encrypted', params: { target: '/dev/sdb' } } },
    });
    await store.getState().askRepair(chosen);
    expect(store.getState().repair).toMatchObject({ state: 'locked', error: null });
    api.simulation.errors = { 'repair:foresee': { code: 'bitlocker/wrong-password', params: {} } };
    store.getState().setRepairSecret('wrong');
    await store.getState().unlockRepair();
    expect(store.getState().repair).toMatchObject({
      state: 'locked',
      error: { code: 'bitlocker/wrong-password' },
    });
    api.simulation.errors = {};
    store.getState().setRepairSecret('right one');
    await store.getState().unlockRepair();
    expect(asked('repair:foresee').at(-1)).toEqual({ stick: chosen.stick, secret: 'right one' });
    expect(store.getState().repair?.state).toBe('foreseen');
    store.getState().closeRepair();
    expect(JSON.stringify(store.getState())).not.toContain('right one');
  });

  it('of a Ventoy stick leads to the wizard with that drive', async () => {
    const { store } = await open({
      answers,
      errors: { 'repair:foresee': { code: 'repair/ventoy', params: { target: '/dev/sdb' } } },
    });
    await store.getState().askRepair(chosen);
    expect(store.getState().repair?.state).toBe('ventoy');
    store.getState().updateVentoy();
    const { repair, checkPlace, answers: given, step } = store.getState();
    expect([repair, checkPlace, step]).toEqual([null, null, 'drive']);
    expect(given.kind).toBe('ventoy');
    expect(given.drives).toEqual([kingston]);
  });
});
