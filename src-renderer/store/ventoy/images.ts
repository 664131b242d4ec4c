import { type BootImage, type BootImageKind, bootImageKind } from '../../../src-shared/boot-image';
import { type NameProblemCode, nameKey, problemWithPath } from '../../../src-shared/copy-names';
import type { VentoyRecipe } from '../../../src-shared/ventoy-recipe';
import type { VentoyFileSystem } from '../../../src-shared/ventoy-stick';
import { type AddedImage, type VentoyAnswers, foundVentoy, keepsFiles } from './answers';

/** An image that will be on the stick, copied or there already. */
export interface StickImage {
  id: string;
  /** Path from the stick’s root folder, without a leading `/`. */
  name: string;
  sizeBytes: number;
  kind: BootImageKind;
  /** What was found in the file; null for one on the stick, which isn’t looked into. */
  info: BootImage | null;
}

/** An image that is on the stick now. */
export interface PresentImage {
  path: string;
  sizeBytes: number;
  removed: boolean;
  /** As it will be called. */
  name: string;
}

const PRESENT = 'present:';

/** The images on the stick, also those that are to be removed; nothing where the drive is erased. */
export function presentImages(ventoy: VentoyAnswers): PresentImage[] {
  const files = keepsFiles(ventoy) ? (foundVentoy(ventoy)?.files ?? []) : [];
  return files
    .filter(({ path }) => bootImageKind(path) !== null && !path.startsWith('ventoy/'))
    .map(({ path, sizeBytes }) => ({
      path,
      sizeBytes,
      removed: ventoy.removed.includes(path),
      name: ventoy.renamed[path] ?? path,
    }));
}

/** What is to happen to the names of files that are on the stick. */
export function filesToRename(ventoy: VentoyAnswers): Pick<VentoyRecipe, 'remove' | 'rename'> {
  const present = presentImages(ventoy);
  return {
    remove: present.filter(({ removed }) => removed).map(({ path }) => path),
    rename: present
      .filter(({ path, name, removed }) => !removed && name !== path)
      .map(({ path, name }) => ({ from: path, to: name })),
  };
}

/** Everything that will be an image on the stick, but for a virtual disk with Windows, in the order of the menu. */
export function stickImages(ventoy: VentoyAnswers): StickImage[] {
  const present = presentImages(ventoy)
    .filter(({ removed }) => !removed)
    .flatMap(({ path, name, sizeBytes }) => {
      const kind = bootImageKind(name);
      return kind === null ? [] : [{ id: presentId(path), name, sizeBytes, kind, info: null }];
    });
  const added = ventoy.images.map(({ id, info, name }) => ({
    id,
    name,
    sizeBytes: info.sizeBytes,
    kind: bootImageKind(name) ?? info.kind,
    info,
  }));
  return [...present, ...added].sort((one, other) => (one.name < other.name ? -1 : 1));
}

export function presentId(path: string): string {
  return PRESENT + path;
}

/** Why an image can’t have a name. The window has a sentence for each. */
export type ImageNameProblem = NameProblemCode | 'kind' | 'taken' | 'reserved';

/** What keeps an image from being called so, apart from other files; null when nothing does. */
function problemWithText(
  name: string,
  kind: BootImageKind,
  fileSystem: VentoyFileSystem,
): ImageNameProblem | null {
  const problem = problemWithPath(name, fileSystem);
  if (problem !== null) return problem.code;
  if (/^ventoy\//i.test(name)) return 'reserved';
  return bootImageKind(name) === kind ? null : 'kind';
}

/** Images whose names don’t do, by their ids. */
export function nameProblems(ventoy: VentoyAnswers): ReadonlyMap<string, ImageNameProblem> {
  const all = stickImages(ventoy);
  const there = keepsFiles(ventoy) ? foundVentoy(ventoy)?.layout.data?.fileSystem : undefined;
  const fileSystem = there ?? ventoy.fileSystem;
  const taken = new Map<string, number>();
  for (const { name } of all) {
    taken.set(nameKey(name), (taken.get(nameKey(name)) ?? 0) + 1);
  }
  const problems = new Map<string, ImageNameProblem>();
  for (const { id, name, info, kind } of all) {
    const problem = problemWithText(name, info?.kind ?? kind, fileSystem);
    if (problem !== null) problems.set(id, problem);
    else if ((taken.get(nameKey(name)) ?? 0) > 1) problems.set(id, 'taken');
  }
  for (const { path, name, removed } of presentImages(ventoy)) {
    const kind = bootImageKind(path);
    if (removed || kind === null) continue;
    const problem = problemWithText(name, kind, fileSystem);
    if (problem !== null) problems.set(presentId(path), problem);
  }
  return problems;
}

/** With one more image. The same file twice stays once; a name that is taken gets a number. */
export function withImageAdded(
  ventoy: VentoyAnswers,
  info: BootImage,
  wish: { name?: string; sha256?: string | null } = {},
): VentoyAnswers {
  if (ventoy.images.some((image) => image.info.path === info.path)) return ventoy;
  const name = freeName(
    wish.name ?? info.name,
    stickImages(ventoy).map((image) => image.name),
  );
  const added: AddedImage = { id: info.path, info, name, sha256: wish.sha256 ?? null };
  return { ...ventoy, images: [...ventoy.images, added] };
}

export function withoutImage(ventoy: VentoyAnswers, id: string): VentoyAnswers {
  const { menu } = ventoy;
  return {
    ...ventoy,
    images: ventoy.images.filter((image) => image.id !== id),
    persistence: without(ventoy.persistence, id),
    menu: {
      ...menu,
      aliases: without(menu.aliases, id),
      templates: without(menu.templates, id),
      injections: without(menu.injections, id),
      replacements: without(menu.replacements, id),
      defaultImage: menu.defaultImage === id ? undefined : menu.defaultImage,
    },
  };
}

export function withImageName(ventoy: VentoyAnswers, id: string, name: string): VentoyAnswers {
  const images = ventoy.images.map((image) => (image.id === id ? { ...image, name } : image));
  return { ...ventoy, images };
}

/** A file on the stick that is to be deleted, or is to stay after all. */
export function withPresentRemoved(
  ventoy: VentoyAnswers,
  path: string,
  removed: boolean,
): VentoyAnswers {
  const others = ventoy.removed.filter((other) => other !== path);
  if (!removed) return { ...ventoy, removed: others };
  const { images } = ventoy;
  const cleared = withoutImage(ventoy, presentId(path));
  return {
    ...cleared,
    images,
    removed: [...others, path],
    renamed: without(ventoy.renamed, path),
  };
}

export function withPresentName(ventoy: VentoyAnswers, path: string, name: string): VentoyAnswers {
  const renamed = without(ventoy.renamed, path);
  return { ...ventoy, renamed: name === path ? renamed : { ...renamed, [path]: name } };
}

export function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map(nameKey));
  const [, stem = name, ending = ''] = /^(.*?)(\.[^./]+)?$/.exec(name) ?? [];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${stem} (${String(number)})${ending}`;
    if (!used.has(nameKey(candidate))) return candidate;
  }
}
