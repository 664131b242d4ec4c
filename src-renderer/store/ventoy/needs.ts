import { VHDBOOT_PATH, WIMBOOT_PATH } from '../../../src-shared/ventoy-json';
import { type VentoyNeed, ventoyNeeds } from '../../../src-shared/ventoy-needs';
import { type VentoyAnswers, foundVentoy, keepsFiles } from './answers';
import { stickImages } from './images';
import { persistenceOf } from './persistence';

/** What the chosen mix needs. Images that are on the stick aren’t looked into, and tell nothing about how they start. */
export function needsOf(ventoy: VentoyAnswers): VentoyNeed[] {
  const found = keepsFiles(ventoy) ? foundVentoy(ventoy) : null;
  const hasFile = (path: string): boolean =>
    found?.files.some((file) => `/${file.path}` === path) === true ||
    ventoy.extra.files.some(({ name }) => `/${name}` === path);
  return ventoyNeeds({
    scheme: found?.layout.scheme ?? ventoy.scheme,
    secureBoot: ventoy.secureBoot,
    fileSystem: found?.layout.data?.fileSystem ?? ventoy.fileSystem,
    images: stickImages(ventoy).map((image) => ({
      name: image.name,
      sizeBytes: image.sizeBytes,
      kind: image.kind,
      starts: image.info?.starts ?? { bios: null, uefi: { x64: null, ia32: null, aa64: null } },
      virtualDisk: image.info?.virtualDisk ?? null,
      persistence: ventoy.persistence[image.id] === undefined ? null : persistenceOf(image).state,
    })),
    plugins: {
      wimboot: hasFile(WIMBOOT_PATH),
      vhdboot: hasFile(VHDBOOT_PATH) || ventoy.windows !== null,
    },
  });
}
