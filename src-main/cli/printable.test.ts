import { expect, it } from 'vitest';
import { printable } from './printable';

it('spells out what a terminal would act upon', () => {
  expect(printable('a\x1b[2Jb\r\n\x9bc\u202egpj.iso')).toBe(
    'a\\u001b[2Jb\\u000d\\u000a\\u009bc\\u202egpj.iso',
  );
});

it('leaves every ordinary character alone', () => {
  const text = 'Übung – „练习“ 😀 C:\\temp  x';
  expect(printable(text)).toBe(text);
});
