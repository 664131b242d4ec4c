import { z } from 'zod';
import { RecipeSchema } from './plan';
import { PLAN_VERSION } from './plan-version';

/** What JSON Schema can't say, in the words of the schema's description. */
const RULES = [
  'paths are relative to the folder of the recipe, but for those that name files on a Ventoy stick',
  'space.sharedBytes is "rest" only when space.windowsBytes is a number',
  'space.sharedLabel has at most 11 UTF-16 units',
  'a wifi ssid has at most 32 bytes of UTF-8, and no network or file is named twice',
  'an account name is one that Windows takes, and not the name of the computer',
  'a computer name has at most 15 letters, digits and hyphens, not digits alone, with one run of # at most, which has room for firstNumber',
  'no computer name together with a domain join, whose file names the computer',
  'no hibernation with the container "vhdx"',
  'no app is both removed and kept, no feature both enabled and disabled',
  'on a Ventoy stick: a path names its folders from the root, without a leading / and without . and .. and \\',
  'nothing that is copied or renamed, and no virtual disk, gets a name that another one gets, in whatever case, and no image is named twice in persistence',
  'windows needs install.way "erase" with the fileSystem "ntfs", and has no hibernation',
  'with exfat, install.label is not empty, and has no blanks, no * ? [ ] and no - at its beginning',
  'with install.way "none" there is something to remove, rename, copy, keep or set',
];

/** Names the schema; nothing has to be there on a network. */
const SCHEMA_ID = `urn:sticksmith:recipe:${String(PLAN_VERSION)}`;

/** The JSON Schema (draft 2020-12) of recipes, made from the one that reads them. */
export function recipeJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(RecipeSchema, { io: 'input' });
  return {
    $schema,
    $id: SCHEMA_ID,
    title: 'Sticksmith recipe',
    description: `A portable Windows or a Ventoy stick without the drive it goes to. Beyond what this schema says: ${RULES.join('; ')}.`,
    ...schema,
  };
}
