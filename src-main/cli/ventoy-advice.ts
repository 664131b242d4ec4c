import { bootImageNotes, type BootImageNoteCode } from '../../src-shared/boot-image';
import type { Report, VentoyReport, VentoyStickReport } from '../../src-shared/job';
import { targetName, type VentoyPlan } from '../../src-shared/plan';
import {
  enrolmentHangs,
  enrolmentScreens,
  ventoyNeedTexts,
  type EnrolmentScreen,
  type VentoyNeed,
} from '../../src-shared/ventoy-needs';
import { compareVentoyVersions } from '../../src-shared/ventoy-package';
import { foreseenNeeds, presentVentoy, type PreparedVentoy } from '../engine';
import type { Context } from './context';

/** Notes of an image that its needs tell, too. */
const TOLD_BY_NEEDS: ReadonlySet<BootImageNoteCode> = new Set(['below-32-kib', 'no-boot-program']);

const screens: readonly EnrolmentScreen[] = Object.values(enrolmentScreens);

/**
 * What a person should know of a Ventoy stick before agreeing: what it and its images will need, where the plan alone tells, and
 * that an update would put an older Ventoy in the place of a newer one. Throws what opening a target throws.
 */
export async function ventoyForeseen(
  plan: VentoyPlan,
  prepared: PreparedVentoy,
  { host, signal }: Pick<Context, 'host' | 'signal'>,
): Promise<string[]> {
  const needs = foreseenNeeds(plan, prepared);
  if (needs !== null) {
    const notes = prepared.files.map(({ name, image }) => ({
      path: name,
      notes: image?.notes ?? [],
    }));
    return [...needLines(needs), ...imageNoteLines(notes)];
  }
  const { release } = prepared;
  if (plan.install.way !== 'update' || release === null) return [];
  const found = await presentVentoy(plan.targets, host, signal);
  return found.flatMap(({ target, layout }) =>
    downgradeLines(targetName(target), layout?.version ?? null, release.version),
  );
}

export function downgradeLines(target: string, present: string | null, release: string): string[] {
  if (present === null || compareVentoyVersions(release, present) >= 0) return [];
  return [
    `Warning  On ${target} is Ventoy ${present}; the release ${release} is older. An older Ventoy may not start newer images.`,
  ];
}

export function needLines(needs: readonly VentoyNeed[]): string[] {
  return needs.map(
    ({ code, level, images }) =>
      `${level === 'warning' ? 'Warning' : 'Note   '}  ${images.length > 0 ? `${images.join(', ')}: ` : ''}${ventoyNeedTexts[code]}`,
  );
}

/** What was found in images, but for what their needs say. */
export function imageNoteLines(
  files: readonly Pick<VentoyStickReport['files'][number], 'path' | 'notes'>[],
): string[] {
  return files.flatMap(({ path, notes }) =>
    notes
      .filter(({ code }) => !TOLD_BY_NEEDS.has(code))
      .map(({ code, detail }) => {
        const more = detail === '' ? '' : ` (${detail})`;
        return `Note     ${path}: ${bootImageNotes[code]}${more}`;
      }),
  );
}

/** What to do at the first start with Secure Boot, screen by screen, where a stick asks for it. */
export function enrolmentLines(report: VentoyReport): string[] {
  if (!asksForEnrolment(report)) return [];
  return [
    '',
    'First start, once on each computer with Secure Boot (arrow keys move, Enter chooses):',
    ...screens.map(({ seen, action }, index) => `  ${String(index + 1)}. ${seen} ${action}`),
    enrolmentHangs,
  ];
}

/** The same for programs: the needs with their words, and the screens of the first start. */
export function adviceOf(report: Report): Record<string, unknown> {
  if (report.kind !== 'ventoy') return {};
  const needs = report.sticks.flatMap(({ target, needs: ofStick }) =>
    ofStick.map((need) => ({ target, ...need, text: ventoyNeedTexts[need.code] })),
  );
  return { needs, ...(asksForEnrolment(report) ? { firstStart: screens } : {}) };
}

function asksForEnrolment({ sticks }: VentoyReport): boolean {
  return sticks.some(({ needs }) => needs.some(({ code }) => code === 'secure-boot-enrolment'));
}
