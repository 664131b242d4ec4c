import type { Recipe } from './plan';

/** A recipe whose files and folders are named another way, as by their full paths. */
export function withPaths(recipe: Recipe, change: (path: string) => string): Recipe {
  const { windows } = recipe;
  const { answers, drivers, roaming } = windows;
  const ifNamed = (path: string | null): string | null => (path === null ? null : change(path));
  return {
    ...recipe,
    image: { ...recipe.image, path: change(recipe.image.path) },
    windows: {
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
