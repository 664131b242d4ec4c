import type { BootPicture } from '../../../../src-shared/boot-test';
import { encodePng } from './png';
import type { Screen } from './screen';

export function pictureOf(screen: Screen): BootPicture {
  const { width, height } = screen;
  return { png: encodePng(screen).toString('base64'), width, height };
}
