import { persistencePath } from '../../../src-shared/persistence';
import {
  type MenuPreview,
  type SizedFile,
  VHDBOOT_PATH,
  type VentoyConfig,
  bootMenu,
  persistenceOf,
  withPersistence,
} from '../../../src-shared/ventoy-json';
import { type VentoyAnswers, foundVentoy, keepsFiles } from './answers';
import { stickImages } from './images';
import { attempt, menuConfig, menuFiles } from './menu';

/** The menu as a computer with a BIOS, or one with UEFI, will show it. */
export function previewOf(ventoy: VentoyAnswers, mode: 'bios' | 'uefi'): MenuPreview {
  return bootMenu(configWithKept(ventoy), wholeStick(ventoy), mode);
}

/** What `ventoy.json` will hold, with what is kept for live systems. */
function configWithKept(ventoy: VentoyAnswers): VentoyConfig {
  const { after } = menuConfig(ventoy);
  return stickImages(ventoy)
    .filter(({ id, name }) => (ventoy.persistence[id] ?? 0) > 0 && !isKept(after, name))
    .reduce((config, { name }) => {
      const choice = { files: [persistencePath(name)], autosel: null, timeout: null };
      return attempt(config, (all) => withPersistence(all, `/${name}`, choice)) ?? config;
    }, after);
}

function isKept(config: VentoyConfig, name: string): boolean {
  return persistenceOf(config, `/${name}`) !== null;
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
