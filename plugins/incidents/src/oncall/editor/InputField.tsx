import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import styles from './editor.module.css';

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'value' | 'min' | 'max' | 'maxLength' | 'required'
>;

export type InputFieldProps = Native & {
  label: string;
  hint?: ReactNode;
  /** What is wrong with it. */
  problem?: string;
  /** It was asked for in order to be filled in. */
  takesFocus?: boolean;
  onChange: (value: string) => void;
};

/** A field with its label; what helps and what is wrong is read with it. */
export function InputField(props: InputFieldProps) {
  const { label, hint, problem, takesFocus, onChange, ...native } = props;
  const id = useId();
  return (
    <div className={styles.field} data-type={native.type ?? 'text'}>
      <label htmlFor={id}>{label}</label>
      <input
        {...native}
        {...toldBy(id, { hint, problem })}
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={takesFocus}
        onChange={event => onChange(event.target.value)}
      />
      <Told id={id} hint={hint} problem={problem} />
    </div>
  );
}

export type ChoiceFieldProps<T extends string> = {
  label: string;
  options: readonly { id: T; label: string }[];
  value: T;
  hint?: ReactNode;
  problem?: string;
  onChange: (value: T) => void;
};

/** One of a few. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, options, value, hint, problem, onChange } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        {...toldBy(id, { hint, problem })}
        value={value}
        onChange={event => onChange(event.target.value as T)}
      >
        {options.map(option => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
      <Told id={id} hint={hint} problem={problem} />
    </div>
  );
}

type Words = { hint?: ReactNode; problem?: string };

/** What ties a field to the words below it. */
function toldBy(id: string, { hint, problem }: Words) {
  const ids = [hint && `${id}-hint`, problem && `${id}-problem`];
  return {
    id,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': ids.filter(Boolean).join(' ') || undefined,
  };
}

function Told({ id, hint, problem }: Words & { id: string }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </>
  );
}
