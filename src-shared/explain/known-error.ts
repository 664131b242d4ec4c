/** Where a person meets an error, in the order in which a computer gets there. */
export const errorPlaces = {
  firmware: 'The computer’s firmware (UEFI or BIOS)',
  'boot-manager': 'Windows’ boot manager',
  bitlocker: 'BitLocker, before Windows starts',
  'blue-screen': 'Windows’ blue screen',
  setup: 'Windows’ first start',
  ventoy: 'Ventoy',
  program: 'This program',
} as const;
export type ErrorPlace = keyof typeof errorPlaces;

/** How well a statement is founded, the best first. */
export const certainties = {
  verified: 'tried with the program that shows the error',
  documented: 'said by the maker’s documentation',
  source: 'read in the source of the program that says it',
  reported: 'reported by people who met it, or by others who explain it',
} as const;
export type Certainty = keyof typeof certainties;

export interface ErrorSource {
  certainty: Certainty;
  title: string;
  /** Null where nothing public can be linked to. */
  url: string | null;
}

/** One sentence or two, and from where it is known. */
export interface Statement {
  text: string;
  source: ErrorSource;
}

/** A code or a message, and what it means for a stick that starts computers. */
export interface KnownError {
  /** Never changes once released; `explain` finds the error by it. */
  id: string;
  title: string;
  place: ErrorPlace;
  /** Numbers as they are usually shown: `0xc0000225`, and `0x7b` for a stop code. */
  codes: readonly string[];
  /** `STATUS_NOT_FOUND`, `INACCESSIBLE_BOOT_DEVICE`. */
  names: readonly string[];
  /** What the screen says beside or instead of a code. */
  phrases: readonly string[];
  /** Spellings too short to be found within a text; they count when nothing else is asked for. */
  short: readonly string[];
  meaning: readonly Statement[];
  /** On a portable stick, the most likely first. Empty where none is founded. */
  causes: readonly Statement[];
  /** Advice, in the order in which it is best tried. */
  steps: readonly string[];
}
