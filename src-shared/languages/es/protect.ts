import type { protect as english } from '../en/protect';
import type { Worded } from '../worded';

/** The step Protect. */
export const protect: Worded<typeof english> = {
  protect: {
    title: '¿Proteger lo que contiene?',
    lead: 'Quien encuentre una memoria USB sin proteger puede leer todos sus archivos. El cifrado con BitLocker lo impide.',
    listLabel: 'Protección',
    experimental: 'Experimental',
    ways: {
      none: 'Sin cifrado',
      now: 'Cifrar ahora',
      'after-writing': 'Cifrar con este Windows',
      'first-start': 'Cifrar en su primer inicio',
    },
    texts: {
      none: 'Adecuado para una memoria USB sin nada que otros no deban leer.',
      now: 'Sticksmith cifra Windows a medida que lo escribe. Usted elige aquí la contraseña y nada de Windows queda nunca sin cifrar en la memoria USB.',
      'after-writing':
        'Una vez escrita la memoria USB, el Windows de este equipo la cifra. Usted elige aquí la contraseña. Hasta que termine, la memoria USB se puede leer.',
      'first-start':
        'Windows pide una contraseña la primera vez que se inicia y se cifra a sí mismo. Hasta entonces, la memoria USB se puede leer.',
    },
    nowTried:
      'En las pruebas, el administrador de arranque de Microsoft, cryptsetup, dislocker y libbde abren una memoria USB así. Aún no se ha probado con un Windows en funcionamiento.',
    afterWritingTried:
      'Lo hace el propio Windows, que lee y escribe todo otra vez: tarda más. La forma en que Sticksmith se lo encarga aún no se ha probado con un Windows real.',
    firstStartTried: 'Lo hace el propio Windows, tal como Microsoft lo concibió.',
    obstacles: {
      vhdx: 'Aquí no es posible: BitLocker no puede proteger un Windows en un archivo de disco duro virtual. Póngalo en su partición, en el paso Espacio.',
      home: 'Aquí no es posible: una edición Home no puede cifrarse a sí misma.',
      'image-file':
        'Aquí no es posible: Windows cifra unidades y uno de los destinos es un archivo de imagen.',
      'needs-windows':
        'Aquí no es posible: este equipo no tiene un Windows que pueda hacerlo. Elija otra opción.',
      'device-encryption':
        'Aquí no es posible: en «Personalización» se permite a Windows cifrar la memoria USB por su cuenta, lo que la vincularía a un solo equipo.',
      'standard-account':
        'Aquí no es posible: la cuenta de «Personalización» no es de administrador y solo un administrador puede hacer que Windows se cifre.',
    },
    home: 'Una edición Home arranca desde la memoria USB cifrada, pero no puede cambiar la contraseña ni quitar el cifrado. Para eso, conéctela a un equipo con Windows Pro.',
    sharedTitle: 'La partición compartida no se cifra',
    sharedText:
      'Solo se cifra la partición de Windows. Quien tenga la memoria USB puede leer lo que usted ponga en la compartida.',
    passwordTitle: 'Contraseña',
    password: 'Contraseña',
    passwordWhat: 'la contraseña',
    passwordHint:
      '{{shortest}} caracteres como mínimo. Se pide cada vez que arranca la memoria USB, antes que Windows.',
    again: 'La misma contraseña otra vez',
    againWhat: 'la contraseña repetida',
    againHint: 'No se guarda nunca. Una vez creadas las memorias USB, Sticksmith la olvida.',
    strength: 'Seguridad de la contraseña: {{strength}}',
    strengths: {
      weak: 'débil. Un equipo la adivina en horas.',
      fair: 'aceptable. Resiste a alguien que lo intente durante días.',
      good: 'buena. Adivinarla lleva años.',
      strong: 'fuerte. Nadie la adivina.',
    },
    doubts: {
      'not-ascii':
        'La pantalla que pide la contraseña al arrancar trata cualquier teclado como uno de EE. UU.: algunos de estos caracteres no se pueden escribir ahí. Use letras sin tilde, dígitos y signos.',
      'other-layout':
        'La pantalla que pide la contraseña al arrancar trata cualquier teclado como uno de EE. UU. y no muestra nada de lo que se escribe. Algunos de estos caracteres están en otro lugar en otros teclados: Y y Z en el alemán; A, Q y los dígitos en el francés, y la mayoría de los signos, también en el español.',
    },
    doubtsSafe:
      'Iguales en casi todos los teclados: todas las letras menos A, M, Q, W, Y y Z, y sin la Ñ.',
    folder: 'Dónde se guardan las claves de recuperación',
    folderText:
      'Cada memoria USB recibe una clave de recuperación, un archivo en esta carpeta. La abre si se olvida la contraseña; sin ninguna de las dos, su contenido se pierde. La carpeta no puede estar en una unidad que vaya a ser memoria USB de arranque.',
    folderNone: 'Ninguna elegida aún',
    clear: 'Hacer ilegible lo que había antes en la unidad',
    clearText:
      'De lo contrario, aún podrían encontrarse archivos antiguos en el espacio que Windows deja libre. Un SSD lo vacía en segundos; en una memoria USB común hay que sobrescribirlo, lo que puede tardar tanto como llenarla.',
    whole: 'Cifrar también el espacio libre',
    wholeText:
      'De lo contrario, aún podrían encontrarse archivos antiguos en el espacio que Windows deja libre. Windows cifra entonces cada byte de su partición, lo que tarda más que llenarla.',
    whatHappens: 'Qué va a ocurrir',
    firstStartLines: {
      asks: 'Cuando un administrador inicia sesión por primera vez, una ventana pide una contraseña y guarda la clave de recuperación.',
      encrypts: 'Windows se cifra después en segundo plano. Mientras tanto, se puede trabajar.',
      after:
        'A partir de entonces, la contraseña se pide en cada arranque. Hasta que todo esté cifrado, la memoria USB se puede leer.',
    },
    keyGoes: 'Dónde se guarda la clave de recuperación',
    keyPlaces: { ask: 'Windows pregunta', share: 'Una carpeta en un servidor' },
    share: 'Carpeta en un servidor',
    shareHint:
      'Por ejemplo, \\\\servidor\\claves. Todas las memorias USB deben poder acceder a ella en su primer inicio.',
    shareBad: 'Debe tener la forma \\\\servidor\\recurso.',
    more: 'Cifrado y directorio de la empresa',
    cipher: 'Método de cifrado',
    cipherText:
      'Ambos son seguros. Windows usa 128 bits de forma predeterminada; algunas normas exigen 256.',
    ciphers: { 'xts-aes-128': 'XTS-AES de 128 bits', 'xts-aes-256': 'XTS-AES de 256 bits' },
    escrow: 'Copia de la clave de recuperación en un directorio de la empresa',
    escrowText: 'Windows la guarda ahí cuando se une al dominio de la empresa.',
    escrows: {
      none: 'Ninguna',
      'active-directory': 'Active Directory',
      'entra-id': 'Entra ID',
    },
    tpm: '¿Y el TPM?',
    tpmText:
      'No se usa. Un TPM es un chip que pertenece a un equipo y abriría la memoria USB solo en él; esta memoria USB pasa de un equipo a otro, así que se abre con su contraseña.',
  },
};
