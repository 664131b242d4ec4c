import type { Recipe } from './plan';
import { isProtectedHere, type Protect } from './protect';
import type { VentoyRecipe } from './ventoy-recipe';
import type { WindowsChoices } from './windows-choices';

type Change = (path: string) => string;

/** A recipe whose files and folders are named another way, as by their full paths. */
export function withPaths<R extends Recipe>(recipe: R, change: Change): R;
export function withPaths(recipe: Recipe, change: Change): Recipe {
  if (recipe.kind === 'ventoy') return withVentoyPaths(recipe, change);
  return {
    ...recipe,
    image: { ...recipe.image, path: change(recipe.image.path) },
    protect: withProtectPaths(recipe.protect, change),
    windows: withChoicesPaths(recipe.windows, change),
  };
}

/** A folder on a server, for a Windows that encrypts itself, is none of this computer. */
function withProtectPaths(protect: Protect, change: Change): Protect {
  return isProtectedHere(protect)
    ? { ...protect, recoveryFolder: change(protect.recoveryFolder) }
    : protect;
}

function withChoicesPaths(windows: WindowsChoices, change: Change): WindowsChoices {
  const { answers, drivers, roaming } = windows;
  const ifNamed = (path: string | null): string | null => (path === null ? null : change(path));
  return {
    ...windows,
    answers: { ...answers, answerFile: ifNamed(answers.answerFile) },
    drivers: { ...drivers, folder: ifNamed(drivers.folder) },
    roaming: {
      ...roaming,
      wifi: roaming.wifi.map((choice) =>
        choice.kind === 'file' ? { ...choice, path: change(choice.path) } : choice,
      ),
      domainJoinFile: ifNamed(roaming.domainJoinFile),
    },
  };
}

function withVentoyPaths(recipe: VentoyRecipe, change: Change): VentoyRecipe {
  const { install, files, windows } = recipe;
  return {
    ...recipe,
    install:
      install.way === 'none'
        ? install
        : { ...install, package: { ...install.package, path: change(install.package.path) } },
    files: files.map((file) => ({ ...file, source: change(file.source) })),
    windows: windows && {
      ...windows,
      image: { ...windows.image, path: change(windows.image.path) },
      windows: withChoicesPaths(windows.windows, change),
      vhdBoot: change(windows.vhdBoot),
    },
  };
}

/** Every file and folder that a recipe names. */
export function pathsIn(recipe: Recipe): string[] {
  const found: string[] = [];
  withPaths(recipe, (path) => {
    found.push(path);
    return path;
  });
  return found;
}
