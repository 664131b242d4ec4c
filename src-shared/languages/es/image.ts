import type { image as english } from '../en/image';
import type { Worded } from '../worded';

/** The steps Image, Verify and Edition. */
export const image: Worded<typeof english> = {
  image: {
    title: '¿Qué va a contener?',
    kindLabel: 'Tipo de memoria USB',
    kindCards: {
      'windows-to-go': {
        title: 'Windows portátil',
        text: 'El propio Windows funciona desde la memoria USB.',
      },
      ventoy: {
        title: 'Ventoy',
        text: 'Arranque muchas imágenes desde una memoria USB.',
      },
    },
    ventoyNotOnWindows: 'Aún no en un equipo con Windows: para crearla se necesita Linux.',
    lead: 'Elija una imagen de instalación de Windows 10 u 11: un archivo ISO como los que ofrece Microsoft, o un archivo WIM, ESD o SWM.',
    drop: 'Suelte la imagen aquí',
    or: 'o',
    choose: 'Elegir un archivo…',
    path: 'Ruta de la imagen',
    open: 'Abrir',
    reading: 'Examinando la imagen…',
    failedTitle: 'Esta imagen no se puede usar',
    label: 'Nombre',
    version: 'Versión',
    build: 'compilación {{build}}',
    versionAndBuild: '{{version}}, compilación {{build}}',
    languages: 'Idiomas',
    architecture: 'Procesador',
    size: 'Tamaño',
    editions: 'Ediciones',
    kinds: 'Puede ser',
    notNamed: 'no se indica en la imagen',
    kindWindows: 'un Windows portátil',
    kindVentoy: 'una entrada de una memoria USB de arranque múltiple',
    container: {
      iso: 'Imagen de disco óptico (ISO)',
      wim: 'Archivo de imagen de Windows',
    },
    split_one: 'en {{count}} parte',
    split_other: 'en {{count}} partes',
    where: '¿Dónde consigo una imagen?',
    whereLead:
      'De Microsoft, gratis. El Windows de una memoria USB necesita su propia licencia. Las imágenes de otro origen pueden estar modificadas: quien las hizo podría leer todo lo que usted escriba después.',
    links: {
      'windows-11': 'Windows 11',
      'windows-10': 'Windows 10',
      'windows-11-arm': 'Windows 11 para equipos ARM',
    },
    opensBrowser: 'se abre en el navegador',
  },

  architecture: {
    x64: '64 bits (Intel y AMD)',
    arm64: '64 bits (ARM)',
    x86: '32 bits (Intel y AMD)',
    arm: '32 bits (ARM)',
    unknown: 'desconocido',
  },

  verify: {
    title: '¿Es auténtica la imagen?',
    lead: 'Se lee una vez toda la imagen y se calcula su huella (SHA-256). Si coincide con la que indica quien la publica, no ha cambiado ni un solo bit por el camino.',
    running: 'Leyendo la imagen',
    cancel: 'Detener la lectura',
    cancelled: 'Se detuvo la lectura.',
    start: 'Leer la imagen',
    failedTitle: 'No se puede leer la imagen hasta el final',
    value: 'SHA-256 de su imagen',
    matchTitle: 'Es la imagen que debe ser',
    matchBy: {
      pasted: 'Su huella coincide con el valor que pegó.',
      file: 'Su huella coincide con la del archivo de sumas de comprobación.',
      trusted: 'Usted ya confió antes en esta misma imagen.',
    },
    trust: 'Confiar en esta imagen a partir de ahora',
    mismatchTitle: 'No es la imagen que debería ser',
    mismatchText:
      'La huella no es la esperada. Puede que la descarga esté dañada o que alguien haya modificado la imagen. Una memoria USB creada con ella podría fallar o espiar a quien la use. No se escribió nada.',
    mismatchNext:
      'Consiga la imagen de nuevo de quien la publica. Si pegó el valor, compruebe que corresponde exactamente a este archivo.',
    expected: 'Esperada',
    unknownTitle: 'Aún no hay con qué comparar',
    unknownText:
      'Microsoft muestra el SHA-256 de cada idioma en la página de descarga, en el apartado para comprobar la descarga. Péguelo aquí o elija el archivo de sumas de comprobación.',
    paste: 'SHA-256 de quien la publica',
    pasteHint: '64 caracteres, 0–9 y a–f',
    pasteBad: 'Aquí no hay un SHA-256: debe tener 64 caracteres, 0–9 y a–f.',
    chooseFile: 'Elegir un archivo de sumas…',
    checksumFile: 'Comparada con {{name}}',
    goOn: 'Continuar sin comparar',
    goOnText:
      'Obtuve esta imagen de una fuente de confianza y sé que nadie puede saber si se ha modificado.',
    chooseOther: 'Elegir otra imagen',
  },

  edition: {
    title: '¿Qué edición?',
    lead: 'Una imagen contiene varias ediciones. Necesita una licencia para la que elija; podrá introducirla más tarde, en Windows.',
    listLabel: 'Ediciones de la imagen',
    unpacked: '{{size}} descomprimida',
    usual: 'Opción habitual',
    left_one:
      'No se muestra {{count}} entrada de la imagen: no es un Windows instalado o es para un procesador que no puede arrancar desde una memoria USB.',
    left_other:
      'No se muestran {{count}} entradas de la imagen: no son un Windows instalado o son para un procesador que no puede arrancar desde una memoria USB.',
    tooSmallTitle: 'No hay espacio suficiente para esta edición',
    tooSmall:
      'Necesita una unidad de {{needed}} como mínimo; su destino más pequeño tiene {{actual}}. Elija una unidad más grande o una edición más pequeña.',
    about: {
      home: 'Para uso particular. Sin administración de BitLocker, host de Escritorio remoto ni unión al dominio de una empresa.',
      homeSingle:
        'Para uso particular, en un solo idioma para mostrar. Carece de lo mismo que Home.',
      pro: 'Para el trabajo y la mayoría de las memorias USB: BitLocker, host de Escritorio remoto, unión al dominio de una empresa.',
      education:
        'Para escuelas y universidades con licencia por volumen. Tiene todo lo que tiene Enterprise.',
      proEducation: 'Pro, con configuración para escuelas.',
      workstations:
        'Pro para equipos potentes: más procesadores y memoria, más sistemas de archivos.',
      enterprise:
        'Para empresas con licencia por volumen. Tiene lo que tiene Pro y ofrece más control.',
      ltsc: 'Edición de larga duración sin Store y con pocas aplicaciones preinstaladas: ligera con hardware modesto y memorias USB lentas. Licencia por volumen.',
      server:
        'Un sistema de servidor. Pocos programas de escritorio y controladores cuentan con él.',
      noMedia: 'Sin reproductor multimedia ni componentes relacionados.',
    },
  },
};
