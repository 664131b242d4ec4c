import { driveName } from '../../src-shared/drive';
import { isImageFilePath } from '../../src-shared/vhdx';
import { useWizard } from '../store/context';
import { fileName } from './file-name';

/** What a target of a job is called: a drive by its name and path, a file by the last part of its path. */
export interface TargetName {
  name: string;
  /** The device, where the name alone doesn't tell equal drives apart. */
  device: string | null;
  isDrive: boolean;
}

export function useTargetName(): (target: string) => TargetName {
  const drives = useWizard((state) => state.answers.drives);
  return (target) => {
    const drive = drives.find(({ path }) => path === target);
    // A window that was opened again during a job knows only the paths.
    if (drive === undefined) {
      const isDrive = !isImageFilePath(target);
      return { name: isDrive ? target : fileName(target), device: null, isDrive };
    }
    const name = driveName(drive);
    return { name, device: name === target ? null : target, isDrive: true };
  };
}
