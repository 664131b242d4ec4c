import { useWizard } from '../store/context';
import { HistoryList } from './HistoryList';
import { LabelDialog } from './LabelDialog';
import { OneRecord } from './OneRecord';
import { WipeDialog } from './WipeDialog';

/** “History”: in place of the wizard's screen. */
export function HistoryPlace(): React.JSX.Element | null {
  const history = useWizard((state) => state.history);
  if (history === null) return null;
  return (
    <>
      {history.opened === null ? (
        <HistoryList history={history} />
      ) : (
        <OneRecord opened={history.opened} />
      )}
      <LabelDialog />
      <WipeDialog />
    </>
  );
}
