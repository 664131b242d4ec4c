import type { drive as english } from '../en/drive';
import type { Worded } from '../worded';

/** The step Drive, and the test of a drive. */
export const drive: Worded<typeof english> = {
  drive: {
    title: '¿Qué unidad quiere usar?',
    lead: 'Se borrará todo lo que haya en la unidad que marque, pero no antes de que lo confirme al final. Marque varias para crear varias memorias USB a la vez.',
    listLabel: 'Unidades que se pueden usar',
    looking: 'Buscando unidades…',
    emptyTitle: 'No hay ninguna unidad adecuada conectada',
    emptyText: 'Conecte una unidad USB de 32 GB o más. Aparecerá aquí por sí sola.',
    failedTitle: 'No se pueden enumerar las unidades',
    refresh: 'Actualizar',
    contents: 'Contenido actual: {{what}}',
    contentsEmpty: 'Contenido actual: nada, sin particiones',
    partition: '{{name}} ({{format}}, {{size}})',
    unnamed: 'sin nombre',
    unknownFormat: 'formato desconocido',
    more_one: '{{count}} más',
    more_other: '{{count}} más',
    exactBytes: '{{bytes}} bytes',
    missing: '¿Por qué no aparece mi unidad?',
    missingNone:
      'Este equipo no ve otras unidades. Si la suya está conectada, pruebe con otro puerto u otro cable.',
    missingLead: 'Estas unidades se han detectado, pero no se ofrecen:',
    fileTitle: 'Crear un archivo de imagen en su lugar',
    fileText:
      'Un archivo que contiene toda la memoria USB. Podrá copiarlo más tarde a otras unidades o iniciarlo en una máquina virtual. No se borra nada.',
    filePath: 'Archivo de imagen',
    filePathHint:
      'Una ruta completa que termine en .img, o en .vhdx si quiere un disco duro virtual',
    fileVhdxVentoy: 'Para una memoria USB con Ventoy, el archivo debe terminar en .img.',
    fileVhdx:
      'Un disco duro virtual: Windows lo abre con un doble clic y Hyper-V puede arrancar desde él.',
    fileChoose: 'Elegir…',
    fileSize: 'Tamaño de la memoria USB en el archivo',
    fileVhdxSizeHint:
      'Un disco duro virtual consta de bloques completos de 32 MiB. Este tendrá {{size}}.',
    fileSizeHint: 'Por ejemplo, 32 GB. El archivo solo ocupa lo que se haya llenado.',
    fileSizeBad: 'Esto no es un tamaño. Escríbalo como 32 GB o 29,8 GiB.',
    fileExists: 'Ya existe un archivo con ese nombre y se reemplazará.',
    fileChecking: 'Examinando esa carpeta…',
    fileFree: '{{free}} disponibles ahí',
  },

  test: {
    open: 'Probar esta unidad…',
    again: 'Probar de nuevo…',
    openFor: 'Probar {{name}} ({{path}})',
    title: '¿Probar {{name}}?',
    text: 'Averigua si la unidad es tan grande como dice y qué velocidad tiene. En la mayoría de las unidades tarda menos de medio minuto.',
    erases: 'La prueba borra todo lo que hay en {{name}} ({{size}}, {{path}}).',
    start: 'Borrar y probar',
    no: 'No probar',
    running: 'Probando {{name}}',
    runningText: 'Deje la unidad conectada. Su contenido se ha borrado, aunque detenga la prueba.',
    starting: 'Abriendo la unidad',
    steps: {
      marking: 'Marcando puntos en toda la unidad',
      writing: 'Escribiendo en orden',
      'random-writing': 'Escribiendo en puntos al azar',
      reading: 'Leyendo',
      'looking-back': 'Buscando de nuevo las marcas',
    },
    progress: 'Progreso de la prueba',
    cancel: 'Detener la prueba',
    failedTitle: 'No se pudo probar la unidad',
    failedErased: 'Es probable que su contenido se haya borrado.',
    fine: 'Adecuada para Windows portátil',
    fineMinutes: 'Adecuada: {{time}} para una memoria USB con Windows',
    slow: 'Lenta para Windows portátil',
    slowMinutes: 'Lenta: {{time}} para una memoria USB con Windows',
    sluggish: '{{verdict}}, y el propio Windows también irá lento en ella',
    tooSmall:
      'No es tan grande como dice: solo {{real}} de {{claimed}} son reales. No sirve como memoria USB de arranque.',
    measured:
      'Escribe {{write}} por segundo en orden y {{random}} por segundo en puntos al azar; lee {{read}} por segundo.',
    speeds: 'Velocidades medidas',
  },

  bus: {
    usb: 'USB',
    sata: 'SATA',
    nvme: 'NVMe',
    mmc: 'Lector de tarjetas',
    scsi: 'SCSI',
    virtio: 'Virtual',
    loop: 'Dispositivo loop',
    unknown: 'Conexión desconocida',
  },

  reasons: {
    system: 'Este equipo funciona desde ella.',
    'holds-image': 'Contiene la imagen de Windows.',
    'holds-app': 'El propio Sticksmith funciona desde ella.',
    'holds-work-folder': 'Contiene la carpeta de trabajo. Elija otra en Configuración.',
    'read-only':
      'Está protegida contra escritura. Algunas unidades y tarjetas tienen un pequeño interruptor.',
    'no-medium': 'No hay ninguna tarjeta ni ningún disco en ella.',
    'too-small': 'Es demasiado pequeña para la edición elegida.',
    'not-removable': 'Está integrada en este equipo.',
    loop: 'Es un archivo que se presenta como una unidad.',
    'sector-size': 'Tiene sectores de un tamaño poco común, desde los que Windows no arrancaría.',
    virtual: 'No es una unidad real, sino una parte del sistema.',
  },

  driveNotes: {
    offline: 'Windows la mantiene sin conexión.',
    bitlocker: 'Parte de su contenido está cifrada con BitLocker.',
    'bitlocker-locked': 'Parte de su contenido está cifrada con BitLocker y bloqueada.',
  },
};
