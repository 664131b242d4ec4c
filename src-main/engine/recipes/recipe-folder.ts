import { lstat, mkdir, mkdtemp, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { messageOf, StickError, stickError, toStickError } from '../../../src-shared/errors';
import type { Recipe } from '../../../src-shared/plan';
import {
  RECIPE_ENDING,
  recipeFileName,
  type RecipeEntry,
  type RecipeList,
} from '../../../src-shared/recipe-folder';
import {
  aboutInRecipe,
  LONGEST_RECIPE_NAME,
  type RecipeAbout,
} from '../../../src-shared/recipe-about';
import { pathsIn } from '../../../src-shared/recipe-paths';
import { errorCode, flushFolder, saveFile } from '../../io';
import { openRecipe } from '../recipe-file';

/** In the folder for recipes: what was removed from it, to be taken back. */
const REMOVED = 'removed';

/** Reads a recipe to keep it: it has a name, its own or that of its file. Throws what reading a recipe throws. */
export async function readNamedRecipe(path: string): Promise<Recipe & { name: string }> {
  const { recipe } = await openRecipe(path);
  return { ...recipe, name: recipe.name ?? nameOfFile(basename(path)) };
}

/**
 * The folder in which a person keeps recipes. Files are named in it by their names alone. What is put there is a whole recipe with
 * full paths or not there at all; nothing in it is ever deleted by this program. Methods throw `recipe/folder` where the
 * folder can't be used, and those that take a name `recipe/not-found`.
 */
export class RecipeFolder {
  constructor(private readonly folder: () => string) {}

  /** Throws `recipe/folder` unless files can be put there. It has to be there. */
  async requireUsable(): Promise<void> {
    // Rights alone don't tell: the disk may be full, or a share read-only.
    await this.#using(async (folder) => rmdir(await mkdtemp(join(folder, '.sticksmith-'))));
  }

  /** What is in it, by name. A folder that isn't there yet is empty. */
  async list(): Promise<RecipeList> {
    const folder = this.folder();
    const entries: RecipeEntry[] = [];
    for (const file of await this.#names(folder)) {
      const entry = await entryOf(folder, file);
      if (entry) entries.push(entry);
    }
    entries.sort((a, b) => shownName(a).localeCompare(shownName(b)));
    return { folder, recipes: entries };
  }

  /** Opens one; paths in it are full ones. Throws what reading a recipe throws. */
  async read(file: string): Promise<Recipe & { name: string }> {
    return readNamedRecipe(await this.pathOf(file));
  }

  /** The file of a recipe that has this name, in whatever case; null where none has. */
  async named(name: string): Promise<string | null> {
    const wanted = name.toLocaleLowerCase();
    const { recipes } = await this.list();
    return recipes.find((entry) => shownName(entry).toLocaleLowerCase() === wanted)?.file ?? null;
  }

  /** Puts a copy of a recipe file from elsewhere into the folder, in this version. Returns the copy's name. Throws as `read`. */
  async import(path: string): Promise<string> {
    return this.add(await readNamedRecipe(path));
  }

  /** Puts a recipe into the folder. One whose file's name is taken gets a number. Returns its file's name. */
  async add(recipe: Recipe & { name: string }): Promise<string> {
    return this.#using(async (folder) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { name: file, count } = await reserve(folder, recipeFileName(recipe.name));
      const name = count === 1 ? recipe.name : numbered(recipe.name, count);
      try {
        await saveFile(join(folder, file), textOf({ ...recipe, name }));
      } catch (error) {
        await rm(join(folder, file), { force: true });
        throw error;
      }
      return file;
    });
  }

  /** Puts a recipe in the place of one, which is kept as a removed one is. Returns its file's name. Throws `recipe/not-found`. */
  async replace(file: string, recipe: Recipe & { name: string }): Promise<string> {
    const kept = await this.remove(file);
    try {
      return await this.add(recipe);
    } catch (error) {
      await this.takeBack(kept);
      throw error;
    }
  }

  /** Saves a copy of one elsewhere, in place of what is there. Throws as `read`, and `permission/denied`. */
  async export(file: string, to: string): Promise<void> {
    await saveFile(to, textOf(await this.read(file)));
  }

  /** Says what one is called and what it is for; its file follows a new name. Returns the file's name. Throws as `read`. */
  async describe(file: string, about: RecipeAbout): Promise<string> {
    const before = await this.read(file);
    const { description: _, ...rest } = before;
    const recipe = { ...rest, ...aboutInRecipe(about) };
    const { name } = about;
    if (name === before.name || recipeFileName(name) === file) {
      await this.#using(async (folder) => saveFile(join(folder, file), textOf(recipe)));
      return file;
    }
    const renamed = await this.add(recipe);
    await this.remove(file);
    return renamed;
  }

  /** Returns the copy's name. Throws as `read`. */
  async duplicate(file: string): Promise<string> {
    return this.add(await this.read(file));
  }

  /** Takes one out of the list. Returns the full path under which it is kept, for `takeBack`. */
  async remove(file: string): Promise<string> {
    const path = await this.pathOf(file);
    return this.#using(async (folder) => {
      const removed = join(folder, REMOVED);
      await mkdir(removed, { recursive: true, mode: 0o700 });
      const kept = join(removed, (await reserve(removed, file)).name);
      await rename(path, kept);
      await flushFolder(folder);
      return kept;
    });
  }

  /** Puts what was removed back into the list. `kept`: what `remove` returned. Returns the file's name. */
  async takeBack(kept: string): Promise<string> {
    return this.#using(async (folder) => {
      const name = basename(kept);
      if (resolve(kept) !== join(resolve(folder), REMOVED, name)) throw notFound(name, folder);
      await lstat(kept);
      const { name: back } = await reserve(folder, name);
      await rename(kept, join(folder, back));
      await flushFolder(folder);
      return back;
    });
  }

  async #names(folder: string): Promise<string[]> {
    try {
      return (await readdir(folder)).filter(isRecipeName);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw unusable(folder, error);
    }
  }

  /** The path of a file that is in the folder itself and no link. */
  async pathOf(file: string): Promise<string> {
    const folder = this.folder();
    const path = join(folder, file);
    const isThere = isRecipeName(file) && (await isOrdinaryFile(path));
    if (!isThere) throw notFound(file, folder);
    return path;
  }

  async #using<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = this.folder();
    try {
      return await work(folder);
    } catch (error) {
      throw error instanceof StickError ? error : unusable(folder, error);
    }
  }
}

