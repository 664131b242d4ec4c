import { useWizard } from '../store/context';

/** Whether everything that is written is read back: on a drive, unless Windows is unpacked straight onto it. */
export function useReadsBack(): boolean {
  return useWizard(({ answers }) => answers.drives.length > 0 && answers.way === 'staged');
}
