import { useTargetName } from './use-target-name';

/** What tells a stick from others of the same job. */
export function StickName({ target }: { target: string }): React.JSX.Element {
  const { name, device } = useTargetName()(target);
  return (
    <h2 className="stick-name">
      {name} {device !== null && <span className="quiet">{device}</span>}
    </h2>
  );
}
