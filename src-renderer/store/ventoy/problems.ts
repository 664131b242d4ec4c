import { nameKey, problemWithName } from '../../../src-shared/copy-names';
import { minimumWindowsBytes } from '../../../src-shared/space';
import { isVentoyExfatLabel } from '../../../src-shared/ventoy-conflicts';
import { VentoyRecipeSchema } from '../../../src-shared/ventoy-recipe';
import { ExfatLabelSchema } from '../../../src-shared/volume-label';
import type { Answers } from '../answers';
import { hasVhdxTarget, usableEditions } from '../answers';
import { smallestTargetBytes } from '../space';
import { type DiskWithWindows, foundVentoy, keepsFiles } from './answers';
import { nameProblems, stickImages } from './images';
import { menuConfig } from './menu';
import { isPersistenceSize, persistenceOf } from './persistence';
import { ventoyRecipeOf } from './recipe';
import { ventoyRoom } from './room';
import { MENU_TIMEOUT } from './settings';

/** Why a step about Ventoy does not do yet. The window has a sentence for each. */
export type VentoyProblem =
  | 'ventoy-vhdx'
  | 'image-name'
  | 'images-too-large'
  | 'no-package'
  | 'package-platform'
  | 'stick-not-read'
  | 'ventoy-label'
  | 'ventoy-label-exfat'
  | 'ventoy-reserve'
  | 'persistence-size'
  | 'ventoy-too-full'
  | 'windows-image'
  | 'windows-vhd-boot'
  | 'windows-name'
  | 'windows-size'
  | 'windows-file-system'
  | 'windows-room'
  | 'menu-setting'
  | 'replacement-path'
  | 'menu-config'
  | 'nothing-to-do';

export function imagesProblem(answers: Answers): VentoyProblem | null {
  if (hasVhdxTarget(answers)) return 'ventoy-vhdx';
  if (nameProblems(answers.ventoy).size > 0) return 'image-name';
  const { ventoy } = answers;
  // Before the package step it may not be known yet whether the stick is to be erased.
  const room = ventoyRoom(
    { ...ventoy, persistence: {}, windows: null, reserveBytes: 0 },
    smallestTargetBytes(answers),
  );
  return room !== null && room.freeBytes < 0 ? 'images-too-large' : null;
}

export function packageProblem({ ventoy }: Answers): VentoyProblem | null {
  const { way } = ventoy;
  if ((way === 'update' || way === 'none') && foundVentoy(ventoy) === null) return 'stick-not-read';
  if (way === 'none') return null;
  if (ventoy.package === null) return 'no-package';
  return null;
}

export function ventoySpaceProblem(answers: Answers): VentoyProblem | null {
  const { ventoy } = answers;
  if (!keepsFiles(ventoy)) {
    if (!ExfatLabelSchema.safeParse(ventoy.label).success) return 'ventoy-label';
    if (ventoy.fileSystem === 'exfat' && !isVentoyExfatLabel(ventoy.label)) {
      return 'ventoy-label-exfat';
    }
    if (!Number.isInteger(ventoy.reserveBytes) || ventoy.reserveBytes < 0) return 'ventoy-reserve';
  }
  for (const image of stickImages(ventoy)) {
    const bytes = ventoy.persistence[image.id];
    if (bytes === undefined) continue;
    if (!isPersistenceSize(ventoy, bytes) || !persistenceOf(image).possible) {
      return 'persistence-size';
    }
  }
  const windows = windowsProblem(answers);
  if (windows !== null) return windows;
  const room = ventoyRoom(ventoy, smallestTargetBytes(answers));
  return room !== null && room.freeBytes < 0 ? 'ventoy-too-full' : null;
}

function windowsProblem(answers: Answers): VentoyProblem | null {
  const { ventoy } = answers;
  const { windows } = ventoy;
  if (windows === null || keepsFiles(ventoy)) return null;
  if (editionOf(windows) === null) return 'windows-image';
  if (windows.vhdBoot === null) return 'windows-vhd-boot';
  if (ventoy.fileSystem !== 'ntfs') return 'windows-file-system';
  const name = `${windows.name}.vhdx`;
  const isTaken = stickImages(ventoy).some((image) => nameKey(image.name) === nameKey(name));
  if (windows.name === '' || isTaken || problemWithName(name, 'ntfs') !== null) {
    return 'windows-name';
  }
  const minimum = smallestDiskBytes(windows);
  if (windows.bytes !== null && windows.bytes < minimum) return 'windows-size';
  const room = ventoyRoom(ventoy, smallestTargetBytes(answers));
  if (windows.bytes === null && room !== null && room.windowsBytes < minimum) return 'windows-room';
  return null;
}

/** The edition that was chosen for the virtual disk. */
export function editionOf(
  windows: DiskWithWindows,
): ReturnType<typeof usableEditions>[number] | null {
  return usableEditions(windows.image).find((edition) => edition.index === windows.edition) ?? null;
}

/** Bytes that the virtual disk needs at least; 0 while no edition is chosen. */
export function smallestDiskBytes(windows: DiskWithWindows): number {
  const edition = editionOf(windows);
  return edition === null ? 0 : minimumWindowsBytes(edition);
}

export function menuProblem(answers: Answers): VentoyProblem | null {
  const { menu } = answers.ventoy;
  const timeout = menu.settings[MENU_TIMEOUT] ?? null;
  if (timeout !== null && !/^\d{1,9}$/.test(timeout)) return 'menu-setting';
  const replacements = Object.values(menu.replacements).flat();
  if (replacements.some(({ inImage }) => !/^\/./.test(inImage))) return 'replacement-path';
  if (!menuConfig(answers.ventoy).isUsable) return 'menu-config';
  const recipe = ventoyRecipeOf(answers);
  if (recipe === null) return null;
  return VentoyRecipeSchema.safeParse(recipe).success ? null : 'nothing-to-do';
}
