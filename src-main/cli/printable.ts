/**
 * Characters that a terminal acts upon instead of showing them: control characters, line separators and
 * those that turn the direction of writing. Names of files and editions come from elsewhere.
 */
const ACTING = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A line for a terminal in which such characters are spelled out. */
export function printable(line: string): string {
  return line.replace(
    ACTING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
