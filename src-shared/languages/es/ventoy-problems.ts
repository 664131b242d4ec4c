import type { VentoyProblemTexts } from '../../ventoy-json/problem-texts';

/** What can be wrong with a ventoy.json, in a sentence without its full stop. */
export const ventoyProblems: VentoyProblemTexts = {
  'unknown-plugin': 'Ventoy no conoce «{name}»; conoce {known}',
  'name-case': 'Ventoy solo conoce «{name}» en minúsculas',
  'not-list': '«{name}» debe ser una lista, entre corchetes',
  'not-object': '«{name}» debe ser un objeto, entre llaves',
  'not-text': '«{name}» debe ser un texto, entre comillas',
  'not-number': '«{name}» debe ser un número',
  'not-path': '«{name}» debe ser una ruta',
  'not-paths': '«{name}» debe ser una ruta o una lista de rutas',
  'item-not-path': 'aquí se espera una ruta',
  missing: 'falta «{name}»',
  'too-long': '«{name}» tiene como máximo {most} bytes',
  value: '«{name}» admite {values}',
  'setting-not-object':
    'un ajuste debe ser un nombre y su texto entre llaves, como "VTOY_MENU_TIMEOUT": "10"',
  'setting-empty': 'un objeto sin ajuste confunde a Ventoy',
  'several-settings':
    'Ventoy solo toma el primer ajuste de un objeto; {others} necesita el suyo propio',
  'set-again': '{name} se vuelve a establecer más abajo, y eso es lo que cuenta',
  'unknown-setting': 'Sticksmith no conoce ningún ajuste {name}; puede que Ventoy sí',
  'setting-case': 'Ventoy solo conoce {name} en mayúsculas',
  'setting-switch': '{name} es «{value}», pero admite "0" o "1"',
  'setting-choice': '{name} es «{value}», pero admite {choices}',
  'setting-seconds': '{name} es «{value}», pero admite un número entero de segundos',
  'setting-folders': '{name} es «{value}», pero admite un número entero de carpetas',
  'setting-image':
    '{name} es «{value}», pero admite la ruta de una imagen, VTOY_EXIT o una tecla como F4>boot_windows',
  'setting-folder': '{name} es «{value}», pero admite la ruta de una carpeta que empiece por /',
  'setting-language': '{name} es «{value}», pero admite un idioma como de_DE',
  'entry-not-object': 'una entrada de {name} debe ser un objeto, entre llaves',
  'no-target':
    'una entrada de {name} necesita {targets}, como texto, para indicar a qué se refiere',
  'name-part-empty': 'un texto vacío forma parte de todos los nombres',
  'name-part-too-long': 'una parte de un nombre tiene como máximo {most} bytes',
  'no-files': '«{name}» no indica ningún archivo',
  'autosel-range':
    '«autosel» admite un número desde 0, ninguno de ellos, hasta {most}, el último «{name}»',
  'timeout-range': '«timeout» admite un número de segundos desde 0',
  'no-replaced-file': '«org» debe indicar el archivo de la imagen',
  'too-many-replacements': 'Ventoy sustituye como máximo {most} archivos de una imagen',
  'boot-file-suffix': 'el nombre del archivo debe terminar en .vcfg',
  'alias-empty': 'un nombre del menú no puede estar vacío',
  'alias-variable': 'Ventoy toma por variable lo que sigue a un $',
  'first-counts': 'otra entrada se refiere a lo mismo, y cuenta la primera',
  'last-counts': 'otra entrada se refiere a lo mismo, y cuenta la última',
  'both-image-lists':
    'image_list e image_blacklist no pueden usarse juntos: uno ocupa el lugar del otro',
  'image-list-empty': 'con un image_list vacío, Ventoy no muestra ninguna imagen',
  'path-relative': 'una ruta empieza por /, en la raíz de la partición con las imágenes',
  'path-backslash': 'una ruta lleva / entre sus partes, no una barra invertida',
  'path-slashes': 'una ruta no lleva dos barras seguidas',
  'path-parent': 'una ruta no contiene ..',
  'path-end': 'una ruta no lleva una barra al final',
  'path-no-file': 'aquí se espera un archivo',
  'path-too-long': 'una ruta tiene como máximo {most} bytes',
  'path-wildcard': 'Ventoy no reconoce * como comodín aquí',
  'nothing-fits': 'ningún archivo de la memoria USB coincide con {path}',
  'missing-file': 'en la memoria USB no hay ningún archivo {path}',
  'missing-folder': 'en la memoria USB no hay ninguna carpeta {path}',
  'spelt-differently':
    'en la memoria USB se llama {path}, y Ventoy distingue mayúsculas de minúsculas',
  'password-form':
    'una contraseña se escribe como md5#…, md5#salt#… o txt#…, con un máximo de 64 bytes',
  'password-clear':
    'quien tenga la memoria USB puede leer esta contraseña; elíjala de nuevo para que se guarde solo su hash',
  'theme-size': '«gfxmode» admite un tamaño como 1024x768, o max',
  number: 'Ventoy solo lee números enteros desde 0 e ignora un archivo que contenga otro',
  'quotation-mark':
    'Ventoy no admite comillas dentro de un texto e ignora un archivo que las contenga',
  escape:
    'Ventoy no conoce secuencias de escape: una barra invertida o un carácter de control se muestra tal como está escrito',
  'text-repeated-name': '«{name}» aparece dos veces; solo cuenta la primera',
  'text-escape': 'Ventoy no conoce las secuencias de escape de {token}',
  'text-number': 'Ventoy no lee el número {token}',
  'text-too-large': 'ocupa más de 1 MiB',
  'text-utf16': 'es UTF-16, y Ventoy admite UTF-8',
  'text-not-utf8': 'no es UTF-8, que es lo que admite Ventoy',
};
