import 'i18next';
import type { windowTexts } from '../../src-shared/languages/en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof windowTexts };
  }
}
