const STAR = 0x2a;
const encoder = new TextEncoder();

/**
 * Whether a path is one that a pattern means: the same bytes of UTF-8, where `*` stands for exactly one byte, a slash
 * too (`ventoy_strcmp`). So é takes two of them.
 */
export function matchesPattern(pattern: string, path: string): boolean {
  if (!pattern.includes('*')) return pattern === path;
  return startsWithPattern(encoder.encode(pattern), encoder.encode(path), true);
}

/** Whether the pattern's beginning means the whole text, and more follows it (`ventoy_plugin_get_image_list_index`). */
export function patternGoesBeyond(pattern: string, text: string): boolean {
  const wanted = encoder.encode(pattern);
  const bytes = encoder.encode(text);
  return wanted.length > bytes.length && startsWithPattern(wanted, bytes, false);
}

/** Whether a file lies directly in the folder that the pattern means; `/` is the root (`ventoy_plugin_is_parent`). */
export function liesIn(pattern: string, path: string): boolean {
  const slash = path.lastIndexOf('/');
  return pattern === '/' ? slash === 0 : slash > 0 && matchesPattern(pattern, path.slice(0, slash));
}

function startsWithPattern(pattern: Uint8Array, bytes: Uint8Array, wholly: boolean): boolean {
  if (wholly && pattern.length !== bytes.length) return false;
  return bytes.every((byte, index) => pattern[index] === byte || pattern[index] === STAR);
}