async function entryOf(folder: string, file: string): Promise<RecipeEntry | null> {
  const path = join(folder, file);
  const stats = await lstat(path).catch(() => null);
  if (!stats?.isFile()) return null;
  const known = { file, changedAt: stats.mtime.toISOString() };
  try {
    const { recipe, isOld } = await openRecipe(path);
    const { name = nameOfFile(file), description = null, kind } = recipe;
    const windows = windowsOf(recipe);
    const missing = await missingOf(recipe);
    return { ...known, state: 'usable', name, description, kind, windows, missing, isOld };
  } catch (error) {
    return { ...known, state: 'unusable', error: toStickError(error).toData() };
  }
}

function windowsOf(recipe: Recipe): { image: string; edition: number } | null {
  const windows = recipe.kind === 'ventoy' ? recipe.windows : recipe;
  return windows && { image: windows.image.path, edition: windows.edition.index };
}

async function missingOf(recipe: Recipe): Promise<string[]> {
  const missing: string[] = [];
  for (const path of new Set(pathsIn(recipe))) {
    if (!(await isThere(path))) missing.push(path);
  }
  return missing;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function isOrdinaryFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/** A name alone, which is no hidden one: those are of files that are being written. */
function isRecipeName(name: string): boolean {
  return /^[^./\\\0][^/\\\0]*\.json$/i.test(name);
}

/** `count`: this name is the so many-th of its kind, and has that number from the second on. */
interface Reserved {
  name: string;
  count: number;
}

/** Makes an empty file that nobody else has, of this name or of one like it. */
async function reserve(folder: string, file: string): Promise<Reserved> {
  const ending = file.endsWith(RECIPE_ENDING) ? RECIPE_ENDING : '.json';
  const base = file.slice(0, -ending.length);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? file : `${base} ${String(count)}${ending}`;
    try {
      await (await open(join(folder, name), 'wx', 0o600)).close();
      return { name, count };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

/** `Loaner sticks` → `Loaner sticks 2`, no longer than a name may be. */
function numbered(name: string, count: number): string {
  const number = ` ${String(count)}`;
  const room = LONGEST_RECIPE_NAME - number.length;
  let short = name;
  // A character at a time, since some are two units long.
  while (short.length > room) short = [...short].slice(0, -1).join('');
  return `${short.trimEnd()}${number}`;
}

function nameOfFile(file: string): string {
  return file.replace(/(\.recipe)?\.json$/i, '');
}

function shownName(entry: RecipeEntry): string {
  return entry.state === 'usable' ? entry.name : entry.file;
}

function textOf(recipe: Recipe): string {
  return `${JSON.stringify(recipe, null, 2)}\n`;
}

function notFound(name: string, folder: string): Error {
  return stickError('recipe/not-found', { name, folder });
}

function unusable(folder: string, cause: unknown): Error {
  return stickError('recipe/folder', { folder, message: messageOf(cause) }, { cause });
}
