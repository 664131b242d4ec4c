import { expect, it } from 'vitest';
import { windows11 } from '../dev/samples';
import { editionAbout, withoutMedia } from './edition-about';

const [sample] = windows11.editions;
if (sample === undefined) throw new Error('the sample has editions');

it.each([
  ['Core', 'home', false],
  ['CoreN', 'home', true],
  ['CoreSingleLanguage', 'homeSingle', false],
  ['CoreCountrySpecific', 'home', false],
  ['Professional', 'pro', false],
  ['ProfessionalN', 'pro', true],
  ['ProfessionalEducation', 'proEducation', false],
  ['ProfessionalWorkstationN', 'workstations', true],
  ['Education', 'education', false],
  ['Enterprise', 'enterprise', false],
  ['EnterpriseSN', 'ltsc', true],
  ['IoTEnterpriseS', 'ltsc', false],
  ['ServerStandard', 'server', false],
  ['PPIPro', null, false],
  [null, null, false],
])('The edition %s is advised on as %s, N variant: %s.', (editionId, about, media) => {
  const edition = { ...sample, editionId };
  expect(editionAbout(edition)).toBe(about);
  expect(withoutMedia(edition)).toBe(media);
});
