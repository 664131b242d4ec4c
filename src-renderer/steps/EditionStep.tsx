import { RadioGroup } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../src-shared/image';
import { neededDiskBytes } from '../../src-shared/layout';
import { minimumWindowsBytes, unpackedBytes } from '../../src-shared/space';
import { Callout } from '../components/Callout';
import { StepFrame } from '../components/StepFrame';
import { useFormat } from '../i18n/format';
import { chosenEdition, usableEditions, usualEdition } from '../store/answers';
import { useActions, useWizard } from '../store/context';
import { editionAbout, withoutMedia } from '../store/edition-about';
import { smallestTargetBytes } from '../store/space';
import { problemOf } from '../store/wizard';

export function EditionStep(): React.JSX.Element {
  const { t } = useTranslation();
  const image = useWizard((state) => state.answers.image);
  const chosen = useWizard((state) => state.answers.edition);
  const { chooseEdition } = useActions();
  const editions = usableEditions(image);
  const usual = image === null ? null : usualEdition(image);
  const left = (image?.editions.length ?? 0) - editions.length;
  return (
    <StepFrame title={t('edition.title')} lead={t('edition.lead')}>
      <TooSmall />
      <RadioGroup.Root
        className="cards"
        aria-label={t('edition.listLabel')}
        value={chosen === null ? '' : String(chosen)}
        onValueChange={(value) => {
          chooseEdition(Number(value));
        }}
      >
        {editions.map((edition) => (
          <EditionCard key={edition.index} edition={edition} usual={edition.index === usual} />
        ))}
      </RadioGroup.Root>
      {left > 0 && <p className="quiet">{t('edition.left', { count: left })}</p>}
    </StepFrame>
  );
}

function EditionCard(props: { edition: Edition; usual: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { edition } = props;
  const about = editionAbout(edition);
  const described = edition.description !== null && edition.description !== edition.name;
  const facts = [
    t('edition.unpacked', { size: format.bytes(unpackedBytes(edition)) }),
    t(`architecture.${edition.architecture}`),
  ];
  return (
    <RadioGroup.Item className="card" value={String(edition.index)}>
      <span className="card-body">
        <span className="card-title">
          {edition.name}
          {props.usual && <span className="badge">{t('edition.usual')}</span>}
        </span>
        <span className="card-facts">{facts.join(' · ')}</span>
        {described && <span className="card-text">{edition.description}</span>}
        {about !== null && (
          <span className="card-text">
            {t(`edition.about.${about}`)}
            {withoutMedia(edition) && ` ${t('edition.about.noMedia')}`}
          </span>
        )}
      </span>
      <span className="card-mark" data-round aria-hidden>
        <RadioGroup.Indicator className="card-dot" />
      </span>
    </RadioGroup.Item>
  );
}

function TooSmall(): React.JSX.Element | null {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  const job = useWizard((state) => state.job);
  const edition = chosenEdition(answers);
  const actual = smallestTargetBytes(answers);
  if (problemOf('edition', answers, job) !== 'target-too-small') return null;
  if (edition === null || actual === null) return null;
  return (
    <Callout tone="caution" title={t('edition.tooSmallTitle')} role="status">
      <p>
        {t('edition.tooSmall', {
          needed: format.bytes(neededDiskBytes(minimumWindowsBytes(edition), 0)),
          actual: format.bytes(actual),
        })}
      </p>
    </Callout>
  );
}
