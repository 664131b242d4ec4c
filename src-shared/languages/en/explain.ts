import { errorPlaces, programErrorMeaning } from '../../explain';

/** Looking up what an error means. */
export const explain = {
  explain: {
    open: 'Explain an error…',
    title: 'Explain an error',
    field: 'A code or a message from the screen',
    hint: 'Such as 0xc000000f, or a whole sentence.',
    empty:
      'Look up what a computer, Windows, Ventoy or this program showed: what it means for a stick, why it comes and what to do. For example:',
    examples: 'Examples',
    found_zero: 'Nothing found',
    found_one: '{{count}} explanation',
    found_other: '{{count}} explanations',
    similar: 'There is no such code; perhaps this one is meant.',
    nothing: 'Nothing is known of that.',
    nothingCode: 'Compare the code with the screen, digit by digit: 0 and O, 8 and B look alike.',
    nothingWords: 'Try two or three words of the message.',
    nothingCheck:
      'Check the stick on another computer with “sticksmith check”: it says what is wrong without a code.',
    also: 'Also called {{names}}',
    why: 'Why, on a portable stick; the most likely first',
    doNow: 'What to do',
    sources: 'How this is known',
    source: '{{certainty}}: {{title}}',
    programError: programErrorMeaning,
    places: errorPlaces,
    certainties: {
      verified: 'verified',
      documented: 'documented',
      source: 'in its source',
      reported: 'reported',
    },
    link: 'What does this mean?',
    linkAbout: 'What does this mean? {{about}}',
  },
} as const;
