/** Lines without blanks around them, not the empty ones. A carriage return alone ends one, too. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function lastLine(text: string): string | null {
  return linesOf(text).at(-1) ?? null;
}
