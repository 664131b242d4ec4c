/**
 * The shape of a translation: every key of the English texts with a sentence of its own. `{{name}}` stands for the same thing
 * as in English. Keys that end with `_one`, `_other` are plural forms, `_zero` words for nothing at all.
 */
export type Worded<English> = English extends string
  ? string
  : English extends readonly unknown[]
    ? { readonly [Index in keyof English]: Worded<English[Index]> }
    : { readonly [Key in keyof English]: Worded<English[Key]> };

/** The same for a language that has one form for any number: there `_one` is left out. */
export type WordedWithoutPlural<English> = English extends string
  ? string
  : English extends readonly unknown[]
    ? { readonly [Index in keyof English]: WordedWithoutPlural<English[Index]> }
    : {
        readonly [
          Key in keyof English as Key extends `${string}_one` ? never : Key
        ]: WordedWithoutPlural<English[Key]>;
      };
