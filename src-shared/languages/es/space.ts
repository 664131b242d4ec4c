import type { space as english } from '../en/space';
import type { Worded } from '../worded';

/** The step Space. */
export const space: Worded<typeof english> = {
  space: {
    title: '¿Cómo se reparte el espacio?',
    lead: 'Windows puede usar toda la memoria USB. O bien puede reservar una parte como partición que cualquier otro equipo pueda leer y escribir, para llevar archivos.',
    shared: 'Partición compartida',
    sharedSize: 'Tamaño',
    sharedHint: '0 si no quiere ninguna',
    sharedRest: 'Todo lo que deja Windows',
    sharedRestText: 'Windows tiene un tamaño propio, así que todo lo que queda se puede compartir.',
    unit: 'GB',
    label: 'Nombre',
    labelHint: 'Lo muestran otros equipos; hasta 11 caracteres',
    windowsGets: 'Windows recibe {{size}}',
    sumUnpacked: 'Windows, descomprimido',
    sumAdded: 'Controladores',
    sumPageFile: 'Archivo de paginación',
    sumHeadroom: 'Espacio para actualizaciones, programas y archivos',
    sumComfortable: 'Recomendado',
    sumGets: 'Windows recibe',
    sumLabel: 'Lo que Windows necesita y recibe',
    minimum: 'Necesita {{size}} como mínimo.',
    belowComfortable:
      'Windows cabe, pero puede faltar espacio para actualizaciones y programas. Necesita {{minimum}} como mínimo.',
    tooLittleTitle: 'Demasiado poco para Windows',
    tooLittle: 'Aquí Windows necesita {{minimum}} como mínimo.',
    noRoom: 'El destino más pequeño tiene lo justo para Windows; no hay espacio que compartir.',
    several:
      'Va a crear varias memorias USB: el reparto se calcula para la más pequeña, {{size}}. En las más grandes, Windows recibe el resto.',
    severalFixed:
      'Va a crear varias memorias USB: el reparto se calcula para la más pequeña, {{size}}.',
    more: 'Cómo arranca y dónde está Windows',
    scheme: 'Qué equipos arrancan desde ella',
    schemes: {
      gpt: {
        title: 'Equipos con UEFI',
        text: 'Casi todos los equipos desde 2012. Funciona con Arranque seguro.',
      },
      mbr: {
        title: 'También equipos antiguos con BIOS',
        text: 'Arranca en equipos antiguos y nuevos. Windows 11 puede rechazar procesadores muy antiguos y no se usa nada de la memoria USB más allá de 2 TB.',
      },
    },
    container: 'Dónde está Windows',
    containers: {
      none: {
        title: 'En su partición',
        text: 'Directamente en la memoria USB. Es rápido y se puede cifrar más adelante.',
      },
      vhdx: {
        title: 'En un archivo de disco duro virtual (VHDX)',
        text: 'Un solo archivo grande contiene Windows, así que se puede copiar entero.',
      },
    },
    vhdxTitle: 'Qué implica',
    vhdx: {
      'no-bitlocker': 'BitLocker no puede proteger ni el archivo ni la partición en la que está.',
      'no-hibernation': 'Windows no puede hibernar ni tiene inicio rápido.',
      'ntfs-only': 'La partición que contiene el archivo sigue siendo NTFS.',
      'no-nesting': 'La propia memoria USB no puede ser un archivo .vhdx.',
      'no-direct-way': 'Windows no se puede descomprimir directamente en la unidad.',
      'space-is-taken': 'El archivo ocupa todo su tamaño desde el principio.',
    },
    own: 'Cuánto recibe Windows',
    ownAll: 'Todo lo que queda',
    ownSize: 'Un tamaño propio',
    ownField: 'Tamaño de Windows',
    ownHint: 'Entre {{minimum}} y {{maximum}}',
  },
};
