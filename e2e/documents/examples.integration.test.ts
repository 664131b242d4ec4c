import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from './examples';
import { World, furnish } from './world';

let furniture: string;
beforeAll(async () => {
  furniture = await mkdtemp(join(tmpdir(), 'sticksmith-furniture-'));
  await furnish(furniture);
});
afterAll(() => rm(furniture, { recursive: true, force: true }));

const places = [...new Set(examples.map(({ place }) => place.replace(/:.*/, '')))];

describe.each(places)('%s', (document) => {
  const ofDocument = examples.filter(({ place }) => place.replace(/:.*/, '') === document);
  const toRun = ofDocument.filter(({ onlyRead }) => onlyRead === null);

  describe.runIf(toRun.length > 0)('in a world of its own', () => {
    let world: World;
    beforeAll(async () => {
      world = await World.begin(furniture);
    });
    afterAll(() => world.end());

    it.each(toRun)('$place does what it shows: $line', async ({ line }) => {
      expect(await world.run(line)).toMatchObject({ code: 0 });
    });
  });

  it.skip.each(ofDocument.filter(({ onlyRead }) => onlyRead !== null))(
    '$place is not run, since $onlyRead: $line',
    () => undefined,
  );
});
