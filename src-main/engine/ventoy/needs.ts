import { nameKey } from '../../../src-shared/copy-names';
import { persistenceFor } from '../../../src-shared/persistence';
import type { VentoyPlan } from '../../../src-shared/plan';
import { VHDBOOT_PATH, WIMBOOT_PATH } from '../../../src-shared/ventoy-json';
import { ventoyNeeds, type VentoyMix, type VentoyNeed } from '../../../src-shared/ventoy-needs';
import type { PreparedVentoy } from './prepare';

type Stick = Pick<VentoyMix, 'scheme' | 'secureBoot' | 'fileSystem'> & {
  /** Every file that is on it, or will be, by its path from the root folder. */
  files: readonly string[];
};

/**
 * What the images of a plan need on a stick. Images that were there before aren't looked into. What was said of a stick when
 * Ventoy was put on it isn't said again where only files change.
 */
export function needsOn(
  stick: Stick,
  { install, persistence }: VentoyPlan,
  { files }: Pick<PreparedVentoy, 'files'>,
): VentoyNeed[] {
  const kept = new Set(persistence.map(({ image }) => nameKey(image)));
  const onStick = new Set(stick.files.map((name) => nameKey(`/${name}`)));
  const needs = ventoyNeeds({
    ...stick,
    images: files.flatMap(({ name, image }) =>
      image === null
        ? []
        : [
            {
              ...image,
              name,
              persistence: kept.has(nameKey(name)) ? persistenceFor(image).state : null,
            },
          ],
    ),
    plugins: {
      wimboot: onStick.has(nameKey(WIMBOOT_PATH)),
      vhdboot: onStick.has(nameKey(VHDBOOT_PATH)),
    },
  });
  return needs.filter(
    ({ level, images }) => install.way !== 'none' || level === 'warning' || images.length > 0,
  );
}

/** The same before anything is done, where the plan alone says what the stick will be; null for one that keeps its files. */
export function foreseenNeeds(plan: VentoyPlan, prepared: PreparedVentoy): VentoyNeed[] | null {
  const { install } = plan;
  if (install.way !== 'erase') return null;
  return needsOn({ ...install, files: prepared.files.map(({ name }) => name) }, plan, prepared);
}
