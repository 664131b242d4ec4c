/**
 * Upper case for comparing file names, one UTF-16 unit at a time as NTFS and FAT do: a letter whose
 * upper case is longer (`ß`) stays as it is.
 */
export function upcase(name: string): string {
  const whole = name.toUpperCase();
  if (whole.length === name.length) return whole;
  let result = '';
  for (const letter of name) {
    const upper = letter.toUpperCase();
    result += upper.length === letter.length ? upper : letter;
  }
  return result;
}

/** The names in a path with `/` or `\`; leading, trailing and double separators don't count. */
export function pathNames(path: string): string[] {
  return path.split(/[/\\]+/).filter((name) => name !== '');
}
