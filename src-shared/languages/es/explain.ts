import type { explain as english } from '../en/explain';
import type { Worded } from '../worded';

/** Looking up what an error means. */
export const explain: Worded<typeof english> = {
  explain: {
    open: 'Explicar un error…',
    title: 'Explicar un error',
    field: 'Un código o un mensaje de la pantalla',
    hint: 'Por ejemplo, 0xc000000f o una frase completa.',
    empty:
      'Busque lo que mostró un equipo, Windows, Ventoy o este programa: qué significa para una memoria USB, por qué ocurre y qué hacer. Por ejemplo:',
    examples: 'Ejemplos',
    found_zero: 'No se encontró nada',
    found_one: '{{count}} explicación',
    found_other: '{{count}} explicaciones',
    similar: 'Ese código no existe; quizá se trate de este.',
    nothing: 'No se sabe nada al respecto.',
    nothingCode: 'Compare el código con la pantalla, dígito a dígito: 0 y O, 8 y B se parecen.',
    nothingWords: 'Pruebe con dos o tres palabras del mensaje.',
    nothingCheck:
      'Compruebe la memoria USB en otro equipo con «sticksmith check»: indica qué falla sin necesidad de un código.',
    also: 'También llamado {{names}}',
    why: 'Por qué ocurre en una memoria USB; primero, lo más probable',
    doNow: 'Qué hacer',
    sources: 'Cómo se sabe',
    source: '{{certainty}}: {{title}}',
    programError:
      'La línea de comandos termina con {{exit}}. El estado de la memoria se indica junto al error.',
    places: {
      firmware: 'El firmware del equipo (UEFI o BIOS)',
      'boot-manager': 'Administrador de arranque de Windows',
      bitlocker: 'BitLocker, antes de que se inicie Windows',
      'blue-screen': 'Pantalla azul de Windows',
      setup: 'Primer inicio de Windows',
      ventoy: 'Ventoy',
      program: 'Este programa',
    },
    certainties: {
      verified: 'verificado',
      documented: 'documentado',
      source: 'en su código fuente',
      reported: 'según informes',
    },
    link: '¿Qué significa esto?',
    linkAbout: '¿Qué significa esto? {{about}}',
  },
};
