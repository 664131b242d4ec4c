import { stickError, type StickError } from '../../src-shared/errors';
import {
  VHDX_MAXIMUM_BYTES,
  VHDX_STEP_BYTES,
  VHDX_WINDOWS_LIMIT_BYTES,
} from '../../src-shared/layout';
import type { StickPlan } from '../../src-shared/plan';
import { isVhdxPath, vhdxRestrictionTexts } from '../../src-shared/vhdx';

/** Throws `plan/invalid` for what virtual disks can't be or have. */
export function requirePossibleVirtualDisks(plan: StickPlan): void {
  const { layout, space, way, targets, windows } = plan;
  const contained = layout.container === 'vhdx';
  if (contained && way === 'direct') throw invalid('way', vhdxRestrictionTexts['no-direct-way']);
  if (contained && windows.portable.hibernation) {
    throw invalid('windows.portable.hibernation', vhdxRestrictionTexts['no-hibernation']);
  }
  if (contained && (space.windowsBytes ?? 0) > VHDX_WINDOWS_LIMIT_BYTES) {
    const limit = String(VHDX_WINDOWS_LIMIT_BYTES);
    throw invalid('space.windowsBytes', `Windows in a virtual disk has at most ${limit} bytes`);
  }
  for (const target of targets) {
    if (target.kind !== 'file' || !isVhdxPath(target.path)) continue;
    if (contained) throw invalid('layout.container', vhdxRestrictionTexts['no-nesting']);
    const { sizeBytes } = target;
    if (sizeBytes % VHDX_STEP_BYTES !== 0 || sizeBytes > VHDX_MAXIMUM_BYTES) {
      const rule = `a multiple of ${String(VHDX_STEP_BYTES)} bytes, at most ${String(VHDX_MAXIMUM_BYTES)}`;
      throw invalid('targets', `the disk in ${target.path} must have ${rule}`);
    }
  }
}

function invalid(field: string, why: string): StickError {
  return stickError('plan/invalid', { message: `${field}: ${why}` });
}
