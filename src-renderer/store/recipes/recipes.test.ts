import { describe, expect, it } from 'vitest';
import { exampleRecipe } from '../../../src-shared/example-recipe';
import {
  broken,
  lacking,
  listOf,
  loaner,
  longNamedRecipe,
  rescue,
  someRecipes,
} from '../../dev/recipe-samples';
import { windows11 } from '../../dev/samples';
import { simulateApi, type Simulation } from '../../dev/simulated-api';
import { createWizardStore } from '../store';
import { entryName, matchingRecipes } from './find-recipes';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function begin(changes: Partial<Simulation> = {}) {
  const api = simulateApi({
    errors: {},
    silent: [],
    ...changes,
    answers: {
      'recipes:list': someRecipes,
      'recipes:read': { name: loaner.name, recipe: exampleRecipe },
      'image:inspect': windows11,
      ...changes.answers,
    },
  });
  const store = createWizardStore(api);
  const asked = (channel: string) =>
    api.asked.filter((one) => one.channel === channel).map(({ payload }) => payload);
  return { api, store, asked };
}

async function open(changes: Partial<Simulation> = {}) {
  const begun = begin(changes);
  await settled();
  begun.store.getState().openErrand('recipes');
  await settled();
  const place = () => {
    const state = begun.store.getState().recipesPlace;
    if (state === null) throw new Error('the recipes are not on screen');
    return state;
  };
  return { ...begun, place };
}

describe('what is looked for among recipes', () => {
  const found = (text: string) => matchingRecipes(someRecipes.recipes, text).map(entryName);

  it('may be words of name, description, image and file, in any case and order', () => {
    expect(found(' WEEK  loaner ')).toEqual([loaner.name]);
    expect(found('LAB.json')).toEqual([broken.file]);
    expect(found('win11')).toEqual([lacking.name, loaner.name, longNamedRecipe.name]);
    expect(found('')).toHaveLength(someRecipes.recipes.length);
    expect(found('week exam')).toEqual([]);
  });
});

describe('recipes in the window', () => {
  it('are read only once they are wanted', async () => {
    const { store, asked } = begin();
    await settled();
    expect(asked('recipes:list')).toEqual([]);
    store.getState().openErrand('station');
    expect(asked('recipes:list')).toHaveLength(1);
  });

  it('lead to the wizard with their answers', async () => {
    const { store, asked } = await open();
    await store.getState().takeKeptRecipe(loaner.file);
    expect(asked('recipes:read')).toEqual([loaner.file]);
    const { errand, answers } = store.getState();
    expect([errand, answers.windows]).toEqual([null, exampleRecipe.windows]);
  });

  it('stay on screen when one can’t be read', async () => {
    const error = { code: 'recipe/not-found', params: { name: 'a', folder: 'b' } } as const;
    const { store } = await open({ errors: { 'recipes:read': error } });
    await store.getState().takeKeptRecipe('a');
    expect(store.getState()).toMatchObject({
      errand: 'recipes',
      notice: { notice: { kind: 'error', error } },
    });
  });

  it('make a series by their name', async () => {
    const { store, asked } = await open();
    await store.getState().makeManyOfRecipe(loaner.file);
    expect(store.getState().errand).toBe('station');
    expect(asked('station:open')).toEqual([{ name: loaner.name, recipe: exampleRecipe }]);
  });

  it('say in the series why one can’t be opened', async () => {
    const error = { code: 'plan/invalid', params: { message: 'line 1' } } as const;
    const { store, asked } = await open({ errors: { 'recipes:read': error } });
    await store.getState().makeManyOfRecipe(broken.file);
    expect(store.getState().stationOpening).toMatchObject({ state: 'failed', error });
    expect(asked('station:open')).toEqual([]);
  });

  it('are asked about when an imported one has the name of another, and go on where it is', async () => {
    let keeps = false;
    const { store, asked, place } = await open({
      answers: {
        'choose:recipe': '/tmp/a.json',
        'recipes:import': ({ whenTaken }) => {
          keeps = whenTaken !== 'ask';
          return keeps
            ? { state: 'kept', file: rescue.file }
            : { state: 'taken', name: rescue.name };
        },
      },
    });
    store.getState().searchRecipes('exam');
    await store.getState().importRecipe();
    expect(place()).toMatchObject({
      question: { kind: 'taken', name: rescue.name },
      cameFrom: null,
    });
    await store.getState().importTaken('replace');
    expect(asked('recipes:import')).toEqual([
      { path: '/tmp/a.json', whenTaken: 'ask' },
      { path: '/tmp/a.json', whenTaken: 'replace' },
    ]);
    expect(place()).toMatchObject({
      question: null,
      search: '',
      cameFrom: rescue.file,
      aftermath: { kind: 'imported', name: rescue.name },
    });
    expect(asked('recipes:list')).toHaveLength(2);
  });

  it('say where a file that is none is wrong, until another is chosen', async () => {
    const error = { code: 'plan/unreadable', params: { path: 'a', message: 'line 2' } } as const;
    const { api, store, place } = await open({
      answers: { 'choose:recipe': '/tmp/a.json' },
      errors: { 'recipes:import': error },
    });
    await store.getState().importRecipe();
    expect(place().importing).toMatchObject({ state: 'failed', error });
    api.simulation.errors = {};
    api.simulation.answers['recipes:import'] = { state: 'kept', file: loaner.file };
    await store.getState().importRecipe();
    expect(place().importing).toEqual({ state: 'idle' });
  });

  it('are removed once that was agreed to, and come back', async () => {
    const { api, store, asked, place } = await open({
      answers: { 'recipes:remove': '/r/removed/lab.json', 'recipes:take-back': broken.file },
    });
    store.getState().lookAtRecipe(broken.file);
    store.getState().askRecipeRemoval(broken);
    expect(asked('recipes:remove')).toEqual([]);
    api.simulation.answers['recipes:list'] = listOf([loaner]);
    await store.getState().removeRecipe();
    expect(place()).toMatchObject({ opened: null, question: null, aftermath: { kind: 'removed' } });
    await store.getState().undoRecipeRemoval();
    expect(asked('recipes:take-back')).toEqual(['/r/removed/lab.json']);
    expect(place()).toMatchObject({ aftermath: null, cameFrom: broken.file });
  });

  it('are called something, and followed to their new file', async () => {
    const { store, asked, place } = await open({
      answers: { 'recipes:describe': 'Labs.recipe.json' },
    });
    store.getState().lookAtRecipe(loaner.file);
    store.getState().askDescription(loaner);
    store.getState().typeDescription({ name: '  ' });
    await store.getState().describeRecipe();
    expect(asked('recipes:describe')).toEqual([]);
    store.getState().typeDescription({ name: ' Labs ', description: ' ' });
    await store.getState().describeRecipe();
    expect(asked('recipes:describe')).toEqual([
      { file: loaner.file, about: { name: 'Labs', description: null } },
    ]);
    expect(place()).toMatchObject({ opened: 'Labs.recipe.json', question: null });
  });
});

