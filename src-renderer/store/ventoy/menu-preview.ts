import { StickError } from '../../../src-shared/errors';
import { persistencePath } from '../../../src-shared/persistence';
import {
  type MenuPreview,
  type SizedFile,
  VHDBOOT_PATH,
  type VentoyConfig,
  type VentoyProblem,
  bootMenu,
  mergeVentoyConfig,
  ventoyProblems,
} from '../../../src-shared/ventoy-json';
import { type VentoyAnswers, foundVentoy, keepsFiles } from './answers';
import { stickImages } from './images';
import { menuConfig, menuFiles } from './menu';

/** The menu as a computer with a BIOS, or one with UEFI, will show it. */
export function previewOf(ventoy: VentoyAnswers, mode: 'bios' | 'uefi'): MenuPreview {
  return bootMenu(wholeConfig(ventoy), wholeStick(ventoy), mode);
}

/** What Ventoy would not take of the answers; each makes it pass over a part of the file, or all of it. */
export function configProblems(ventoy: VentoyAnswers): VentoyProblem[] {
  return ventoyProblems(menuConfig(ventoy)).filter(({ level }) => level === 'error');
}

/** What `ventoy.json` will hold: what is there, what is wanted, and what is kept for live systems. */
function wholeConfig(ventoy: VentoyAnswers): VentoyConfig {
  const present = keepsFiles(ventoy) ? (foundVentoy(ventoy)?.config ?? {}) : {};
  const kept = stickImages(ventoy).filter(({ id }) => (ventoy.persistence[id] ?? 0) > 0);
  const persistence = kept.map(({ name }) => ({
    image: `/${name}`,
    backend: persistencePath(name),
  }));
  const wanted = { ...menuConfig(ventoy), ...(persistence.length > 0 && { persistence }) };
  try {
    return mergeVentoyConfig(present, wanted);
  } catch (thrown) {
    // What is there may be no list where Ventoy wants one; it is told when the stick is made.
    if (thrown instanceof StickError) return wanted;
    throw thrown;
  }
}

/** Every file that will be on the stick, by its absolute path. */
function wholeStick(ventoy: VentoyAnswers): SizedFile[] {
  const present = keepsFiles(ventoy) ? (foundVentoy(ventoy)?.files ?? []) : [];
  const others = present.filter(({ path }) => path.startsWith('ventoy/'));
  const { windows } = ventoy;
  const disk =
    windows === null || keepsFiles(ventoy)
      ? []
      : [
          { path: `/${windows.name}.vhdx`, sizeBytes: windows.bytes ?? SOME_BYTES },
          { path: VHDBOOT_PATH, sizeBytes: SOME_BYTES },
        ];
  return [
    ...stickImages(ventoy).map(({ name, sizeBytes }) => ({ path: `/${name}`, sizeBytes })),
    ...stickImages(ventoy).flatMap(({ id, name }) => {
      const bytes = ventoy.persistence[id];
      return bytes === undefined ? [] : [{ path: persistencePath(name), sizeBytes: bytes }];
    }),
    ...others.map(({ path, sizeBytes }) => ({ path: `/${path}`, sizeBytes })),
    ...[...menuFiles(ventoy), ...ventoy.extra.files].map(({ name }) => ({
      path: `/${name}`,
      sizeBytes: SOME_BYTES,
    })),
    ...disk,
  ];
}

/** Of files whose size isn’t known here: enough for Ventoy not to pass them over. */
const SOME_BYTES = 1024 * 1024;
