import { readsBack } from '../store/answers';
import { useWizard } from '../store/context';

/** Whether everything that is written is read back. */
export function useReadsBack(): boolean {
  return useWizard(({ answers }) => readsBack(answers));
}
