/** A word of a diskpart command: `quick`, or `label="Windows"`. Names are in lower case. */
export interface DiskpartWord {
  name: string;
  /** What follows `=`; null for a word without one. */
  value: string | null;
}

/**
 * The words of a line of a diskpart script. A value may stand in quotation marks, which end it; there is no way to write one inside.
 * Null for a line that is no command: a quotation mark that is not closed, or one elsewhere.
 */
export function diskpartWords(line: string): DiskpartWord[] | null {
  const words: DiskpartWord[] = [];
  let rest = line.trim();
  while (rest !== '') {
    const match = /^([^\s="]+)(?:=(?:"([^"]*)"|([^\s"]*)))?(?=\s|$)\s*/.exec(rest);
    if (!match) return null;
    const [all, name = '', quoted, plain] = match;
    words.push({ name: name.toLowerCase(), value: quoted ?? plain ?? null });
    rest = rest.slice(all.length);
  }
  return words;
}
