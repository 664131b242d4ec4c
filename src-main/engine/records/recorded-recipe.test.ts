import { describe, expect, it } from 'vitest';
import { exampleRecipe, exampleVentoyRecipe } from '../../../src-shared/example-recipe';
import { parsePlan, parseRecipe } from '../../../src-shared/plan';
import { recipeName, recordedRecipe } from './recorded-recipe';

const targets = [{ kind: 'file', path: '/a.img', sizeBytes: 512 * 1024 ** 2 }];
const secrets = {
  productKey: 'SECRE-TKEYS-ECRET-KEYSE-CRETK',
  wifiKeys: { Office: 'planted wifi key' },
  bitLockerPassword: 'planted password',
};

describe('the recipe in a record', () => {
  it('is the recipe of the plan, can be read again, and holds no secret of the plan', () => {
    for (const example of [exampleRecipe, exampleVentoyRecipe]) {
      const plan = parsePlan({ ...example, targets, secrets });
      const { recipe, leftOut } = recordedRecipe(plan);
      expect(parseRecipe(recipe)).toEqual(
        example.kind === 'ventoy' ? { ...example, config: recipe['config'] } : example,
      );
      expect(leftOut).toEqual(example.kind === 'ventoy' ? passwordsIn(example.config) : []);
      expect(JSON.stringify(recipe)).not.toMatch(/planted|SECRE/);
    }
  });

  it('is without the passwords of Ventoy’s menu, and says which', () => {
    const config = {
      timeout: 3,
      password: { bootpwd: 'txt#planted in the clear' },
      password_uefi: { isopwd: 'md5#0123456789abcdef0123456789abcdef' },
    };
    const plan = parsePlan({ ...exampleVentoyRecipe, config, targets });
    const { recipe, leftOut } = recordedRecipe(plan);
    expect(recipe['config']).toEqual({ timeout: 3 });
    expect(leftOut).toEqual(['config.password', 'config.password_uefi']);
  });
});

function passwordsIn(config: object): string[] {
  return Object.keys(config)
    .filter((name) => name.startsWith('password'))
    .map((name) => `config.${name}`);
}

describe('the name of a recipe', () => {
  it.each([
    ['/srv/loaner.recipe.json', 'loaner'],
    ['lab.json', 'lab'],
    ['/srv/as it is', 'as it is'],
  ])('in %s is %s', (path, name) => {
    expect(recipeName(path)).toBe(name);
  });
});
