/** A field of a form that readers fill in: its label, what is asked, and what was wrong with it. */

interface FieldProps {
  id: string;
  label: string;
  hint: string;
  wrong: string | undefined;
  children: preact.ComponentChildren;
}

export function FormField({ id, label, hint, wrong, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label> {children}{' '}
      <small class="hint" id={`${id}-hint`}>
        {hint}
      </small>
      {wrong && (
        <span class="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </div>
  );
}

/** What the input itself carries, so that a reader's software says hint and fault with it. */
export function toldBy({ id, wrong }: Pick<FieldProps, 'id' | 'wrong'>) {
  return {
    id,
    'aria-invalid': wrong !== undefined,
    'aria-describedby': wrong ? `${id}-hint ${id}-wrong` : `${id}-hint`,
  };
}
