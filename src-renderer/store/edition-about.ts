import type { Edition } from '../../src-shared/image';

/** What an edition is, as far as advice goes. The window has a sentence for each. */
export type EditionAbout =
  | 'home'
  | 'homeSingle'
  | 'pro'
  | 'education'
  | 'proEducation'
  | 'workstations'
  | 'enterprise'
  | 'ltsc'
  | 'server';

/**
 * Recognises an edition by its EDITIONID, which has an N (no media player) or a regional suffix that
 * changes little; null for one nothing is known about.
 */
export function editionAbout(edition: Edition): EditionAbout | null {
  const id = edition.editionId ?? '';
  if (id.startsWith('Server')) return 'server';
  if (/^(Enterprise|IoTEnterprise)S/.test(id)) return 'ltsc';
  if (/^(Enterprise|IoTEnterprise)/.test(id)) return 'enterprise';
  if (id.startsWith('ProfessionalEducation')) return 'proEducation';
  if (id.startsWith('ProfessionalWorkstation')) return 'workstations';
  if (id.startsWith('Professional')) return 'pro';
  if (id.startsWith('Education')) return 'education';
  if (id === 'CoreSingleLanguage') return 'homeSingle';
  return id.startsWith('Core') ? 'home' : null;
}

/** The N variants come without media player. */
export function withoutMedia(edition: Edition): boolean {
  return editionAbout(edition) !== 'server' && (edition.editionId ?? '').endsWith('N');
}