describe('saving the wizard’s answers as a recipe', () => {
  async function ready(changes: Partial<Simulation> = {}) {
    const begun = begin(changes);
    await settled();
    await begun.store.getState().inspect(windows11.path);
    return begun;
  }

  it('proposes the edition’s name, and then that of the recipe that was taken over or saved', async () => {
    const { store } = await ready();
    const proposal = () => {
      store.getState().saveRecipe();
      return store.getState().savingRecipe;
    };
    expect(proposal()).toMatchObject({ name: 'Windows 11 Pro', description: '' });
    store.getState().typeRecipe({ name: 'Labs', description: 'All of them' });
    await store.getState().keepRecipe('ask');
    expect(proposal()).toMatchObject({ name: 'Labs', description: 'All of them' });
    await store.getState().takeRecipe(exampleRecipe);
    expect(proposal()).toMatchObject({ name: exampleRecipe.name });
  });

  it('asks about a name that is taken, and saves it once that is answered', async () => {
    const { store, asked } = await ready({
      answers: {
        'recipes:keep': ({ whenTaken, about }) =>
          whenTaken === 'ask'
            ? { state: 'taken', name: about.name }
            : { state: 'kept', file: 'a.json' },
      },
    });
    store.getState().saveRecipe();
    await store.getState().keepRecipe('ask');
    expect(store.getState().savingRecipe).toMatchObject({ isTaken: true });
    store.getState().backFromSavingRecipe();
    expect(store.getState().savingRecipe).toMatchObject({ isTaken: false });
    await store.getState().keepRecipe('keep-both');
    expect(asked('recipes:keep')).toMatchObject([{ whenTaken: 'ask' }, { whenTaken: 'keep-both' }]);
    expect(store.getState()).toMatchObject({
      savingRecipe: null,
      notice: { notice: { kind: 'recipe-kept', name: 'Windows 11 Pro' } },
    });
  });

  it('keeps what was typed when the folder can’t be used, and may go elsewhere', async () => {
    const error = { code: 'recipe/folder', params: { folder: '/x', message: 'EROFS' } } as const;
    const { store, asked } = await ready({
      answers: { 'recipe:save': '/tmp/labs.recipe.json' },
      errors: { 'recipes:keep': error },
    });
    store.getState().saveRecipe();
    store.getState().typeRecipe({ name: 'Labs' });
    await store.getState().keepRecipe('ask');
    expect(store.getState().savingRecipe).toMatchObject({
      name: 'Labs',
      asking: { state: 'failed', error },
    });
    await store.getState().saveRecipeElsewhere();
    expect(asked('recipe:save')).toMatchObject([{ name: 'Labs' }]);
    expect(store.getState().savingRecipe).toBeNull();
  });
});
