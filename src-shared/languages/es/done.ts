import type { done as english } from '../en/done';
import type { Worded } from '../worded';

/** The step Done. */
export const done: Worded<typeof english> = {
  done: {
    computerName: 'El equipo se llama {{name}}.',
    titleOne: 'La memoria USB está lista',
    titleMany_one: '{{count}} memoria USB está lista',
    titleMany_other: '{{count}} memorias USB están listas',
    titleMixed: '{{done}} de {{total}} memorias USB están terminadas',
    titleFile: 'El archivo de imagen está listo',
    titleProblem: 'Se escribió, pero falló una comprobación',
    leadDrive:
      'Ya puede desconectarla. Para arrancar desde ella, conéctela a un equipo apagado, enciéndalo y abra el menú de arranque (a menudo con F12, F11 o Esc).',
    leadMany:
      'Ya puede desconectarlas. Para arrancar desde una, conéctela a un equipo apagado, enciéndalo y abra el menú de arranque (a menudo con F12, F11 o Esc).',
    leadMixed:
      'Las terminadas ya se pueden desconectar y usar. Las demás figuran aquí y se pueden volver a intentar.',
    leadFile:
      'Escríbalo en una unidad con cualquier programa de imágenes de disco o inícielo en una máquina virtual.',
    leadVhdx:
      'Inícielo en una máquina virtual. En Windows, un doble clic muestra su contenido como el de una unidad.',
    leadProblem: 'Revise abajo las comprobaciones que fallaron antes de confiar en ella.',
    verified: 'Releído y comparado: {{size}}, todos los bloques escritos.',
    notVerified:
      'No se releyó, porque {{name}} es un archivo y no una unidad. Cuando lo copie a una memoria USB, habrá que comprobar esa memoria USB.',
    notVerifiedDirect:
      'No se releyó, porque Windows se descomprimió directamente en la unidad. Se comprobó su estructura; un daño dentro de un archivo no se notaría.',
    resumed: '{{size}} ya estaban en su sitio y no se volvieron a escribir.',
    fromCache:
      'Windows se había descomprimido y guardado para una memoria USB anterior, así que no hubo que descomprimirlo de nuevo.',
    failed: 'Sin terminar',
    tryFailed_one: 'Reintentar la que falló',
    tryFailed_other: 'Reintentar las {{count}} que fallaron',
    checksPassed_one: '{{count}} comprobación, ninguna fallida',
    checksPassed_other: '{{count}} comprobaciones, ninguna fallida',
    took: 'Duración: {{time}}',
    checks: 'Comprobaciones',
    compatibility: {
      title: 'En qué equipos debería arrancar',
      summary: 'Debería arrancar en {{good}} de {{total}} tipos de equipo',
      computer: 'Equipo',
      starts: 'Arranca',
      why: 'Por qué y qué hacer',
      nothing: 'No hay nada que lo impida.',
      source: 'Fuente: {{name}} ({{certainty}})',
      noted: 'Anotado: {{words}}',
      limits:
        'Deducido de lo que contiene la memoria USB. El firmware varía de un equipo a otro, así que pruébela en el suyo.',
      computers: {
        uefi: 'PC con UEFI, Arranque seguro desactivado',
        'secure-2011': 'PC con Arranque seguro, solo certificados de 2011',
        'secure-2023': 'PC con Arranque seguro, certificados de 2023',
        bios: 'PC antiguo con BIOS',
        'uefi-ia32': 'Tableta o PC pequeño con UEFI de 32 bits',
        arm64: 'PC con procesador ARM',
        'mac-intel': 'Mac con procesador Intel',
        'mac-apple': 'Mac con procesador Apple',
      },
      rules: {
        'check-failed': {
          why: 'Falló una comprobación de la memoria USB.',
          change: 'Vea qué falló y repare la memoria USB o créela de nuevo.',
        },
        'no-x64-program': {
          why: 'La memoria USB no tiene programa de arranque para PC de 64 bits (EFI\\Boot\\bootx64.efi).',
          change: 'Créela a partir de una imagen de Windows para x64.',
        },
        'no-ia32-program': {
          why: 'UEFI de 32 bits solo inicia programas de 32 bits y la memoria USB no tiene ninguno (EFI\\Boot\\bootia32.efi).',
          change:
            'Con Windows 11 no hay remedio, pues no existe en 32 bits. Una memoria USB con Ventoy sí arranca en un PC así.',
        },
        'no-arm64-program': {
          why: 'La memoria USB no tiene programa de arranque para ARM (EFI\\Boot\\bootaa64.efi).',
          change: 'Cree otra memoria USB a partir de una imagen de Windows para ARM64.',
        },
        'no-bios-start': {
          why: 'La memoria USB no tiene nada que un BIOS pueda arrancar.',
          change: 'Créela con MBR, que arranca con BIOS y con UEFI.',
        },
        unsigned: {
          why: 'El programa de arranque no tiene firma y Arranque seguro solo inicia los firmados.',
          change:
            'Desactive Arranque seguro en la configuración del firmware del equipo o cree la memoria USB a partir de una imagen original.',
        },
        'signature-broken': {
          why: 'El programa de arranque no es el que se firmó: se modificó o se dañó.',
          change: 'Repare la memoria USB. Si no basta, créela a partir de otra imagen.',
        },
        'signer-unknown': {
          why: 'El programa de arranque está firmado por alguien cuyo certificado los equipos no traen.',
          change:
            'Agregue ese certificado en la configuración del firmware del equipo o desactive ahí Arranque seguro.',
        },
        'needs-2023': {
          why: 'El programa de arranque está firmado con un certificado de 2023 que el equipo no conoce.',
          change: 'Actualice el firmware del equipo o su Windows; ambos incorporan el certificado.',
        },
        'revoked-2011': {
          why: 'El administrador de arranque está firmado con el certificado de 2011. Un equipo que lo haya revocado rechaza la memoria USB.',
          change:
            'Cree la memoria USB a partir de una imagen que traiga archivos de arranque de 2023.',
        },
        'third-party': {
          why: 'El programa de arranque está firmado para fabricantes distintos de Microsoft. Algunos equipos no confían en ellos hasta que se les indica.',
          change:
            'Permita el certificado de Microsoft para terceros en la configuración del firmware del equipo.',
        },
        'ventoy-enrolment': {
          why: 'En el primer arranque con Arranque seguro, el equipo pide registrar la clave de Ventoy.',
          change: 'Elija ahí «Enroll key from disk», una vez en cada equipo.',
        },
        'windows-11-bios': {
          why: 'Microsoft hace Windows 11 solo para UEFI.',
          change: 'Aun así, puede que arranque. Para esos equipos está pensado Windows 10.',
        },
        'windows-11-processor': {
          why: 'Desde la versión 24H2, Windows 11 no arranca en procesadores sin POPCNT ni SSE 4.2, los anteriores a 2009 aproximadamente.',
          change: 'Use Windows 10 o Windows 11 23H2 en esos equipos.',
        },
        'mac-unsupported': {
          why: 'Microsoft no admite un Windows portátil en equipos Mac y a Windows le faltan sus controladores.',
          change:
            'Mantenga pulsada la tecla Opción mientras arranca el Mac y tenga a mano los controladores de Boot Camp de Apple.',
        },
        'mac-security-chip': {
          why: 'Los Mac de 2018 a 2020 con chip T2 no arrancan desde memorias USB hasta que se les permite.',
          change:
            'En Recuperación de macOS, abra Utilidad de Seguridad de Arranque y permita arrancar desde medios externos.',
        },
        'mac-apple-silicon': {
          why: 'Los Mac con procesadores de Apple no arrancan ni Windows ni Ventoy.',
          change: 'Use ahí la imagen en una máquina virtual.',
        },
      },
      verdicts: {
        yes: 'Sí',
        'after-steps': 'Tras un paso en él',
        perhaps: 'Quizá',
        no: 'No',
      },
      certainty: {
        documented: 'documentado',
        reported: 'según informes',
        specified: 'según la especificación',
      },
    },
    checkColumn: 'Comprobación',
    resultColumn: 'Resultado',
    foundColumn: 'Encontrado',
    status: { pass: 'Superada', warn: 'Revisar', fail: 'Fallida' },
    hashExpected: 'La imagen coincide con la que indica quien la publica.',
    hashNotExpected: 'La imagen no se comparó con la huella de quien la publica.',
    notKnown:
      'Sticksmith ha comprobado la estructura de la memoria USB. Solo arrancarla muestra si funciona en un equipo concreto.',
    saveReport: 'Guardar informe…',
    show: 'Mostrar en la carpeta',
    another: 'Crear otra igual',
    keysTitle_one: 'Clave de recuperación',
    keysTitle_other: 'Claves de recuperación',
    keysText_one:
      'Abre la memoria USB si se olvida la contraseña. Quien la tenga puede leerlo todo: guárdela en un lugar seguro y lejos de la memoria USB.',
    keysText_other:
      'Cada una abre su memoria USB si se olvida la contraseña. Quien tenga una puede leer todo lo que haya ahí: guárdelas en un lugar seguro y lejos de las memorias USB.',
    keyId: 'Id. de clave',
    keyFile: 'Guardada en',
    keyCopy: 'Copiar clave',
    keyPrint: 'Imprimir…',
    keyShow: 'Mostrar en la carpeta',
    keyCopyOf: 'Copiar la clave de {{name}}',
    keyPrintOf: 'Imprimir la clave de {{name}}',
    keyShowOf: 'Mostrar el archivo de clave de {{name}} en su carpeta',
    keysPrintAll: 'Imprimir todas…',
    timings: 'Cuánto tardó cada parte',
    target: 'Destino',
  },
};
