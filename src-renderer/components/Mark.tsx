/** The program's mark: a stick, half filled. */
export function Mark(): React.JSX.Element {
  return (
    <svg className="mark" width="28" height="28" viewBox="0 0 28 28" aria-hidden>
      <rect className="mark-plate" width="28" height="28" rx="7" />
      <path
        className="mark-lines"
        d="M11 8.5V4.5h6v4M9 9h10v11.5a3 3 0 0 1-3 3h-4a3 3 0 0 1-3-3z"
      />
      <path className="mark-fill" d="M9 15h10v5.5a3 3 0 0 1-3 3h-4a3 3 0 0 1-3-3z" />
    </svg>
  );
}
