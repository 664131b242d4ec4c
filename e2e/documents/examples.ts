import { manExamples } from '../../src-main/cli/man-page-testing';
import { blocks } from './blocks';

/** A line that a reader can type. */
export interface Example {
  place: string;
  line: string;
  /** Why no test runs it; null: one does. */
  onlyRead: string | null;
}

/** Programs that no test can run, because it is run by them. */
const around = /^(npm|npx) /;

/**
 * Lines of all blocks of the language `sh`. A test runs them, but those of a block that says `only read:` and a reason behind its language. `npm run -s sticksmith --`
 * is the program in a checkout.
 */
export const examples: Example[] = [
  ...blocks.filter(({ language }) => language === 'sh').flatMap(linesOf),
  ...manExamples.map(([, line]) => ({ place: 'docs/sticksmith.1', line, onlyRead: null })),
];

function linesOf({ place, purpose, text }: (typeof blocks)[number]): Example[] {
  const [, reason] = /^only read: (.+)$/.exec(purpose) ?? [];
  if (purpose !== '' && reason === undefined) {
    throw new Error(
      `${place}: what is “${purpose}” to mean? “only read: …” says why a block isn’t run`,
    );
  }
  return text
    .trimEnd()
    .split('\n')
    .map((shown) =>
      shown.replace(/ +# .*$/, '').replace(/^npm run -s sticksmith -- /, 'sticksmith '),
    )
    .map((line) => ({
      place,
      line,
      onlyRead: reason ?? (around.test(line) ? 'it is what this test is run by' : null),
    }));
}

/** The words behind `sticksmith`, up to a redirection; null for a line of other programs. */
export function argumentsIn(line: string): string[] | null {
  const [, words] = /(?:^|\| )sticksmith (.+)$/.exec(line) ?? [];
  const command = words?.replace(/ [<>] .*$/, '');
  const found = command?.match(/(?:"[^"]*"|'[^']*'|\S)+/g);
  return found?.map((word) => word.replace(/["']/g, '')) ?? null;
}
