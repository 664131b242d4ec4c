import type { Edition } from '../../src-shared/image';
import type { StickPlan } from '../../src-shared/plan';
import {
  ANSWER_FILE_PATH,
  answerFile,
  choiceEdits,
  requireBootable,
  type GuestEdits,
} from '../guest';
import { padOwnFiles, type PaddedFile } from './own-files';

/** What is put into the Windows of a plan. */
export interface GuestContent {
  /** The same for all sticks. Holds no secret. */
  edits: GuestEdits;
  /** Of each target, in the plan's order: the files of its own. May hold secrets. */
  ownFiles: readonly (readonly PaddedFile[])[];
  /** Bytes that all of it adds to the volume. */
  addedBytes: number;
}

export function guestContent(plan: StickPlan, edition: Edition): GuestContent {
  const architecture = requireBootable(edition.architecture, edition.name);
  const edits = choiceEdits({ windows: plan.windows, build: edition.build });
  const ownFiles = padOwnFiles(
    plan.targets.map(() => [
      {
        path: ANSWER_FILE_PATH,
        content: Buffer.from(answerFile(architecture), 'utf8'),
      },
    ]),
  );
  return { edits, ownFiles, addedBytes: addedBytes(edits, ownFiles[0] ?? []) };
}

function addedBytes({ files }: GuestEdits, ownFiles: readonly PaddedFile[]): number {
  const common = files.map(({ content }) =>
    content.kind === 'bytes' ? content.bytes.length : content.sizeBytes,
  );
  const own = ownFiles.map(({ bytes }) => bytes.length);
  return [...common, ...own].reduce((sum, bytes) => sum + bytes, 0);
}
