import type { AnswerNote } from '../../../src-shared/answer-notes';
import { attributeOf, childrenOf, type XmlElement } from '../xml';
import { isPass, isRunningPass } from './passes';

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
