import { useEffect, useRef, useState } from 'react';
import { type Told, waitToTell } from '../store/calmly';

/** The words about something that goes on, as often as a screen reader may tell them. */
export function useCalmly(stage: string, words: string): string {
  const [told, setTold] = useState(words);
  const last = useRef<Told | null>(null);
  useEffect(() => {
    const tell = (): void => {
      last.current = { stage, at: performance.now() };
      setTold(words);
    };
    const timer = setTimeout(tell, waitToTell(last.current, stage, performance.now()));
    return () => {
      clearTimeout(timer);
    };
  }, [stage, words]);
  return told;
}
