import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BottomBar } from './components/BottomBar';
import { ExplainDialog } from './components/ExplainDialog';
import { Rail } from './components/Rail';
import { StickOverview } from './components/StickOverview';
import { Toasts } from './components/Toasts';
import { useExplainKey } from './components/use-explain-key';
import { CheckBar, CheckPlace } from './sticks';
import { DoneStep } from './steps/DoneStep';
import { DriveStep } from './steps/DriveStep';
import { EditionStep } from './steps/EditionStep';
import { ImageStep } from './steps/ImageStep';
import { MakeStep } from './steps/MakeStep';
import { MenuStep } from './steps/ventoy/MenuStep';
import { PackageStep } from './steps/ventoy/PackageStep';
import { VentoySpaceStep } from './steps/ventoy/VentoySpaceStep';
import { ProtectStep } from './steps/ProtectStep';
import { ReviewStep } from './steps/ReviewStep';
import { SpaceStep } from './steps/SpaceStep';
import { VerifyStep } from './steps/VerifyStep';
import { YoursStep } from './steps/YoursStep';
import { useWizard } from './store/context';
import type { StepId } from './store/wizard';

const screens: Record<StepId, () => React.JSX.Element> = {
  drive: DriveStep,
  image: ImageStep,
  package: PackageStep,
  menu: MenuStep,
  verify: VerifyStep,
  edition: EditionStep,
  space: SpaceStep,
  protect: ProtectStep,
  yours: YoursStep,
  review: ReviewStep,
  make: MakeStep,
  done: DoneStep,
};

export function App(): React.JSX.Element {
  const { t } = useTranslation();
  const step = useWizard((state) => state.step);
  const isChecking = useWizard((state) => state.checkPlace !== null);
  const theme = useWizard((state) => state.info?.settings.theme ?? 'system');

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  useEffect(() => {
    const place = isChecking ? t('check.open') : t(`steps.${step}`);
    document.title = `${place} – ${t('app.name')}`;
  }, [isChecking, step, t]);

  useExplainKey();

  const forVentoy = useWizard((state) => state.answers.kind === 'ventoy');
  const Screen = step === 'space' && forVentoy ? VentoySpaceStep : screens[step];
  return (
    <Toasts>
      <div className="shell">
        <Rail />
        <main className="stage">
          {isChecking ? (
            <>
              <div className="scroll" key="check" tabIndex={0}>
                <div className="column">
                  <CheckPlace />
                </div>
              </div>
              <CheckBar />
            </>
          ) : (
            <>
              <div className="scroll" key={step} tabIndex={0}>
                <div className="column" data-wide={step === 'menu'}>
                  <StickOverview />
                  <Screen />
                </div>
              </div>
              <BottomBar />
            </>
          )}
        </main>
      </div>
      <ExplainDialog />
    </Toasts>
  );
}
