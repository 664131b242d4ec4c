import { errorPlaces, type ErrorSource, type KnownError } from '../../src-shared/explain';
import { table } from './output';

/** An error of the catalogue for people. Sources are numbered, and stand at the end. */
export function knownErrorLines(error: KnownError): string[] {
  const { id, title, place, codes, names, meaning, causes, steps } = error;
  const sources: ErrorSource[] = [];
  const sourced = ({ text, source }: KnownError['meaning'][number]): string => {
    if (!sources.includes(source)) sources.push(source);
    return `${text} [${String(sources.indexOf(source) + 1)}]`;
  };
  const otherNames = [...codes, ...names].filter((name) => name !== id);
  const lines = [
    `${id}: ${title}`,
    `  ${[`Shown by: ${errorPlaces[place]}`, ...otherNames].join(' · ')}`,
    '',
    ...meaning.map((statement) => `  ${sourced(statement)}`),
    ...list('Why, on a portable stick; the most likely first:', causes.map(sourced)),
    ...list('What to do:', steps),
  ];
  const rows = sources.map(({ certainty, title: from, url }, at) => [
    `  [${String(at + 1)}] ${certainty}`,
    url === null ? from : `${from}, ${url}`,
  ]);
  return [...lines, '', ...table(rows)];
}

function list(heading: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  return ['', `  ${heading}`, ...items.map((item, at) => `    ${String(at + 1)}. ${item}`)];
}
