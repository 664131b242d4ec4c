import { CircleCheck, CircleX, Info, Maximize2, TriangleAlert, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { BootPicture, BootProgram, BootTest } from '../../src-shared/boot-test';
import { checkWords, useFormat } from '../i18n/format';
import { ExplainLink } from './ExplainLink';
import { Fold } from './Fold';

/** Lines that are shown without asking. */
const MOST_LINES = 3;

const statusIcons = { pass: CircleCheck, warn: TriangleAlert, fail: CircleX };

/** How a stick behaved in one virtual computer, with what its screen showed. */
export function BootTestResult({ test }: { test: BootTest }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { firmware, result, check } = test;
  const { next } = checkWords(check, format);
  const Icon = statusIcons[check.status];
  const code = result?.code ?? null;
  const name = t(`boot.firmwares.${firmware}`);
  const words = t(`boot.outcomes.${result?.outcome ?? 'not-tested'}`);
  return (
    <li className="boot-test" data-status={check.status}>
      <div className="boot-words">
        <p className="boot-outcome">
          <Icon size={16} aria-hidden />
          <span>
            <strong>{t('app.label', { label: name })}</strong> {words}
          </span>
        </p>
        <Evidence test={test} />
        {next !== undefined && (
          <p className="check-next">
            <Info size={16} aria-hidden /> {next}
          </p>
        )}
        {code !== null && (
          <p className="check-next">
            {t('app.label', { label: t('make.code') })} <code>{code}</code>{' '}
            <ExplainLink query={queryOf(result?.program ?? null, code)} about={code} />
          </p>
        )}
      </div>
      {result?.picture && <Picture picture={result.picture} name={name} />}
    </li>
  );
}

/** The lines that matter, folded where they are many, as the stand-ins' are. */
function Evidence({ test }: { test: BootTest }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { result, check } = test;
  const lines = (result?.evidence ?? '').split('\n').filter((line) => line !== '');
  if (result === null || lines.length <= MOST_LINES) {
    return <p className="boot-evidence">{checkWords(check, format).evidence}</p>;
  }
  return (
    <>
      <p className="boot-evidence">{t('done.took', { time: format.seconds(result.seconds) })}</p>
      <Fold label={t('boot.said', { count: lines.length })}>
        <pre className="detail">{lines.join('\n')}</pre>
      </Fold>
    </>
  );
}

/** Ventoy's codes are numbers, which alone say nothing. */
function queryOf(program: BootProgram | null, code: string): string {
  return program === 'ventoy' ? `Ventoy error ${code}` : code;
}

/** What the screen showed: small, and as large as the window when it is asked for. */
function Picture(props: { picture: BootPicture; name: string }): React.JSX.Element {
  const { t } = useTranslation();
  const { png, width, height } = props.picture;
  const address = `data:image/png;base64,${png}`;
  const alt = t('boot.picture', { firmware: props.name });
  return (
    <Dialog.Root>
      <Dialog.Trigger className="boot-picture" aria-label={t('boot.enlarge', { picture: alt })}>
        <img src={address} width={width} height={height} alt={alt} />
        <Maximize2 size={16} aria-hidden />
      </Dialog.Trigger>
      <Dialog.Portal>
        {/* Radix's own overlay injects a style element, which the page's policy forbids. */}
        <div className="veil" />
        <Dialog.Content className="dialog boot-large" aria-describedby={undefined}>
          <Dialog.Title>{alt}</Dialog.Title>
          <Dialog.Close className="icon-button dialog-close" aria-label={t('app.close')}>
            <X size={20} aria-hidden />
          </Dialog.Close>
          <img src={address} width={width} height={height} alt={alt} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
