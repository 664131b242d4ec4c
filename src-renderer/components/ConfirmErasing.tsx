import { useTranslation } from 'react-i18next';
import { Field } from './Field';
import { Tick } from './Tick';

/** What has to be typed or ticked before something is erased. Nothing here reacts to the Enter key. */
export function ConfirmErasing(props: {
  /** Names to be typed, one field each, and what was typed for them. */
  names: readonly string[];
  typed: Readonly<Record<string, string>>;
  onType: (name: string, typed: string) => void;
  /** The sentence to be ticked, null for none. */
  tick: string | null;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
}): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <>
      {props.names.map((name) => (
        <Field
          key={name}
          label={t('review.typeName', { name })}
          value={props.typed[name] ?? ''}
          onChange={(typed) => {
            props.onType(name, typed);
          }}
        />
      ))}
      {props.tick !== null && (
        <Tick label={props.tick} checked={props.ticked} onChange={props.onTick} />
      )}
    </>
  );
}
