import { openWizard } from './open-wizard';

void openWizard(window.sticksmith);
