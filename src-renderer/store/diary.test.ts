import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ComputerKindSchema,
  DiaryEntrySchema,
  DiaryResultSchema,
  FirmwareSchema,
  SecureBootSchema,
} from '../../src-shared/diary';
import { diaryEntries } from '../dev/samples';
import { type Simulation, simulateApi } from '../dev/simulated-api';
import { draftProblems, emptyDraft, entryOf } from './diary';
import { createWizardStore } from './store';

const stick = { id: 'mbr:0a1b2c3d', label: 'Kingston' };
const made = { id: '3f6f6c1e-9a51-4c3e-8d4e-2b7a1c9d0e5f', when: '2026-03-01T10:20:30.000Z' };
const [first, second] = diaryEntries;
if (first === undefined || second === undefined) throw new Error('too few samples');

describe('a note as it is typed', () => {
  it('without problems is always an entry, and one with problems says which', () => {
    const drafts = fc.record({
      maker: fc.string({ maxLength: 60 }),
      model: fc.string({ maxLength: 80 }),
      kind: fc.constantFrom(...ComputerKindSchema.options),
      firmware: fc.constantFrom(...FirmwareSchema.options),
      secureBoot: fc.constantFrom(...SecureBootSchema.options),
      result: fc.constantFrom(...DiaryResultSchema.options),
      seconds: fc.constantFrom('', ' 95 ', '0', '86400', '86401', '1.5', 'soon'),
      code: fc.string({ maxLength: 60 }),
      note: fc.string({ maxLength: 1000 }),
    });
    fc.assert(
      fc.property(drafts, (draft) => {
        const fits = DiaryEntrySchema.safeParse(entryOf(draft, stick, made)).success;
        expect(fits || draftProblems(draft).length > 0).toBe(true);
      }),
    );
    expect(draftProblems(emptyDraft)).toEqual(['model']);
    expect(draftProblems({ ...emptyDraft, model: 'A', seconds: '86401' })).toEqual(['seconds']);
  });

  it('leaves out what is no longer asked for', () => {
    const draft = { ...emptyDraft, model: 'A', secureBoot: 'on', seconds: 'soon' } as const;
    const failed = entryOf({ ...draft, firmware: 'bios', result: 'did-not-start' }, stick, made);
    expect(failed).toMatchObject({ secureBoot: 'unknown', seconds: null });
    expect(draftProblems({ ...draft, result: 'did-not-start' })).toEqual([]);
    const started = { ...draft, firmware: 'uefi', seconds: ' 95 ' } as const;
    expect(entryOf(started, stick, made)).toMatchObject({ secureBoot: 'on', seconds: 95 });
  });
});

describe('the diary in the window', () => {
  function open(changes: Partial<Simulation> = {}) {
    const api = simulateApi({ answers: {}, errors: {}, silent: [], ...changes });
    return { api, store: createWizardStore(api) };
  }

  it('shows what the program answers after each change', async () => {
    const { store } = open({
      answers: {
        'diary:list': { entries: [second], damaged: [] },
        'diary:add': (entry) => ({ entries: [DiaryEntrySchema.parse(entry), second], damaged: [] }),
      },
    });
    await store.getState().loadDiary();
    expect(store.getState().diary).toEqual({
      state: 'ready',
      value: { entries: [second], damaged: [] },
    });
    expect(await store.getState().addToDiary(first)).toBe(true);
    expect(store.getState().diary).toMatchObject({ value: { entries: [first, second] } });
  });

  it('keeps a removed entry for undoing until it is back', async () => {
    const { api, store } = open({
      answers: {
        'diary:remove': { entries: [], damaged: [] },
        'diary:add': { entries: [first], damaged: [] },
      },
    });
    await store.getState().removeFromDiary(first);
    expect(store.getState().removedEntry).toEqual(first);
    await store.getState().undoRemoval();
    expect(store.getState().removedEntry).toBeNull();
    expect(api.asked).toContainEqual({ channel: 'diary:add', payload: first });
    await store.getState().undoRemoval();
    expect(api.asked.filter(({ channel }) => channel === 'diary:add')).toHaveLength(1);
  });

  it('says what went wrong and keeps what was shown', async () => {
    const { store } = open({
      answers: { 'diary:list': { entries: [first], damaged: [] } },
      errors: { 'diary:add': { code: 'diary/busy', params: { path: '/data/diary/lock' } } },
    });
    await store.getState().loadDiary();
    expect(await store.getState().addToDiary(second)).toBe(false);
    expect(store.getState().notice?.notice).toMatchObject({
      kind: 'error',
      error: { code: 'diary/busy' },
    });
    expect(store.getState().diary).toMatchObject({ value: { entries: [first] } });
  });

  it('can be asked again after it could not be opened', async () => {
    const { store } = open({
      errors: { 'diary:list': { code: 'diary/newer', params: { path: '/data/diary' } } },
    });
    await store.getState().loadDiary();
    expect(store.getState().diary).toMatchObject({
      state: 'failed',
      error: { code: 'diary/newer' },
    });
  });
});
