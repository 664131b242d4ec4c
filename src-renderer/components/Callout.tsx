import { CircleCheck, Info, OctagonX, TriangleAlert } from 'lucide-react';

const icons = { info: Info, caution: TriangleAlert, danger: OctagonX, success: CircleCheck };

/** A framed message. `danger` is for failure and erasing only, `success` for what was verified. */
export function Callout(props: {
  tone: keyof typeof icons;
  title?: string;
  role?: 'alert' | 'status';
  children?: React.ReactNode;
}): React.JSX.Element {
  const Icon = icons[props.tone];
  return (
    <div className="callout" data-tone={props.tone} role={props.role}>
      <Icon className="callout-icon" size={20} aria-hidden />
      <div className="callout-body">
        {props.title !== undefined && <h2>{props.title}</h2>}
        {props.children}
      </div>
    </div>
  );
}
