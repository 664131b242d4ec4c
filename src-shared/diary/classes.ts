import { computerClasses, type ComputerClass } from '../compatibility';
import type { DiaryEntry } from './entry';

/**
 * The classes of computers that an entry may belong to, as predictions name them: one, where what was noted tells it; both
 * for Secure Boot whose certificates nobody knows; none where the firmware or its Secure Boot is unknown.
 */
export function classesOf({
  computer,
  firmware,
  secureBoot,
}: Pick<DiaryEntry, 'computer' | 'firmware' | 'secureBoot'>): ComputerClass[] {
  switch (computer.kind) {
    case 'mac-intel':
    case 'mac-apple':
      return [computer.kind];
    case 'pc-arm64':
      return ['arm64'];
    case 'pc-ia32':
      return firmware === 'bios' ? ['bios'] : ['uefi-ia32'];
    case 'pc':
      if (firmware === 'bios') return ['bios'];
      if (firmware === 'unknown' || secureBoot === 'unknown') return [];
      return secureBoot === 'on' ? ['secure-2011', 'secure-2023'] : ['uefi'];
  }
}

/** What people saw on computers of one class. */
export interface ClassSummary {
  computer: ComputerClass;
  tries: number;
  /** Those of them that started, with trouble or without. */
  started: number;
  /** Those of `started` that had trouble. */
  withTrouble: number;
  /** Those of `tries` that may belong to another class as well. */
  uncertain: number;
}

/** One for each class of which there is an entry, in the order of the predictions. */
export function summarise(entries: readonly DiaryEntry[]): ClassSummary[] {
  const placed = entries.map((entry) => ({ entry, classes: classesOf(entry) }));
  return computerClasses.flatMap((computer) => {
    const those = placed.filter(({ classes }) => classes.includes(computer));
    if (those.length === 0) return [];
    const count = (is: (one: (typeof those)[number]) => boolean): number => those.filter(is).length;
    return [
      {
        computer,
        tries: those.length,
        started: count(({ entry }) => entry.result !== 'did-not-start'),
        withTrouble: count(({ entry }) => entry.result === 'started-with-trouble'),
        uncertain: count(({ classes }) => classes.length > 1),
      },
    ];
  });
}
