import type { StartErrorTexts } from '../../../explain';

/** What is shown before an encrypted Windows starts. */
export const bitLockerErrors = {
  'bitlocker-recovery': {
    title: 'BitLocker pide la clave de recuperación',
    meaning: [
      'La unidad no se abrió de la forma habitual, así que BitLocker pide la clave de recuperación: 48 dígitos.',
    ],
    causes: [
      'La memoria USB no tiene contraseña, solo una clave de recuperación. Entonces esta pantalla aparece cada vez.',
      'La pide el Windows propio del equipo: arrancar desde una memoria USB o cambiar el orden de las unidades hizo desconfiar a su chip de seguridad.',
      'La memoria USB la cifró un Windows que usaba el chip de seguridad de un equipo, y este es otro.',
    ],
    steps: [
      'Compare el identificador de la clave («Recovery key ID») de la pantalla con el de su archivo de clave o su copia impresa: indica de qué unidad se trata.',
      'Escriba los 48 dígitos.',
      'Si es la unidad propia del equipo: puede que su clave esté en la cuenta Microsoft de su propietario o que la tenga su administrador. Suspenda BitLocker ahí antes de arrancar otra vez desde una memoria USB.',
    ],
  },
  'bitlocker-wrong-password': {
    title: 'BitLocker no acepta la contraseña o la clave',
    meaning: ['Lo que se escribió tiene la forma correcta, pero no abre esta unidad.'],
    causes: [
      'Según lo probado, la pantalla trata el teclado como uno de EE. UU.: letras como Y y Z, y la mayoría de los signos, están en otro lugar.',
      'La clave de recuperación es de otra memoria USB.',
    ],
    steps: [
      'Escriba la contraseña como si el teclado fuera de EE. UU. La tecla Insert muestra lo que se escribe.',
      'Presione Esc y use la clave de recuperación, cuyos dígitos son iguales en todas partes.',
      'Compruebe en este equipo, con «sticksmith unlock-test», que la contraseña y la clave abren la memoria USB.',
    ],
  },
  'bitlocker-too-many-attempts': {
    title: 'Demasiadas contraseñas incorrectas',
    meaning: [
      'Después de la cuarta o la quinta contraseña incorrecta, la pantalla no acepta ninguna más.',
    ],
    causes: [
      'A menudo se debe al teclado: según lo probado, la pantalla lo trata como uno de EE. UU.',
    ],
    steps: ['Apague el equipo y vuelva a encenderlo.', 'O use la clave de recuperación.'],
  },
  'bitlocker-empty-screen': {
    title: 'Una pantalla azul vacía donde se debería pedir la contraseña',
    meaning: [
      'La petición está ahí, pero no se ve. Escribir la contraseña a ciegas y presionar Entrar funciona.',
    ],
    causes: ['En la partición EFI falta la carpeta Fonts.'],
    steps: [
      'Escriba la contraseña y presione Entrar.',
      'Compruebe la memoria USB con este programa y créela de nuevo a partir de una imagen completa.',
    ],
  },
  '0xc0000184': {
    title: 'El cifrado de la unidad está a medias',
    meaning: [
      'El dispositivo no está en un estado en el que esto se pueda hacer.',
      'La contraseña era correcta, pero la unidad indica que se está cifrando o descifrando.',
    ],
    causes: ['El estado en los datos de BitLocker no es «cifrado».'],
    steps: [
      'Conecte la memoria USB a otro Windows, ábrala con la contraseña y deje que el cifrado termine.',
      'Ponga a salvo lo que le importe y cree la memoria USB de nuevo.',
    ],
  },
  '0xc0210000': {
    title: 'La unidad está bloqueada por BitLocker',
    meaning: ['Este volumen está bloqueado; hay que abrirlo antes de poder usarlo.'],
    causes: [
      'Se conoce de una actualización para versiones antiguas de Windows 10 con Hyper-V, que después pedían la clave de recuperación.',
    ],
    steps: [
      'Presione Esc para ver más opciones de recuperación y escriba la clave de recuperación.',
      'Compruebe con «sticksmith unlock-test» que la contraseña y la clave abren la memoria USB.',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
