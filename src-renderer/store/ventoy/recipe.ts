import type { Answers } from '../answers';
import { targetsOf } from '../answers';
import type { VentoyPlan } from '../../../src-shared/plan';
import {
  type VentoyInstall,
  type VentoyRecipe,
  type VentoyWindows,
  ventoyDefaults,
} from '../../../src-shared/ventoy-recipe';
import { defaultWindowsChoices, noSecrets } from '../../../src-shared/windows-choices';
import { type VentoyAnswers, keepsFiles } from './answers';
import { filesToRename, stickImages } from './images';
import { menuConfig, menuFiles } from './menu';

/** Null while something is missing without which there is nothing to make. */
export function ventoyRecipeOf({ ventoy }: Answers): VentoyRecipe | null {
  const install = installOf(ventoy);
  if (install === null) return null;
  const windows = windowsOf(ventoy);
  if (ventoy.windows !== null && windows === null) return null;
  return {
    ...ventoyDefaults,
    install,
    ...filesToRename(ventoy),
    files: [
      ...ventoy.images.map(({ info, name, sha256 }) => ({ source: info.path, name, sha256 })),
      ...menuFiles(ventoy).map(({ source, name }) => ({ source, name, sha256: null })),
      ...ventoy.extra.files,
    ],
    checksums: ventoy.checksums,
    persistence: stickImages(ventoy).flatMap(({ id, name }) => {
      const bytes = ventoy.persistence[id] ?? 0;
      return bytes > 0 ? [{ image: name, bytes }] : [];
    }),
    windows,
    ...menuConfig(ventoy).change,
  };
}

export function ventoyPlanOf(answers: Answers): VentoyPlan | null {
  const recipe = ventoyRecipeOf(answers);
  const targets = targetsOf(answers);
  return recipe === null || targets.length === 0
    ? null
    : { ...recipe, targets, secrets: noSecrets };
}

function installOf(ventoy: VentoyAnswers): VentoyInstall | null {
  const { way, secureBoot } = ventoy;
  if (way === 'none') return { way };
  if (ventoy.package === null) return null;
  const { path, sha256 } = ventoy.package;
  const archive = { package: { path, sha256 } };
  if (way !== 'erase') return { way, ...archive, secureBoot };
  const { scheme, reserveBytes, fileSystem, label } = ventoy;
  return { way, ...archive, scheme, secureBoot, reserveBytes, fileSystem, label };
}

function windowsOf(ventoy: VentoyAnswers): VentoyWindows | null {
  const { windows } = ventoy;
  if (windows === null || keepsFiles(ventoy)) return null;
  const { image, edition, vhdBoot } = windows;
  if (image === null || edition === null || vhdBoot === null) return null;
  return {
    image: { path: image.path, sha256: null },
    edition: { index: edition },
    windows: defaultWindowsChoices,
    name: `${windows.name}.vhdx`,
    bytes: windows.bytes,
    vhdBoot,
  };
}
