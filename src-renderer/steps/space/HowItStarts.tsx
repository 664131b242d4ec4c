import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recipeDefaults } from '../../../src-shared/windows-recipe';
import { MiB, alignDown } from '../../../src-shared/units';
import { VHDX_RESTRICTIONS } from '../../../src-shared/vhdx';
import { Callout } from '../../components/Callout';
import { Choices } from '../../components/Choices';
import { Field } from '../../components/Field';
import { Fold } from '../../components/Fold';
import { RadioCards } from '../../components/RadioCards';
import { fromGigabytes, inGigabytes } from '../../components/gigabytes';
import { useProblemWords } from '../../components/use-problem-words';
import { useFormat } from '../../i18n/format';
import { useActions, useWizard } from '../../store/context';
import type { SpaceLimits } from '../../store/space';
import { type Problem, problemOf } from '../../store/wizard';

const schemes = ['gpt', 'mbr'] as const;
const containers = ['none', 'vhdx'] as const;

/** What few people need to think about: folded, unless something in it is not as usual. */
export function HowItStarts({ limits }: { limits: SpaceLimits | null }): React.JSX.Element {
  const { t } = useTranslation();
  const layout = useWizard((state) => state.answers.layout);
  const ownSize = useWizard((state) => state.answers.windowsBytes !== null);
  const problem = useWizard((state) => problemOf('space', state.answers, state.job));
  const words = useProblemWords(problem);
  const { changeSpace } = useActions();
  const usual =
    layout.scheme === recipeDefaults.layout.scheme &&
    layout.container === recipeDefaults.layout.container &&
    !ownSize;
  return (
    <Fold label={t('space.more')} open={!usual}>
      <div className="stack fold-questions">
        <section className="stack-tight">
          <h2>{t('space.scheme')}</h2>
          <RadioCards
            label={t('space.scheme')}
            value={layout.scheme}
            options={schemes.map((scheme) => ({
              value: scheme,
              title: t(`space.schemes.${scheme}.title`),
              text: t(`space.schemes.${scheme}.text`),
            }))}
            onChange={(scheme) => {
              changeSpace({ layout: { ...layout, scheme } });
            }}
          />
          {problem === 'bios-arm' && <p className="field-error">{words}</p>}
        </section>
        <section className="stack-tight">
          <h2>{t('space.container')}</h2>
          <RadioCards
            label={t('space.container')}
            value={layout.container}
            options={containers.map((container) => ({
              value: container,
              title: t(`space.containers.${container}.title`),
              text: t(`space.containers.${container}.text`),
            }))}
            onChange={(container) => {
              changeSpace({ layout: { ...layout, container } });
            }}
          />
          {problem === 'vhdx-nested' && <p className="field-error">{words}</p>}
          {layout.container === 'vhdx' && <VhdxRestrictions />}
        </section>
        {limits !== null && <OwnSize limits={limits} problem={problem} words={words} />}
      </div>
    </Fold>
  );
}

function VhdxRestrictions(): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <Callout tone="info" title={t('space.vhdxTitle')} role="status">
      <ul className="bullets">
        {VHDX_RESTRICTIONS.map((restriction) => (
          <li key={restriction}>{t(`space.vhdx.${restriction}`)}</li>
        ))}
      </ul>
    </Callout>
  );
}

function OwnSize(props: {
  limits: SpaceLimits;
  problem: Problem | null;
  words: string;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { limits, problem, words } = props;
  const windowsBytes = useWizard((state) => state.answers.windowsBytes);
  const { changeSpace } = useActions();
  const suggested = Math.min(limits.comfortableWindowsBytes, limits.maximumWindowsBytes);
  const wrong = problem === 'windows-too-small' || problem === 'windows-too-large';
  return (
    <>
      <Choices
        label={t('space.own')}
        value={windowsBytes === null ? 'all' : 'own'}
        options={[
          { value: 'all', label: t('space.ownAll') },
          { value: 'own', label: t('space.ownSize') },
        ]}
        onChange={(answer) => {
          changeSpace({
            windowsBytes: answer === 'all' ? null : Math.max(suggested, limits.minimumWindowsBytes),
          });
        }}
      />
      {windowsBytes !== null && (
        <OwnSizeField bytes={windowsBytes} limits={limits} error={wrong ? words : undefined} />
      )}
    </>
  );
}

function OwnSizeField(props: {
  bytes: number;
  limits: SpaceLimits;
  error: string | undefined;
}): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { changeSpace } = useActions();
  const { minimumWindowsBytes, maximumWindowsBytes } = props.limits;
  const [typed, setTyped] = useState(() => inGigabytes(props.bytes, i18n.language));
  return (
    <Field
      label={t('space.ownField')}
      value={typed}
      unit={t('space.unit')}
      inputMode="decimal"
      hint={t('space.ownHint', {
        minimum: format.bytes(minimumWindowsBytes),
        maximum: format.bytes(maximumWindowsBytes),
      })}
      error={props.error}
      onChange={(text) => {
        setTyped(text);
        changeSpace({ windowsBytes: alignDown(fromGigabytes(text) ?? 0, MiB) });
      }}
    />
  );
}
