import { describe, expect, test } from 'vitest';
import { languageFor } from './language';

describe('the language to speak', () => {
  test.each([
    [['de-AT', 'en-US'], 'de'],
    [['pt-BR', 'es-419', 'en'], 'es'],
    [['zh-Hans-SG'], 'zh-CN'],
    [['ja'], 'ja'],
    [['fr-CA', 'en-CA'], 'fr'],
    [['nl-NL'], 'en'],
    [[], 'en'],
    [['C', 'not a tag', 'de'], 'de'],
  ] as const)('of a system that prefers %j is %s', (preferred, language) => {
    expect(languageFor('system', preferred)).toBe(language);
  });

  test('is Simplified Chinese for who reads Traditional only where nothing fits better', () => {
    expect(languageFor('system', ['zh-TW'])).toBe('zh-CN');
    expect(languageFor('system', ['zh-TW', 'en-US'])).toBe('en');
  });

  test('is the one that was set, whatever the system prefers', () => {
    expect(languageFor('ja', ['de'])).toBe('ja');
  });
});
