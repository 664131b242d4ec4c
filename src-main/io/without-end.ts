/**
 * A text without those characters at its end that are fillers. A regular expression such as `/ +$/` gives the same,
 * but tries anew at every place of a long run inside the text: with a megabyte of them that takes minutes.
 * `isFiller` is given single UTF-16 units.
 */
export function withoutEnd(text: string, isFiller: (unit: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isFiller(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
