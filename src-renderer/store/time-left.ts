/** Minutes that are told to people: every one up to 10, then fives up to the hour, then tens. */
function rung(index: number): number {
  if (index <= 10) return index;
  if (index <= 20) return 10 + (index - 10) * 5;
  return 60 + (index - 20) * 10;
}

function rungBelow(minutes: number): number {
  let index = 0;
  while (rung(index + 1) <= minutes) index += 1;
  return index;
}

/**
 * The time left in whole minutes as it is shown, 0 for less than one. It follows the estimate only
 * when that has left the neighbourhood of what was shown last, so the words don't jump about.
 */
export function steadyMinutes(shown: number | null, secondsLeft: number): number {
  const exact = Math.min(Math.max(0, secondsLeft) / 60, 100 * 60);
  if (shown !== null) {
    const index = rungBelow(shown);
    const lowest = index === 0 ? 0 : rung(index - 1) + (index === 1 ? 0.75 : 0);
    if (exact >= lowest && exact <= rung(index + 1)) return shown;
  }
  const below = rungBelow(exact);
  const nearer = exact - rung(below) <= rung(below + 1) - exact ? below : below + 1;
  return exact < 0.75 ? 0 : rung(Math.max(1, nearer));
}
