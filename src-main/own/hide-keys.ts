/** What stands in place of a key. */
const HIDDEN = '[hidden]';

/**
 * Forms of what is secret wherever it stands. A BitLocker recovery key has eight groups of six digits, a product key five groups of five letters
 * and digits. (documented: https://learn.microsoft.com/windows/security/operating-system-security/data-protection/bitlocker/recovery-overview;
 * https://learn.microsoft.com/windows-hardware/customize/desktop/unattend/microsoft-windows-setup-userdata-productkey)
 * They may be written without hyphens between the groups, or with spaces.
 */
const forms: readonly RegExp[] = [
  /(?<!\d)\d{6}(?:[-\s]?\d{6}){7}(?!\d)/g,
  /(?<![A-Z\d])[A-Z\d]{5}(?:-[A-Z\d]{5}){4}(?![A-Z\d])/gi,
];

/** Elements of answer files and network profiles that hold a secret, and what may lie between. */
const elements =
  /(<(keyMaterial|ProductKey|Password|AdministratorPassword|AccountData)\b[^>]*>)[\s\S]*?(<\/\2>)/gi;

/** `password: …`, `"wifiKey": "…"` and the like. What is no text, such as `null` and `{`, says nothing. */
const fields =
  /((?:password|passphrase|secret|recovery_?key|product_?key|wifi_?key)s?["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"|'[^']*'|(?!null\b|true\b|false\b|undefined\b)[^\s"'{}[\],;]+)/gi;

/**
 * A text without keys and passwords, as far as their form or what stands beside them tells. It is a net below the rule that none gets into a log at
 * all: one that looks like any other word isn't known for one.
 */
export function hideKeys(text: string): string {
  const withoutForms = forms.reduce((rest, form) => rest.replace(form, HIDDEN), text);
  return withoutForms.replace(elements, `$1${HIDDEN}$3`).replace(fields, `$1${HIDDEN}`);
}
