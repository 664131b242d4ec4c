/** What tells who uses this computer, and which drives are theirs. */
export interface Personal {
  /** Absolute path of the home folder; null for a user without one. */
  home: string | null;
  /** Name of the account. */
  user: string;
  serials: readonly string[];
}

/** Digits of a serial number that stay. */
const SHOWN_DIGITS = 4;
/** A shorter name would be found in any text. */
const FEWEST_LETTERS = 3;

/**
 * A text that doesn't name the person: the home folder is `~`, a folder named like the account is `<user>`, and of a drive's serial number the last
 * four characters stay, wherever they stand.
 */
export function hidePerson(text: string, { home, user, serials }: Personal): string {
  const withoutHome =
    home === null || home.length < FEWEST_LETTERS ? text : text.replace(inPath(home, ''), '~');
  const withoutUser =
    user.length < FEWEST_LETTERS
      ? withoutHome
      : withoutHome.replace(inPath(user, String.raw`(?<=[\\/])`), '<user>');
  return serials
    .filter((serial) => serial.length > SHOWN_DIGITS)
    .reduce((rest, serial) => rest.replaceAll(serial, maskSerial(serial)), withoutUser);
}

/** `•••1234`. A serial number that has no more than that isn't shown at all. */
export function maskSerial(serial: string): string {
  return serial.length > SHOWN_DIGITS ? `•••${serial.slice(-SHOWN_DIGITS)}` : '•••';
}

/** Windows doesn't distinguish capital letters in paths, and a text in JSON has its backslashes twice. */
function inPath(path: string, before: string): RegExp {
  const literal = path
    .split('\\')
    .map((part) => part.replace(/[.*+?^${}()|[\]/]/g, String.raw`\$&`))
    .join(String.raw`\\{1,2}`);
  return new RegExp(`${before}${literal}(?![\\p{L}\\p{N}_.-])`, 'giu');
}
