import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { driveName } from '../../src-shared/drive';
import { partitionOf, windowsVolume } from '../../src-shared/layout';
import { sameConfig } from '../../src-shared/ventoy-json';
import { SECTOR } from '../../src-shared/units';
import { type Format, useFormat } from '../i18n/format';
import { type Answers, chosenEdition, targetsOf } from '../store/answers';
import { useWizard } from '../store/context';
import { layoutOf, smallestTargetBytes, unusedBytes } from '../store/space';
import { stickImages } from '../store/ventoy/images';
import { menuConfig } from '../store/ventoy/menu';
import { packageProblem } from '../store/ventoy/problems';
import { ventoyRoom } from '../store/ventoy/room';
import { type StepId, problemOf } from '../store/wizard';
import { allChanges } from '../store/yours';
import { fileName } from './file-name';

const noLines: Record<StepId, string | null> = {
  drive: null,
  image: null,
  verify: null,
  edition: null,
  package: null,
  space: null,
  protect: null,
  yours: null,
  menu: null,
  review: null,
  make: null,
  done: null,
};

/** Each step's answer in one line, null where there is none yet. */
export function useAnswerLines(): Record<StepId, string | null> {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  const job = useWizard((state) => state.job);
  const edition = chosenEdition(answers);
  const layout = layoutOf(answers);

  const targets = (): string | null => {
    const [first, ...more] = targetsOf(answers);
    if (first === undefined) return null;
    if (more.length > 0) {
      return answers.file.chosen
        ? t('answers.targets', { count: more.length + 1 })
        : t('answers.drives', { count: more.length + 1 });
    }
    const drive = answers.drives[0];
    return drive === undefined
      ? t('answers.file', { name: fileName(answers.file.pathText) })
      : driveName(drive);
  };

  const verified = (): string | null => {
    if (problemOf('verify', answers, job) !== null) return null;
    return answers.verdict?.verdict === 'match' ? t('answers.verified') : t('answers.unverified');
  };

  const space = (): string | null => {
    if (layout === null) return null;
    const windows = format.bytes(windowsVolume(layout).bytes);
    const shared = partitionOf(layout, 'shared');
    if (shared !== undefined) {
      return t('answers.space', { windows, shared: format.bytes(shared.sectors * SECTOR) });
    }
    const unused = unusedBytes(layout);
    return unused === 0
      ? t('answers.spaceAll')
      : t('answers.spaceUnused', { windows, unused: format.bytes(unused) });
  };

  const protection = (): string | null => {
    // Once sticks are done their password is forgotten, which leaves nothing to be answered.
    if (job.state !== 'done' && problemOf('protect', answers, job) !== null) return null;
    return t(`answers.protect.${answers.protect.kind}`);
  };

  const yours = (): string => {
    const count = allChanges(answers);
    return count === 0 ? t('answers.asUsual') : t('answers.changes', { count });
  };

  const made = (): string | null => {
    if (job.state !== 'done') return null;
    const { sticks, failed } = job.report;
    return failed.length === 0
      ? t('answers.made')
      : t('answers.madeOf', {
          done: format.exact(sticks.length),
          total: format.exact(sticks.length + failed.length),
        });
  };

  if (answers.kind === 'ventoy') {
    return {
      ...noLines,
      drive: targets(),
      ...ventoyLines(answers, t, format),
      done: made(),
    };
  }
  return {
    ...noLines,
    drive: targets(),
    image: answers.image === null ? null : fileName(answers.image.path),
    verify: verified(),
    edition: edition?.name ?? null,
    space: space(),
    protect: layout === null ? null : protection(),
    yours: layout === null ? null : yours(),
    done: made(),
  };
}

/** What was answered about a Ventoy stick. */
function ventoyLines(
  answers: Answers,
  t: TFunction,
  format: Format,
): Pick<Record<StepId, string | null>, 'image' | 'package' | 'space' | 'menu'> {
  const { ventoy } = answers;
  const count = stickImages(ventoy).length;
  const isReady = packageProblem(answers) === null;
  const room = ventoyRoom(ventoy, smallestTargetBytes(answers));
  const version = ventoy.package?.version ?? '';
  const { before, after } = menuConfig(ventoy);
  return {
    image: count === 0 ? t('answers.noImages') : t('answers.images', { count }),
    package: !isReady
      ? null
      : ventoy.way === 'none'
        ? t('answers.onlyFiles')
        : t('answers.ventoy', { version }),
    space:
      !isReady || room === null
        ? null
        : t('answers.free', { size: format.bytes(Math.max(0, room.freeBytes)) }),
    menu: !isReady
      ? null
      : t(sameConfig(before, after) ? 'answers.asUsual' : 'answers.menuChanged'),
  };
}
