import { attributeOf, childrenOf, type XmlElement } from '../xml';
import { isPass, isRunningPass, type Pass, type RunningPass } from './passes';
import type { AnswerChoice } from './wanted';

/** What a person should know about an answer file of their own. Holds no text of the file. */
export type AnswerNote =
  /** The file has its own mind about a choice. `setting` is the component and the path below it, with `/`. */
  | { kind: 'file-wins'; choice: AnswerChoice; pass: RunningPass; setting: string }
  /** These settings stay in the file and do nothing: a stick doesn't go through this pass. */
  | { kind: 'pass-not-run'; pass: Pass }
  /** Everything in the file is for computers of these kinds, so Windows passes over it. */
  | { kind: 'other-architecture'; architectures: string[] };

const ARCHITECTURES = ['amd64', 'arm', 'arm64', 'ia64', 'wow64', 'x86'];

/** `processor` is the architecture as answer files name it. */
export function notesOnFile(root: XmlElement, processor: string): AnswerNote[] {
  const all = childrenOf(root, 'settings');
  const passes = new Set(all.map((settings) => attributeOf(settings, 'pass')).filter(isPass));
  const notRun = [...passes].filter((pass) => !isRunningPass(pass));
  const found = new Set(
    all
      .filter((settings) => isRunningPass(attributeOf(settings, 'pass')))
      .flatMap((settings) => childrenOf(settings, 'component'))
      .map((component) => (attributeOf(component, 'processorArchitecture') ?? '').toLowerCase()),
  );
  const elsewhere = found.size > 0 && !found.has(processor);
  const architectures = ARCHITECTURES.filter((name) => found.has(name));
  return [
    ...notRun.map((pass): AnswerNote => ({ kind: 'pass-not-run', pass })),
    ...(elsewhere ? [{ kind: 'other-architecture' as const, architectures }] : []),
  ];
}
