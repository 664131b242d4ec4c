import type { review as english } from '../en/review';
import type { Worded } from '../worded';

/** The step Review. */
export const review: Worded<typeof english> = {
  review: {
    title: '¿Es esto lo que quiere?',
    lead: 'Hasta ahora no se ha escrito nada. Empieza cuando presione el botón de la parte inferior.',
    erased: 'Qué se borra',
    erasedDrive: 'Todo lo que hay en {{name}} ({{size}}, {{path}})',
    erasedContents: 'Es decir: {{what}}.',
    erasedEmpty: 'No contiene particiones.',
    erasedFile: 'El archivo existente {{path}}',
    erasedNothing: 'Nada. Se crea un archivo nuevo: {{path}}',
    made: 'Qué se crea',
    madeEdition: '{{name}} de {{image}}',
    madeWindows: 'Una partición de {{size}} para Windows',
    madeShared: 'Una partición compartida «{{label}}» de {{size}}',
    madeSharedUnnamed: 'Una partición compartida de {{size}}',
    madeNotEncrypted: 'Sin cifrar',
    madeEncryptedNow:
      'La partición de Windows se cifra con BitLocker ({{cipher}}) y se abre con su contraseña',
    madeEncryptedNowKeys:
      'Las claves de recuperación, un archivo por memoria USB, se guardan en {{folder}}',
    madeAfterWriting:
      'Una vez escrita, el Windows de este equipo cifra su partición con BitLocker ({{cipher}}); se abre con su contraseña',
    madeWholeEncrypted: 'También se cifra su espacio libre',
    madeCleared: 'Lo que había antes en la unidad se hace ilegible donde Windows deja espacio',
    madeFirstStart:
      'Aún sin cifrar: en su primer inicio, Windows pide una contraseña y se cifra con BitLocker ({{cipher}})',
    madeFirstStartKeys: 'Windows guarda la clave de recuperación en {{folder}}',
    madeFirstStartAsks: 'Windows pregunta dónde guardar la clave de recuperación',
    madeSharedPlain: 'La partición compartida no se cifra',
    madeDirect: 'Descomprimido directamente en la unidad: lento y sin releer',
    madeChecked: 'Imagen comparada con la huella de quien la publica',
    madeUnchecked: 'Imagen no comparada con la huella de quien la publica',
    madeUnused: '{{size}} quedan sin usar',
    madeVhdx: 'Windows está en un archivo de disco duro virtual de {{size}}',
    madeScheme: 'Arranca en equipos con UEFI y en los antiguos con BIOS',
    yours: 'Cómo se configura Windows',
    yoursChange: 'Cambiar…',
    operations: 'Mostrar las operaciones exactas',
    operationsLoading: 'Determinando las operaciones…',
    toolsTitle: 'A este equipo le falta algo necesario',
    toolsText: 'Instálelo y compruebe de nuevo.',
    toolMissing: '{{name}}; se necesita para: {{purpose}}',
    toolsCheck: 'Comprobar de nuevo',
    toolsFailed: 'No se puede comprobar qué tiene este equipo',
    toolsLoading: 'Comprobando este equipo…',
    roomLoading: 'Examinando la carpeta de trabajo…',
    roomFailed: 'La memoria USB no se puede crear así',
    roomHint: 'Falta espacio en la carpeta de trabajo.',
    spaceTitle: 'Faltan {{missing}} en la carpeta de trabajo',
    spaceText:
      '{{path}} tiene {{free}} disponibles; se necesitan {{needed}} mientras se crea la memoria USB.',
    spaceChange: 'Elegir otra carpeta…',
    directTitle: 'O prescindir de ella, lentamente',
    directCost:
      'Windows se escribe entonces en cientos de miles de trozos pequeños. En una memoria USB común, eso lleva horas en vez de minutos. Además, de lo escrito solo se comprueba la estructura; no se relee.',
    directMeasured: 'Según su prueba, esta unidad necesita {{duration}} aproximadamente.',
    direct: 'Descomprimir directamente en la unidad',
    directEncrypted:
      'Una memoria USB que se cifra ahora no se puede descomprimir directamente en su unidad; una que Windows cifra en su primer inicio, sí.',
    directLacks:
      'Descomprimir directamente en la unidad no serviría: incluso eso necesita {{needed}} en la carpeta de trabajo.',
    confirmTitle: 'Confirmar',
    typeName: 'Escriba {{name}} para confirmar que se borra',
    typeNameLabel: 'Nombre de la unidad: {{name}}',
    tickDrive: 'He comprobado que es la unidad correcta y se puede borrar.',
    tickFile: 'El archivo existente se puede reemplazar.',
    tickBoth:
      'He comprobado las unidades y los archivos indicados arriba; se pueden borrar y reemplazar.',
    startDrive: 'Borrar {{name}} ({{size}}) y crear la memoria USB',
    startDrives_one: 'Borrar {{count}} unidad y crear la memoria USB',
    startDrives_other: 'Borrar {{count}} unidades y crear las memorias USB',
    startReplace: 'Reemplazar el archivo y crear la memoria USB',
    startFile: 'Crear el archivo de imagen',
    starting: 'Iniciando…',
    startFailed: 'El trabajo no se inició',
    saveRecipe: 'Guardar como receta…',
    recipeText:
      'Una receta guarda estas respuestas, sin la unidad, para la próxima vez o para otras personas.',
  },
};
