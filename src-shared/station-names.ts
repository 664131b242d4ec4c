import { computerNameOf } from './computer-name';
import type { StationNames, StationNaming } from './station';

/** How the stick of a number is called; null when the number has more digits than a pattern has room for. */
export function stationNames(naming: StationNaming, number: number): StationNames | null {
  const label = naming.label === null ? null : computerNameOf(naming.label, number);
  const computerName =
    naming.computerName === null ? null : computerNameOf(naming.computerName, number);
  if (naming.label !== null && label === null) return null;
  if (naming.computerName !== null && computerName === null) return null;
  return { number, label, computerName };
}

/** The lowest number that no stick has; numbers that were given back come first. */
export function nextNumber(firstNumber: number, taken: ReadonlySet<number>): number {
  let number = firstNumber;
  while (taken.has(number)) number += 1;
  return number;
}
