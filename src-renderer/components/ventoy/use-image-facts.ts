import { useTranslation } from 'react-i18next';
import type { BootImage, BootStarts } from '../../../src-shared/boot-image';
import { useFormat } from '../../i18n/format';

export interface ImageFacts {
  /** `Ubuntu 24.04, starts with BIOS and UEFI`. */
  facts: string;
  /** What a person should know before it goes onto a stick. */
  notes: string[];
}

/** What is known about an image, in words. */
export function useImageFacts(): (image: BootImage) => ImageFacts {
  const { t } = useTranslation();
  const format = useFormat();
  return (image) => {
    const what = image.title ?? t(`ventoy.kinds.${image.kind}`);
    const firmware = startsWith(image.starts);
    const starts =
      firmware.length === 0
        ? null
        : t('ventoy.starts', {
            firmware: format.list(firmware.map((one) => t(`ventoy.firmware.${one}`))),
          });
    return {
      facts: starts === null ? what : t('ventoy.factsJoined', { what, starts }),
      notes: image.notes.map(({ code }) => t(`ventoy.notes.${code}`)),
    };
  };
}

const firmwares = ['bios', 'x64', 'ia32', 'aa64'] as const;
type Firmware = (typeof firmwares)[number];

/** The kinds of firmware that are known to start an image. */
export function startsWith({ bios, uefi }: BootStarts): Firmware[] {
  const known: Record<Firmware, boolean | null> = { bios, ...uefi };
  return firmwares.filter((firmware) => known[firmware] === true);
}
