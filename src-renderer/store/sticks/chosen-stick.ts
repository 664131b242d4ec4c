import { driveName, identityOf, type Drive } from '../../../src-shared/drive';
import type { KnownStick } from '../../../src-shared/stick-check';
import { fileName } from '../../components/file-name';
import type { Answers } from '../answers';

/** A stick that exists, and what a person calls it. */
export interface ChosenStick {
  stick: KnownStick;
  name: string;
}

export function chosenDrive(drive: Drive): ChosenStick {
  return { stick: { kind: 'drive', identity: identityOf(drive) }, name: driveName(drive) };
}

export function chosenFile(path: string): ChosenStick {
  return { stick: { kind: 'file', path }, name: fileName(path) };
}

/** A stick that the answers led to, by the target in its report. */
export function madeStick({ drives }: Pick<Answers, 'drives'>, target: string): KnownStick {
  const drive = drives.find(({ path }) => path === target);
  return (drive === undefined ? chosenFile(target) : chosenDrive(drive)).stick;
}
