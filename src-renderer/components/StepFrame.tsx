import { useEffect, useRef } from 'react';

/** A screen's question and its answer. The heading takes the focus, so that it is read out first. */
export function StepFrame(props: {
  title: string;
  lead?: string;
  tone?: 'plain' | 'danger' | 'success';
  icon?: React.ReactNode;
  children: React.ReactNode;
}): React.JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [props.title]);
  return (
    <section className="step" data-tone={props.tone ?? 'plain'}>
      <header className="step-head">
        <h1 ref={heading} tabIndex={-1}>
          {props.icon}
          {props.title}
        </h1>
        {props.lead !== undefined && <p className="lead">{props.lead}</p>}
      </header>
      {props.children}
    </section>
  );
}
