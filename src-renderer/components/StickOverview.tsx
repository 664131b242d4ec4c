import { useTranslation } from 'react-i18next';
import type { StickState } from '../../src-shared/errors';
import type { JobState } from '../../src-shared/job';
import { unpackedBytes } from '../../src-shared/space';
import { type Answers, chosenEdition } from '../store/answers';
import { useWizard } from '../store/context';
import { layoutOf, smallestTargetBytes, unusedBytes } from '../store/space';
import { type Segment, segmentsOf, ventoySegments } from '../store/stick';
import { ventoyRoom } from '../store/ventoy/room';
import { problemOf } from '../store/wizard';
import { useReadsBack } from './use-reads-back';
import { type StickFill, StickPicture } from './StickPicture';

/** The stick as the answers so far describe it, or as the job has filled it. */
export function StickOverview(): React.JSX.Element | null {
  const { t } = useTranslation();
  const answers = useWizard((state) => state.answers);
  const job = useWizard((state) => state.job);
  const readsBack = useReadsBack();
  const broken = brokenState(job);
  const drawn = broken === null ? drawnParts(answers) : { segments: [], unusedBytes: 0 };
  const diskBytes = smallestTargetBytes(answers);
  // One picture can't show several sticks that fill at their own pace; their rows do.
  const several = (job.state === 'running' || job.state === 'cancelling') && job.targets.length > 1;
  if (several) return null;
  const note = (): string => {
    if (broken !== null) return t(`stick.ended.${broken}`);
    if (diskBytes === null) return t('stick.nothing');
    if (answers.kind === 'ventoy') {
      return t(
        problemOf('space', answers, job) === 'ventoy-too-full'
          ? 'stick.doesNotFit'
          : 'stick.keptAsIs',
      );
    }
    if (chosenEdition(answers) === null) return t('stick.waiting');
    const fits = problemOf('edition', answers, job) === null;
    return t(fits ? 'stick.doesNotFit' : 'stick.tooSmall');
  };
  return (
    <StickPicture
      {...drawn}
      diskBytes={diskBytes}
      fill={fillOf(job, answers)}
      note={note()}
      readsBack={readsBack}
      freeFor={answers.kind === 'ventoy' ? 'images' : 'windows'}
    />
  );
}

/** What is drawn of the stick as answered; no segments while there is nothing to draw. */
function drawnParts(answers: Answers): { segments: Segment[]; unusedBytes: number } {
  if (answers.kind === 'ventoy') {
    const { ventoy } = answers;
    const room = ventoyRoom(ventoy, smallestTargetBytes(answers));
    return room === null || room.freeBytes < 0
      ? { segments: [], unusedBytes: 0 }
      : { segments: ventoySegments(room), unusedBytes: ventoy.reserveBytes };
  }
  const layout = layoutOf(answers);
  const edition = chosenEdition(answers);
  return layout === null || edition === null
    ? { segments: [], unusedBytes: 0 }
    : {
        segments: segmentsOf(layout, unpackedBytes(edition)),
        unusedBytes: unusedBytes(layout),
      };
}

/** Whether a job left the stick in a state that can't be drawn, because it is not known what of it is there. */
function brokenState(job: JobState): Exclude<StickState, 'untouched' | 'finished'> | null {
  if (job.state !== 'failed' && job.state !== 'cancelled') return null;
  const { stick } = job.error;
  return stick === 'untouched' || stick === 'finished' ? null : stick;
}

/** What of the stick's data is there, by what the job last told. */
function fillOf(job: JobState, answers: Answers): StickFill {
  const direct = answers.way === 'direct';
  switch (job.state) {
    case 'idle':
      return { kind: 'planned' };
    case 'failed':
    case 'cancelled':
      return job.error.stick === 'finished'
        ? { kind: 'arriving', written: 1, verified: 0 }
        : { kind: 'planned' };
    case 'done': {
      const verified = !direct && job.report.sticks.every((stick) => stick.verifiedBytes > 0);
      return { kind: 'arriving', written: 1, verified: verified ? 1 : 0 };
    }
    case 'running':
    case 'cancelling': {
      const { phase, doneBytes, totalBytes } = job.progress;
      const part = totalBytes === 0 ? 0 : Math.min(1, doneBytes / totalBytes);
      switch (phase) {
        case 'preparing':
        case 'hashing':
        case 'installing':
        case 'resuming':
        case 'clearing':
          return { kind: 'arriving', written: 0, verified: 0 };
        case 'building':
          return { kind: 'arriving', written: direct ? part : 0, verified: 0 };
        case 'writing':
        case 'copying':
          return { kind: 'arriving', written: direct ? 1 : part, verified: 0 };
        case 'verifying':
        case 'comparing':
          return { kind: 'arriving', written: 1, verified: part };
        case 'encrypting':
          return { kind: 'arriving', written: 1, verified: direct ? 0 : 1 };
        case 'flushing':
        case 'checking':
          return { kind: 'arriving', written: 1, verified: 0 };
      }
    }
  }
}
