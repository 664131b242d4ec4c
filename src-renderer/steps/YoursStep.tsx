import {
  AppWindow,
  ChevronDown,
  Cpu,
  Gauge,
  OctagonAlert,
  UserRound,
  Usb,
  Wifi,
} from 'lucide-react';
import { Accordion } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StepFrame } from '../components/StepFrame';
import { PartContext, usePart } from '../components/patience';
import { useChoiceLines } from '../components/use-choice-lines';
import { useProblemWords } from '../components/use-problem-words';
import { useActions, useWizard } from '../store/context';
import { type SectionId, changesIn, sections } from '../store/yours';
import { AnswersSection } from './yours/AnswersSection';
import { AppsSection } from './yours/AppsSection';
import { DriversSection } from './yours/DriversSection';
import { PortableSection } from './yours/PortableSection';
import { RoamingSection } from './yours/RoamingSection';
import { SpeedSection } from './yours/SpeedSection';
import { useYoursProblems } from './yours/use-problems';

const parts = {
  portable: { Icon: Usb, Fields: PortableSection },
  answers: { Icon: UserRound, Fields: AnswersSection },
  drivers: { Icon: Cpu, Fields: DriversSection },
  lean: { Icon: AppWindow, Fields: AppsSection },
  speed: { Icon: Gauge, Fields: SpeedSection },
  roaming: { Icon: Wifi, Fields: RoamingSection },
} as const;

/** Everything has a usual answer, so that going on at once is right for most. */
export function YoursStep(): React.JSX.Element {
  const { t } = useTranslation();
  const [open, setOpen] = useState('');
  return (
    <StepFrame title={t('yours.title')} lead={t('yours.lead')}>
      <Accordion.Root
        className="sections"
        type="single"
        collapsible
        value={open}
        onValueChange={setOpen}
      >
        {sections.map((section) => (
          <Section key={section} section={section} open={section === open} />
        ))}
      </Accordion.Root>
    </StepFrame>
  );
}

/** One part: its name and its current answer in one line, opening in place. */
function Section({ section, open }: { section: SectionId; open: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const answers = useWizard((state) => state.answers);
  const lines = useChoiceLines()(answers)[section];
  const { all } = useYoursProblems();
  // Where a part is open, the fields say themselves what is wrong with them.
  const problem = open ? null : (all.find((one) => one.section === section)?.problem ?? null);
  const problemWords = useProblemWords(problem);
  const { Icon, Fields } = parts[section];
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was opened begins where it can be read; what was open before it may have been longer.
    if (open) item.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const answer =
    problem !== null
      ? problemWords
      : lines.length === 0
        ? t(`yours.usual.${section}`)
        : lines.join(t('yours.and'));
  return (
    <Accordion.Item
      ref={item}
      className="section"
      value={section}
      data-section={section}
      data-invalid={problem !== null}
    >
      <Accordion.Header asChild>
        <h2>
          <Accordion.Trigger className="section-trigger">
            <Icon className="section-icon" size={20} strokeWidth={1.75} aria-hidden />
            <span className="section-words">
              <span className="section-name">{t(`yours.names.${section}`)}</span>
              <span className="section-answer" title={answer}>
                {problem !== null && <OctagonAlert size={16} aria-hidden />}
                <span>{answer}</span>
              </span>
            </span>
            <ChevronDown className="section-chevron" size={20} aria-hidden />
          </Accordion.Trigger>
        </h2>
      </Accordion.Header>
      <Accordion.Content className="section-content">
        <Part>
          <Fields />
        </Part>
        <ToDefaults section={section} />
      </Accordion.Content>
    </Accordion.Item>
  );
}

function Part({ children }: { children: React.ReactNode }): React.JSX.Element {
  return <PartContext.Provider value={usePart()}>{children}</PartContext.Provider>;
}

function ToDefaults({ section }: { section: SectionId }): React.JSX.Element | null {
  const { t } = useTranslation();
  const changes = useWizard((state) => changesIn(section, state.answers));
  const undoable = useWizard((state) => state.beforeReset?.section === section);
  const { resetSection, undoReset } = useActions();
  if (changes === 0 && !undoable) return null;
  return (
    <div className="row section-foot">
      {undoable ? (
        <>
          <span role="status">{t('yours.wasReset')}</span>
          <button type="button" className="link" onClick={undoReset}>
            {t('yours.undo')}
          </button>
        </>
      ) : (
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            resetSection(section);
          }}
        >
          {t('yours.toDefaults')}
        </button>
      )}
    </div>
  );
}
