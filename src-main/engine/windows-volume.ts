import { join } from 'node:path';
import type { Edition } from '../../src-shared/image';
import { partitionOf, type StickLayout } from '../../src-shared/layout';
import type { StickPlan } from '../../src-shared/plan';
import { SECTOR } from '../../src-shared/units';
import { bootFiles, portableEdits, requireBootable } from '../guest';
import type { WindowsVolumeRequest } from '../host';

const WINDOWS_LABEL = 'Windows';

/** What the host is asked to unpack for one layout. `name` tells several volumes of one job apart. */
export function windowsVolumeRequest(
  plan: StickPlan,
  edition: Edition,
  layout: StickLayout,
  wimParts: string[],
  folder: string,
  name = 'windows',
): WindowsVolumeRequest {
  const partition = partitionOf(layout, 'windows');
  if (!partition) throw new Error('the layout has no Windows partition');
  const architecture = requireBootable(edition.architecture, edition.name);
  const { hideInternalDisks } = plan.windows;
  return {
    wimParts,
    index: edition.index,
    volumePath: join(folder, `${name}.ntfs`),
    volumeBytes: partition.sectors * SECTOR,
    startLba: partition.startLba,
    label: WINDOWS_LABEL,
    edits: portableEdits({ hideInternalDisks, architecture }),
    extractPaths: bootFiles(architecture).paths,
    extractTo: join(folder, `${name}-boot`),
  };
}
