import type { WindowsReport } from '../../src-shared/job';
import type { PlanToUnpack } from './windows-volume';

/** What a report says of where Windows came from. `sha256`: of the image as it was read. */
export function imageReport(
  { plan, prepared: { info, edition } }: Pick<PlanToUnpack, 'plan' | 'prepared'>,
  sha256: string,
): Pick<WindowsReport, 'image' | 'edition'> {
  return {
    image: {
      path: info.path,
      sizeBytes: info.sizeBytes,
      sha256,
      hashExpected: plan.image.sha256 !== null,
    },
    edition: { index: edition.index, name: edition.name, version: edition.version },
  };
}
