import { useTranslation } from 'react-i18next';
import {
  BitLockerCipherSchema,
  KeyEscrowSchema,
  type ProtectAtFirstStart,
  type ProtectHere,
} from '../../../src-shared/protect';
import { Choices } from '../../components/Choices';
import { Fold } from '../../components/Fold';
import { useActions } from '../../store/context';

/** What few people change or ask for, the same for all ways of encrypting. */
export function Rest(props: { protect: ProtectHere | ProtectAtFirstStart }): React.JSX.Element {
  const { t } = useTranslation();
  const { protect } = props;
  const { changeProtection } = useActions();
  return (
    <div>
      <Fold label={t('protect.more')}>
        <div className="stack">
          <Choices
            label={t('protect.cipher')}
            text={t('protect.cipherText')}
            value={protect.cipher}
            options={BitLockerCipherSchema.options.map((value) => ({
              value,
              label: t(`protect.ciphers.${value}`),
            }))}
            onChange={(cipher) => {
              changeProtection({ ...protect, cipher });
            }}
          />
          <Choices
            label={t('protect.escrow')}
            text={t('protect.escrowText')}
            value={protect.escrow}
            options={KeyEscrowSchema.options.map((value) => ({
              value,
              label: t(`protect.escrows.${value}`),
            }))}
            onChange={(escrow) => {
              changeProtection({ ...protect, escrow });
            }}
          />
        </div>
      </Fold>
      <Fold label={t('protect.tpm')}>
        <p>{t('protect.tpmText')}</p>
      </Fold>
    </div>
  );
}
