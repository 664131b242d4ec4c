type Bundle = Readonly<Record<string, unknown>>;

/**
 * The same texts with a form `_many` wherever there is `_other`: French and Spanish have one for millions, which reads like the
 * other here, and without it i18next would take the English sentence.
 */
export function withEveryPlural(texts: Bundle): Bundle {
  const all: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(texts)) {
    all[key] = isBundle(text) ? withEveryPlural(text) : text;
    if (key.endsWith('_other')) all[key.replace(/_other$/, '_many')] ??= text;
  }
  return all;
}

function isBundle(value: unknown): value is Bundle {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
