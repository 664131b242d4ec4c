import { openWizard } from './open-wizard';

openWizard(window.sticksmith);
