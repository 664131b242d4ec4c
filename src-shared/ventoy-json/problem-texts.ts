import { type Placeholder, fillIn } from '../errors';

/**
 * What can be wrong with a ventoy.json, in a sentence without its capital and full stop. `{name}` is a parameter.
 * Translations replace the texts and keep codes and parameters.
 */
export const problemTexts = {
  'unknown-plugin': 'Ventoy knows no “{name}”; it knows {known}',
  'name-case': 'Ventoy knows “{name}” only in small letters',
  'not-list': '“{name}” has to be a list, in square brackets',
  'not-object': '“{name}” has to be an object, in curly brackets',
  'not-text': '“{name}” has to be a text, in quotation marks',
  'not-number': '“{name}” has to be a number',
  'not-path': '“{name}” has to be a path',
  'not-paths': '“{name}” has to be a path, or a list of paths',
  'item-not-path': 'a path is expected here',
  missing: '“{name}” is missing',
  'too-long': '“{name}” has at most {most} bytes',
  value: '“{name}” takes {values}',

  'setting-not-object':
    'a setting has to be a name and its text, such as "VTOY_MENU_TIMEOUT": "10", in curly brackets',
  'setting-empty': 'an object without a setting confuses Ventoy',
  'several-settings': 'Ventoy takes only the first setting of an object; {others} needs its own',
  'set-again': '{name} is set again further down, which counts',
  'unknown-setting': 'Sticksmith knows no setting {name}; Ventoy may',
  'setting-case': 'Ventoy knows {name} only in capitals',
  'setting-switch': '{name} is “{value}”, but it takes "0" or "1"',
  'setting-choice': '{name} is “{value}”, but it takes {choices}',
  'setting-seconds': '{name} is “{value}”, but it takes a whole number of seconds',
  'setting-folders': '{name} is “{value}”, but it takes a whole number of folders',
  'setting-image':
    '{name} is “{value}”, but it takes the path of an image, VTOY_EXIT, or a key such as F4>boot_windows',
  'setting-folder': '{name} is “{value}”, but it takes a folder’s path that begins with /',
  'setting-language': '{name} is “{value}”, but it takes a language such as de_DE',

  'entry-not-object': 'an entry of {name} has to be an object, in curly brackets',
  'no-target': 'an entry of {name} needs {targets}, as a text, to say what it is about',
  'name-part-empty': 'an empty text is part of every name',
  'name-part-too-long': 'a part of a name has at most {most} bytes',
  'no-files': '“{name}” names no file',
  'autosel-range': '“autosel” takes a number from 0, none of them, to {most}, the last “{name}”',
  'timeout-range': '“timeout” takes a number of seconds from 0',
  'no-replaced-file': '“org” has to name the file in the image',
  'too-many-replacements': 'Ventoy replaces at most {most} files in an image',
  'boot-file-suffix': 'the file’s name has to end in .vcfg',
  'alias-empty': 'a name in the menu can’t be empty',
  'alias-variable': 'Ventoy takes what follows a $ for a variable',
  'first-counts': 'another entry is about the same, and the first counts',
  'last-counts': 'another entry is about the same, and the last counts',
  'both-image-lists':
    'image_list and image_blacklist can’t be had together: one takes the place of the other',
  'image-list-empty': 'with an empty image_list Ventoy shows no image at all',

  'path-relative': 'a path begins with /, at the root of the partition with the images',
  'path-backslash': 'a path has / between its parts, not a backslash',
  'path-slashes': 'a path has no two slashes in a row',
  'path-parent': 'a path has no .. in it',
  'path-end': 'a path has no slash at its end',
  'path-no-file': 'a file is expected here',
  'path-too-long': 'a path has at most {most} bytes',
  'path-wildcard': 'Ventoy doesn’t know * as a wildcard here',
  'nothing-fits': 'no file on the stick fits {path}',
  'missing-file': 'there is no file {path} on the stick',
  'missing-folder': 'there is no folder {path} on the stick',
  'spelt-differently':
    'on the stick it is called {path}, and Ventoy tells capitals from small letters',

  'password-form': 'a password is written as md5#…, md5#salt#… or txt#…, with at most 64 bytes',
  'password-clear':
    'this password can be read by whoever has the stick; choose it anew to have it hashed',
  'theme-size': '“gfxmode” takes a size such as 1024x768, or max',

  number: 'Ventoy reads only whole numbers from 0, and ignores a file with another one',
  'quotation-mark': 'Ventoy knows no quotation marks inside a text, and ignores a file with one',
  escape: 'Ventoy knows no escapes: a backslash or control character shows as it is written',

  'text-repeated-name': '“{name}” is said twice; only the first counts',
  'text-escape': 'Ventoy doesn’t know the escapes in {token}',
  'text-number': 'Ventoy doesn’t read the number {token}',
  'text-too-large': 'it is larger than 1 MiB',
  'text-utf16': 'it is UTF-16, and Ventoy takes UTF-8',
  'text-not-utf8': 'it is not UTF-8, which is what Ventoy takes',
} as const satisfies Record<string, string>;

export type ProblemCode = keyof typeof problemTexts;

/** The same in one language. */
export type VentoyProblemTexts = Readonly<Record<ProblemCode, string>>;

/** The parameters that a problem's text mentions; a missing one doesn't compile. */
export type ProblemParams<C extends ProblemCode> = Record<
  Placeholder<(typeof problemTexts)[C]>,
  string | number
>;

/** Something that is wrong, wherever it is. */
export interface Complaint {
  code: ProblemCode;
  params: Record<string, string | number>;
}

export function complaint<C extends ProblemCode>(code: C, params: ProblemParams<C>): Complaint {
  return { code, params };
}

/** A sentence without its capital and full stop, in English if nothing else is given. */
export function problemWords(
  { code, params }: Complaint,
  texts: VentoyProblemTexts = problemTexts,
): string {
  return fillIn(texts[code], params);
}
