import type { ConfigInForce } from './lookup';
import { matchesPattern, patternGoesBeyond } from './matching';

const encoder = new TextEncoder();

/**
 * The order of images by their names (`ventoy_cmp_img`): with `image_list` as it lists them, otherwise by bytes without
 * regard to capitals. Negative: `one` comes first. Names of which one begins with the other are equal to Ventoy.
 */
export function compareImages(
  config: ConfigInForce,
  one: { path: string; name: string },
  other: { path: string; name: string },
): number {
  const list = config.imageList;
  if (list?.shows !== true) return compareBytes(config, one.name, other.name);
  const place = (path: string): number =>
    list.patterns.findIndex((pattern) => matchesPattern(pattern, path));
  return place(one.path) - place(other.path);
}

/** The same of folders beside each other, of which a shorter name comes first (`ventoy_cmp_subdir`). */
export function compareFolders(config: ConfigInForce, one: string, other: string): number {
  const list = config.imageList;
  if (list?.shows === true) {
    const place = (folder: string): number =>
      list.patterns.findIndex((pattern) => patternGoesBeyond(pattern, `${folder}/`));
    return place(one) - place(other);
  }
  return compareBytes(config, one, other) || one.length - other.length;
}

function compareBytes(config: ConfigInForce, one: string, other: string): number {
  const caseMatters = config.isOn('VTOY_SORT_CASE_SENSITIVE');
  const left = encoder.encode(one);
  const right = encoder.encode(other);
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = rank(left[index], caseMatters) - rank(right[index], caseMatters);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A `char` of x86, which has a sign: what isn't ASCII comes before A. */
function rank(byte = 0, caseMatters: boolean): number {
  if (byte > 0x7f) return byte - 0x100;
  return !caseMatters && byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}
