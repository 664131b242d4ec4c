import { Printer } from 'lucide-react';
import { AlertDialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { StickLabel } from '../../src-shared/records';
import { StagedDialog } from '../components/StagedDialog';
import { StageTitle } from '../components/StageTitle';
import { useActions, useWizard } from '../store/context';
import { LABEL_BUTTON } from './OneRecord';

/** The label of a stick, to be looked at before it is printed or saved. */
export function LabelDialog(): React.JSX.Element {
  const { t } = useTranslation();
  const label = useWizard(({ history }) => history?.opened?.label ?? null);
  const { closeLabel, printLabel, saveLabel } = useActions();
  return (
    <StagedDialog isOpen={label !== null} opener={LABEL_BUTTON} onClose={closeLabel}>
      <StageTitle>{t('label.title')}</StageTitle>
      <AlertDialog.Description>{t('label.text')}</AlertDialog.Description>
      {label !== null && <Preview label={label} />}
      <div className="dialog-actions">
        <AlertDialog.Cancel className="secondary">{t('app.close')}</AlertDialog.Cancel>
        <button type="button" className="secondary" onClick={() => void saveLabel()}>
          {t('label.save')}
        </button>
        <button type="button" className="primary" onClick={() => void printLabel()}>
          <Printer size={16} aria-hidden />
          {t('label.print')}
        </button>
      </div>
    </StagedDialog>
  );
}

/** The label in the proportions of its paper, black on white in any theme. */
function Preview({ label }: { label: StickLabel }): React.JSX.Element {
  const { t } = useTranslation();
  const { name, lines, code, qr } = label;
  const side = String(qr.modules);
  return (
    <figure className="stick-label" aria-label={t('label.preview')}>
      <svg
        viewBox={`0 0 ${side} ${side}`}
        role="img"
        aria-label={t('label.code')}
        shapeRendering="crispEdges"
      >
        <path d={qr.path} />
      </svg>
      <div>
        <p className="stick-label-name">{name}</p>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="stick-label-code">{code}</p>
      </div>
    </figure>
  );
}
