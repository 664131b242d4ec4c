import fc from 'fast-check';
import {
  ComputerKindSchema,
  DIARY_LIMITS,
  DiaryResultSchema,
  FirmwareSchema,
  MOST_SECONDS,
  SecureBootSchema,
  type DiaryEntry,
} from './entry';
import { normaliseText } from './text';

export const sampleEntry: DiaryEntry = {
  id: '3f6f6c1e-9a51-4c3e-8d4e-2b7a1c9d0e5f',
  stick: { id: 'gpt:9dea862c-5cdd-4e70-acc1-f32b344d4795', label: 'KINGSTON DataTraveler' },
  when: '2026-03-01T10:20:30.000Z',
  computer: { kind: 'pc', maker: 'Lenovo', model: 'ThinkPad T480' },
  firmware: 'uefi',
  secureBoot: 'on',
  result: 'started',
  seconds: 95,
  code: '',
  note: '',
};

/** Texts with all that a table or a page could stumble over. */
export function arbitraryText(most: number): fc.Arbitrary<string> {
  const characters = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', "'", '<', '&', ' ', 'é') }),
  );
  return characters.map((text) => normaliseText(normaliseText(text).slice(0, most)));
}

const guid = fc.uuid().map((id) => id.toLowerCase());
const hex = (digits: number): fc.Arbitrary<string> =>
  fc
    .string({
      unit: fc.integer({ min: 0, max: 15 }).map((digit) => digit.toString(16)),
      minLength: digits,
      maxLength: digits,
    })
    .filter((text) => /[^0]/.test(text));

export const arbitraryStickId = fc.oneof(
  guid.map((id) => `gpt:${id}`),
  hex(8).map((id) => `mbr:${id}`),
  hex(32).map((id) => `ventoy:${id}`),
);

const arbitraryStick = fc.record({
  id: arbitraryStickId,
  label: arbitraryText(DIARY_LIMITS.label),
});

export const arbitraryEntry: fc.Arbitrary<DiaryEntry> = fc
  .record({
    id: guid,
    stick: arbitraryStick,
    when: fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((time) => time.toISOString()),
    computer: fc.record({
      kind: fc.constantFrom(...ComputerKindSchema.options),
      maker: arbitraryText(DIARY_LIMITS.maker),
      model: arbitraryText(DIARY_LIMITS.model).filter((model) => model !== ''),
    }),
    firmware: fc.constantFrom(...FirmwareSchema.options),
    secureBoot: fc.constantFrom(...SecureBootSchema.options),
    result: fc.constantFrom(...DiaryResultSchema.options),
    seconds: fc.option(fc.integer({ min: 1, max: MOST_SECONDS })),
    code: arbitraryText(DIARY_LIMITS.code),
    note: arbitraryText(DIARY_LIMITS.note),
  })
  .map((entry) => ({
    ...entry,
    secureBoot: entry.firmware === 'bios' ? 'off' : entry.secureBoot,
    seconds: entry.result === 'did-not-start' ? null : entry.seconds,
  }));
