import { ChevronRight, SearchX, X } from 'lucide-react';
import { Collapsible, Dialog } from 'radix-ui';
import { useDeferredValue, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundError } from '../../src-shared/explain';
import { explainIn } from '../i18n/explanations';
import { useActions, useWizard } from '../store/context';
import { Field } from './Field';
import { KnownErrorDetails } from './KnownErrorDetails';

/** What a screen may say, to try it with. */
const EXAMPLES = [
  '0xc0000225',
  'INACCESSIBLE_BOOT_DEVICE',
  'No bootable device',
  'Ventoy error 12',
];

/** Looks up what a computer, Windows, Ventoy or this program showed, while it is typed. */
export function ExplainDialog(): React.JSX.Element {
  const { t } = useTranslation();
  const query = useWizard((state) => state.explaining);
  const { explain, closeExplain } = useActions();
  const opener = useRef<Element | null>(null);
  return (
    <Dialog.Root
      open={query !== null}
      onOpenChange={(open) => {
        if (!open) closeExplain();
      }}
    >
      <Dialog.Portal>
        {/* Radix's own overlay injects a style element, which the page's policy forbids. */}
        <div className="veil" />
        <Dialog.Content
          className="dialog explain"
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            opener.current = document.activeElement;
            event.preventDefault();
            if (event.target instanceof Element) event.target.querySelector('input')?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
        >
          <Dialog.Title>{t('explain.title')}</Dialog.Title>
          <Dialog.Close className="icon-button dialog-close" aria-label={t('app.close')}>
            <X size={20} aria-hidden />
          </Dialog.Close>
          <Field
            label={t('explain.field')}
            hint={t('explain.hint')}
            value={query ?? ''}
            onChange={explain}
          />
          <Answer query={query ?? ''} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Answer({ query }: { query: string }): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const asked = useDeferredValue(query);
  const found = useMemo(() => explainIn(i18n.language, asked), [i18n.language, asked]);
  const isEmpty = asked.trim() === '';
  return (
    <>
      <p className="quiet explain-count" role="status">
        {isEmpty ? '' : t('explain.found', { count: found.length })}
        {found[0]?.by === 'similar' && ` ${t('explain.similar')}`}
      </p>
      <div className="explain-results">
        {isEmpty && <Examples />}
        {!isEmpty && found.length === 0 && <NothingFound />}
        {found.map((one, at) => (
          <Result key={`${one.error.id} ${one.by}`} found={one} isFirst={at === 0} />
        ))}
      </div>
    </>
  );
}

function Examples(): React.JSX.Element {
  const { t } = useTranslation();
  const { explain } = useActions();
  return (
    <>
      <p>{t('explain.empty')}</p>
      <ul className="links" aria-label={t('explain.examples')}>
        {EXAMPLES.map((example) => (
          <li key={example}>
            <button
              type="button"
              className="link"
              onClick={() => {
                explain(example);
              }}
            >
              {example}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function NothingFound(): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <div className="explain-nothing">
      <SearchX size={28} aria-hidden />
      <p>{t('explain.nothing')}</p>
      <ul className="facts">
        <li>{t('explain.nothingCode')}</li>
        <li>{t('explain.nothingWords')}</li>
        <li>{t('explain.nothingCheck')}</li>
      </ul>
    </div>
  );
}

/** One error; the first is open when the text named it. */
function Result(props: { found: FoundError; isFirst: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const { error, by } = props.found;
  return (
    <Collapsible.Root className="explain-result" defaultOpen={props.isFirst && by === 'spelling'}>
      <h3>
        <Collapsible.Trigger className="explain-trigger">
          <ChevronRight size={16} aria-hidden />
          <span className="explain-name">
            {error.title}
            <span className="quiet">
              {t(`explain.places.${error.place}`)} · <code>{error.id}</code>
            </span>
          </span>
        </Collapsible.Trigger>
      </h3>
      <Collapsible.Content className="explain-details">
        <KnownErrorDetails error={error} />
      </Collapsible.Content>
    </Collapsible.Root>
  );
}
