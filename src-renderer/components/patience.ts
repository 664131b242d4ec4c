import { createContext, useContext, useEffect, useState } from 'react';

/** A part of the screen: whether it has been there for a while, or appears just now. */
interface Part {
  shown: boolean;
}

/** Fields that appear in such a part later have just been asked for. */
export const PartContext = createContext<Part | null>(null);

export function usePart(): Part {
  const [part] = useState<Part>(() => ({ shown: false }));
  useEffect(() => {
    // The part is no state of the screen: nothing is to be drawn anew.
    Object.assign(part, { shown: true });
  }, [part]);
  return part;
}

/**
 * Nobody has done anything wrong in a field that has just appeared, empty: what is wrong with it is said once it was
 * left. One that was there when its part was opened is judged at once.
 */
export function usePatience(): { isPatient: boolean; end: () => void } {
  const part = useContext(PartContext);
  const [isPatient, setPatient] = useState(() => part?.shown === true);
  return {
    isPatient,
    end: () => {
      setPatient(false);
    },
  };
}
