import {
  choicesConflicts,
  differentTargets,
  virtualDiskConflicts,
  type PlanConflict,
} from './plan-conflicts';
import type { Target } from './plan';
import { isVhdxPath } from './vhdx';
import type { VentoyRecipe } from './ventoy-recipe';

/** What a recipe for a Ventoy stick can't have together. */
export function ventoyConflicts(recipe: VentoyRecipe): PlanConflict[] {
  return [
    ...labelConflicts(recipe),
    ...windowsConflicts(recipe),
    ...nameConflicts(recipe),
    ...emptyConflicts(recipe),
  ];
}

/** What the targets of a Ventoy stick can't be. */
export function ventoyTargetConflicts(targets: readonly Target[]): PlanConflict[] {
  const nested = targets.flatMap((target, at) =>
    target.kind === 'file' && isVhdxPath(target.path)
      ? [
          {
            field: ['targets', at],
            message:
              'Ventoy’s own programs write to a bare disk, an .img file, and not into a .vhdx',
          },
        ]
      : [],
  );
  return [...differentTargets(targets), ...nested];
}

/** Whether Ventoy's script for Linux names an exFAT so: it hands the label to others without quoting it. */
export function isVentoyExfatLabel(label: string): boolean {
  return label !== '' && !/[\s*?[\]\\]|^-/.test(label);
}

function labelConflicts({ install }: VentoyRecipe): PlanConflict[] {
  if (install.way !== 'erase' || install.fileSystem !== 'exfat') return [];
  if (isVentoyExfatLabel(install.label)) return [];
  const message =
    'Ventoy’s own program takes one to eleven characters, without blanks, * ? [ ] and \\, and no - at the beginning';
  return [{ field: ['install', 'label'], message }];
}

function windowsConflicts({ install, windows }: VentoyRecipe): PlanConflict[] {
  if (!windows) return [];
  const found: PlanConflict[] = [];
  if (install.way !== 'erase') {
    found.push({
      field: ['windows'],
      message: 'Windows in a virtual disk is put on a stick only together with a fresh Ventoy',
    });
  } else if (install.fileSystem !== 'ntfs') {
    found.push({
      field: ['install', 'fileSystem'],
      message: 'Windows in a virtual disk needs ntfs',
    });
  }
  const inside = [
    ...virtualDiskConflicts(windows.windows),
    ...choicesConflicts(windows.windows),
  ].map((conflict) => ({ ...conflict, field: ['windows', ...conflict.field] }));
  return [...found, ...inside];
}

/** No file system of such a stick tells upper from lower case. */
function nameConflicts(recipe: VentoyRecipe): PlanConflict[] {
  const { files, windows, rename, persistence, checksums } = recipe;
  const found: PlanConflict[] = [];
  const folders = new Set(
    [...files.map(({ name }) => name), ...rename.map(({ to }) => to)].flatMap(foldersAbove),
  );
  const taken = new Set(windows ? [windows.name.toLowerCase()] : []);
  const sums = new Set(checksums ? files.map(({ name }) => `${name}.sha256`.toLowerCase()) : []);
  files.forEach(({ name }, index) => {
    const key = name.toLowerCase();
    if (taken.has(key) || sums.has(key) || folders.has(key)) {
      found.push({
        field: ['files', index, 'name'],
        message: 'something else would get this name too',
      });
    }
    taken.add(key);
  });
  rename.forEach(({ to }, index) => {
    const key = to.toLowerCase();
    if (taken.has(key) || sums.has(key) || folders.has(key)) {
      found.push({
        field: ['rename', index, 'to'],
        message: 'something else would get this name too',
      });
    }
    taken.add(key);
  });
  const images = persistence.map(({ image }) => image.toLowerCase());
  images.forEach((image, index) => {
    if (images.indexOf(image) !== index) {
      found.push({
        field: ['persistence', index, 'image'],
        message: 'it is there twice',
      });
    }
  });
  return found;
}

/** In lower case. */
function foldersAbove(path: string): string[] {
  const parts = path.toLowerCase().split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function emptyConflicts(recipe: VentoyRecipe): PlanConflict[] {
  const { install, remove, rename, files, persistence, config, configReplaces } = recipe;
  const lists = [remove, rename, files, persistence, Object.keys(config)];
  return install.way === 'none' && !configReplaces && lists.every((list) => list.length === 0)
    ? [{ field: ['install', 'way'], message: 'with “none” there has to be something else to do' }]
    : [];
}
