/** Metadata that is damaged or was made to deceive. The message says what is wrong and where. */
export class MetadataError extends Error {
  override readonly name = 'MetadataError';
}
