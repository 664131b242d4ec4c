/** Why a text is no XML that this program reads. The message names elements, never what is in them. */
export class XmlError extends Error {
  override readonly name = 'XmlError';

  constructor(
    readonly reason: string,
    /** From 1; null when it is about the whole file. */
    readonly line: number | null,
  ) {
    super(line === null ? reason : `line ${line}: ${reason}`);
  }
}
