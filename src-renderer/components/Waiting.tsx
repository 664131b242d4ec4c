import { LoaderCircle } from 'lucide-react';

/** Says what is being waited for. It shows itself only when the wait is long enough to be noticed. */
export function Waiting({ words }: { words: string }): React.JSX.Element {
  return (
    <p className="waiting" role="status">
      <LoaderCircle size={20} aria-hidden />
      {words}
    </p>
  );
}
