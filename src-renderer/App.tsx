import { useEffect } from 'react';
import { Direction } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { BottomBar } from './components/BottomBar';
import { ExplainDialog } from './components/ExplainDialog';
import { Rail } from './components/Rail';
import { StickOverview } from './components/StickOverview';
import { Toasts } from './components/Toasts';
import { useExplainKey } from './components/use-explain-key';
import { useShowFocus } from './components/use-show-focus';
import { useTellUsable } from './components/use-tell-usable';
import { errandParts } from './errand-parts';
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
import type { ErrandId } from './store/errands';
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
  const { t, i18n } = useTranslation();
  const step = useWizard((state) => state.step);
  const errand = useWizard((state) => state.errand);
  const theme = useWizard((state) => state.info?.settings.theme ?? 'system');

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  useEffect(() => {
    const place = errand === null ? t(`steps.${step}`) : t(`tools.errands.${errand}`);
    document.title = `${place} – ${t('app.name')}`;
  }, [errand, step, t]);

  useExplainKey();
  useShowFocus();
  useTellUsable();

  return (
    <Direction.Provider dir={i18n.dir()}>
      <Toasts>
        <div className="shell">
          <Rail />
          <main className="stage">
            {errand === null ? <WizardStage /> : <ErrandStage id={errand} />}
          </main>
        </div>
        <ExplainDialog />
      </Toasts>
    </Direction.Provider>
  );
}

function WizardStage(): React.JSX.Element {
  const step = useWizard((state) => state.step);
  const forVentoy = useWizard((state) => state.answers.kind === 'ventoy');
  const Screen = step === 'space' && forVentoy ? VentoySpaceStep : screens[step];
  return (
    <>
      <div className="scroll" key={step} tabIndex={0}>
        <div className="column" data-wide={step === 'menu'}>
          <StickOverview />
          <Screen />
        </div>
      </div>
      <BottomBar />
    </>
  );
}

function ErrandStage({ id }: { id: ErrandId }): React.JSX.Element {
  const { Screen, Bar, isWide } = errandParts[id];
  return (
    <>
      <div className="scroll" key={id} tabIndex={0}>
        <div className="column" data-wide={isWide}>
          <Screen />
        </div>
      </div>
      <Bar />
    </>
  );
}
