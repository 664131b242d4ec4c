import { useTranslation } from 'react-i18next';
import { sameConfig } from '../../../src-shared/ventoy-json';
import { Fold } from '../../components/Fold';
import { EnrolmentSteps } from '../../components/ventoy/EnrolmentSteps';
import { RoomBar } from '../../components/ventoy/RoomBar';
import { startsWith } from '../../components/ventoy/use-image-facts';
import { useFormat } from '../../i18n/format';
import { useWizard } from '../../store/context';
import { foundVentoy } from '../../store/ventoy/answers';
import { stickImages } from '../../store/ventoy/images';
import { menuConfig } from '../../store/ventoy/menu';
import { needsOf } from '../../store/ventoy/needs';
import { editionOf } from '../../store/ventoy/problems';
import { ventoyRecipeOf } from '../../store/ventoy/recipe';

/** What a Ventoy stick becomes, and what it then needs. */
export function VentoyReview(): React.JSX.Element {
  return (
    <>
      <Made />
      <RoomBar />
      <Needs />
    </>
  );
}

function Made(): React.JSX.Element {
  const { t } = useTranslation();
  const lines = useMadeLines();
  return (
    <section className="panel">
      <h2>{t('review.made')}</h2>
      <ul className="facts">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function useMadeLines(): string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  const { ventoy } = answers;
  const recipe = ventoyRecipeOf(answers);
  if (recipe === null) return [];
  const version = ventoy.package?.version ?? '';
  const present = foundVentoy(ventoy)?.layout.version ?? t('ventoy.stick.unknownVersion');
  const lines: string[] = [t(`ventoy.review.way.${ventoy.way}`, { version, present })];
  if (ventoy.way === 'erase') {
    lines.push(
      t('ventoy.review.partition', {
        fileSystem: t(`ventoy.fileSystem.${ventoy.fileSystem}`),
        scheme: t(`ventoy.scheme.${ventoy.scheme}`),
        label: ventoy.label,
      }),
    );
    if (ventoy.reserveBytes > 0) {
      lines.push(t('ventoy.review.reserve', { size: format.bytes(ventoy.reserveBytes) }));
    }
  }
  if (ventoy.way !== 'none') {
    lines.push(t(ventoy.secureBoot ? 'ventoy.review.secureBoot' : 'ventoy.review.noSecureBoot'));
  }
  const { images } = ventoy;
  if (images.length > 0) {
    const bytes = images.reduce((sum, { info }) => sum + info.sizeBytes, 0);
    const names = format.list(images.map(({ name }) => name));
    lines.push(
      t('ventoy.review.images', { count: images.length, size: format.bytes(bytes), names }),
    );
  }
  for (const name of recipe.remove) lines.push(t('ventoy.review.removed', { name }));
  for (const { from, to } of recipe.rename) lines.push(t('ventoy.review.renamed', { from, to }));
  for (const { image, bytes } of recipe.persistence) {
    lines.push(t('ventoy.review.persistence', { name: image, size: format.bytes(bytes) }));
  }
  if (recipe.windows !== null && ventoy.windows !== null) {
    const { name, bytes } = recipe.windows;
    const edition = editionOf(ventoy.windows)?.name ?? '';
    lines.push(
      bytes === null
        ? t('ventoy.review.windowsRest', { edition, name })
        : t('ventoy.review.windows', { edition, name, size: format.bytes(bytes) }),
    );
  }
  const { before, after } = menuConfig(ventoy);
  if (!sameConfig(before, after)) lines.push(t('ventoy.review.menu'));
  if (ventoy.checksums && recipe.files.length > 0) lines.push(t('ventoy.review.checksums'));
  return lines;
}

function Needs(): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const ventoy = useWizard((state) => state.answers.ventoy);
  const needs = needsOf(ventoy);
  return (
    <section className="panel">
      <h2>{t('ventoy.needs.title')}</h2>
      <ul className="facts">
        {needs.map((need) => (
          <li key={need.code}>
            {need.images.length > 0
              ? t('ventoy.needs.about', {
                  names: format.list(need.images),
                  what: t(`ventoy.needs.${need.code}`),
                })
              : t(`ventoy.needs.${need.code}`)}
            {need.code === 'secure-boot-enrolment' && (
              <Fold label={t('ventoy.enrolment.show')}>
                <EnrolmentSteps />
              </Fold>
            )}
          </li>
        ))}
      </ul>
      <Starts />
    </section>
  );
}

/** Which firmware starts which image. */
function Starts(): React.JSX.Element | null {
  const { t } = useTranslation();
  const format = useFormat();
  const ventoy = useWizard((state) => state.answers.ventoy);
  const known = stickImages(ventoy).flatMap(({ id, name, info }) =>
    info === null ? [] : [{ id, name, firmware: startsWith(info.starts) }],
  );
  if (known.length === 0) return null;
  return (
    <Fold label={t('ventoy.needs.starts')}>
      <dl className="pairs">
        {known.map(({ id, name, firmware }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              {firmware.length === 0
                ? t('ventoy.needs.startsUnknown')
                : format.list(firmware.map((one) => t(`ventoy.firmware.${one}`)))}
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
