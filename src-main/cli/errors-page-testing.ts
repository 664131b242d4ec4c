import {
  certainties,
  type Certainty,
  errorPlaces,
  type ErrorPlace,
  type KnownError,
  knownErrors,
} from '../../src-shared/explain';

/** Those are many and short; an item each is enough. */
const asLists: readonly ErrorPlace[] = ['ventoy', 'program'];

/** The text of docs/errors.md, before its layout. */
export function errorsPage(): string {
  const sections = (Object.keys(errorPlaces) as ErrorPlace[]).map((place) => {
    const errors = knownErrors.filter((error) => error.place === place);
    const body = asLists.includes(place)
      ? errors.map(listItem).join('\n')
      : errors.map(entry).join('\n\n');
    return `## ${errorPlaces[place]}\n\n${body}`;
  });
  return [INTRODUCTION, certaintyList(), ...sections].join('\n\n');
}

const INTRODUCTION = `# Errors, and what they mean

What a computer shows that starts from a stick, and what this program says when it makes one. \`sticksmith explain CODE\` and
“Explain an error” in the wizard show the same: they find a code in a whole message, whatever its case, with the letter O for a
zero, and search in every word.

The advice comes without a warranty: no stick of this program has met a real Windows PC yet. Each statement says how it is known:`;

function certaintyList(): string {
  return (Object.keys(certainties) as Certainty[])
    .map((name) => `- **${name}**: ${certainties[name]}`)
    .join('\n');
}

function entry({ id, title, codes, names, phrases, meaning, causes, steps }: KnownError): string {
  const others = [...codes, ...names].filter((name) => name !== id).map((name) => `\`${name}\``);
  const screens = phrases.map((phrase) => `“${escaped(phrase)}”`);
  const spelled = [...others, ...screens].join(', ');
  return [
    `### \`${id}\`: ${escaped(title)}`,
    ...(spelled === '' ? [] : [`Also: ${spelled}.`]),
    meaning.map(statement).join(' '),
    ...(causes.length === 0
      ? []
      : [
          'Why, on a portable stick; the most likely first:',
          causes.map((cause) => `1. ${statement(cause)}`).join('\n'),
        ]),
    'What to do:',
    steps.map((step) => `1. ${escaped(step)}`).join('\n'),
  ].join('\n\n');
}

function statement({ text, source }: KnownError['meaning'][number]): string {
  const { certainty, title, url } = source;
  const from = url === null ? escaped(title) : `[${escaped(title)}](${url})`;
  return `${escaped(text)} (**${certainty}**: ${from})`;
}

function listItem({ id, title, meaning, steps, place }: KnownError): string {
  const more = place === 'ventoy' ? meaning.map(({ text }) => text) : [];
  const sentence = /[.”›]$/.test(title) ? title : `${title}.`;
  return `- \`${id}\`: ${[sentence, ...more, ...steps].map(escaped).join(' ')}`;
}

function escaped(text: string): string {
  return text.replace(/[\\*_<>|`]/g, (sign) => `\\${sign}`);
}
