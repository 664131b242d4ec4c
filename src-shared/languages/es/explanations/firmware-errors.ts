import type { StartErrorTexts } from '../../../explain';

const BOOT_MENU =
  'Abra el menú de arranque del firmware (a menudo F12, F11, F9, F8 o Esc justo después de encender) y elija la memoria USB; si aparece dos veces, la entrada con UEFI.';
const CHECK = 'Compruebe la memoria USB con este programa.';
const FOR_BIOS =
  'Si el equipo tiene BIOS y no UEFI, cree la memoria USB con MBR, que arranca con ambos.';

/** What the computer itself shows, and the first sector of a stick. */
export const firmwareErrors = {
  'no-bootable-device': {
    title: 'El equipo no encuentra nada que arrancar',
    meaning: [
      'El firmware busca una unidad que pueda arrancar y no ha encontrado ninguna. Windows aún no interviene en ello.',
    ],
    causes: [
      'El equipo está configurado para arrancar como un BIOS (Legacy, CSM) y la memoria USB tiene una GPT, que solo arranca con UEFI.',
      'En la memoria USB falta el archivo \\EFI\\Boot\\bootx64.efi.',
      'La partición EFI de la memoria USB se encontró vacía, después de que hubiera funcionado.',
      'El equipo no está configurado para arrancar desde USB o la memoria USB está conectada a un concentrador, lo que Windows To Go no admite.',
      'El Windows no es para este tipo de firmware: un UEFI de 64 bits solo arranca un Windows de 64 bits.',
    ],
    steps: [
      'Conecte la memoria USB directamente al equipo, apáguelo y vuelva a encenderlo.',
      BOOT_MENU,
      'Permita el arranque desde USB en la configuración del firmware y desactive ahí el arranque rápido («fast boot»).',
      CHECK,
      FOR_BIOS,
    ],
  },
  'operating-system-not-found': {
    title: 'El BIOS no encuentra ninguna partición que arrancar',
    meaning: [
      'La tabla de particiones de la unidad está dañada o ninguna de sus particiones está marcada como la que se debe arrancar.',
    ],
    causes: ['Ninguna partición está marcada como activa.'],
    steps: [BOOT_MENU, CHECK, FOR_BIOS, 'Cree la memoria USB de nuevo.'],
  },
  'missing-operating-system': {
    title: 'El comienzo de la partición activa no es lo que debería',
    meaning: [
      'El código del primer sector de la unidad encontró la partición activa, pero en el primer sector de esta no hay nada que se pueda arrancar.',
    ],
    causes: [
      'La partición nunca se formateó o su primer sector está dañado.',
      'El BIOS cuenta los sectores de la unidad de otra manera. En una memoria USB, eso depende de lo que el firmware tenga configurado para unidades USB.',
    ],
    steps: [
      CHECK,
      'Vea en la configuración del firmware cómo se tratan las unidades USB: lo correcto es como disco duro.',
      'Arranque la memoria USB con UEFI, si el equipo lo tiene.',
      'Cree la memoria USB de nuevo.',
    ],
  },
  'bootmgr-is-missing': {
    title: 'Falta el administrador de arranque de Windows para BIOS',
    meaning: [
      'Se inició el primer sector de una partición, que no encuentra junto a él el archivo bootmgr.',
    ],
    causes: [
      'El equipo arrancó una unidad que no es una memoria USB con Windows; por ejemplo, una que solo se formateó.',
      'El archivo bootmgr se eliminó o está dañado.',
    ],
    steps: [BOOT_MENU, CHECK, 'Cree la memoria USB de nuevo.'],
  },
  'secure-boot-refused': {
    title: 'Arranque seguro rechaza lo que hay en la memoria USB',
    meaning: [
      'Arranque seguro está activado y el firmware no acepta la firma del cargador de la memoria USB. Cada fabricante lo expresa de otra manera.',
    ],
    causes: [
      'El cargador no tiene ninguna firma, como el de una memoria USB de práctica. El de Microsoft sí se inició.',
      'El cargador está firmado con el certificado de Microsoft para terceros (UEFI CA), que muchos equipos no aceptan de forma predeterminada.',
    ],
    steps: [
      'Para Windows: cree la memoria USB a partir de una imagen tal como la ofrece Microsoft; su administrador de arranque está firmado.',
      'Para Ventoy y Linux: permita «Microsoft 3rd party UEFI CA» en la configuración del firmware.',
      'O desactive Arranque seguro mientras use la memoria USB. Si el Windows propio del equipo está cifrado, tenga antes a mano su clave de recuperación.',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
