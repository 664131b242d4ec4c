import {
  bootFirmwareNames,
  bootTestDoesNotProve,
  bootTestProves,
  type BootTest,
} from '../../../src-shared/boot-test';
import type { DiaryEntry, DiaryResult } from '../../../src-shared/diary';
import { Markup, markup } from '../../io';
import { statusWords, timeOf } from './words';

/** What is known of sticks besides their making or their check. */
export interface ReportExtras {
  /** Test boots by the target that was started. */
  bootTests: readonly { target: string; tests: readonly BootTest[] }[];
  /** Entries of the compatibility diary, of any sticks. */
  diary: readonly DiaryEntry[];
}

export const noExtras: ReportExtras = { bootTests: [], diary: [] };

/** How a stick behaved in virtual computers, with what their screens showed. */
export function bootTestSection(tests: readonly BootTest[]): Markup | null {
  if (tests.length === 0) return null;
  return markup`<table>
<caption>Started in virtual computers</caption>
<thead><tr><th scope="col">Result</th><th scope="col">Begins with</th><th scope="col">Seen</th></tr></thead>
<tbody>
${tests.map(bootTestRow)}
</tbody>
</table>
${tests.map(pictureOf)}
<p>What a test boot shows:</p>
${list(bootTestProves)}
<p>What it doesn’t show:</p>
${list(bootTestDoesNotProve)}`;
}

function bootTestRow({ firmware, result, check }: BootTest): Markup {
  const { status, evidence, next } = check;
  const code = result?.code ?? null;
  return markup`<tr class="${status}">
<td>${statusWords[status]}</td><td>${bootFirmwareNames[firmware]}</td><td>${evidence}${code === null ? null : markup` <code>${code}</code>`}${next === undefined ? null : markup`<br><b>${next}</b>`}</td>
</tr>`;
}

function pictureOf({ firmware, result }: BootTest): Markup {
  if (!result?.picture) return new Markup('');
  const { png, width, height } = result.picture;
  const words = `The screen of the virtual computer with ${bootFirmwareNames[firmware]}`;
  return markup`<figure>
<img src="data:image/png;base64,${png}" width="${width}" height="${height}" alt="${words}">
<figcaption class="quiet">${words}</figcaption>
</figure>`;
}

function list(sentences: readonly string[]): Markup {
  return markup`<ul>
${sentences.map((sentence) => markup`<li>${sentence}</li>`)}
</ul>`;
}

const resultWords: Record<DiaryResult, string> = {
  started: '✓ started',
  'started-with-trouble': '! started, with trouble',
  'did-not-start': '✗ did not start',
};
const resultStatus: Record<DiaryResult, 'pass' | 'warn' | 'fail'> = {
  started: 'pass',
  'started-with-trouble': 'warn',
  'did-not-start': 'fail',
};

/** What people noted of one stick. */
export function diarySection(entries: readonly DiaryEntry[]): Markup | null {
  if (entries.length === 0) return null;
  return markup`<table>
<caption>Noted by people who tried it</caption>
<thead><tr><th scope="col">Result</th><th scope="col">Computer</th><th scope="col">When</th><th scope="col">What was seen</th></tr></thead>
<tbody>
${entries.map(diaryRow)}
</tbody>
</table>`;
}

function diaryRow({ result, computer, when, seconds, code, note }: DiaryEntry): Markup {
  const seen = [
    ...(seconds === null ? [] : [`${String(seconds)} s to the desktop`]),
    ...(code === '' ? [] : [`code ${code}`]),
    ...(note === '' ? [] : [note]),
  ];
  return markup`<tr class="${resultStatus[result]}">
<td>${resultWords[result]}</td><td>${`${computer.maker} ${computer.model}`.trim()}</td><td>${timeOf(when)}</td><td>${seen.join(', ')}</td>
</tr>`;
}
