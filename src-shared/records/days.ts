const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * When a day such as `2026-03-01` begins by this computer's clock, or the day so many later; ISO 8601 in UTC. Null for what is no day of
 * the calendar.
 */
export function beginOfDay(text: string, daysLater = 0): string | null {
  const [year, month, day] = (DAY.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const begins = new Date(year, month - 1, day);
  if (begins.getMonth() !== month - 1 || begins.getDate() !== day) return null;
  return new Date(year, month - 1, day + daysLater).toISOString();
}
